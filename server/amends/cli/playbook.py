"""`amends playbook`: what the articles ask for, and what carries it."""

from __future__ import annotations

import sys

import orjson
import rich_click as click

from amends.playbook import PlaybookRow, rows, source_title


@click.command()
@click.argument("row_id", metavar="[ID]", required=False)
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", help="How to print.")
def command(row_id: str | None, shape: str) -> None:
    """List what the articles ask for and what carries it, or explain the row called ID."""
    chosen = [row for row in rows() if row_id in (None, row.id)]
    if not chosen:
        raise click.UsageError(f"There is no row {row_id!r}; `amends playbook` lists them.")
    if shape == "json":
        sys.stdout.buffer.write(orjson.dumps([row.dump() for row in chosen], option=orjson.OPT_INDENT_2) + b"\n")
    elif row_id:
        _explain(chosen[0])
    else:
        for row in chosen:
            click.echo(f"{row.id:8}{row.status:9}{row.asks}")


def _explain(row: PlaybookRow) -> None:
    click.echo(f"{row.id}  {row.asks}")
    click.echo(f"\nFrom: {source_title(row.id)}")
    click.echo(f"Part of: {row.capability}")
    if row.carried_by:
        click.echo(f"Carried by: {', '.join(row.carried_by)}")
    click.echo("It works now." if row.status == "works" else "It is planned: what is named does part of it.")
