"""The web as tests see it: one local TLS server that answers for every https name, with pages saved from real sites."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest
import trustme
from in_thread import in_thread

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""The page's own scripts do not run and ask for nothing: what a saved page shows is what was saved."""


class Request(NamedTuple):
    """One request that reached the web."""

    method: str
    host: str
    path: str


class Web(ThreadingHTTPServer):
    """Every https site there is; 404 where nothing was put. `requests` has all that was asked of it."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.requests: list[Request] = []
        self.pages: dict[tuple[str, str], bytes] = {}
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        trustme.CA().issue_cert("amends.test").configure_cert(context)
        # The handshake is left to each connection's thread: one slow client must not hold up the others.
        self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)

    @property
    def port(self) -> int:
        """The port that browsers are told stands for 443."""
        port: int = self.server_address[1]
        return port

    def put(self, host: str, pages: Mapping[str, Path | str]) -> str:
        """Show these pages (path → file, or the page itself) under a host name; gives the site's address."""
        for path, page in pages.items():
            self.pages[host, path] = page.encode() if isinstance(page, str) else page.read_bytes()
        return f"https://{host}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Web
    timeout = 20

    def do_GET(self) -> None:
        host = (self.headers.get("Host") or "").partition(":")[0]
        path = self.path.split("?")[0]
        self.server.requests.append(Request(self.command, host, self.path))
        page = self.server.pages.get((host, self.path)) or self.server.pages.get((host, path))
        self.send_response(200 if page else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Content-Length", str(len(page or b"")))
        self.end_headers()
        self.wfile.write(page or b"")

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.do_GET()

    do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_HEAD = do_POST

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def web() -> Iterator[Web]:
    """The https web of this test's browsers."""
    with in_thread(Web()) as server:
        yield server


@pytest.fixture
def captured_site(web: Web, captured: Callable[[str], Path]) -> Callable[[str, Mapping[str, str]], str]:
    """`captured_site("www.trustpilot.com", {"/review/x": "pages/trustpilot/x.html"})`: captured pages on the web."""

    def put(host: str, pages: Mapping[str, str]) -> str:
        return web.put(host, {path: captured(name) for path, name in pages.items()})

    return put
