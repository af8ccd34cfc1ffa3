"""Put the demo shop into an empty store, through the product's own API; a store in use is left alone."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

from amends.cli.office import Office, office

DATA = Path(__file__).resolve().parent.parent / "demo" / "data"


def seed(store: str | None = None) -> int:
    """Listings, reviews, issues and which review reports which; how many reviews, 0 where the store was in use."""
    with office(store) as api:
        if not _is_empty(api):
            return 0
        reviews = _lines("reviews")
        # Issues last but for their links: they are what says that the store is in use, if this is interrupted.
        for listing in _lines("listings"):
            api.call("POST", "/listings", listing)
        seen = api.call("POST", "/reviews:observe", {"reviews": reviews})["reviews"]
        ours = {review["external_id"]: told["id"] for review, told in zip(reviews, seen, strict=True)}
        for issue in _lines("issues"):
            api.call("PUT", f"/issues/{quote(issue['id'], safe='')}", issue)
        for link in _lines("links"):
            api.call("POST", f"/issues/{quote(link['issue'], safe='')}/links", {"review_id": ours[link["review"]]})
        return len(seen)


def _is_empty(api: Office) -> bool:
    """No issue yet, and no listing but the demo's own."""
    demo = {listing["id"] for listing in _lines("listings")}
    issues = api.call("GET", "/issues?limit=1")["items"]
    return not issues and {listing["id"] for listing in api.call("GET", "/listings")["items"]} <= demo


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines() if line]


if __name__ == "__main__":
    print(f"{seed(*sys.argv[1:2])} reviews of the demo shop")
