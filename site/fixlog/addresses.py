"""Where products, versions and areas have their pages: told by their names alone, so that any page can link there."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote

MOST = 60
"""Characters of a name that stand in its address."""
_BETWEEN = re.compile(r"[^\w.]+|(?<!\d)\.|\.(?!\d)")
_PLAIN = re.compile(r"""[\w\s./_&'’"“”,:;!?()–-]*""")


@lru_cache(maxsize=4096)
def part(name: str) -> str:
    """A name as a part of an address; names that differ in capitals, spaces and punctuation alone share one."""
    name = unicodedata.normalize("NFC", name.casefold())
    plain = _BETWEEN.sub("-", name).strip("-._")
    if plain and len(plain) <= MOST and _PLAIN.fullmatch(name):
        return plain
    return f"{plain[:MOST].rstrip('-')}-{hashlib.sha256(name.encode()).hexdigest()[:6]}".lstrip("-")


def product(name: str) -> str:
    """The address of a product's page."""
    return f"products/{quote(part(name))}/"


def version(of: str, name: str) -> str:
    """The address of the page of a product's version."""
    return f"{product(of)}versions/{quote(part(name))}/"


def area(name: str) -> str:
    """The address of an area's page."""
    return f"areas/{quote(part(name))}/"


PICTURE = "share/site.png"
"""The site's own picture for those who share it."""


def picture(of: str, state: str) -> str:
    """The path of the picture for fixes of a product in a state."""
    return f"share/{part(of)}-{state}.png"
