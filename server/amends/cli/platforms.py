"""`amends platforms`: what is known of each platform's reply rules, with page and date."""

from __future__ import annotations

import sys
from typing import Any

import orjson
import rich_click as click

from amends.playbook import Fact, Platform, platforms


@click.command()
@click.argument("platform_id", metavar="[ID]", required=False)
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", help="How to print.")
def command(platform_id: str | None, shape: str) -> None:
    """List the platforms we know reply rules of, or show all that is known of the one called ID."""
    chosen = [platform for platform in platforms() if platform_id in (None, platform.id)]
    if not chosen:
        raise click.UsageError(f"Nothing is known of {platform_id!r}; `amends platforms` lists those we know.")
    if shape == "json":
        found = [platform.dump() for platform in chosen]
        sys.stdout.buffer.write(orjson.dumps(found, option=orjson.OPT_INDENT_2) + b"\n")
    elif platform_id:
        _show(chosen[0])
    else:
        for platform in chosen:
            limit = f"{platform.limit.value} {platform.limit.unit}" if platform.limit else "limit not known"
            click.echo(f"{platform.id:24}{limit:20}{platform.name}")


def _show(platform: Platform) -> None:
    click.echo(f"{platform.name} ({platform.id})\n")
    for name in type(platform).model_fields:
        fact: Any = getattr(platform, name)
        if isinstance(fact, Fact):
            _print_fact(name.replace("_", " "), fact)
    for note in platform.notes:
        _print_fact("note", note)


def _print_fact(name: str, fact: Fact[Any]) -> None:
    value = {True: "yes", False: "no"}.get(fact.value, fact.value) if isinstance(fact.value, bool) else fact.value
    unit = f" {fact.unit}" if hasattr(fact, "unit") else ""
    sure = "" if fact.verified else ", not from the platform itself"
    click.echo(f"{name}: {value}{unit}\n    {fact.url} (read {fact.read_on}{sure})")
