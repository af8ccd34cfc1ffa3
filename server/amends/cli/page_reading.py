"""Runs the extension's own page reader on a saved page: one headless Chromium, no page script, no network.

The page is parsed into a document that is never shown, in a blank tab at the page's address: nothing in it runs or
loads. The tab may fetch two kinds of things, both from here: the page's bytes and the reader's files.
"""

from __future__ import annotations

import gzip
import re
import runpy
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import amends
from amends import shipped
from amends.adapters import shipped as shipped_adapters

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Route

LARGEST_PAGE = 50 * 1024 * 1024
"""Bytes of a saved page we read at most."""

_HERE = "/.amends-reader/"
_TYPES = {".js": "text/javascript", ".json": "application/json"}
_FLAGS = ("--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync")
_CHARSET = re.compile(rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16le"), (b"\xfe\xff", "utf-16be"))

_READ = """async ({folder, url, charset, choice, seenAt}) => {
  const here = `${location.origin}${folder}adapters/`;
  const [{readPage}, {loadAdapter, loadIndex, shippedFor}] = await Promise.all(
    ["reader.js", "index.js"].map((name) => import(here + name)));
  const {adapter: named, mode, given} = choice;
  const faults = given ? (await import(`${here}shape.js`)).faultsOf(given) : [];
  if (faults.length) return {faults};
  const text = async (name) => (await fetch(here + name)).text();
  const packed = (await fetch(`${location.origin}${folder}page`)).body.pipeThrough(new DecompressionStream("gzip"));
  const bytes = await new Response(packed).arrayBuffer();
  let decoder;
  try { decoder = new TextDecoder(charset); } catch { decoder = new TextDecoder(); }
  const page = new DOMParser().parseFromString(decoder.decode(bytes), "text/html");
  // A browser that runs scripts, as people's do, sees nothing inside <noscript>.
  for (const unseen of page.querySelectorAll("noscript")) unseen.remove();
  const adapter = given ?? (named ? await loadAdapter(named, text)
    : await shippedFor(url, await loadIndex(text), text));
  const how = mode === "unknown" ? (await import(`${here}unknown-page.js`)).readUnknownPage : readPage;
  const read = how(page, url, {adapters: adapter ? [adapter] : [], now: seenAt ? new Date(seenAt) : null, ...choice});
  return {adapter: read.adapter, reader: read.reader, listing: read.listing, listingName: read.listingName,
    confidence: read.confidence ?? null,
    reviews: read.items.map(({review}) => review),
    placed: read.items.map(({element}) => element?.tagName ?? null)};
}"""


class PageReadingError(Exception):
    """The page cannot be read here; the message says why and what to do."""


def extension_folder() -> Path:
    """Where the extension's files are."""
    try:
        return shipped.extension_folder()
    except FileNotFoundError as error:
        raise PageReadingError(str(error)) from None


def adapters() -> list[dict[str, Any]]:
    """All adapters, in the order in which they are asked."""
    extension_folder()
    return shipped_adapters()


class PageReader:
    """Reads saved pages, one after another, in one tab."""

    def __init__(self, context: BrowserContext) -> None:
        self._folder = extension_folder()
        self._body = b""
        context.route("**/*", self._answer)
        self._tab: Page = context.new_page()

    def read(
        self, page: bytes, url: str, *, choice: dict[str, Any] | None = None, seen_at: str | None = None
    ) -> dict[str, Any]:
        """What the reader found: its `reviews`, `listing`, `adapter` and which `reader` it was.

        `choice` is the reader's `mode` or `adapter`; an adapter that does not ship stands beside its id as `given`.
        Without `seen_at` a date that lacks its year stays unknown.
        """
        from playwright.sync_api import Error

        # Every byte passes through the driver as text: packed, a large page takes a third of the time.
        self._body = gzip.compress(page, compresslevel=1)
        asked = {"url": url, "charset": charset_of(page), "choice": choice or {}, "seenAt": seen_at, "folder": _HERE}
        try:
            self._tab.goto(url)
            found: dict[str, Any] = self._tab.evaluate(_READ, asked)
        except Error as error:
            raise PageReadingError(f"Chromium could not read the page: {error.message.splitlines()[0]}") from error
        if found.get("faults"):
            raise PageReadingError(f"The adapter is not well-formed: {' '.join(found['faults'])}")
        return found

    def _answer(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        if route.request.is_navigation_request():
            route.fulfill(body="<!doctype html><title>Amends</title>", content_type="text/html; charset=utf-8")
        elif path == _HERE + "page":
            route.fulfill(body=self._body, content_type="application/octet-stream")
        elif path.startswith(_HERE) and (file := self._file(path.removeprefix(_HERE))):
            route.fulfill(body=file.read_bytes(), content_type=f"{_TYPES[file.suffix]}; charset=utf-8")
        else:
            route.abort()

    def _file(self, name: str) -> Path | None:
        file = (self._folder / name).resolve()
        inside = file.is_relative_to(self._folder.resolve()) and file.suffix in _TYPES
        return file if inside and file.is_file() else None


@contextmanager
def page_reader(executable: str | None = None) -> Iterator[PageReader]:
    """A reader with its own Chromium, closed at the end."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        raise PageReadingError(
            "Reading a page needs Playwright: pip install playwright, or use the requirements-dev.txt of a checkout."
        ) from None
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(
                executable_path=executable or chromium(), chromium_sandbox=False, args=list(_FLAGS)
            )
        except Error as error:
            raise PageReadingError(f"Chromium does not start: {error.message.splitlines()[0]}") from error
        try:
            yield PageReader(browser.new_context(service_workers="block"))
        finally:
            browser.close()


def chromium() -> str:
    """The path of a Chromium: $CHROMIUM, the system's, or one Playwright installed."""
    script = Path(amends.__file__).parents[2] / "scripts/chromium.py"
    found = _found_by(script) if script.is_file() else _found_here()
    if not found:
        raise PageReadingError(
            "No Chromium found: set CHROMIUM to the path of one, or run `playwright install chromium`."
        )
    return found


def _found_by(script: Path) -> str | None:
    sys.path.insert(0, str(script.parent))  # The script imports its neighbours.
    try:
        found: str | None = runpy.run_path(str(script))["find"]()
    finally:
        sys.path.remove(str(script.parent))
    return found


def _found_here() -> str | None:
    """As the checkout's script does, for an installed package, which does not have it."""
    import os
    import shutil

    for name in (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "ungoogled-chromium"):
        if name and (path := shutil.which(name)):
            return path
    return None


def charset_of(page: bytes) -> str:
    """The encoding a browser would read the page in: its byte order mark, else what it says, else what fits."""
    for mark, charset in _MARKS:
        if page.startswith(mark):
            return charset
    said = _CHARSET.search(page[:4096])
    label = said[1].decode("ascii").lower() if said else ""
    if label and not label.startswith("utf-16"):
        return label
    try:
        page.decode("utf-8")
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"
