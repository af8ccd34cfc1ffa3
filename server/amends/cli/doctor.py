"""`amends doctor`: what is set up, what is not, and the command that mends it."""

from __future__ import annotations

import importlib.util
import shutil
import sys
import urllib.request
from collections.abc import Callable
from typing import Any

import orjson
import rich_click as click

from amends import __version__
from amends.cli.office import Refused, office, store_option
from amends.settings import SettingsError, load
from amends.shipped import extension_folder

Finding = tuple[str, str, str]
"""state (`works`, `missing` or `broken`), what is so, and what mends it."""


@click.command("doctor")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@store_option
def command(form: str, store: str | None) -> None:
    """Say what is set up, what is not, and how to mend it. Exit 2 when something is broken."""
    rows = [
        {"part": part, **dict(zip(("state", "detail", "mend"), look(store), strict=True))}
        for part, look in PARTS.items()
    ]
    if form == "json":
        print(orjson.dumps(rows).decode())
    else:
        for row in rows:
            print(f"{row['state']:<8} {row['part']:<10} {row['detail']}")
            if row["mend"]:
                print(f"{'':<19} → {row['mend']}")
    sys.exit(2 if any(row["state"] == "broken" for row in rows) else 0)


def _program(_store: str | None) -> Finding:
    return "works", f"amends {__version__} on Python {sys.version.split()[0]}", ""


def _settings(store: str | None) -> Finding:
    try:
        load(store=store)
    except SettingsError as error:
        return "broken", str(error).replace("\n", "; "), "Correct amends.toml or the AMENDS_* variables named."
    return "works", "amends.toml and AMENDS_* variables are in order", ""


def _store(store: str | None) -> Finding:
    try:
        with office(store) as api:
            health = api.call("GET", "/health")
            issues = len(api.call("GET", "/issues?limit=500")["items"])
    except Refused as refused:
        return "broken", refused.format_message(), "Mend what it says, then run amends doctor again."
    return "works", f"{health['store']} store, {issues} issues", ""


def _staff(store: str | None) -> Finding:
    try:
        with office(store) as api:
            people = [one for one in api.call("GET", "/staff")["items"] if not one.get("revoked_at")]
    except Refused as refused:
        return "broken", refused.format_message(), ""
    if not people:
        return "missing", "nobody has access yet", "amends staff add NAME --role maintainer"
    return "works", f"{len(people)} with access", ""


def _profile(store: str | None) -> Finding:
    try:
        profile = load(store=store).profile
    except SettingsError:
        return "missing", "the settings cannot be read", ""
    if profile is None:
        return "missing", "no business profile: replies are not signed", "amends init"
    return "works", f"{profile.name}, {len(profile.staff)} who sign", ""


def _server(store: str | None) -> Finding:
    try:
        settings = load(store=store)
        address = f"http://{settings.host}:{settings.port}"
        with urllib.request.urlopen(f"{address}/api/v1/health", timeout=2) as response:
            response.read(10_000)
    except SettingsError:
        return "missing", "the settings cannot be read", ""
    except OSError:
        return "missing", f"no API answers on {address}", "amends serve"
    return "works", f"the API answers on {address}", ""


def _extension(_store: str | None) -> Finding:
    try:
        return "works", f"to load unpacked: {extension_folder()}", ""
    except FileNotFoundError as error:
        return "missing", str(error), ""


def _reader(_store: str | None) -> Finding:
    if importlib.util.find_spec("playwright") is None:
        return "missing", "`amends adapters read` needs Playwright", "pip install -r requirements-dev.txt"
    if not any(shutil.which(name) for name in ("chromium", "chromium-browser")):
        return "missing", "no Chromium on the path", "python scripts/chromium.py"
    return "works", "Playwright and Chromium are there", ""


PARTS: dict[str, Callable[[str | None], Any]] = {
    "program": _program,
    "settings": _settings,
    "store": _store,
    "staff": _staff,
    "profile": _profile,
    "server": _server,
    "extension": _extension,
    "reader": _reader,
}
