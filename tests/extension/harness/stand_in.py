"""An API that says the least there is to say, at once: for tests and measurements of what happens on pages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from in_thread import in_thread

TRIAGE = {"kind": "complaint", "severity": "normal", "scenario": "valid-complaint"}


class StandIn(ThreadingHTTPServer):
    """Answers every call; `sent` has the reviews of each `observe`, `says` what a review's answer has besides."""

    daemon_threads = True

    def __init__(self, listings: Sequence[str]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.listings = [{"id": listing, "platform": listing.split(":")[0]} for listing in listings]
        self.sent: list[list[dict[str, Any]]] = []
        self.says: dict[str, dict[str, Any]] = {}

    @property
    def saved(self) -> dict[str, Any]:
        """What the extension has in its storage once it is paired with this."""
        staff = {"name": "Ida", "role": "writer"}
        address = f"http://127.0.0.1:{self.server_address[1]}"
        return {
            "address": address,
            "token": "t",
            "staff": staff,
            "listings": self.listings,
            "notOurs": [],
            "drafts": {},
        }

    def seen(self, review: dict[str, Any]) -> dict[str, Any]:
        """What is known of a review."""
        name = str(review.get("external_id"))
        due = (datetime.now(UTC) + timedelta(hours=5)).isoformat()
        usual = {"id": name, "state": "new", "due_at": due, "triage": TRIAGE, "matches": []}
        return {**usual, **self.says.get(name, {})}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: StandIn
    timeout = 20

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"{}")
        if not self.path.endswith("/reviews:observe"):
            return self._answer(
                {"findings": [], "checklist": [], "suggestions": [], "length": {"used": 0}, "scenario": ""}
            )
        self.server.sent.append(asked["reviews"])
        reviews = [self.server.seen(review) for review in asked["reviews"]]
        return self._answer({"reviews": reviews, "listings": self.server.listings, "adapters": ""})

    def do_GET(self) -> None:
        self._answer({"items": [], "name": "Ida", "role": "writer"})

    def do_OPTIONS(self) -> None:
        self._answer({})

    def _answer(self, said: object) -> None:
        body = json.dumps(said).encode()
        self.send_response(200)
        for name, value in (("Origin", "*"), ("Headers", "*, Authorization, Content-Type"), ("Methods", "*")):
            self.send_header(f"Access-Control-Allow-{name}", value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def standing_in(listings: Sequence[str]) -> Iterator[StandIn]:
    """`with standing_in(["sample:lamps"]) as api` runs one."""
    with in_thread(StandIn(listings)) as server:
        yield server
