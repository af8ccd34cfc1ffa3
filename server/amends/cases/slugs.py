"""Addresses of fix pages: readable, no two issues' the same, and never changed once somebody may have followed one."""

from __future__ import annotations

import re
import unicodedata

from amends.records import Issue
from amends.stores.base import Store


def plain_slug(issue_id: str) -> str:
    """The address of an issue that has no readable one yet."""
    return f"fix-{_joined(issue_id)}"


def readable_slug(store: Store, issue: Issue) -> str:
    """An address made of the title, no other issue's; it stays when the title changes."""
    plain = unicodedata.normalize("NFKD", issue.title).encode("ascii", "ignore").decode()
    slug = _joined(plain)[:60].strip("-") or plain_slug(issue.id)
    taken = {other.slug for other in store.find(Issue) if other.id != issue.id}
    return slug if slug not in taken else f"{slug}-{_joined(issue.id)}"


def addressed(store: Store, issue: Issue) -> tuple[str, tuple[str, ...]]:
    """The issue's address and those it had: one that was public without a readable address goes on being found."""
    if issue.slug:
        return issue.slug, issue.former_slugs
    return readable_slug(store, issue), tuple(dict.fromkeys((*issue.former_slugs, plain_slug(issue.id))))


def _joined(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
