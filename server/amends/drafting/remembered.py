"""What the team wrote itself under a review like this one comes back as a suggestion, as far as it holds here, too.

Only the team's own sentences are taken up; greeting, thanks, contact and signature are made anew for this review.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from amends.drafting.composing import Composer, fields
from amends.drafting.likeness import Others
from amends.drafting.quotation import plain
from amends.drafting.retelling import Answered, Retelling
from amends.drafting.selection import Chosen, Held, best_of
from amends.drafting.setting import Setting
from amends.matching.tokens import tokens
from amends.playbook import Move
from amends.records import Issue, Review, Scenario
from amends.triage import triage
from amends.triage.language import language_of

_MOVE = "remembered"
"""The move the team's own sentences are, in a suggestion."""
_BEFORE = ("offline", "contact", "link", "timeline", "invite", "sign")
"""Moves the team's own sentences stand before."""
_ASK = "ask"
_LEAST_ALIKE, _FEWEST_SHARED = 0.25, 2
"""How much of two reviews' telling words is the same, between 0 and 1, where they are similar; how many at least."""
_LOOKED_AT = 4
"""Similar reviews whose replies are tried, most similar first."""
_MOST = 2
"""Sentences that come back at once: with more, one would read the old reply again."""
_NOT_FOR: tuple[Scenario, ...] = ("known-issue", "regression")
"""What was said of one issue on its way does not hold of another."""


def from_memory(
    answered: Sequence[Answered], setting: Setting, composer: Composer, held: Held, others: Others
) -> Chosen | None:
    """A suggestion around the team's own sentences under the most similar review; None where nothing fits."""
    if setting.triage.scenario in _NOT_FOR:
        return None
    similar = list(_similar(answered, setting))
    retelling = Retelling(setting, answered) if similar else None
    if setting.review.product:
        composer = replace(composer, slots={**composer.slots, "product": plain(setting.review.product)})
    for one in similar:
        others.add(one.reply.text)
        sentences = retelling.sentences(one) if retelling else ()
        own = [sentence for sentence in sentences if fields(sentence) <= composer.slots.keys()]
        for many in dict.fromkeys((_MOST, 1)):
            if own and (found := _around(own[:many], setting, composer, held, others)):
                return found
    return None


def _similar(answered: Sequence[Answered], setting: Setting) -> Iterator[Answered]:
    """Those that answered a similar review in the same scenario and language, most similar first."""
    said = _stems(setting.review.words)
    scored = ((_likeness(said, _stems(one.review.words)), place) for place, one in enumerate(answered))
    near = sorted((-score, place) for score, place in scored if score >= _LEAST_ALIKE)
    for _score, place in near[:_LOOKED_AT]:
        one = answered[place]
        if _scenario(one) == setting.triage.scenario and language_of(one.reply.text) == setting.wording.language:
            yield one


def _scenario(one: Answered) -> Scenario:
    """What the team answered it as; else what it would be taken for, the reply not yet given."""
    unanswered = one.review.model_copy(update={"reply": None})
    return one.reply.scenario or _taken_for(
        unanswered.model_dump_json(), one.issue.model_dump_json() if one.issue else None
    )


@lru_cache(maxsize=1024)
def _taken_for(review: str, issue: str | None) -> Scenario:
    """What a review is taken for; as JSON, so that the same one is not read again for each draft."""
    tied = Issue.model_validate_json(issue) if issue else None
    return triage(Review.model_validate_json(review), issue=tied).scenario


def _likeness(mine: frozenset[str], theirs: frozenset[str]) -> float:
    shared = len(mine & theirs)
    return shared / float(len(mine) * len(theirs)) ** 0.5 if shared >= _FEWEST_SHARED else 0.0


@lru_cache(maxsize=4096)
def _stems(words: str) -> frozenset[str]:
    return frozenset(tokens(words))


def _around(own: list[str], setting: Setting, composer: Composer, held: Held, others: Others) -> Chosen | None:
    """The team's sentences among ours, where the rules pass that and it does not read like an earlier reply."""
    moves = [move for move in composer.plan.moves if move.id != _ASK or not any(one.endswith("?") for one in own)]
    place = next((number for number, move in enumerate(moves) if move.id in _BEFORE), len(moves))
    plan = composer.plan.model_copy(update={"moves": (*moves[:place], Move(id=_MOVE), *moves[place:])})
    spoken = {**composer.wording.moves, _MOVE: {"any": (" ".join(own),)}}
    wording = composer.wording.model_copy(update={"moves": spoken})
    drafter = replace(composer, plan=plan, wording=wording, seed=composer.seed + 1)
    made = [one for one in drafter.made(0, 0, setting.platform) if _MOVE in one.moves]
    return best_of(made, held, others)
