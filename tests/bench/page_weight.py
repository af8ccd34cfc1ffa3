"""What the extension costs a page: script, layout, memory and layout shift, with it against without it.

Run: python tests/bench/page_weight.py [--runs 5] [--counts 100,1000]

Times are processor time of the page's main thread.
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / folder) for folder in ("scripts", "demo", "tests/extension")]

import browsing  # noqa: E402
import chromium  # noqa: E402
from harness.stand_in import StandIn, standing_in  # noqa: E402
from main_thread import Trace  # noqa: E402
from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright, sync_playwright  # noqa: E402
from review_pages import PAGES, page, said  # noqa: E402

AIM_MS = 50.0
"""Script for each 100 reviews."""
SETTLE_MS = 2_000
"""How long a page is watched after its last chip."""
EMPTY = ("https://www.trustpilot.com/review/empty.example", "https://www.trustpilot.com/categories/lamps")
"""Pages without reviews: one where there might be some, one where there are none."""
LIVELY = """<script>
const ticker = document.body.appendChild(document.createElement('div'));
let ticks = 0;
setInterval(() => { ticker.textContent = `${ticks += 1} visitors`; ticker.append(document.createElement('i')); }, 50);
</script>"""
SHIFT = """new Promise((done) => {
  let sum = 0;
  const seen = new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; });
  seen.observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => setTimeout(() => done(sum), 100));
})"""


@dataclass(frozen=True)
class Weight:
    """What one page took: milliseconds of script, of style and layout; kilobytes; the sum of its layout shifts."""

    script: float
    layout: float
    heap: float
    shift: float


LISTINGS = [listing for _, listing, _ in PAGES.values()]


@contextmanager
def browser(driver: Playwright, extension: Path, api: StandIn | None) -> Iterator[BrowserContext]:
    """Chromium with the extension paired with that API, or without it."""
    executable = chromium.ensure()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        flags = ["--no-sandbox", "--enable-precise-memory-info"]
        context = browsing.launch(
            driver, executable, Path(folder) / "profile", extension if api else Path(folder), *flags
        )
        try:
            if api:
                worker = browsing.worker(context)
                worker.evaluate("(saved) => chrome.storage.local.set(saved)", api.saved)
            yield context
        finally:
            context.close()


def weigh(context: BrowserContext, url: str, body: str, chips: int) -> Weight:
    """One page, from an empty tab until it has been quiet for a while."""
    tab = context.new_page()
    try:
        tab.route(re.compile("^https:"), lambda route: route.fulfill(body=body, content_type="text/html"))
        session = context.new_cdp_session(tab)
        session.send("Performance.enable")
        trace = Trace(session)
        trace.start()
        tab.goto(url)
        if chips:
            tab.wait_for_function(
                f"document.querySelectorAll('amends-chip').length >= {chips}", polling=200, timeout=60_000
            )
        tab.wait_for_timeout(SETTLE_MS)
        trace.stop(tab.wait_for_timeout)
        script, layout = trace.times(url.split("/")[2])
        session.send("HeapProfiler.collectGarbage")
        return Weight(script, layout, _heap(session), _shift(tab))
    finally:
        tab.close()


def _heap(session: CDPSession) -> float:
    """Kilobytes of the page's scripts and ours after tidying up."""
    found = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    return float(found["JSHeapUsedSize"]) / 1024


def _shift(tab: Page) -> float:
    value: float = tab.evaluate(SHIFT)
    return value


def middle(weights: list[Weight]) -> Weight:
    """The median of each figure."""
    return Weight(*(statistics.median(values) for values in zip(*map(astuple, weights), strict=True)))


def row(name: str, with_it: Weight, without: Weight, limit: float | None = None) -> str:
    """One line of what the extension adds."""
    added = Weight(*(one - other for one, other in zip(astuple(with_it), astuple(without), strict=True)))
    kept = "" if limit is None else f"  limit {limit:g}: {'kept' if added.script <= limit else 'MISSED'}"
    moved = f"{with_it.shift:.4f}" + ("" if with_it.shift <= without.shift else " MOVED")
    return (
        f"  {name:26} script {added.script:7.1f}  style+layout {added.layout:7.1f} ms"
        f"  memory {added.heap:7.0f} kB  shift {moved}{kept}"
    )


def cases(counts: list[int]) -> Iterator[tuple[str, str, str, int, float | None]]:
    """What is weighed: name, address, page, chips to wait for, limit of script."""
    for name, (url, _, write) in PAGES.items():
        for count in counts:
            yield f"{name}, {count} reviews", url, write(said(count)), count, AIM_MS * count / 100
    for url in EMPTY:
        yield f"no reviews, {url.split('/')[3]}", url, page(f"<h1>Lamps</h1><p>None yet.</p>{LIVELY}"), 0, None


def main(arguments: list[str]) -> int:
    """Weigh each page with and without the extension, and print the difference."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--counts", default="100,1000")
    parser.add_argument("--only", default="", help="part of a case's name")
    parser.add_argument("--extension", type=Path, default=ROOT / "extension")
    given = parser.parse_args(arguments)
    chosen = [case for case in cases([int(count) for count in given.counts.split(",")]) if given.only in case[0]]
    print(f"What the extension adds to a page (median of {given.runs} loads)")
    weights: list[list[Weight]] = []
    with sync_playwright() as driver, standing_in(LISTINGS) as server:
        for api in (server, None):
            with browser(driver, given.extension, api) as context:
                weights.append([_weighed(context, case, given.runs, bool(api)) for case in chosen])
    for case, with_it, without in zip(chosen, *weights, strict=True):
        print(row(case[0], with_it, without, case[4]))
    return 0


def _weighed(context: BrowserContext, case: Any, runs: int, with_it: bool) -> Weight:
    _, url, body, chips, _ = case
    return middle([weigh(context, url, body, chips if with_it else 0) for _ in range(runs)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
