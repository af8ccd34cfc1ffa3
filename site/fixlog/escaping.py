"""Text to what may stand in HTML, with as little work as the text allows."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup, escape

_SPECIAL = re.compile("[&<>'\"]").search


def escaped(value: Any) -> str:
    """What `markupsafe.escape` gives, as a string that is only written out; most values need no call of it."""
    kind = type(value)
    if kind is Markup or (kind is str and not _SPECIAL(value)):
        return value  # type: ignore[no-any-return]
    return escape(value)
