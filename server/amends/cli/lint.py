"""`amends lint`: check a draft, or many, and print what the rules say as linters do."""

from __future__ import annotations

import sys
from collections import Counter
from typing import Any, BinaryIO

import orjson
import rich_click as click

from amends.cli import jsonlines
from amends.linting import lint
from amends.records import Issue, Linted, Profile, Record, Review

MOST_BYTES = 1024 * 1024
"""Bytes of one draft given as text."""


class DraftLine(Record):
    """One line of `--jsonl`: a draft and what stands beside it."""

    draft: str
    review: Review | None = None
    issue: Issue | None = None
    platform: str | None = None
    profile: Profile | None = None
    recent: tuple[str, ...] = ()


@click.command()
@click.option("--platform", metavar="ID", help="The platform the reply is for, such as google-play.")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", help="How to print.")
@click.option("--jsonl", is_flag=True, help="Read one JSON object a line, each with a draft and its review.")
@click.argument("file", type=click.File("rb"), default="-")
def command(platform: str | None, shape: str, jsonl: bool, file: BinaryIO) -> None:
    """Check a reply in FILE, or on standard input, against the rules.

    Exits with 1 when a rule of error level is broken, with 2 when something was not understood, else with 0.
    """
    if jsonl:
        sys.exit(_check_lines(file, platform))
    draft = _draft(file)
    linted = lint(draft, platform=platform)
    if shape == "json":
        sys.stdout.buffer.write(orjson.dumps(linted.dump(), option=orjson.OPT_INDENT_2) + b"\n")
    else:
        _print_findings(_name(file), draft, linted)
    sys.exit(1 if linted.broken else 0)


def _check_lines(source: BinaryIO, platform: str | None) -> int:
    """Answer each line; the exit code."""
    broken = []

    def answer(line: dict[str, Any]) -> dict[str, Any]:
        asked = DraftLine.model_validate(line)
        linted = lint(
            asked.draft,
            review=asked.review,
            issue=asked.issue,
            platform=asked.platform or platform,
            profile=asked.profile,
            recent=asked.recent,
        )
        broken.append(linted.broken)
        return {**({"id": line["id"]} if "id" in line else {}), **linted.dump()}

    understood = jsonlines.run(source, answer)
    return 2 if not understood else 1 if any(broken) else 0


def _draft(file: BinaryIO) -> str:
    raw = file.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise click.UsageError(f"{_name(file)} is longer than {MOST_BYTES} bytes: give one reply a file.")
    try:
        return raw.decode("utf-8-sig").removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{_name(file)} is not UTF-8 (byte {error.start + 1}): save it as UTF-8.") from None


def _name(file: BinaryIO) -> str:
    name = str(getattr(file, "name", "-"))
    return "<stdin>" if name in ("-", "0") else name


def _print_findings(name: str, draft: str, linted: Linted) -> None:
    for finding in linted.findings:
        before = draft[: finding.start]
        line, column = before.count("\n") + 1, finding.start - (before.rfind("\n") + 1) + 1
        cited = ", ".join(finding.source) or (finding.policy.url if finding.policy else "")
        source = f" ({cited})" if cited else ""
        click.echo(f"{name}:{line}:{column}: {finding.severity} {finding.rule} {finding.message}{source}")
    click.echo(_summary(linted), err=True)


def _summary(linted: Linted) -> str:
    """How many findings of each severity, and the length."""
    counts = Counter(finding.severity for finding in linted.findings)
    told = [f"errors: {counts['error']}", f"warnings: {counts['warning']}", f"advice: {counts['advice']}"]
    length = linted.length
    of = f" of {length.limit}" if length.limit is not None else ""
    return f"{', '.join(told)}; length: {length.used}{of} {length.unit}"
