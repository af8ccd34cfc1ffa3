"""`amends triage`: what kind of review is each line?"""

from __future__ import annotations

import sys
from typing import Any, BinaryIO

import rich_click as click

from amends.cli import jsonlines
from amends.records import Review


@click.command()
@click.argument("file", type=click.File("rb"), default="-")
def command(file: BinaryIO) -> None:
    """Say what kind of review each line of FILE, or of standard input, is: one JSON object in, one out."""
    from amends.triage import triage  # only now: `--help` needs none of it

    def answer(line: dict[str, Any]) -> dict[str, Any]:
        return triage(Review.model_validate(line)).dump()

    sys.exit(0 if jsonlines.run(file, answer) else 2)
