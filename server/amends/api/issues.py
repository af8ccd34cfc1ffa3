"""Issues: product problems, ours; linked to the reviews that report them, released when customers can get the fix."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from flask import Response, request
from flask_openapi import APIBlueprint
from pydantic import BaseModel, Field, StrictBool, StringConstraints

from amends.api import PREFIX
from amends.api.access import asking, needs
from amends.api.answers import Body, ById, Paging, answer
from amends.api.problems import ApiError
from amends.api.reviews import review_or_404
from amends.api.wiring import here
from amends.cases.linking import link, open_issue, unlink
from amends.cases.publishing import LANGUAGE
from amends.cases.releasing import WrongState, replace_issue, set_state
from amends.records import Day, Issue, IssueKind, IssueState, Link, Translation

bp = APIBlueprint("issues", __name__, url_prefix=PREFIX)

Line = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]
Note = Annotated[str, StringConstraints(max_length=20_000)]
Version = Annotated[str, StringConstraints(min_length=1, max_length=100, strip_whitespace=True)]
ReviewId = Annotated[str, StringConstraints(min_length=1, max_length=200)]
IssueId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]([A-Za-z0-9._~-]{0,78}[A-Za-z0-9])?$")]


class QuoteIn(Body):
    """A customer's words to publish, and where they stand."""

    text: str = Field(min_length=1, max_length=2_000, pattern=r"\S")
    platform: Version


class IssueFields(Body):
    """What of an issue a person writes; all of it optional here."""

    product: Line | None = None
    kind: IssueKind | None = None
    area: Line | None = None
    aliases: list[Line] | None = Field(default=None, max_length=100)
    symptom: Note | None = None
    change: Note | None = None
    how_to_get: Note | None = None
    fixed_in: Version | None = None
    public: StrictBool | None = None
    translations: dict[str, Translation] | None = Field(default=None, max_length=50)
    quotes: list[QuoteIn] | None = Field(default=None, max_length=20)


class IssueIn(IssueFields):
    """A new issue; with `review_id` or `review_ids` those reviews are linked to it."""

    id: IssueId | None = None
    title: Line
    state: IssueState | None = None
    opened_on: Day | None = None
    review_id: str | None = Field(default=None, max_length=200)
    review_ids: list[ReviewId] = Field(default=[], max_length=500)

    @property
    def reporters(self) -> list[str]:
        """The reviews to link, each once."""
        return list(dict.fromkeys([*([self.review_id] if self.review_id else []), *self.review_ids]))


class IssueChange(IssueFields):
    """Fields to change; the state has a route of its own."""

    title: Line | None = None


class StateIn(Body):
    """A new state; `released_on` (not in the future) and `fixed_in` go with `released`."""

    state: IssueState
    fixed_in: Version | None = None
    released_on: Day | None = None
    note: Line | None = None


class LinkIn(Body):
    """The review that reports the issue."""

    review_id: str = Field(min_length=1, max_length=200)


class LinkPath(ById):
    """An issue and a review linked to it."""

    review_id: str = Field(min_length=1, max_length=200)


class LinkOut(BaseModel):
    """The issue, the review and the follow-up its reporter is owed."""

    issue: Issue
    review_id: str
    follow_up: str


class LinkList(BaseModel):
    """Ids of the reviews linked to an issue."""

    items: list[str]


class IssueQuery(Paging):
    """Issues in a state, or whose title or symptom holds some words."""

    state: IssueState | Literal[""] = ""
    q: str = Field(default="", max_length=200)


class IssuePage(BaseModel):
    """Some issues; ask again with `after` for more."""

    items: list[Issue]
    after: str | None = None


@bp.get("/issues", summary="List issues", responses={200: IssuePage})
@needs("reader")
def list_issues(query: IssueQuery) -> Response:
    """By id, a page at a time."""
    store, where = here().store, ({"state": query.state} if query.state else None)
    words = query.q.lower().split()
    found = []
    for issue in store.find(Issue, where):
        if issue.id > query.after and _holds(issue, words):
            found.append(issue)
    page = found[: query.limit]
    return answer({"items": page, **({"after": page[-1].id} if len(found) > len(page) else {})})


def _holds(issue: Issue, words: list[str]) -> bool:
    text = " ".join([issue.id, issue.title, issue.symptom or "", *issue.aliases]).lower()
    return all(word in text for word in words)


@bp.post("/issues", summary="Open an issue", responses={200: Issue, 201: Issue, 404: None, 409: None})
@needs("writer")
def post_issue(body: IssueIn) -> Response:
    """With the same `Idempotency-Key` again, the issue opened then (200)."""
    wiring = here()
    _known_languages(body)
    key = request.headers.get("Idempotency-Key", "")[:100]
    for review_id in body.reporters:
        review_or_404(review_id)
    before = _opened_with(key) if key else None
    issue = before or _opened(body, key)
    # Also where it was opened before: the request may have been cut off while its reviews were being linked.
    for review_id in body.reporters:
        if not before or wiring.store.get(Link, review_id) is None:
            link(wiring.store, issue.id, review_id, wiring.now(), asking().id)
    return answer(issue, 200 if before else 201)


