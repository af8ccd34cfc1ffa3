"""What each platform lets a reply be: every fact with the page it was read on; what is not known is absent."""

from __future__ import annotations

from functools import lru_cache
from typing import Generic, Literal, TypeVar

from pydantic import ConfigDict, Field

from amends.playbook.reading import folder, record, table
from amends.records import Day, LengthUnit, Policy, Record

V = TypeVar("V", int, bool, str)


class Fact(Record, Generic[V]):
    """One thing known of a platform: where and when it was read, and whether that page is the platform's own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: V
    url: str
    read_on: Day
    verified: bool

    def policy(self, platform: str) -> Policy:
        """The fact's source, as a finding cites it."""
        return Policy(platform=platform, url=self.url, read_on=self.read_on, verified=self.verified)


class Limit(Fact[int]):
    """The most a reply may hold, in the platform's own unit."""

    value: int = Field(gt=0)
    unit: LengthUnit = "characters"


class Replies(Fact[str]):
    """How many replies a review can have."""

    value: Literal["one", "thread", "none"]


class Platform(Record):
    """A site where reviews stand. None means not known, never no."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    name: str
    limit: Limit | None = None
    replies: Replies | None = None
    editable: Fact[bool] | None = None
    """May a posted reply be changed?"""
    deletable: Fact[bool] | None = None
    reply_after_deletion: Fact[bool] | None = None
    """Once a reply was deleted, may another be written?"""
    closes_edits: Fact[bool] | None = None
    """Can the customer no longer change the review once it is answered?"""
    notifies: Fact[bool] | None = None
    """Is the customer told as soon as a reply is posted?"""
    checked_first: Fact[bool] | None = None
    """Does the platform look at a reply before others see it?"""
    links: Fact[bool] | None = None
    """May a reply hold web addresses?"""
    contact: Fact[bool] | None = None
    """May a reply hold the business's own mail address or phone number?"""
    names: Fact[bool] | None = None
    """May a reply name the customer?"""
    quotation: Fact[bool] | None = None
    """May a reply repeat pieces of the review?"""
    ask_to_amend: Fact[bool] | None = None
    """May a reply ask, once a problem is solved, whether the customer would update the review?"""
    lists: Fact[bool] | None = None
    """May a reply hold bullets or numbered lists?"""
    report_url: Fact[str] | None = None
    """Where a review that breaks the platform's rules is reported."""
    notes: tuple[Fact[str], ...] = ()

    @property
    def warnings(self) -> tuple[str, ...]:
        """What whoever writes a reply here should know, in sentences."""
        return tuple(note.value for note in self.notes)


@lru_cache(maxsize=1)
def _by_id() -> dict[str, Platform]:
    found = [record(Platform, {"id": path.stem, **table(path)}, path) for path in folder("platforms")]
    return {platform.id: platform for platform in found}


def platforms() -> tuple[Platform, ...]:
    """Every platform of which something is known, by id."""
    return tuple(_by_id().values())


def platform(id: str | None) -> Platform:
    """What is known of one platform; of an id we have no file for, nothing."""
    return _by_id().get(id or "") or Platform(id=id or "unknown", name=id or "an unknown platform")
