"""Which languages the person who asks reads: what a gloss beside a suggestion is written in."""

from __future__ import annotations

from flask import request

MOST = 10


def languages_read(first: str | None = None) -> list[str]:
    """The one they name, then those of the header Accept-Language, best first."""
    return [*([first] if first else []), *list(request.accept_languages.values())[:MOST]]
