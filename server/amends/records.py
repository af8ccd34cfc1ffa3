"""The vocabulary: what a review, an issue, a reply … is, on the wire and in the store. Typed, immutable, no I/O.

Shapes are those of the design: a record read from JSON ignores or keeps unknown fields as its class says, and `dump()`
gives JSON without the fields that are not known, because unknown is a value of its own.
"""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, WithJsonSchema

Topic = Literal[
    "shipping", "service", "support", "quality", "price", "payment",
    "account", "privacy", "usability", "performance", "ads", "content", "other",
]  # fmt: skip
Crux = Literal["process", "service", "product", "experience", "unfair", "unknown"]
Emotion = Literal["anger", "disappointment", "worry", "sadness", "joy", "neutral"]
Intent = Literal["resolution", "vent", "inform", "praise", "unknown"]
Severity = Literal["urgent", "high", "normal", "low"]
Kind = Literal["bug", "feature_request", "complaint", "question", "praise", "abuse", "other"]
Scenario = Literal[
    "needs-research", "anonymous", "false-claim", "valid-complaint", "persistent", "known-issue", "fixed",
    "regression", "feature-request", "question", "praise", "troll", "hold",
]  # fmt: skip
IssueState = Literal["open", "investigating", "in_progress", "fixed", "released", "regressed", "wont_fix"]
IssueKind = Literal["bug", "feature_request", "complaint"]
FindingSeverity = Literal["error", "warning", "advice"]
Group = Literal["thank", "acknowledge", "own", "act", "invite", "sign", "brief", "safe"]
Role = Literal["reader", "writer", "maintainer"]
LengthUnit = Literal["characters", "bytes", "utf16"]


def _iso(value: str) -> str:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        raise ValueError("give a date or time as ISO 8601, such as 2026-11-21 or 2026-11-21T10:00:00Z") from None
    return value


def _iso_day(value: str) -> str:
    try:
        date.fromisoformat(value)
    except ValueError:
        raise ValueError("give a day as ISO 8601, such as 2026-11-21") from None
    return value


def _a_number(value: Any) -> Any:
    if isinstance(value, str | bool):
        raise ValueError("give a number")
    return value


_DAY_FORMAT = {"type": "string", "format": "date"}
_MOMENT_FORMAT = {"anyOf": [{"type": "string", "format": "date-time"}, _DAY_FORMAT]}

Moment = Annotated[str, AfterValidator(_iso), WithJsonSchema(_MOMENT_FORMAT)]
"""A point in time or a day, ISO 8601."""
Day = Annotated[str, AfterValidator(_iso_day), WithJsonSchema(_DAY_FORMAT)]
"""A calendar day, ISO 8601."""
Number = Annotated[float, BeforeValidator(_a_number)]
"""A JSON number; not one in quotes, nor true or false."""
Whole = Annotated[int, BeforeValidator(_a_number)]
"""A JSON number without a fraction; not one in quotes, nor true or false."""


class Record(BaseModel):
    """A value of the vocabulary; fields it does not know are dropped."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    def dump(self) -> dict[str, Any]:
        """The record as JSON-ready data, without fields whose value is not known."""
        return self.model_dump(mode="json", exclude_none=True)


class Stored(Record):
    """A record the store keeps under its `id`; fields it does not know are kept with it."""

    model_config = ConfigDict(frozen=True, extra="allow")
    collection: ClassVar[str]
    """The collection's name, plural."""
    indexed: ClassVar[tuple[str, ...]] = ()
    """Fields (strings, or None) that `Store.find` may select by."""

    id: str = Field(min_length=1, max_length=200)

    def having(self, **changes: Any) -> Self:
        """The same record with `changes`, validated."""
        return type(self).model_validate({**self.model_dump(), **changes})


# --- reviews ---------------------------------------------------------------------------------------------------------


class Rating(Record):
    """`value` out of `best`; thumbs are 0 or 1 out of 1."""

    value: Number = Field(ge=0)
    best: Number = Field(default=5, gt=0)

    @property
    def share(self) -> float:
        """The rating between 0 (worst) and 1 (best), whatever the scale; a star scale starts at one star."""
        low = 1.0 if self.best > 1 else 0.0
        return min(1.0, max(0.0, (self.value - low) / (self.best - low)))


class Reply(Record):
    """The business's answer as the page shows it; `text` is None where the page shows only that there is one."""

    text: str | None = None
    posted_at: Moment | None = None
    author: str | None = None


