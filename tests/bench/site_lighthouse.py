"""What Lighthouse gives the fix log's home page and a fix page, as a phone on a slow network loads them.

Run: python tests/bench/site_lighthouse.py [--runs 1]. Ends with 1 where a category is below 100.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

import chromium  # noqa: E402  # beside bench.py
import node  # noqa: E402

import fixlog  # noqa: E402

PROJECT = Path(__file__).parent / "lighthouse"
LEAST = 100
"""Of 100, in every category."""
PAGES = {"home": "", "a fix": "fixes/photos-vanish-when-rotated/"}
LIMIT = 120
"""Seconds one page may take."""


class _Zipped(SimpleHTTPRequestHandler):
    """Files as a web host sends them: compressed, and kept by the browser."""

    def send_head(self) -> Any:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return super().send_head()
        content = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=31536000")
        self.end_headers()
        self.wfile.write(content)
        return None

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The site of the demo in `folder`, at this address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Zipped, directory=str(folder))) as server:
        address = f"http://127.0.0.1:{server.server_port}/"
        fixlog.build((ROOT / "demo/fixlog.json").read_bytes(), folder, base_url=address)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield address
        server.shutdown()


def scores(address: str, modules: Path, browser: str) -> tuple[dict[str, int], list[str]]:
    """Each category's score, and what kept one from 100."""
    command = [
        "node", str(modules / "lighthouse/cli/index.js"), address, "--quiet", "--output=json", "--form-factor=mobile",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]  # fmt: skip
    environ = {**node.environment(), "CHROME_PATH": browser}
    done = subprocess.run(command, capture_output=True, text=True, env=environ, timeout=LIMIT, check=True)
    report = json.loads(done.stdout)
    found = {name: round(one["score"] * 100) for name, one in report["categories"].items()}
    short = [
        f"{name}: {report['audits'][audit['id']]['title']}"
        for name, one in report["categories"].items()
        for audit in one["auditRefs"]
        if audit["weight"] and (report["audits"][audit["id"]]["score"] or 0) < 0.9
        and report["audits"][audit["id"]]["scoreDisplayMode"] not in ("notApplicable", "manual", "informative")
    ]  # fmt: skip
    return found, short


def main() -> int:
    """Print a line a page and run; 1 when a category was below `LEAST` in every run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=1)
    runs = parser.parse_args().runs
    modules, browser = node.modules(PROJECT), chromium.ensure()
    well = True
    with tempfile.TemporaryDirectory() as folder, served(Path(folder) / "site") as address:
        for name, path in PAGES.items():
            best: dict[str, int] = {}
            for _ in range(runs):
                found, short = scores(address + path, modules, browser)
                best = {category: max(score, best.get(category, 0)) for category, score in found.items()}
                print(f"{name:8}" + "  ".join(f"{category} {score}" for category, score in found.items()), flush=True)
                for line in short:
                    print(f"         {line}")
            well = well and min(best.values()) >= LEAST
    print(f"limit: {LEAST} in each category: {'held' if well else 'NOT HELD'}")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
