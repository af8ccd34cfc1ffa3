"""Which answer fits: the first rule that holds decides, and says why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from amends.records import Issue, Kind, Scenario, Topic
from amends.triage.details import older
from amends.triage.reading import Reading


@dataclass(frozen=True)
class Situation:
    """All that the rules look at."""

    reading: Reading
    kinds: tuple[Kind, ...]
    topics: tuple[Topic, ...]
    versions: tuple[str, ...]
    held: tuple[str, ...]
    issue: Issue | None

    @property
    def negative(self) -> bool:
        """Is there something to put right?"""
        return bool({"bug", "complaint", "abuse"} & set(self.kinds)) or self.low

    @property
    def low(self) -> bool:
        """Is it a bad rating?"""
        return self.reading.share is not None and self.reading.share < 0.5

    @property
    def troubled(self) -> bool:
        """Does a rating short of the best tell of a fault, among praise?"""
        if self.reading.share is None or self.reading.share >= 1:
            return False
        if self.reading.complaint or self.reading.hits("bug"):
            return True
        return self.reading.share <= _MIDDLING and any(self.reading.hits(name) for name in _GRIEVANCE)

    @property
    def more_grievance_than_wish(self) -> bool:
        """Does somebody who is not content tell more of what is wrong than of what they wish?"""
        if self.reading.share is not None and self.reading.share > _MIDDLING:
            return False
        wrong = len(self.reading.complaint) + self.reading.count("bug", "trouble", "negation")
        wishes = self.reading.count("feature_request")
        return not wishes or wrong >= wishes


_DEALINGS: frozenset[Topic] = frozenset(("shipping", "service", "support", "price", "payment", "account"))
"""Topics of a complaint about what one customer had with us: to look it up we have to know who it was."""

_MIDDLING = 0.5
"""The share of a rating, as of three stars in five, up to which praise with any grievance in it is no mere praise."""
_GRIEVANCE = ("emotion-disappointment", "negation")

Verdict = tuple[Scenario, str] | None


def _hold(at: Situation) -> Verdict:
    return ("hold", f"says “{at.held[0]}”: a person decides") if at.held else None


def _troll(at: Situation) -> Verdict:
    if "abuse" not in at.kinds or at.issue or {"bug", "question", "feature_request"} & set(at.kinds):
        return None
    substance = set(at.topics) - {"other"}
    return None if substance or at.reading.length > 40 else ("troll", "insult, and nothing that could be answered")


def _tied_to_issue(at: Situation) -> Verdict:
    if not at.issue:
        return None
    if at.issue.state != "released":
        return "known-issue", f"tied to an issue that is {at.issue.state.replace('_', ' ')}"
    if at.issue.fixed_in and at.versions and older(at.versions[0], at.issue.fixed_in) is False:
        return "regression", f"has version {at.versions[0]}, and it was fixed in {at.issue.fixed_in}"
    return "fixed", "tied to an issue whose fix is released"


def _goes_on(at: Situation) -> Verdict:
    review = at.reading.review
    if not review.reply or not at.negative:
        return None
    later = _later(review.posted_at, review.reply.posted_at)
    if not (later or (review.revision or 1) > 1 or at.reading.count("goes_on")):
        return None
    return "persistent", "answered before, and the customer goes on"


def _later(left: str | None, right: str | None) -> bool:
    """Is `left` after `right`? Days are compared where one of the two has no time."""
    if not left or not right:
        return False
    if min(len(left), len(right)) <= 10:
        return left[:10] > right[:10]
    first, second = datetime.fromisoformat(left), datetime.fromisoformat(right)
    if (first.tzinfo is None) != (second.tzinfo is None):
        return left[:10] > right[:10]
    return first > second


def _false_claim(at: Situation) -> Verdict:
    found = at.reading.hits("wrong_place")
    return ("false-claim", f"says “{found[0]}”: check before it is owned") if found and at.negative else None


def _praise(at: Situation) -> Verdict:
    if at.kinds[0] != "praise" or at.negative or at.troubled or "feature_request" in at.kinds:
        return None
    return "praise", "content, with nothing to put right"


def _wish_or_question(at: Situation) -> Verdict:
    trouble = {"bug", "complaint"} & set(at.kinds)
    if trouble and (at.kinds[0] not in ("feature_request", "question") or (at.kinds[0] == "question" and at.low)):
        return None
    if "feature_request" in at.kinds and not at.more_grievance_than_wish:
        return "feature-request", "wishes for something"
    return ("question", "asks something") if "question" in at.kinds else None


def _anonymous(at: Situation) -> Verdict:
    if "bug" in at.kinds or not at.negative or not anonymous(at.reading) or not _DEALINGS & set(at.topics):
        return None
    return "anonymous", "a complaint whose author does not show who they are"


def _valid_complaint(at: Situation) -> Verdict:
    concrete = set(at.topics) - {"other"} and at.reading.length >= 6
    if at.kinds[0] == "bug" or not at.negative or not concrete:
        return None
    return "valid-complaint", f"a concrete complaint about {at.topics[0]}"


def anonymous(reading: Reading) -> bool:
    """Does the author's name say nothing of who they are?"""
    name = " ".join((reading.review.author or "").lower().split()).strip(".,!-_ ")
    return not name or name in reading.lexicon.words("anonymous_names")


RULES: tuple[Callable[[Situation], Verdict], ...] = (
    _hold, _tied_to_issue, _troll, _goes_on, _false_claim, _praise, _wish_or_question, _anonymous, _valid_complaint,
)  # fmt: skip
"""In order; the first verdict stands."""


def scenario(at: Situation) -> tuple[Scenario, str]:
    """The scenario and the reason for it."""
    for rule in RULES:
        if verdict := rule(at):
            return verdict
    if not (at.negative or at.troubled) and at.reading.share is not None and at.reading.share >= 0.75:
        return "praise", "a good rating, with nothing to put right"
    return "needs-research", "we do not know enough yet"
