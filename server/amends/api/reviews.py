"""Reviews: a page of them observed in one call, and what is known of each."""

from __future__ import annotations

from typing import Annotated, Any

from flask import Response
from flask_openapi import APIBlueprint
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from amends.api import PREFIX
from amends.api.access import needs
from amends.api.answers import ById, Paging, answer, answer_page
from amends.api.problems import ApiError, Fault, faults
from amends.api.reading import languages_read
from amends.api.wiring import here
from amends.cases.answering import who_answered
from amends.cases.followups import explain
from amends.cases.observing import Observed, observe
from amends.cases.sharing import revision, shared
from amends.records import CaseState, FollowUpState, Gloss, Issue, Listing, Reply, Review, StoredReview, Triage

bp = APIBlueprint("reviews", __name__, url_prefix=PREFIX)

MAX_REVIEWS = 200
MAX_TEXT = 120_000
"""Characters of one review; the longest a platform allows is far below."""


class ReviewIn(Review):
    """A review as a page shows it; fields we do not know are kept with it."""

    model_config = ConfigDict(extra="allow")

    text: Annotated[str, StringConstraints(max_length=MAX_TEXT)]


class ObserveIn(BaseModel):
    """The reviews of one page, each checked by itself: one that is broken does not lose the others."""

    model_config = ConfigDict(extra="forbid")

    page_url: str | None = Field(default=None, max_length=4000)
    reviews: list[dict[str, Any]] = Field(max_length=MAX_REVIEWS)


class MatchOut(BaseModel):
    """An issue that may be the one, with why."""

    issue: Issue
    score: float
    why: list[str]


class FollowUpOut(BaseModel):
    """A follow-up owed to this reviewer."""

    id: str
    state: FollowUpState
    text: str | None = None
    language: str | None = None
    gloss: Gloss | None = None
    why_not: str | None = None


class ObservedOut(BaseModel):
    """What we know of one review, or `error` where it was not understood."""

    id: str | None = None
    state: CaseState | None = None
    due_at: str | None = None
    triage: Triage | None = None
    issue: Issue | None = None
    matches: list[MatchOut] | None = None
    follow_up: FollowUpOut | None = None
    reply: Reply | None = None
    answered_by: str | None = None
    """Who of us posted that reply."""
    changed_since_reply: bool | None = None
    error: list[Fault] | None = None


class ObserveOut(BaseModel):
    """One answer for each review given, in the same order."""

    reviews: list[ObservedOut]
    listings: list[Listing]
    adapters: str
    """The revision of the adapters the team shares: who knows another one asks for them."""


class ReviewPage(BaseModel):
    """Some reviews; ask again with `after` for more."""

    items: list[StoredReview]
    after: str | None = None


@bp.post("/reviews:observe", summary="Tell which reviews a page shows", responses={200: ObserveOut})
@needs("writer")
def observe_page(body: ObserveIn) -> Response:
    """Keeps them and says of each: kind, scenario, clock, issue or likely issues, follow-up."""
    wiring = here()
    read: list[Review | list[Fault]] = [_read(raw) for raw in body.reviews]
    good = [one for one in read if isinstance(one, Review)]
    seen = iter(observe(wiring.store, good, wiring.now(), wiring.settings.goal_hours))
    told = [_told(next(seen)) if isinstance(one, Review) else {"error": one} for one in read]
    return answer({"reviews": told, "listings": wiring.store.find(Listing), "adapters": revision(shared(wiring.store))})


def _read(raw: dict[str, Any]) -> Review | list[Fault]:
    try:
        return ReviewIn.model_validate(raw)
    except ValidationError as error:
        return faults(error)


def _told(one: Observed) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": one.review.id,
        "state": one.case.state,
        "due_at": one.case.due_at,
        "triage": one.triage,
    }
    told["matches"] = [{"issue": issue, "score": match.score, "why": match.why} for issue, match in one.matches]
    if one.issue:
        told["issue"] = one.issue
    if one.review.reply:
        told["reply"] = one.review.reply
        told["answered_by"] = who_answered(here().store, one.review)
    if one.review.changed_since_reply:
        told["changed_since_reply"] = True
    if one.follow_up:
        wiring = here()
        profile, site = wiring.settings.profile, wiring.settings.site.base_url
        owed = explain(wiring.store, one.follow_up, profile, site, reads=languages_read())
        told["follow_up"] = {"id": one.follow_up.id, "state": one.follow_up.state}
        if owed and owed.draft:
            told["follow_up"] |= {"text": owed.draft.text, "language": owed.draft.language}
            told["follow_up"] |= {"gloss": owed.draft.gloss} if owed.draft.gloss else {}
        elif owed and owed.why_not:
            told["follow_up"]["why_not"] = owed.why_not
    return told


@bp.get("/reviews", summary="List reviews", responses={200: ReviewPage})
@needs("reader")
def list_reviews(query: Paging) -> Response:
    """All reviews kept, a page at a time."""
    return answer_page(here().store.page(StoredReview, after=query.after or None, limit=query.limit))


@bp.get("/reviews/<id>", summary="One review", responses={200: StoredReview, 404: None})
@needs("reader")
def get_review(path: ById) -> Response:
    """A review as kept."""
    return answer(review_or_404(path.id))


def review_or_404(review_id: str) -> StoredReview:
    """The review kept under an id, or a problem that says what to do."""
    review = here().store.get(StoredReview, review_id)
    if review is None:
        raise ApiError(404, f"No review {review_id[:200]!r} was observed. Send it to {PREFIX}/reviews:observe first.")
    return review
