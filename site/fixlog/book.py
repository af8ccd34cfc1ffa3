"""The fix log as its pages and feeds see it: the site's own part, every fix as a card, and any of them whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fixlog.cards import Card
from fixlog.model import Quote, Site
from fixlog.views import FixView
from fixlog.wording import Wording


@dataclass(frozen=True)
class Book:
    """What outputs are made from. Only `cards` and `view` differ from one fix to the next."""

    site: Site
    praise: tuple[Quote, ...]
    say: Wording
    cards: Sequence[Card]
    """Every fix, newest first."""
    view: Callable[[Card], FixView]
    """The whole of a fix, its notes rendered; dear, so it is asked for only while something is rendered."""
    published: Callable[[], bytes]
    """fixlog.json as the site publishes it."""
    searchable: bool = True
    """Will there be a search index? Without one no page offers a box that finds nothing."""
