"""Most notes are plain: paragraphs, lists, emphasis, code, links. pulldown-cmark renders those, 80 times as fast.

Python-Markdown says what a note means. It and CommonMark differ in many corners, so a note counts as plain only where
none of those corners is near: what stands here is a grammar of notes that both read alike. Whatever it does not know
goes to Python-Markdown. `tests/site/test_plain.py` compares the two over many invented notes.
"""

from __future__ import annotations

import re

import pyromark

# Signs that mean nothing wherever they stand in a line. Every repetition is possessive: a text is read once, at most.
_NOTHING = r"\n\t\x85\u2028\u2029"
_RUN = rf"[^\\`*_\[\]<>&!{_NOTHING}]"
_TEXT = rf"{_RUN}++|!(?!\[)|&(?=[ ,.])|(?<=[^\W_])_(?=[^\W_])"
_INNER = rf"(?=[^\W_]){_RUN}++(?<=[^\W_])"
_BEFORE, _AFTER = r"(?<![^ \n(])", r"(?=[ \n.,;:?)]|\Z)"
_CODE = rf"(?<!`)`(?![`\s])[^`\\<&{_NOTHING}]++(?<!\s)`(?!`)"
_STRESS = rf"{_BEFORE}(?:\*\*{_INNER}\*\*|\*{_INNER}\*){_AFTER}"
_LINK = rf"\[{_INNER}\]\((?:https?://|mailto:|tel:)[A-Za-z0-9@:/.?=%#+,~-]++\)"
_MAIL = r"(?<= )<[a-z0-9]++(?:[.+-][a-z0-9]++)*+@[a-z0-9]++(?:[.-][a-z0-9]++)++>"
# A line starts with a letter, a digit that numbers nothing, or something that stands before one; it ends visibly.
_START = r"(?:(?!\d++[.)])[^\W_]|[\"'“‘„«(¿¡](?=[^\W_])|(?=`[^`])|(?=\*{1,2}[^\W_])|(?=\[[^\W_]))"
_LINE = rf"{_START}(?:{_TEXT}|{_CODE}|{_STRESS}|{_LINK}|{_MAIL})++(?<!\s)"
_PARAGRAPH = rf"{_LINE}(?:\n{_LINE})*+"
_ITEMS = rf"- {_LINE}(?:\n- {_LINE})*+"
_FENCE = rf"```[A-Za-z0-9]*+\n(?: *+[^`\s][^`{_NOTHING}]*+\n)++```"
# Two lists with an empty line between them would be one, and looser: after a list comes something else.
_PLAIN = re.compile(rf"(?:(?:{_PARAGRAPH}|{_FENCE}|{_ITEMS}(?!\n\n- ))(?:\n\n(?=\S)|\n*\Z))++")


def html(text: str) -> str | None:
    """The note as HTML, not yet cleaned; nothing where it is not plain."""
    return pyromark.html(text) if _PLAIN.fullmatch(text) else None