class Review(Record):
    """What a customer wrote, as read from a page or a file. Only `text` is required; stars alone have ""."""

    model_config = ConfigDict(frozen=True, extra="allow")

    text: str
    id: str | None = None
    platform: str | None = None
    external_id: str | None = None
    url: str | None = None
    listing: str | None = None
    product: str | None = None
    product_version: str | None = None
    author: str | None = None
    rating: Rating | None = None
    title: str | None = None
    language: str | None = None
    posted_at: Moment | None = None
    seen_at: Moment | None = None
    reply: Reply | None = None
    revision: Whole | None = None

    @property
    def words(self) -> str:
        """Title and text as one, for reading by machine."""
        return f"{self.title}\n{self.text}" if self.title else self.text


def review_key(review: Review) -> str:
    """A review's id with us: the same page read twice gives the same one.

    The platform's own id decides where there is one; else who wrote what first, where and when.
    """
    if review.external_id:
        natural = [review.external_id]
    else:
        natural = [review.listing or review.url or "", review.author or "", review.posted_at or "", review.text[:500]]
    platform = review.platform or "unknown"
    digest = hashlib.blake2s("\0".join([platform, *natural]).encode(), digest_size=10).hexdigest()
    return f"{platform}-{digest}"


class StoredReview(Review, Stored):
    """A review we keep. `id` is `review_key`; `revision` counts its texts, `answered_revision` was replied to."""

    collection: ClassVar[str] = "reviews"
    indexed: ClassVar[tuple[str, ...]] = ("platform", "listing", "seen_at")

    id: str = Field(min_length=1, max_length=200)
    answered_revision: Whole | None = None

    @property
    def changed_since_reply(self) -> bool:
        """Did the customer write something else after the reply that stands there?"""
        return bool(self.reply and self.answered_revision and (self.revision or 1) > self.answered_revision)


class Span(Record):
    """A place in a text, in characters from 0; `end` is not included."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Triage(Record):
    """What we think of a review. `scores` are independent, one a kind; `kinds` are those asserted, best first."""

    id: str | None = None
    kind: Kind
    kinds: tuple[Kind, ...] = ()
    scores: dict[Kind, float] = {}
    topics: tuple[Topic, ...] = ()
    crux: Crux = "unknown"
    intent: Intent = "unknown"
    emotion: Emotion = "neutral"
    severity: Severity = "normal"
    language: str | None = None
    scenario: Scenario = "needs-research"
    versions: tuple[str, ...] = ()
    devices: tuple[str, ...] = ()
    quotes: tuple[Span, ...] = ()
    why: tuple[str, ...] = ()


# --- issues, fixes, follow-ups ---------------------------------------------------------------------------------------


class StateChange(Record):
    """One line of an issue's public history."""

    on: Day
    state: IssueState
    note: str | None = None


class PublicQuote(Record):
    """A customer's words a maintainer approved for publishing; never with a name."""

    text: str
    platform: str


class Translation(Record):
    """A fix note in another language than the site's."""

    title: str = Field(min_length=1, max_length=300)
    symptom: str = Field(min_length=1, max_length=20_000)
    change: str | None = Field(default=None, max_length=20_000)
    how_to_get: str | None = Field(default=None, max_length=20_000)


class Issue(Stored):
    """A product problem, ours. From `symptom` on it is also the fix note, the public text of what was fixed."""

    collection: ClassVar[str] = "issues"
    indexed: ClassVar[tuple[str, ...]] = ("state", "product")

    title: str = Field(min_length=1, max_length=300)
    product: str | None = None
    kind: IssueKind = "bug"
    area: str | None = None
    aliases: tuple[str, ...] = ()
    state: IssueState = "open"
    fixed_in: str | None = None
    opened_on: Day | None = None
    released_on: Day | None = None
    symptom: str | None = None
    change: str | None = None
    how_to_get: str | None = None
    slug: str | None = None
    former_slugs: tuple[str, ...] = ()
    public: StrictBool = False
    """Shown on the fix log before it is released, in the states `investigating`, `in_progress` and `fixed`."""
    translations: dict[str, Translation] = {}
    """The note in other languages, by BCP 47 tag."""
    quotes: tuple[PublicQuote, ...] = ()
    history: tuple[StateChange, ...] = ()


