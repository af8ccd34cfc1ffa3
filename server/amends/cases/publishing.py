"""fixlog.json: the one gate between what we know and what the public sees, an allow-list of fields."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from amends.cases.naming import names_author
from amends.cases.slugs import plain_slug
from amends.records import Issue, Link, Praise, Profile, PublicQuote, Severity, StateChange, StoredReview
from amends.stores.base import Store

SHOWN_WHEN_PUBLIC = ("open", "investigating", "in_progress", "fixed", "wont_fix")
SHOWN_ALWAYS = ("released", "regressed")
LONGEST_NOTE, LONGEST_VERSION = 300, 100
"""Characters of a step's note and of a version that the fix log takes."""
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,5}")
NO_FIGURES: Mapping[str, Any] = {}


def fixlog(
    store: Store,
    *,
    title: str,
    base_url: str,
    language: str,
    profile: Profile | None,
    goals: Mapping[Severity, float],
    figures: Mapping[str, Any] = NO_FIGURES,
) -> dict[str, Any]:
    """The public fix log as data, schema `amends-fixlog/1`; no reviewer's name ever goes in.

    `figures` say how the goals were held, as `punctuality` gives them.
    """
    site: dict[str, Any] = {"title": title, "base_url": base_url, "language": language}
    if profile and (contact := profile.contact.dump()):
        site["contact"] = contact
    site["answering"] = {"goals": [{"severity": name, "hours": hours} for name, hours in goals.items()], **figures}
    issues = [issue for issue in store.find(Issue) if _is_public(issue)]
    if products := sorted({issue.product for issue in issues if issue.product}):
        site["products"] = products
    praise = [one.model_dump(include={"text", "platform", "product"}, exclude_none=True) for one in store.find(Praise)]
    fixes = [_fix(store, issue, title) for issue in issues]
    return {"schema": "amends-fixlog/1", "site": site, "fixes": fixes, **({"praise": praise} if praise else {})}


def _is_public(issue: Issue) -> bool:
    return issue.state in SHOWN_ALWAYS or (issue.public and issue.state in SHOWN_WHEN_PUBLIC)


def _fix(store: Store, issue: Issue, site_title: str) -> dict[str, Any]:
    reviews = [
        review for link in store.find(Link, {"issue_id": issue.id}) if (review := store.get(StoredReview, link.id))
    ]
    days = sorted(review.posted_at[:10] for review in reviews if review.posted_at)
    fields = {
        "id": issue.id,
        "slug": issue.slug or plain_slug(issue.id),
        "former_slugs": list(issue.former_slugs),
        "product": issue.product or site_title,
        "title": issue.title,
        "state": issue.state,
        "kind": issue.kind,
        "area": issue.area,
        "fixed_in": _line(issue.fixed_in, LONGEST_VERSION),
        "released_on": issue.released_on,
        "first_reported_on": days[0] if days else issue.opened_on,
        "symptom": issue.symptom or issue.title,
        "change": issue.change,
        "how_to_get": issue.how_to_get,
        "translations": {name: note.dump() for name, note in issue.translations.items() if LANGUAGE.fullmatch(name)},
        "reports": _reports(reviews),
        "quotes": [{"text": one.text, "platform": one.platform or "unknown"} for one in _quotes(issue, reviews)],
        "history": [_step(line) for line in issue.history if line.state != "open"],
    }
    return {name: value for name, value in fields.items() if value not in (None, [], {})}


def _quotes(issue: Issue, reviews: list[StoredReview]) -> list[PublicQuote]:
    """The approved words, but for those that name somebody who reported it."""
    return [
        one
        for one in issue.quotes
        if one.text.strip() and not any(names_author(one.text, review) for review in reviews)
    ]


def _step(line: StateChange) -> dict[str, Any]:
    return {"on": line.on, "state": line.state, **({"note": note} if (note := _line(line.note, LONGEST_NOTE)) else {})}


def _line(text: str | None, longest: int) -> str | None:
    """On one line; what is longer than the site takes ends with an ellipsis."""
    text = " ".join((text or "").split())
    return (text if len(text) <= longest else f"{text[: longest - 1]}…") or None


def _reports(reviews: list[StoredReview]) -> dict[str, Any]:
    if not reviews:
        return {}
    return {"count": len(reviews), "platforms": dict(Counter(review.platform or "unknown" for review in reviews))}