def _known_languages(body: IssueFields) -> None:
    if strange := [name[:40] for name in body.translations or () if not LANGUAGE.fullmatch(name)]:
        raise ApiError(409, f"{strange[0]!r} is no language tag; name a translation's language as de or pt-BR.")


def _opened(body: IssueIn, key: str) -> Issue:
    wiring = here()
    fields: dict[str, Any] = {**body.model_dump(exclude_none=True, exclude={"review_id", "review_ids"})}
    try:
        return open_issue(wiring.store, {**fields, **({"request_key": key} if key else {})}, wiring.now())
    except ValueError as error:
        raise ApiError(409, f"{error}. Choose another id, or leave it out.") from None


def _opened_with(key: str) -> Issue | None:
    return next(
        (issue for issue in here().store.find(Issue) if (issue.model_extra or {}).get("request_key") == key), None
    )


@bp.get("/issues/<id>", summary="One issue", responses={200: Issue, 404: None})
@needs("reader")
def get_issue(path: ById) -> Response:
    """An issue as kept."""
    return answer(_issue_or_404(path.id))


class IssueWhole(Issue):
    """A whole issue, as exported; the id is the path's."""

    id: IssueId


@bp.put("/issues/<id>", summary="Take an issue as it is", responses={200: Issue, 409: None})
@needs("maintainer")
def put_issue(path: ById, body: IssueWhole) -> Response:
    """For imports: dates, history and state are kept as given; follow-ups are settled by the state."""
    if body.id != path.id:
        raise ApiError(409, "The id in the body is not the one in the address.")
    try:
        return answer(replace_issue(here().store, Issue.model_validate(body.dump()), here().now()))
    except WrongState as error:
        raise ApiError(409, str(error)) from None


@bp.patch("/issues/<id>", summary="Change an issue's words", responses={200: Issue, 404: None, 409: None})
@needs("writer")
def patch_issue(path: ById, body: IssueChange) -> Response:
    """Only the fields given change; the fix page's address stays when the title changes."""
    _issue_or_404(path.id)
    _known_languages(body)
    fields = body.model_dump(exclude_none=True)
    return answer(here().store.change(Issue, path.id, lambda issue: issue.having(**fields)))


@bp.post("/issues/<id>/state", summary="Change an issue's state", responses={200: Issue, 404: None, 409: None})
@needs("maintainer")
def post_state(path: ById, body: StateIn) -> Response:
    """`released` makes the follow-ups of all reporters ready; nothing else does."""
    wiring = here()
    _issue_or_404(path.id)
    try:
        issue = set_state(
            wiring.store, path.id, body.state, wiring.now(),
            fixed_in=body.fixed_in, released_on=body.released_on, note=body.note,
        )  # fmt: skip
    except WrongState as error:
        raise ApiError(409, str(error)) from None
    return answer(issue)


@bp.get("/issues/<id>/links", summary="Reviews that report an issue", responses={200: LinkList, 404: None})
@needs("reader")
def list_links(path: ById) -> Response:
    """The ids of the reviews linked to it."""
    _issue_or_404(path.id)
    return answer({"items": [kept.id for kept in here().store.find(Link, {"issue_id": path.id})]})


@bp.post("/issues/<id>/links", summary="Link a review to an issue", responses={200: LinkOut, 404: None})
@needs("writer")
def post_link(path: ById, body: LinkIn) -> Response:
    """A review reports one issue: a second link moves it."""
    wiring = here()
    issue = _issue_or_404(path.id)
    review_or_404(body.review_id)
    owed = link(wiring.store, issue.id, body.review_id, wiring.now(), asking().id)
    return answer({"issue": issue, "review_id": body.review_id, "follow_up": owed.id})


@bp.delete("/issues/<id>/links/<review_id>", summary="Unlink a review", responses={204: None, 404: None})
@needs("writer")
def delete_link(path: LinkPath) -> Response:
    """Its follow-up, if not posted, goes with it."""
    wiring = here()
    if not unlink(wiring.store, path.id, path.review_id, wiring.now()):
        raise ApiError(404, f"Review {path.review_id} is not linked to issue {path.id}.")
    return Response(status=204)


def _issue_or_404(issue_id: str) -> Issue:
    issue = here().store.get(Issue, issue_id)
    if issue is None:
        raise ApiError(404, f"There is no issue {issue_id[:200]!r}. See GET {PREFIX}/issues.")
    return issue
