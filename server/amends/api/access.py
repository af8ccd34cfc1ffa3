"""Who is asking, from where, and may they: Host, Origin, bearer token and role, checked before every view.

CORS alone protects nothing (any local program may send anything): every call but `/health` and `/pair` carries a token.
An Origin is judged when one is sent; a call without one stands on its token alone.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, Response, g, request
from flask_cors.core import get_cors_options, set_cors_headers

from amends.api import PREFIX
from amends.api.problems import ApiError
from amends.api.wiring import here
from amends.cases.people import bearer, is_paired_origin
from amends.records import Role, Staff

V = TypeVar("V", bound=Callable[..., Any])

LOOPBACK = {"127.0.0.1", "localhost", "[::1]"}
EXTENSION = re.compile(r"(chrome|moz)-extension://[A-Za-z0-9-]+\Z")
RANK: dict[Role, int] = {"reader": 0, "writer": 1, "maintainer": 2}
OPEN = {f"{PREFIX}/health", f"{PREFIX}/pair", f"{PREFIX}/openapi.json"}
"""Routes without a token."""


def needs(role: Role) -> Callable[[V], V]:
    """Mark a view with the least role that may call it; a view without a mark is closed unless it is `OPEN`."""

    def mark(view: V) -> V:
        view.needs = role  # type: ignore[attr-defined]
        return view

    return mark


def asking() -> Staff:
    """The colleague whose token came with this request."""
    staff: Staff = g.staff
    return staff


def _allowed(view: Any) -> Staff:
    """Who asks, before anything they sent is looked at."""
    who = _authenticated()
    role: Role = getattr(view, "needs", "maintainer")
    if RANK[who.role] < RANK[role]:
        raise ApiError(403, f"{who.name} is a {who.role}; this needs a {role}. Ask a maintainer.")
    return who


def _authenticated() -> Staff:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise ApiError(401, "Send the token you were given: Authorization: Bearer …. An extension gets one by pairing.")
    wiring = here()
    if wiring.operator_key and hmac.compare_digest(token.encode(), wiring.operator_key.encode()):
        return Staff(id="operator", name="operator", role="maintainer", created_at="1970-01-01")
    known = bearer(wiring.store, token)
    if known is None:
        raise ApiError(401, "That token is not known, or was revoked. Pair again with a new code.")
    kept, staff = known
    origin = request.headers.get("Origin")
    if origin and kept.origin and origin not in (kept.origin, *wiring.settings.origins):
        raise ApiError(403, "That token was given to another extension. Pair this one with a code of its own.")
    return staff


def guard(app: Flask) -> None:
    """Check Host and Origin before every request, and answer CORS for those admitted."""

    @app.before_request
    def _() -> None:
        _check_host()
        origin = request.headers.get("Origin")
        if request.method == "OPTIONS" or request.url_rule is None:
            return
        if origin and not _admitted(origin):
            shown = origin[:100]
            raise ApiError(403, f"The origin {shown} is not admitted. Pair the extension, or add it to `origins`.")
        if request.path.startswith(PREFIX) and request.path not in OPEN:
            g.staff = _allowed(app.view_functions[request.endpoint or ""])

    @app.after_request
    def _(response: Response) -> Response:
        origin = request.headers.get("Origin")
        if origin and request.path.startswith(PREFIX) and _admitted(origin):
            options = get_cors_options(app, _cors(origin))
            set_cors_headers(response, options)
        return response


def _cors(origin: str) -> dict[str, Any]:
    return {
        "origins": [origin],
        "methods": ["GET", "POST", "PUT", "PATCH", "DELETE"],
        "allow_headers": ["Authorization", "Content-Type", "Idempotency-Key", "If-None-Match"],
        "max_age": 600,
        "vary_header": True,
    }


def _check_host() -> None:
    """A page that points its own name at 127.0.0.1 must not reach us."""
    settings = here().settings
    host = re.sub(r":\d+\Z", "", request.headers.get("Host", "")).lower()
    if host not in LOOPBACK | {settings.host.lower()} | {name.lower() for name in settings.hosts}:
        raise ApiError(421, f"This API does not answer to the name {host[:100]!r}. Add it to `hosts` in amends.toml.")


def _admitted(origin: str) -> bool:
    wiring = here()
    if origin in wiring.settings.origins or origin == request.host_url.rstrip("/"):
        return True
    if not EXTENSION.match(origin):
        return False
    return request.path == f"{PREFIX}/pair" or is_paired_origin(wiring.store, origin)
