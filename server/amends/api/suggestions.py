"""Suggestions: two or three replies that fit a review and its platform, one more that the team wrote, or why none."""

from __future__ import annotations

from typing import Any

from flask import Response
from flask_openapi import APIBlueprint
from pydantic import BaseModel, Field

from amends.api import PREFIX
from amends.api.access import needs
from amends.api.answers import Body, answer
from amends.api.problems import ApiError
from amends.api.reading import languages_read
from amends.api.reviews import ReviewIn, review_or_404
from amends.api.wiring import here
from amends.cases.answering import recent_replies
from amends.cases.remembering import answered_before
from amends.drafting import draft
from amends.playbook import platform
from amends.records import Case, Drafted, Issue, LengthUnit, Link, Review, StoredReview, Whole

bp = APIBlueprint("suggestions", __name__, url_prefix=PREFIX)


class AboutReview(Body):
    """A review by the id it was observed under, or as it is."""

    review_id: str | None = Field(default=None, max_length=200)
    review: ReviewIn | None = None
    platform: str | None = Field(default=None, max_length=100)

    def found(self) -> Review | None:
        """The review meant; a 404 problem for an id that is not known."""
        return review_or_404(self.review_id) if self.review_id else self.review


class SuggestIn(AboutReview):
    """How many suggestions, for which review; glosses come in `staff_language`, or as Accept-Language wishes."""

    count: Whole = Field(default=3, ge=1, le=5)
    staff_language: str | None = Field(default=None, max_length=40)


class LimitOut(BaseModel):
    """The longest reply the platform takes; `limit` is missing where it is not known."""

    limit: int | None = None
    unit: LengthUnit = "characters"


class PlatformOut(BaseModel):
    """What to mind on the platform."""

    id: str | None = None
    limit: LimitOut
    report_url: str | None = None
    warnings: list[str]


class SuggestOut(Drafted):
    """Suggestions and the platform they are made for."""

    platform: PlatformOut


@bp.post("/suggestions", summary="Suggest replies to a review", responses={200: SuggestOut, 404: None})
@needs("writer")
def suggest(body: SuggestIn) -> Response:
    """None for a troll or a matter to hold: `why_not` says why."""
    wiring = here()
    review = body.found()
    if review is None:
        raise ApiError(404, "No review to answer: give `review_id`, or `review` as it stands.")
    stored = review if isinstance(review, StoredReview) else None
    link = wiring.store.get(Link, stored.id) if stored else None
    issue = wiring.store.get(Issue, link.issue_id) if link else None
    if issue and wiring.settings.site.base_url:
        issue = issue.having(fix_url=f"{wiring.settings.site.base_url}/f/{issue.id}/")
    where = body.platform or review.platform
    drafted = draft(
        review, issue=issue, platform=where, profile=wiring.settings.profile,
        recent=recent_replies(wiring.store, stored), count=body.count,
        answered=answered_before(wiring.store, stored),
        case=wiring.store.get(Case, stored.id) if stored else None,
        reads=languages_read(body.staff_language),
    )  # fmt: skip
    return answer({**drafted.dump(), "platform": platform_told(where)})


def platform_told(platform_id: str | None) -> dict[str, Any]:
    """A platform's limit, report page and warnings, as far as known."""
    known = platform(platform_id)
    told: dict[str, Any] = {"limit": {}, "warnings": list(known.warnings)}
    if platform_id:
        told["id"] = platform_id
    if known.limit:
        told["limit"] = {"limit": known.limit.value, "unit": known.limit.unit}
    if known.report_url:
        told["report_url"] = known.report_url.value
    return told
