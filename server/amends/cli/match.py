"""`amends match`: which of our issues may each line be about?"""

from __future__ import annotations

import sys
from typing import Any, BinaryIO

import rich_click as click
from pydantic import ValidationError

from amends.cli import jsonlines
from amends.matching import DEFAULT
from amends.records import Issue, Review

_MOST = 200_000
"""Issues that are held in memory at once."""


@click.command()
@click.option("--issues", "tracker", type=click.File("rb"), required=True, help="The issues, one JSON object a line.")
@click.option("--top", type=click.IntRange(1), default=5, show_default=True, help="Matches of a review at most.")
@click.option(
    "--min-score", type=click.FloatRange(0, 1), default=DEFAULT, show_default=True, help="0 ranks without a threshold."
)
@click.argument("file", type=click.File("rb"), default="-")
def command(tracker: BinaryIO, top: int, min_score: float, file: BinaryIO) -> None:
    """Rank the issues for each review of FILE, or of standard input: one JSON object in, one out."""
    issues, understood = _issues(tracker)
    from amends.matching import rank, warm  # only now: `--help` needs none of it

    warm(issues)

    def answer(line: dict[str, Any]) -> dict[str, Any]:
        review = Review.model_validate(line)
        matches = [match.dump() for match in rank(review, issues, top=top, min_score=min_score)]
        return {**({} if review.id is None else {"id": review.id}), "matches": matches}

    sys.exit(0 if jsonlines.run(file, answer) and understood else 2)


def _issues(tracker: BinaryIO) -> tuple[list[Issue], bool]:
    """The issues of a file, the last of each id; False where a line of it was not understood."""
    found: dict[str, Issue] = {}
    understood = True
    for number, line in jsonlines.records(tracker):
        try:
            if isinstance(line, jsonlines.LineError):
                raise line
            issue = Issue.model_validate(line)
            if issue.id not in found and len(found) >= _MOST:
                raise jsonlines.LineError(f"there are more than {_MOST} issues")
            found[issue.id] = issue
        except (jsonlines.LineError, ValidationError) as error:
            understood = False
            print(f"{tracker.name}, line {number}: {jsonlines.sentence(error)}", file=sys.stderr)
    return list(found.values()), understood