class Match(Record):
    """How well an issue fits a review: `score` in [0,1], `why` in words."""

    issue: str
    score: float = Field(ge=0, le=1)
    why: tuple[str, ...] = ()


class Link(Stored):
    """A person said: this review reports this issue. One issue a review: `id` is the review's."""

    collection: ClassVar[str] = "links"
    indexed: ClassVar[tuple[str, ...]] = ("issue_id", "at")

    issue_id: str
    at: Moment
    by: str | None = None


class Unlink(Stored):
    """A person said: this review does not report this issue. `id` is "ISSUE_ID~REVIEW_ID"."""

    collection: ClassVar[str] = "unlinks"
    indexed: ClassVar[tuple[str, ...]] = ("at",)

    issue_id: str
    review_id: str
    at: Moment


FollowUpState = Literal["held", "ready", "posted", "dropped"]


class FollowUp(Stored):
    """A draft owed to one reviewer because something changed; `held` until the issue is released.

    `id` is "ISSUE_ID~REVIEW_ID". The draft's words are made when asked for, from the review, the issue and the profile.
    """

    collection: ClassVar[str] = "followups"
    indexed: ClassVar[tuple[str, ...]] = ("issue_id", "review_id", "state")

    issue_id: str
    review_id: str
    state: FollowUpState = "held"
    created_at: Moment
    changed_at: Moment | None = None


# --- drafts and rules ------------------------------------------------------------------------------------------------


class Policy(Record):
    """A platform's own rule, with the page it was read on and the day; `verified` is false for second-hand sources."""

    platform: str
    url: str
    read_on: Day
    verified: bool


class TradeNote(Record):
    """Why a trade changes a rule, with the page that was read and the day, as in `Policy`."""

    trade: str
    why: str
    url: str
    read_on: Day
    verified: bool


class Repair(Record):
    """A safe replacement of a draft's characters `start` to `end` by `text`; `label` names it on a button."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str
    label: str


class Finding(Record):
    """One rule's remark on a draft, at the characters `start` to `end` (0, 0 for the draft as a whole)."""

    rule: str
    severity: FindingSeverity
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    message: str
    why: str
    source: tuple[str, ...] = ()
    policy: Policy | None = None
    trade: TradeNote | None = None
    repair: Repair | None = None


class ChecklistItem(Record):
    """A rule seen from the other side: what this reply should have. `label` says what to do."""

    id: str
    label: str
    group: Group
    status: Literal["pass", "fail", "n/a"]
    why: str
    source: tuple[str, ...] = ()


class Length(Record):
    """How long a text is in the platform's own unit; `limit` is None where it is not known."""

    used: int
    limit: int | None = None
    unit: LengthUnit = "characters"


class Linted(Record):
    """What the rules say of a draft."""

    findings: tuple[Finding, ...] = ()
    checklist: tuple[ChecklistItem, ...] = ()
    length: Length

    @property
    def broken(self) -> bool:
        """Is there an error-level finding?"""
        return any(finding.severity == "error" for finding in self.findings)


class Gloss(Record):
    """What a suggestion says, in a language the staff read; to be read beside it, never to be posted."""

    language: str
    text: str


class Suggestion(Record):
    """A drafted reply, with the scenario and the moves it was made of and what the rules say of it."""

    text: str
    scenario: Scenario
    moves: tuple[str, ...] = ()
    language: str
    findings: tuple[Finding, ...] = ()
    length: Length
    source: Literal["playbook", "remembered"] = "playbook"
    """Whose sentences: ours, or also the team's own from a reply to a similar review."""
    gloss: Gloss | None = None
    """None where it is in a language the staff read."""


class Drafted(Record):
    """Suggestions for one review; none for `troll` and `hold`, and `why_not` says why."""

    scenario: Scenario
    suggestions: tuple[Suggestion, ...] = ()
    why_not: str | None = None
    missing_language: str | None = None
    """The review's language, where we cannot write it: then the suggestions are in the staff's."""


# --- the business and its platforms ----------------------------------------------------------------------------------


class Contact(Record):
    """Where customers reach the business."""

    email: str | None = None
    phone: str | None = None
    url: str | None = None


class Person(Record):
    """Somebody who signs replies."""

    name: str
    role: str | None = None


