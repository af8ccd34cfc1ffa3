"""`amends adapters`: which pages can be read, and what the extension would read on a saved one."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import orjson
import rich_click as click

from amends.cli import page_reading

READERS = ("structured", "unknown")
"""What `--adapter` takes beside an adapter's id."""

_PARTS = ("reviews", "reply", "reply_box", "reply_opener", "limit")


@click.group()
def command() -> None:
    """The page readers: list them, or read a saved page."""


@command.command("list")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", help="How to print.")
def list_adapters(shape: str) -> None:
    """List the platforms whose pages can be read, how we know, and what is read."""
    try:
        described = [_described(adapter) for adapter in page_reading.adapters()]
    except page_reading.PageReadingError as error:
        raise click.UsageError(str(error)) from None
    if shape == "json":
        _print_json(described)
        return
    for adapter in described:
        proof = f"verified on pages of {', '.join(one['date'] for one in adapter['verified'])}"
        click.echo(
            f"{adapter['id']}: {adapter['name']}, {proof if adapter['verified'] else 'not verified on any page'}"
        )
        click.echo(f"    on {', '.join(adapter['hosts'])}")
        click.echo(f"    reads {', '.join(adapter['reads']) or 'what the page declares (schema.org)'}")


@command.command()
@click.argument("page", type=click.Path(path_type=Path))
@click.option("--url", required=True, help="The address the page was saved from.")
@click.option("--adapter", metavar="ID|structured|unknown", help="Use this reader instead of the address's.")
@click.option("--seen-at", metavar="DATE", help="The day the page was saved, for dates without a year.")
def read(page: Path, url: str, adapter: str | None, seen_at: str | None) -> None:
    """Print the reviews the extension would read on the saved page PAGE, as one JSON array."""
    try:
        body = _body(page)
        _check_address(url)
        choice, moment = _choice(adapter), _moment(seen_at)
        with page_reading.page_reader() as reader:
            found = reader.read(body, url, choice=choice, seen_at=moment)
    except page_reading.PageReadingError as error:
        raise click.UsageError(str(error)) from None
    _print_json(found["reviews"])


def _described(adapter: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": adapter["id"],
        "name": adapter["name"],
        "hosts": [host for address in adapter["addresses"] for host in address["hosts"]],
        "verified": adapter.get("verified", []),
        "unverified": adapter.get("unverified", {}).get("evidence", []),
        "reads": [*adapter.get("fields", {}), *(part for part in _PARTS[1:] if part in adapter)],
        "notes": adapter.get("notes", []),
    }


def _body(page: Path) -> bytes:
    try:
        if page.stat().st_size > page_reading.LARGEST_PAGE:
            raise page_reading.PageReadingError(f"{page} is larger than {page_reading.LARGEST_PAGE >> 20} MB.")
        return page.read_bytes()
    except OSError as error:
        raise page_reading.PageReadingError(
            f"Cannot read {page}: {error.strerror}. Give the path of a saved page."
        ) from None


def _check_address(url: str) -> None:
    try:
        parts = urlsplit(url)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good:
        raise page_reading.PageReadingError(
            f"{url!r} is no address: give the page's own, such as https://example.com/page."
        )


def _choice(adapter: str | None) -> dict[str, str]:
    """The reader's options for what `--adapter` named."""
    if adapter is None:
        return {}
    if adapter in READERS:
        return {"mode": adapter}
    known = [one["id"] for one in page_reading.adapters()]
    if adapter not in known:
        raise page_reading.PageReadingError(
            f"There is no adapter {adapter!r}; there are {', '.join([*known, *READERS])}."
        )
    return {"adapter": adapter}


def _moment(seen_at: str | None) -> str | None:
    try:
        return datetime.fromisoformat(seen_at).date().isoformat() if seen_at else None
    except ValueError:
        raise page_reading.PageReadingError(f"{seen_at!r} is no date: give it as 2026-11-21.") from None


def _print_json(value: Any) -> None:
    sys.stdout.buffer.write(orjson.dumps(value, option=orjson.OPT_INDENT_2) + b"\n")
    sys.stdout.buffer.flush()
