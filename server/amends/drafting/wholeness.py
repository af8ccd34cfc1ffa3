"""Is a clause a whole one? Half a clause between quotation marks says something its writer never said."""

from __future__ import annotations

import re
from itertools import pairwise

from amends.playbook import Lexicon
from amends.records import Span

_SENTENCE_ENDS = ".!?…\n。！？"
_CLAUSE_ENDS = f"{_SENTENCE_ENDS},;:)-–—，；：、"
_BEGINS_AFTER = f"{_SENTENCE_ENDS}:"
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SHORT_FORM = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,3}\.$")
_ABBREVIATED = re.compile(r"(?<!\w)[^\W\d_]$")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_FEWEST = 3
"""Words of a clause that can have another tied to it."""
_COMMAS, _SOON = ",，、", 5
"""Behind one of these a clause may begin, if one of so many first words is a verb."""
_NEAR = 40
"""Characters beside a clause that are looked at."""


def whole(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Does a clause begin where a sentence, or a clause with a subject of its own, does, and end where one ends?"""
    return _begins(text, span, lexicon) and _ends(text, span, lexicon)


def headed(text: str, span: Span, lexicon: Lexicon) -> Span:
    """A clause with the word at the head of its sentence, such as “since”, where that was taken for a joint."""
    before = text[max(0, span.start - _NEAR) : span.start].rstrip(" \t")
    word = _LAST_WORD.search(before)
    if word is None or word.group().lower() not in lexicon.words("ties"):
        return span
    ahead = before[: word.start()].rstrip(" \t")
    starts = not ahead or ahead[-1] in _SENTENCE_ENDS
    return Span(start=max(0, span.start - _NEAR) + word.start(), end=span.end) if starts else span


def _begins(text: str, span: Span, lexicon: Lexicon) -> bool:
    before = text[max(0, span.start - _NEAR) : span.start]
    bare = before.rstrip(" \t")
    # “Firefox and co. spread nothing”: no sentence ends there.
    short_form = _SHORT_FORM.search(bare) and text[span.start].islower()
    if span.start == 0 or not bare or (bare[-1] in _BEGINS_AFTER and not short_form):
        return True
    words = _WORD.findall(text[span.start : span.end].lower())
    while words and words[0] in (*lexicon.words("leads"), *lexicon.words("fronts")):
        words.pop(0)
    if bare[-1] in _COMMAS and any(word in lexicon.words("finite") for word in words[1:_SOON]):
        return words[0] not in lexicon.words("weak_starts")
    if bare[-1] == ")" and text[span.start].isupper():
        return True
    if not words or words[0] not in lexicon.words("subjects"):
        return False
    last = _WORD.findall(bare.lower())[-1:] if bare[-1].isalnum() else []
    # Behind such a word the verb goes to the end, or the clause hangs on the one before it.
    return not (last and last[0] in lexicon.words("hanging_joints"))


def _ends(text: str, span: Span, lexicon: Lexicon) -> bool:
    after = text[span.end : span.end + _NEAR].lstrip(" \t")
    if after[:1] in _SENTENCE_ENDS:
        # In “an intent from e.g. a search” nothing ends.
        return not (after[:1] == "." and after[1:2].isalnum() and _ABBREVIATED.search(text[: span.end][-2:]))
    if after[0] in _CLAUSE_ENDS:
        # Behind “that once the limit is reached,” the rest of the clause is still to come.
        return not _opens_another(text, span, lexicon)
    if not (after[0].isalnum()):
        # A picture, or a remark in brackets, ends a clause as a full stop does; a quotation mark does not.
        return after[0] not in "\"“”„«»‘’'[/&%"
    return bool(lexicon.joints.match(f" {after}")) and not _leans(text, span, lexicon) and not _goes_on(after, lexicon)


def _goes_on(after: str, lexicon: Lexicon) -> bool:
    """Is what follows a condition? “It only locks” is not what “it only locks if you go back” says."""
    following = _WORD.match(after.lower())
    return following is not None and following.group() in lexicon.words("hanging_joints")


def _opens_another(text: str, span: Span, lexicon: Lexicon) -> bool:
    words = _WORD.findall(text[span.start : span.end].lower())
    return any(one in lexicon.words("hanging_joints") and two in lexicon.words("ties") for one, two in pairwise(words))


def _leans(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Is the last word one that hangs on what follows?"""
    words = _WORD.findall(text[span.start : span.end].lower())
    return bool(words) and words[-1] in lexicon.words("dangling")


def conceded(text: str, end: int, lexicon: Lexicon) -> bool:
    """Does a clause only grant something, before a “but” says what matters?"""
    return bool(lexicon.pattern("turns").match(text[end : end + _NEAR].lstrip(" ,;.\t")))


def tied(text: str, ordered: tuple[Span, ...], lexicon: Lexicon, most_words: int) -> dict[Span, Span]:
    """Clauses with the one behind that says when or why, where both together are short: each → both."""
    both: dict[Span, Span] = {}
    for left, right in pairwise(ordered):
        gap = text[left.end : right.start].lower().strip(" ,")
        union = Span(start=left.start, end=right.end)
        long_enough = len(text[left.start : left.end].split()) >= _FEWEST
        if gap in lexicon.words("ties") and long_enough and len(text[union.start : union.end].split()) <= most_words:
            both[left] = union
    return both
