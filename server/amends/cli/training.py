"""`amends training`: examples to learn from."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any, BinaryIO
from urllib.parse import urlencode

import orjson
import rich_click as click

from amends.cli.office import Office, office, store_option


@click.group("training")
def command() -> None:
    """Examples for training staff."""


@command.command("export")
@click.option("--out", type=click.File("wb", atomic=True), default="-", help="Where to write; standard output without.")
@store_option
def export(out: BinaryIO, store: str | None) -> None:
    """Write a line for each posted reply: review, our suggestion, reply, broken rules.

    Names, addresses and numbers are taken out as far as they can be known: read the lines before you share them.
    """
    with office(store) as api:
        first = _page(api, "")
        with click.progressbar(_all(api, first), length=first["of"], label="Examples", file=sys.stderr) as lines:
            for line in lines:
                out.write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))
    if not first["of"]:
        click.echo("No reply was posted yet, so there is nothing to learn from.", err=True)


def _all(api: Office, page: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from page["items"]
    while after := page.get("after"):
        page = _page(api, after)
        yield from page["items"]


def _page(api: Office, after: str) -> dict[str, Any]:
    page: dict[str, Any] = api.call("GET", f"/training?{urlencode({'after': after})}")
    return page
