"""`amends new`: the skeleton of what strangers contribute, in its place; `make test` says what is still missing."""

from __future__ import annotations

import re
from keyword import iskeyword
from pathlib import Path
from typing import NamedTuple

import rich_click as click

SKELETONS = Path(__file__).parent / "skeletons"
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LONGEST = 60


class Kind(NamedTuple):
    """Something one may add: its skeleton, where it belongs, and what comes next."""

    skeleton: str
    place: str
    then: str


KINDS = {
    "rule": Kind(
        "rule.py.txt",
        "server/amends/linting/rules/{module}.py",
        "Phrases it looks for stand in server/amends/playbook/languages/*/phrases.toml, under [{id}].",
    ),
    "adapter": Kind(
        "adapter.json.txt",
        "extension/adapters/{id}.json",
        "Name it in list.json beside it, run python scripts/adapter_index.py, and write an invented page of it: "
        "tests/extension/pages/{id}.html.",
    ),
    "platform": Kind(
        "platform.toml.txt",
        "server/amends/playbook/platforms/{id}.toml",
        "Give it a fact at least, with the page and the day it was read on.",
    ),
    "importer": Kind(
        "importer.py.txt",
        "server/amends/importers/{module}.py",
        "Write its test with a file of invented reviews: tests/server/importers/test_{module}.py.",
    ),
}
"""What can be added; a further kind is a line here and a skeleton."""


@click.command("new")
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.argument("name")
def command(kind: str, name: str) -> None:
    """Write the skeleton of a rule, page adapter, platform or importer, in a checkout of Amends."""
    asked = KINDS[kind]
    module = _module(name)
    place = _checkout() / asked.place.format(id=name, module=module)
    text = (SKELETONS / asked.skeleton).read_text("utf-8")
    try:
        with place.open("x", encoding="utf-8") as file:
            file.write(text.replace("@id@", name).replace("@name@", name.replace("-", " ").title()))
    except FileExistsError:
        raise click.UsageError(f"{place} is there already, and stays as it is.") from None
    except OSError as error:
        raise click.UsageError(f"{place} cannot be written: {error.strerror or error}.") from None
    click.echo(f"Wrote {place}")
    click.echo(asked.then.format(id=name, module=module))
    click.echo("make test says what is still missing; CONTRIBUTING.md says what belongs in it.")


def _module(name: str) -> str:
    """The name as Python's modules have it."""
    module = name.replace("-", "_")
    if not NAME.fullmatch(name) or len(name) > LONGEST or iskeyword(module):
        raise click.UsageError(f"{name[:80]!r} is no name: use small letters and digits, joined by hyphens.")
    return module


def _checkout() -> Path:
    """The checkout of Amends that one stands in."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "server/amends/linting/rules").is_dir() and (folder / "extension/manifest.json").is_file():
            return folder
    raise click.UsageError("Stand in a checkout of Amends: there is no server/amends and no extension here.")
