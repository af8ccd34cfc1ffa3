"""The built site on this machine, to look at; not a server for the public."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from fixlog.report import BuildError, Problem


class _Files(SimpleHTTPRequestHandler):
    """Files of one folder, never kept by the browser; the site's own page where there is none."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".xml": "application/xml", ".svg": "image/svg+xml"}  # noqa: RUF012  # the base class says what it is

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


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server for `folder` on this machine only, not yet running; port 0 takes a free one. Raises `BuildError`."""
    if not (folder / "index.html").is_file():
        raise BuildError([Problem(str(folder), "holds no built site; run: amends site build")])
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), partial(_Files, directory=str(folder)))
    except OSError as error:
        raise BuildError([Problem(f"port {port}", f"{error.strerror or error}; choose another with --port")]) from None


def serve(folder: Path, port: int = 8766) -> None:
    """Serve `folder` on http://127.0.0.1:PORT/ until interrupted. Raises `BuildError`."""
    with server(Path(folder), port) as running:
        print(f"Fix log: http://127.0.0.1:{running.server_port}/  (Ctrl-C stops it)", flush=True)
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            print()
