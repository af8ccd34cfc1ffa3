"""What a page's main thread did, from a trace of the browser: processor time of scripts, and of style and layout."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from playwright.sync_api import CDPSession

_CATEGORIES = "devtools.timeline,v8,v8.execute"
_SCRIPT = {
    "EvaluateScript", "FunctionCall", "RunMicrotasks", "TimerFire", "FireAnimationFrame", "FireIdleCallback",
    "EventDispatch", "v8.evaluateModule", "v8.compileModule", "v8.compile", "v8.run", "MinorGC", "MajorGC",
}  # fmt: skip
_LAYOUT = {"Layout", "UpdateLayoutTree", "ScheduleStyleRecalculation", "HitTest"}

Span = tuple[float, float]


class Trace:
    """Records while open; `script` and `layout` are milliseconds afterwards."""

    def __init__(self, session: CDPSession) -> None:
        self._session = session
        self._events: list[dict[str, Any]] = []
        self._ended: list[bool] = []

    def start(self) -> None:
        """Record from now on."""
        self._session.on("Tracing.dataCollected", lambda told: self._events.extend(told["value"]))
        self._session.on("Tracing.tracingComplete", lambda _: self._ended.append(True))
        config = {"includedCategories": _CATEGORIES.split(","), "excludedCategories": ["*"]}
        self._session.send("Tracing.start", {"transferMode": "ReportEvents", "traceConfig": config})

    def stop(self, wait: Any) -> None:
        """Record no more; `wait(milliseconds)` lets the browser speak."""
        self._session.send("Tracing.end")
        while not self._ended:
            wait(20)

    def times(self, host: str) -> tuple[float, float]:
        """Milliseconds of script and of style and layout on the main thread of the page of that host."""
        thread = self._thread(host)
        own = [one for one in self._events if (one["pid"], one["tid"]) == thread and "tdur" in one]
        layout = _joined(_spans(own, _LAYOUT))
        script = _joined(_spans(own, _SCRIPT))
        inside = sum(_overlap(one, other) for one in script for other in layout) if len(layout) < 5_000 else 0.0
        return (_length(script) - inside) / 1000, _length(layout) / 1000

    def _thread(self, host: str) -> tuple[int, int]:
        """The renderer's main thread that committed a page of that host last."""
        frames = [
            (one["args"]["data"]["url"], one["pid"], one["tid"])
            for one in self._events
            if one["name"] == "CommitLoad" and one["args"].get("data", {}).get("isMainFrame")
        ]
        return next((pid, tid) for url, pid, tid in reversed(frames) if host in url)


def _spans(events: Iterable[dict[str, Any]], names: set[str]) -> list[Span]:
    return sorted((one["tts"], one["tts"] + one["tdur"]) for one in events if one["name"] in names)


def _joined(spans: list[Span]) -> list[Span]:
    """The same time, counted once where spans hold others."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _overlap(one: Span, other: Span) -> float:
    return max(0.0, min(one[1], other[1]) - max(one[0], other[0]))


def _length(spans: list[Span]) -> float:
    return sum(end - start for start, end in spans)
