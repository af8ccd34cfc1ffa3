"""The built site on this machine, to look at; not a server for the public."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from fixlog import sources
from fixlog.report import BuildError, Problem
from fixlog.watching import Build, Watch

RELOAD, CHANGES = "/.preview/reload.js", "/.preview/changes"
"""Places of the preview's own."""
SCRIPT = f'new EventSource("{CHANGES}").onmessage = () => location.reload();\n'
HEARTBEAT = 15
"""Seconds after which a browser that went away is noticed."""


class _Files(SimpleHTTPRequestHandler):
    """Files of one folder, never kept by the browser; the site's own page where there is none."""

    base = "/"
    """The path the site will have: only 404.html writes whole addresses, and is to be seen here, too."""
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".xml": "application/xml", ".svg": "image/svg+xml"}  # noqa: RUF012  # the base class says what it is

    def translate_path(self, path: str) -> str:
        place = super().translate_path(path)
        below = path.removeprefix(self.base)
        return place if below == path or Path(place).exists() else super().translate_path(f"/{below}")

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            return super().send_error(code, message, explain)
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
        return None

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a preview is looked at, not watched."""


class _Live(_Files):
    """The same, and each page reloads when the site was built again. What is built holds no such thing."""

    watch: Watch

    def do_GET(self) -> None:
        if self.path == RELOAD:
            self._answer(SCRIPT, "text/javascript; charset=utf-8")
        elif self.path == CHANGES:
            self._tell()
        elif page := self._page():
            self._answer(_reloading(page.read_text("utf-8")), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _page(self) -> Path | None:
        place = Path(self.translate_path(self.path))
        if place.is_dir() and self.path.partition("?")[0].endswith("/"):
            place /= "index.html"
        return place if place.suffix == ".html" and place.is_file() else None

    def _answer(self, text: str, kind: str) -> None:
        content = text.encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _tell(self) -> None:
        """A line for each build, for as long as the browser listens."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        seen = self.watch.changes
        try:
            self.wfile.write(b": listening\n\n")
            while True:
                count = self.watch.wait(seen, HEARTBEAT)
                self.wfile.write(b": still here\n\n" if count == seen else b"data: built\n\n")
                seen = count
        except OSError:
            return


def _reloading(page: str) -> str:
    """The page with a script that reloads it, which its own rules would forbid."""
    for rule in ("script-src", "connect-src"):
        if rule not in page.partition("</head>")[0]:
            page = page.replace("default-src 'none';", f"default-src 'none'; {rule} 'self';", 1)
    return page.replace("</head>", f'<script src="{RELOAD}"></script></head>', 1)


def server(folder: Path, port: int, watch: Watch | None = None) -> ThreadingHTTPServer:
    """A server for `folder` on this machine only, not yet running; port 0 takes a free one. Raises `BuildError`."""
    if not (folder / "index.html").is_file():
        raise BuildError([Problem(str(folder), "holds no built site; run: amends site build")])
    base = urlsplit(sources.base_url(folder / "fixlog.json") or "/").path
    files = type("_Here", (_Live if watch else _Files,), {"watch": watch, "base": base})
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), partial(files, directory=str(folder)))
    except OSError as error:
        raise BuildError([Problem(f"port {port}", f"{error.strerror or error}; choose another with --port")]) from None


def serve(folder: Path, port: int, source: Path | None, build: Build, theme: Path | None = None) -> None:
    """Serve `folder` on http://127.0.0.1:PORT/ until interrupted; `build` it when `source` or `theme` changes.

    Raises `BuildError`.
    """
    if source:
        build()
    watch = Watch(folder, source, build, theme)
    with server(folder, port, watch) as running:
        running.daemon_threads = True
        watch.start()
        print(f"Fix log: http://127.0.0.1:{running.server_port}/  (Ctrl-C stops it)", flush=True)
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            print()
