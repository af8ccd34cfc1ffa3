"""fixlog.json: the one gate between what we know and what the public sees, an allow-list of fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from amends.records import Issue, Link, Praise, Profile, Severity, StoredReview
from amends.stores.base import Store

SHOWN_WHEN_PUBLIC = ("investigating", "in_progress", "fixed")
SHOWN_ALWAYS = ("released", "regressed")
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
    if profile and profile.contact.email:
        site["contact"] = profile.contact.email
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
        "slug": issue.slug or f"fix-{issue.id.lower()}",
        "former_slugs": list(issue.former_slugs),
        "product": issue.product or site_title,
        "title": issue.title,
        "state": issue.state,
        "kind": issue.kind,
        "area": issue.area,
        "fixed_in": issue.fixed_in,
        "released_on": issue.released_on,
        "first_reported_on": days[0] if days else issue.opened_on,
        "symptom": issue.symptom or issue.title,
        "change": issue.change,
        "how_to_get": issue.how_to_get,
        "translations": {language: note.dump() for language, note in issue.translations.items()},
        "reports": _reports(reviews),
        "quotes": [quote.dump() for quote in issue.quotes],
        "history": [line.dump() for line in issue.history if line.state != "open"],
    }
    return {name: value for name, value in fields.items() if value not in (None, [], {})}


def _reports(reviews: list[StoredReview]) -> dict[str, Any]:
    if not reviews:
        return {}
    return {"count": len(reviews), "platforms": dict(Counter(review.platform or "unknown" for review in reviews))}
