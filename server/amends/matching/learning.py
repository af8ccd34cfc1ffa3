"""What a team has said of earlier matches: which review reports which issue, and which does not."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

MOST = 20
"""Texts of an issue that are listened to, the last ones said."""
_NONE: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Learnt(NamedTuple):
    """Texts of reviews by the id of the issue that a person tied them to, or untied them from."""

    confirmed: Mapping[str, tuple[str, ...]] = _NONE
    rejected: Mapping[str, tuple[str, ...]] = _NONE


NOTHING = Learnt()
"""A team that has said nothing yet."""
