"""The Flask app: the only place that wires store, settings and views."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import Response, request, send_from_directory
from flask_openapi import Info, OpenAPI
from werkzeug.exceptions import NotFound

from amends import __version__
from amends.api import PREFIX, blueprints
from amends.api.access import OPEN, guard
from amends.api.bodies import json_body
from amends.api.problems import CONTENT_TYPE, Fault, Problem, handle_errors, on_invalid, problem
from amends.api.wiring import Wiring, wire
from amends.settings import Settings
from amends.stores.base import Store

MAX_BODY = 16 * 1024 * 1024
"""Bytes of one request: two hundred long reviews fit, more is a mistake or an attack."""


def create_app(
    settings: Settings, store: Store, *, operator_key: str | None = None, site: Path | None = None
) -> OpenAPI:
    """The API over an open store; with `site`, a built fix log is shown at /fixlog/ for preview.

    `operator_key` is a token of this process alone, for commands that find the store held by it.
    """
    app = OpenAPI(
        __name__,
        info=Info(title="Amends", version=__version__),
        security_schemes={"token": {"type": "http", "scheme": "bearer"}},
        validation_error_model=Problem,
        validation_error_callback=on_invalid,
        doc_ui=False,
        static_folder=None,
    )
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY
    wire(app, Wiring(store, settings, operator_key))
    guard(app)
    _json_only(app)
    handle_errors(app)
    for blueprint in blueprints():
        app.register_api(blueprint)
    if site:
        _preview(app, site)
    _mend_spec(app.api_doc)
    app.add_url_rule(f"{PREFIX}/openapi.json", "openapi", lambda: app.api_doc)
    return app


def _json_only(app: OpenAPI) -> None:
    """A body that is no JSON object is said so, before a view would read something else into it."""

    @app.before_request
    def _() -> Response | None:
        writes = request.method in ("POST", "PUT", "PATCH") and request.url_rule is not None
        if not writes or isinstance(json_body(), dict):
            return None
        return problem(422, "Send a JSON object.", [Fault(pointer="/", detail="not an object")])

    @app.after_request
    def _(response: Response) -> Response:
        if request.path.startswith(PREFIX):
            response.headers["Cache-Control"] = "no-store"
            response.headers["X-Content-Type-Options"] = "nosniff"
        return response


def _preview(app: OpenAPI, site: Path) -> None:
    root = site.resolve()

    def fixlog_page(path: str) -> Any:
        if (root / path).is_dir():
            path = f"{path.rstrip('/')}/index.html".lstrip("/")
        try:
            return send_from_directory(root, path, max_age=0)
        except NotFound:
            if not (root / "index.html").exists():
                return problem(404, "The fix log is not built yet. Run: amends site build")
            page = root / "404.html"
            return (page.read_text(encoding="utf-8"), 404) if page.exists() else problem(404, "No such page.")

    # Plain Flask routes: the OpenAPI ones take the address's parts as models only.
    app.add_url_rule("/fixlog/", "fixlog", fixlog_page, defaults={"path": ""})
    app.add_url_rule("/fixlog/<path:path>", "fixlog", fixlog_page)


def _mend_spec(spec: dict[str, Any]) -> None:
    """flask-openapi says 3.2, and JSON for errors, and nothing of tokens: say what we really serve."""
    spec["openapi"] = "3.1.0"
    shape = {CONTENT_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for path, operations in spec["paths"].items():
        for operation in operations.values():
            responses = operation.setdefault("responses", {})
            usual = ["400", "403", "413", "415", "421", "422", "500", "503"]
            if path not in OPEN:
                operation["security"] = [{"token": []}]
                usual.append("401")
            for code in {*usual, *(code for code in responses if code[0] in "45")}:
                responses[code] = {"description": "A problem, with what to do about it.", "content": shape}
