"""The page of `tests/extension/editors`, bundled, served, and open in a browser whose extension is paired."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import browsing
import demo_extension
import node
from harness.servers import AmendsServer
from in_thread import in_thread
from playwright.sync_api import BrowserContext, Page

EDITORS = Path(__file__).resolve().parents[1] / "editors"
LISTING = "sample:editors"
OVERHEAR = """(text) => {
    const real = fetch;
    self.asked = [];
    self.fetch = async (url, options) => {
        const [path] = String(url).split('/api/v1').slice(1);
        if (path === '/lint') self.asked.push(JSON.parse(options.body).draft);
        if (path !== '/suggestions') return real(url, options);
        const length = { used: text.length, unit: 'characters' };
        const suggestion = { text, scenario: 'valid-complaint', language: 'en', findings: [], length };
        return Response.json({ scenario: 'valid-complaint', suggestions: [suggestion] });
    };
}"""


def bundle(folder: Path) -> None:
    """The page with its editors, as one file beside the page itself."""
    modules = node.modules(EDITORS)
    command = [
        str(modules / ".bin" / "esbuild"), str(EDITORS / "page.js"), "--bundle", "--format=esm", "--log-level=error",
        f"--outfile={folder / 'editors.js'}", "--loader:.css=empty",
        '--define:process.env.NODE_ENV="production"', "--define:global=globalThis",
    ]  # fmt: skip
    subprocess.run(command, check=True, timeout=120, env=node.environment())
    (folder / "apps").mkdir()
    (folder / "apps" / "editors").write_bytes((EDITORS / "page.html").read_bytes())


class _Files(SimpleHTTPRequestHandler):
    def guess_type(self, path: Any) -> str:
        return "text/html" if str(path).endswith("apps/editors") else super().guess_type(path)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The folder as a site that the demo copy may read; gives its address."""
    with in_thread(ThreadingHTTPServer(("127.0.0.1", 0), partial(_Files, directory=str(folder)))) as server:
        yield f"http://sample-market.localhost:{server.server_address[1]}"


def extension(folder: Path) -> Path:
    """The demo copy, told that replies are written anywhere within `.reply`."""
    copy = demo_extension.make(folder)
    adapter = copy / "adapters" / demo_extension.ADAPTER.name
    data = json.loads(adapter.read_text(encoding="utf-8"))
    del data["reply_opener"]
    adapter.write_text(json.dumps({**data, "reply_box": [{"select": ".reply"}]}), encoding="utf-8")
    return copy


class Matrix:
    """The open page; what its editors hold, and what the extension made of it."""

    def __init__(self, context: BrowserContext, page: Page, office: AmendsServer) -> None:
        self.context = context
        self.page = page
        self.office = office
        self.panel = page.locator("amends-panel")

    def suggest(self, text: str) -> None:
        """From now on this is the suggestion for every review, and `asked` starts anew."""
        browsing.worker(self.context).evaluate(OVERHEAR, text)

    def asked(self) -> list[str]:
        """The drafts that were sent to be checked."""
        told: list[str] = browsing.worker(self.context).evaluate("() => self.asked")
        return told

    def words(self, kind: str) -> str:
        """What the editor itself says it holds."""
        told: str = self.page.evaluate("(kind) => editors[kind].words()", kind)
        return told

    def recorded(self, kind: str) -> str:
        """The reply the server has for the review that is answered with this editor."""
        reviews = self.office.call("GET", "/reviews")["items"]
        found: str = next(one["reply"]["text"] for one in reviews if one.get("external_id") == kind)
        return found

    def open_panel(self, kind: str) -> None:
        """Open the panel of the review that is answered with this editor."""
        self.page.locator(f"#{kind} amends-chip button").click()
        self.panel.get_by_role("button", name="Use this suggestion").wait_for()
