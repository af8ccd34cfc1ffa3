"""What search costs: seconds for its index, bytes of the search page before the first key, and bytes of one symptom.

Run: python tests/bench/site_search.py [--count 10000]

Builds the invented fix log of `site_corpus.py` without and with its index, serves it, and types a symptom in Chromium.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import json
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

import chromium
import site_corpus
from playwright.sync_api import Page, sync_playwright

import fixlog

INDEX_SECONDS, BEFORE_A_KEY = 15, 100_000
SYMPTOM = "the price editor beeped twice when a colleague had it open"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server of files that says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def index_seconds(out: Path, raw: bytes) -> float:
    """How long the index takes after everything else."""
    fixlog.build(raw, out, skip=("search",))
    begun = time.perf_counter()
    fixlog.build(raw, out)
    whole = time.perf_counter() - begun
    begun = time.perf_counter()
    fixlog.build(raw, out, skip=("search",))
    without = time.perf_counter() - begun
    fixlog.build(raw, out)
    return whole - without


def typed(page: Page, address: str) -> tuple[int, int, float, str]:
    """Bytes before the first key, bytes until the answers, seconds from the last key to the first of them, and that."""
    loaded: list[int] = []
    page.on("response", lambda response: loaded.append(len(response.body())))
    page.goto(f"{address}search/", wait_until="networkidle")
    before = sum(loaded)
    page.locator("#find").fill(SYMPTOM)
    begun = time.perf_counter()
    first = page.locator("#found h3").first
    first.wait_for()
    took = time.perf_counter() - begun
    page.wait_for_load_state("networkidle")
    return before, sum(loaded) - before, took, first.inner_text()


def main() -> int:
    """Print each figure beside its limit; 1 where one is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    count = parser.parse_args().count
    raw = json.dumps(site_corpus.fixlog(count)).encode()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "site"
        seconds = index_seconds(out, raw)
        handler = functools.partial(Quiet, directory=str(out))
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as driver:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            browser = driver.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
            before, after, took, first = typed(browser.new_page(), f"http://127.0.0.1:{server.server_address[1]}/")
            browser.close()
            server.shutdown()
    print(f"{count:,} fixes")
    print(f"index of its own                  {seconds:7.1f} s    limit {INDEX_SECONDS}")
    print(f"loaded before the first key       {before / 1000:7.1f} kB   limit {BEFORE_A_KEY / 1000:g}, not compressed")
    print(f"loaded for one symptom            {after / 1000:7.1f} kB")
    print(f"last key to the first answer      {took:7.2f} s    ({first})")
    return int(seconds > INDEX_SECONDS or before > BEFORE_A_KEY)


if __name__ == "__main__":
    sys.exit(main())
