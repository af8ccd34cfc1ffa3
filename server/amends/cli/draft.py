"""`amends draft`: suggested replies to each line."""

from __future__ import annotations

import sys
import tomllib
from collections import deque
from pathlib import Path
from typing import Any, BinaryIO

import orjson
import rich_click as click
from pydantic import ValidationError

from amends.cli import jsonlines
from amends.records import Case, Issue, Profile, Record, Review, Scenario

MOST_RECENT = 100
"""Earlier suggestions of a run that a draft is kept apart from."""


class Asked(Record):
    """One line: a review, and what is known beside it."""

    review: Review
    issue: Issue | None = None
    platform: str | None = None
    profile: Profile | None = None
    recent: tuple[str, ...] = ()
    language: str | None = None
    staff_language: str | None = None
    scenario: Scenario | None = None
    case: Case | None = None


@click.command()
@click.option("--count", type=click.IntRange(1, 10), default=3, help="How many suggestions for each review.")
@click.option("--profile", "profile_file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
              help="The business: who signs, how to reach it (TOML or JSON).")  # fmt: skip
@click.option("--staff-language", metavar="LANG", help="The language you read: other drafts get a gloss in it (as de).")
@click.argument("file", type=click.File("rb"), default="-")
def command(count: int, profile_file: Path | None, staff_language: str | None, file: BinaryIO) -> None:
    """Suggest replies to each line of FILE, or of standard input: {"review": …, "issue"?: …, "platform"?: …}.

    A draft is in the review's language, or in yours where we cannot write that, which `missing_language` then names.

    What was suggested for earlier lines counts as written lately: later suggestions are kept unlike it.
    """
    from amends.drafting import draft  # only now: `--help` needs none of it

    profile = profile_from(profile_file) if profile_file else None
    earlier: deque[str] = deque(maxlen=MOST_RECENT)

    def answer(line: dict[str, Any]) -> dict[str, Any]:
        asked = Asked.model_validate(line)
        drafted = draft(
            asked.review,
            issue=asked.issue,
            platform=asked.platform,
            profile=asked.profile or profile,
            recent=(*asked.recent, *earlier),
            count=count,
            language=asked.language,
            scenario=asked.scenario,
            case=asked.case,
            reads=[tag for tag in (asked.staff_language, staff_language) if tag],
        )
        earlier.extendleft(suggestion.text for suggestion in drafted.suggestions[:1])
        record_id = line.get("id") or asked.review.id
        return {**({"id": record_id} if record_id is not None else {}), **drafted.dump()}

    sys.exit(0 if jsonlines.run(file, answer) else 2)


def profile_from(path: Path) -> Profile:
    """The business's profile, from a TOML or JSON file."""
    raw = path.read_bytes()
    try:
        data = orjson.loads(raw) if path.suffix == ".json" else tomllib.loads(raw.decode("utf-8"))
        return Profile.model_validate(data)
    except ValidationError as error:
        raise click.UsageError(f"{path}: {jsonlines.sentence(error)}") from None
    except (orjson.JSONDecodeError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise click.UsageError(f"{path} is neither TOML nor JSON as its name says: {error}") from None
