"""Sample Market: an invented app store with a page a developer answers reviews on. `python demo/market.py [--port N]`.

It behaves as real ones do where that is hard for an extension: reply boxes are React controlled components, reviews are
drawn by script and more of them come on demand, and the content security policy lets nothing else in.
"""

from __future__ import annotations

import argparse
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from in_thread import in_thread

HERE = Path(__file__).resolve().parent
NODE_MODULES = HERE.parent / "tests" / "extension" / "node_modules"
NAME = "sample-market.localhost"
"""Its host name; browsers send every name under .localhost to this machine."""
PORT = 8770
MAX_BODY = 64 * 1024
MAX_REPLY = 350
"""Characters of a reply."""
PUBLISHER = "Halden & Roe"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


class Market:
    """The apps, their reviews and the replies posted so far; kept in `state` where a file is given."""

    def __init__(self, state: Path | None = None) -> None:
        self._lock = threading.Lock()
        self._state = state
        apps = json.loads((HERE / "market" / "apps.json").read_text(encoding="utf-8"))
        self.apps: dict[str, dict[str, Any]] = {app["slug"]: app for app in apps}
        rows = [*_lines(HERE / "data" / "reviews.jsonl"), *_lines(HERE / "market" / "other-reviews.jsonl")]
        self._reviews: dict[str, dict[str, Any]] = {row["external_id"]: row for row in rows}
        if state and state.exists():
            for review, reply in json.loads(state.read_text(encoding="utf-8")).items():
                self._reviews[review]["reply"] = reply

    def page(self, slug: str) -> dict[str, Any] | None:
        """An app and its reviews, as the page's script asks for them."""
        app = self.apps.get(slug)
        return app and {
            **app,
            "limit": MAX_REPLY,
            "reviews": [r for r in self._reviews.values() if r["listing"] == app["listing"]],
        }

    def reply(self, review: str, text: str) -> dict[str, Any] | None:
        """Post a reply to a review; None where there is no such review."""
        with self._lock:
            if review not in self._reviews:
                return None
            reply = {"text": text, "author": PUBLISHER, "posted_at": date.today().isoformat()}
            self._reviews[review] = {**self._reviews[review], "reply": reply}
            self._keep(review, reply)
            return reply

    def posted(self, review: str) -> str | None:
        """The text of a review's reply, if there is one."""
        reply = self._reviews[review].get("reply")
        return reply and reply["text"]

    def _keep(self, review: str, reply: dict[str, Any]) -> None:
        if self._state is None:
            return
        kept = json.loads(self._state.read_text(encoding="utf-8")) if self._state.exists() else {}
        self._state.parent.mkdir(parents=True, exist_ok=True)
        self._state.write_text(json.dumps({**kept, review: reply}, ensure_ascii=False), encoding="utf-8")


class Handler(BaseHTTPRequestHandler):
    """The market over HTTP: pages, assets, and the two calls its script makes."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        """A page, an asset, or an app's reviews as JSON."""
        path = self.path.split("?")[0]
        match path.strip("/").split("/"):
            case [""]:
                self._send(302, b"", "text/plain", location="/apps/halden-albums")
            case ["apps", slug] if slug in self.server.market.apps:
                self._file(HERE / "market" / "page.html")
            case ["api", "apps", slug] if slug in self.server.market.apps:
                self._json(200, self.server.market.page(slug))
            case ["assets", name] if name in self.server.assets:
                self._file(self.server.assets[name])
            case _:
                self._json(404, {"error": "There is nothing here."})

    def do_POST(self) -> None:
        """A reply to a review: POST /api/reviews/ID/reply {"text"}."""
        length = int(self.headers.get("Content-Length") or 0)
        if length > MAX_BODY:
            self.close_connection = True
            return self._json(413, {"error": "That is too long."})
        text = _text_of(self.rfile.read(length))
        match self.path.strip("/").split("/"):
            case ["api", "reviews", review, "reply"] if text:
                reply = self.server.market.reply(review, text)
                return self._json(201 if reply else 404, reply or {"error": "There is no such review."})
        return self._json(400, {"error": f"Write a reply of 1 to {MAX_REPLY} characters."})

    def _file(self, path: Path) -> None:
        self._send(200, path.read_bytes(), f"{TYPES[path.suffix]}; charset=utf-8")

    def _json(self, status: int, answer: Any) -> None:
        self._send(status, json.dumps(answer, ensure_ascii=False).encode(), "application/json")

    def _send(self, status: int, body: bytes, kind: str, *, location: str | None = None) -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the terminal belongs to what the person came for."""


class Server(ThreadingHTTPServer):
    """Sample Market on 127.0.0.1; port 0 takes a free one."""

    daemon_threads = True

    def __init__(self, port: int, market: Market, node_modules: Path = NODE_MODULES) -> None:
        self.market = market
        self.assets = {
            path.name: path for path in (HERE / "market").iterdir() if path.suffix in (".js", ".css", ".svg")
        }
        for package in ("react", "react-dom"):
            path = node_modules / package / "umd" / f"{package}.production.min.js"
            if not path.exists():
                raise FileNotFoundError(f"{path} is missing: python scripts/node.py installs it")
            self.assets[path.name] = path
        super().__init__(("127.0.0.1", port), Handler)

    @property
    def address(self) -> str:
        """Where browsers find it, without a slash at the end."""
        return f"http://{NAME}:{self.server_address[1]}"


@contextmanager
def serving(port: int = 0, state: Path | None = None, node_modules: Path = NODE_MODULES) -> Iterator[Server]:
    """A market that answers in a thread for as long as the block runs."""
    with in_thread(Server(port, Market(state), node_modules)) as server:
        yield server


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _text_of(body: bytes) -> str | None:
    """The reply in a request's body, None where it is none."""
    try:
        text = json.loads(body)["text"].strip()
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    return text if 0 < len(text) <= MAX_REPLY else None


def main() -> None:
    """Serve until Ctrl-C."""
    parser = argparse.ArgumentParser(description="Serve Sample Market on 127.0.0.1.")
    parser.add_argument("--port", type=int, default=PORT)
    given = parser.parse_args()
    with serving(given.port) as server:
        print(f"Sample Market on {server.address}/apps/halden-albums (Ctrl-C stops it)", flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    main()