class Profile(Record):
    """The business: who signs, how to reach it, what it stands for."""

    name: str
    contact: Contact = Contact()
    staff: tuple[Person, ...] = ()
    address: Literal["formal", "informal"] | None = None
    promise_hours: int | None = Field(default=None, gt=0)
    stands_for: str | None = None
    trade: str | None = None
    language: str | None = None
    """The language the staff read, BCP 47."""


class Listing(Stored):
    """One of our places on a platform; `id` is "PLATFORM:KEY", as adapters name it (`trustpilot:www.bt.com`)."""

    collection: ClassVar[str] = "listings"
    indexed: ClassVar[tuple[str, ...]] = ("platform",)

    platform: str
    name: str | None = None
    product: str | None = None


class SharedAdapter(Stored):
    """How a platform's pages are read, shared by the team; `id` is the adapter's own.

    It is data and never run. One with the id of an adapter that ships is used in its place. `print` tells states apart.
    """

    collection: ClassVar[str] = "adapters"

    adapter: dict[str, Any]
    print: str
    shared_by: str
    shared_at: Moment
    changed_by: str | None = None
    changed_at: Moment | None = None


# --- the work --------------------------------------------------------------------------------------------------------

CaseState = Literal["new", "acknowledged", "answered", "closed"]
CaseOutcome = Literal["settled", "closed_unresolved"]


class Case(Stored):
    """The work on one review; `id` is the review's. `due_at` is when an answer is due."""

    collection: ClassVar[str] = "cases"
    indexed: ClassVar[tuple[str, ...]] = ("state", "owner")

    state: CaseState = "new"
    opened_at: Moment
    due_at: Moment | None = None
    answered_at: Moment | None = None
    owner: str | None = None
    outcome: CaseOutcome | None = None
    tried: str | None = None
    """What was tried; never told in public."""
    restitution: str | None = None
    """What is offered to make up for it; a reply says that something is, never what."""
    correction: str | None = None
    """A sentence that sets a falsehood right; a reply repeats it once it is verified."""
    verified_by: str | None = None
    """Who checked the correction: somebody who does not write the reply."""


class PostedReply(Stored):
    """A reply the team posted, as the extension saw it appear; `id` comes of the review and the text."""

    collection: ClassVar[str] = "replies"
    indexed: ClassVar[tuple[str, ...]] = ("review_id", "listing", "platform", "posted_at")

    review_id: str
    platform: str | None = None
    listing: str | None = None
    text: str
    scenario: Scenario | None = None
    posted_at: Moment
    by: str | None = None


class Lesson(Record):
    """An example to learn from, without names, addresses and numbers; `findings` are the rules the reply broke."""

    platform: str | None = None
    rating: Rating | None = None
    scenario: Scenario
    review: str
    draft: str | None = None
    reply: str
    findings: tuple[str, ...] = ()


# --- people ----------------------------------------------------------------------------------------------------------


class Staff(Stored):
    """A person with a role."""

    collection: ClassVar[str] = "staff"

    name: str = Field(min_length=1, max_length=100)
    role: Role
    created_at: Moment
    revoked_at: Moment | None = None


class Token(Stored):
    """A bearer token's hash (`id`, SHA-256 in hex), whose it is, and the one origin it is admitted from."""

    collection: ClassVar[str] = "tokens"
    indexed: ClassVar[tuple[str, ...]] = ("staff_id", "origin")

    staff_id: str
    origin: str | None = None
    created_at: Moment


class Praise(Stored):
    """Words of a review that a maintainer approved for the fix log's page of thanks; `id` is the review's."""

    collection: ClassVar[str] = "praise"

    text: str = Field(min_length=1, max_length=2_000)
    platform: str
    product: str | None = None
    by: str | None = None
    at: Moment


class AskedRebuild(Stored):
    """What the public fix log held (`print`, a hash) when a rebuild of its site was last asked for and taken."""

    collection: ClassVar[str] = "asked_rebuilds"

    print: str
    at: Moment


class PairingCode(Stored):
    """A one-time code's hash (`id`): who it pairs, until when, and how many wrong tries were made meanwhile."""

    collection: ClassVar[str] = "pairing_codes"

    staff_id: str
    expires_at: Moment
    tries: int = 0


STORED: tuple[type[Stored], ...] = (
    StoredReview, Issue, Link, Unlink, FollowUp, Listing, Case, PostedReply, Praise, AskedRebuild, SharedAdapter,
    Staff, Token, PairingCode,
)  # fmt: skip
"""Every kind of record a store keeps; a new one is added here and nowhere else."""
