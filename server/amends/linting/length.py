"""How long a draft is, as its platform counts."""

from __future__ import annotations

from amends.playbook import Platform
from amends.records import Length, LengthUnit


def measure(text: str, unit: LengthUnit) -> int:
    """The length of `text` in characters (code points), UTF-8 bytes or UTF-16 units."""
    if unit == "bytes":
        return len(text.encode("utf-8", "surrogatepass"))
    if unit == "utf16":
        return len(text.encode("utf-16-le", "surrogatepass")) // 2
    return len(text)


def length_on(draft: str, platform: Platform) -> Length:
    """The draft's length beside the platform's limit, where that is known."""
    if platform.limit is None:
        return Length(used=len(draft))
    return Length(used=measure(draft, platform.limit.unit), limit=platform.limit.value, unit=platform.limit.unit)


def fitting(text: str, limit: int, unit: LengthUnit) -> int:
    """How many of the first characters of `text` fit into `limit`."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(text[:middle], unit) <= limit else (low, middle - 1)
    return low
