"""The name a customer may be greeted by."""

from __future__ import annotations

import re

from amends.drafting.quotation import plain
from amends.playbook import Lexicon


def first_name(author: str | None, lexicon: Lexicon) -> str | None:
    """The first name a review shows, where it is plainly one; handles, titles and initials are none."""
    words = plain(author or "").split()
    if not words or " ".join(words).lower().strip(".,!-_ ") in lexicon.words("anonymous_names"):
        return None
    name = words[0].strip(".,!")
    if name.isupper() and len(words) > 1:
        name = name.title()
    if not re.fullmatch(r"[^\W\d_]{2,20}(?:[-'’][^\W\d_]{2,20})?", name) or not name[0].isupper():
        return None
    inner = re.split(r"[-'’]", name)
    if any(not part[1:].islower() for part in inner) or lexicon.pattern("not_names").fullmatch(name):
        return None
    return name
