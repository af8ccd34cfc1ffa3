"""`amends adapters`: which pages can be read, what would be read on a saved one, and what the team shares."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import orjson
import rich_click as click

from amends.adapters import shipped_ids
from amends.cli import page_reading
from amends.cli.office import office, store_option

READERS = ("structured", "unknown")
"""What `--adapter` takes beside an adapter's id."""

LARGEST_FILE = 200_000
"""Bytes of an adapter's file; what the API takes is smaller."""

_PARTS = ("reviews", "reply", "reply_box", "reply_opener", "limit")


@click.group()
def command() -> None:
    """The page readers: list them, read a saved page, share one with the team."""


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
@click.option(
    "--adapter",
    metavar="ID|structured|unknown|FILE.json",
    help="Use this reader instead of the address's; a file is an adapter downloaded from teach mode.",
)
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


@command.command()
@click.argument("file", type=click.Path(path_type=Path))
@store_option
def share(file: Path, store: str | None) -> None:
    """Give the adapter in FILE to everybody paired with this server, within half an hour, without a release."""
    adapter = _adapter(file)
    with office(store) as api:
        kept = api.call("PUT", f"/adapters/{quote(str(adapter.get('id', '')), safe='') or '-'}", adapter)
    instead = ", in place of the one that ships" if kept["id"] in shipped_ids() else ""
    click.echo(f"Shared {kept['id']} ({kept['adapter']['name']}){instead}.")


@command.command()
@click.argument("adapter_id", metavar="ID")
@store_option
def unshare(adapter_id: str, store: str | None) -> None:
    """Stop sharing the adapter ID; where one ships, that is used again."""
    with office(store) as api:
        api.call("DELETE", f"/adapters/{quote(adapter_id, safe='')}")
    click.echo(f"{adapter_id} is no longer shared.")


def _adapter(file: Path) -> dict[str, Any]:
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise click.UsageError(f"{file} is larger than an adapter may be.")
        adapter = orjson.loads(file.read_bytes())
    except OSError as error:
        raise click.UsageError(f"Cannot read {file}: {error.strerror}.") from None
    except orjson.JSONDecodeError as error:
        raise click.UsageError(f"{file} is not JSON: {error}") from None
    if not isinstance(adapter, dict):
        raise click.UsageError(f"{file} holds no adapter: that is one JSON object.")
    return adapter


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


def _choice(adapter: str | None) -> dict[str, Any]:
    """The reader's options for what `--adapter` named."""
    if adapter is None:
        return {}
    if adapter in READERS:
        return {"mode": adapter}
    if adapter.endswith(".json"):
        given = _adapter(Path(adapter))
        return {"adapter": given.get("id"), "given": given}
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
