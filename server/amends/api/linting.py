"""Lint: what the rules say of a draft, asked at every pause in typing."""

from __future__ import annotations

from flask import Response
from flask_openapi import APIBlueprint
from pydantic import Field

from amends.api import PREFIX
from amends.api.access import needs
from amends.api.answers import answer
from amends.api.suggestions import AboutReview
from amends.api.wiring import here
from amends.cases.answering import recent_replies
from amends.linting import lint
from amends.records import Issue, Link, Linted, StoredReview

bp = APIBlueprint("linting", __name__, url_prefix=PREFIX)


class LintIn(AboutReview):
    """A draft, and the review it answers where there is one."""

    draft: str = Field(max_length=100_000)


@bp.post("/lint", summary="Check a draft against the rules", responses={200: Linted, 404: None})
@needs("reader")
def lint_draft(body: LintIn) -> Response:
    """Findings, checklist and length."""
    wiring = here()
    review = body.found()
    stored = review if isinstance(review, StoredReview) else None
    link = wiring.store.get(Link, stored.id) if stored else None
    linted = lint(
        body.draft,
        review=review,
        issue=wiring.store.get(Issue, link.issue_id) if link else None,
        platform=body.platform or (review.platform if review else None),
        profile=wiring.settings.profile,
        recent=recent_replies(wiring.store, stored),
    )
    return answer(linted)
