"""What the extension costs a page: script, layout, memory and layout shift, with it against without it.

Run: python tests/bench/page_weight.py [--runs 5] [--counts 100,1000]

Times are processor time of the page's main thread. Both browsers show the page at the same time, for most of which
nothing happens: that halves the wait.
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
SETTLE_MS = 1_000
"""How long a page is watched after its last chip: twice as long as changes are gathered before the next look."""
PATIENCE_MS = 7_000
"""How long one is watched where reviews are expected and none come: until that was thought about."""
EMPTY = (
    ("https://www.trustpilot.com/review/empty.example", PATIENCE_MS),
    ("https://www.trustpilot.com/categories/lamps", SETTLE_MS),
)
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


@dataclass(frozen=True)
class Case:
    """What is weighed: `settle` is how long after its chips a page is watched, `limit` what its script may take."""

    name: str
    url: str
    body: str
    chips: int
    settle: int
    limit: float | None = None


class Weighing:
    """One page in one browser, from an empty tab until it has been quiet for a while."""

    def __init__(self, context: BrowserContext, case: Case) -> None:
        self._tab = context.new_page()
        self._case = case
        self._tab.route(re.compile("^https:"), lambda route: route.fulfill(body=case.body, content_type="text/html"))
        self._session = context.new_cdp_session(self._tab)
        self._session.send("Performance.enable")
        self._trace = Trace(self._session)
        self._trace.start()
        self._tab.goto(case.url)

    def await_chips(self) -> None:
        """Until all are there."""
        all_there = f"document.querySelectorAll('amends-chip').length >= {self._case.chips}"
        self._tab.wait_for_function(all_there, polling=200, timeout=60_000)

    def watch(self) -> None:
        """As long as this page is to be watched."""
        self._tab.wait_for_timeout(self._case.settle)

    def weight(self) -> Weight:
        """What it took; the tab is closed."""
        try:
            self._trace.stop(self._tab.wait_for_timeout)
            script, layout = self._trace.times(self._case.url.split("/")[2])
            self._session.send("HeapProfiler.collectGarbage")
            return Weight(script, layout, _heap(self._session), _shift(self._tab))
        finally:
            self._tab.close()


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


def cases(counts: list[int]) -> Iterator[Case]:
    """Every page that is weighed."""
    for name, (url, _, write) in PAGES.items():
        for count in counts:
            yield Case(f"{name}, {count} reviews", url, write(said(count)), count, SETTLE_MS, AIM_MS * count / 100)
    for url, settle in EMPTY:
        body = page(f"<h1>Lamps</h1><p>None yet.</p>{LIVELY}")
        yield Case(f"no reviews, {url.split('/')[3]}", url, body, 0, settle)


def main(arguments: list[str]) -> int:
    """Weigh each page with and without the extension, and print the difference."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--counts", default="100,1000")
    parser.add_argument("--only", default="", help="part of a case's name")
    parser.add_argument("--extension", type=Path, default=ROOT / "extension")
    given = parser.parse_args(arguments)
    chosen = [case for case in cases([int(count) for count in given.counts.split(",")]) if given.only in case.name]
    print(f"What the extension adds to a page (median of {given.runs} loads)")
    with (
        sync_playwright() as driver,
        standing_in(LISTINGS) as server,
        browser(driver, given.extension, server) as ours,
        browser(driver, given.extension, None) as plain,
    ):
        for case in chosen:
            pairs = [weighed(ours, plain, case) for _ in range(given.runs)]
            with_it, without = (middle(list(weights)) for weights in zip(*pairs, strict=True))
            print(row(case.name, with_it, without, case.limit), flush=True)
    return 0


def weighed(ours: BrowserContext, plain: BrowserContext, case: Case) -> tuple[Weight, Weight]:
    """One page with the extension, and at the same time without it."""
    with_it, without = Weighing(ours, case), Weighing(plain, case)
    if case.chips:
        with_it.await_chips()
    with_it.watch()
    return with_it.weight(), without.weight()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
