"""Invented review pages of any length, in the markup of sites whose adapters were verified on saved pages."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass

_STYLE = """
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: #fcfbf3 } main { max-width: 780px; margin: 0 auto }
article { background: #fff; border: 1px solid #ddd; border-radius: 16px; padding: 20px; margin: 16px 0 }
hr { border: 0; border-top: 1px solid #eee; margin: 12px 0 } h2 { font-size: 18px; margin: 8px 0 } p { margin: 8px 0 }
.apphub_Card { display: block; background: #1b2838; color: #acb2b8; padding: 8px; margin: 12px 0 }
.apphub_CardContentAuthorBlock { border-top: 1px solid #333; margin-top: 8px }
li { list-style: none; margin: 0 0 22px }
"""
_NAMES = ("Marit Olde", "Ünal K.", "Pim", "Orla Quist", "Tove H.", "Mossy Owl", "Fenja", "Bram de Wit")
_SENTENCES = (
    "The parcel came, the lamp did not.", "Two calls later I still have no lamp.", "It was quiet, then it hummed.",
    "The new version loses my albums when I close it.", "Nobody answers the phone.", "Warm light, and it came early.",
    "I would buy it again for the same price.", "The cover broke where it bends.", "It works as described.",
)  # fmt: skip


@dataclass(frozen=True)
class Said:
    """One invented review."""

    id: str
    author: str
    stars: int
    title: str
    text: str
    day: str


def said(count: int) -> list[Said]:
    """So many reviews, the same ones every time."""
    chance = random.Random(count)
    return [_one(number, chance) for number in range(count)]


def _one(number: int, chance: random.Random) -> Said:
    sentences = chance.choices(_SENTENCES, k=chance.randint(1, 9))
    day = f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}T09:30:00.000Z"
    return Said(f"{0x65 << 88 | number:024x}", chance.choice(_NAMES), chance.randint(1, 5), sentences[0][:40],
                f"{' '.join(sentences)} Case {number}.", day)  # fmt: skip


def trustpilot(reviews: list[Said]) -> str:
    """A company's page: cards, and the same reviews in the JSON it ships with."""
    cards = "".join(
        f"""<section><article data-service-review-card-paper="true"><aside><a href="/users/{one.id}">
<span data-consumer-name-typography="true">{one.author}</span></a></aside><hr><section>
<div data-service-review-rating="{one.stars}"><img alt="" width=108 height=20></div>
<time datetime="{one.day}" data-service-review-date-time-ago="true">{one.day[:10]}</time>
<div data-review-content="true"><a href="/reviews/{one.id}" data-review-title-typography="true">
<h2 data-service-review-title-typography="true">{one.title}</h2></a>
<p data-service-review-text-typography="true">{one.text}</p></div></section></article></section>"""
        for one in reviews
    )
    records = [
        {"id": one.id, "text": one.text, "rating": one.stars, "title": one.title, "language": "en",
         "dates": {"publishedDate": one.day}, "consumer": {"displayName": one.author}}
        for one in reviews
    ]  # fmt: skip
    unit = {"displayName": "Lantern Post", "identifyingName": "lantern.example"}
    state = json.dumps({"props": {"pageProps": {"businessUnit": unit, "reviews": records}}})
    return page(f"<h1>Lantern Post</h1>{cards}<script id=__NEXT_DATA__ type=application/json>{state}</script>")


def steam(reviews: list[Said]) -> str:
    """A game's page of review cards, every field in the markup."""
    return page("<div id=AppHubCards>" + "".join(
        f"""<div class="apphub_Card" data-modal-content-url="https://steamcommunity.com/id/{one.id}/recommended/999010/">
<div class="apphub_CardContentMain"><div class="apphub_UserReviewCardContent"><div class="vote_header">
<div class="reviewInfo"><div class="thumb"><img alt="" width=40 height=40 data-was="icon_thumbsUp"></div>
<div class="title">Recommended</div></div></div><div class="apphub_CardTextContent">
<div class="date_posted">Posted: 4 March 2024</div>{one.text}</div></div></div>
<div class="apphub_CardContentAuthorBlock"><div class="apphub_CardContentAuthorName"><a href="#">{one.author}</a></div>
</div></div>"""
        for one in reviews
    ) + "</div>")  # fmt: skip


def amazon(reviews: list[Said]) -> str:
    """A product's page: a list of cards with many hooks in each."""
    return page("<span id=productTitle>Brass Kettle, 1.2 l</span><ul>" + "".join(
        f"""<li id="R{one.id[-12:].upper()}" data-hook="review"><div><div data-hook="genome-widget">
<span class="a-profile-name">{one.author}</span></div><h5><a data-hook="review-title" href="#">
<i data-hook="review-star-rating" class="a-icon a-star-{one.stars}">
<span class="a-icon-alt">{one.stars}.0 out of 5 stars</span></i><span>{one.title}</span></a></h5>
<span data-hook="review-date">Reviewed in the United States on May 3, 2024</span>
<span data-hook="review-body"><div data-hook="review-collapsed"><span>{one.text}</span></div></span></div></li>"""
        for one in reviews
    ) + "</ul>")  # fmt: skip


def declared(reviews: list[Said]) -> str:
    """A shop of which only the address is known: reviews in JSON-LD, and the same words in plain boxes."""
    items = [
        {"@type": "Review", "author": {"@type": "Person", "name": one.author}, "reviewBody": one.text,
         "name": one.title, "datePublished": one.day[:10],
         "reviewRating": {"@type": "Rating", "ratingValue": one.stars}}
        for one in reviews
    ]  # fmt: skip
    data = json.dumps({"@context": "https://schema.org", "@type": "Product", "name": "Lamp", "review": items})
    boxes = "".join(f"<div class=box><b>{one.author}</b><p>{one.text}</p></div>" for one in reviews)
    return page(f"<h1>Lamp</h1><script type=application/ld+json>{data}</script>{boxes}")


def page(inside: str) -> str:
    """A whole page around some markup."""
    return f"<!doctype html><html lang=en><meta charset=utf-8><style>{_STYLE}</style><body><main>{inside}</main>"


PAGES = {
    "trustpilot": ("https://www.trustpilot.com/review/lantern.example", "trustpilot:lantern.example", trustpilot),
    "steam": ("https://steamcommunity.com/app/999010/reviews/", "steam:999010", steam),
    "amazon": ("https://www.amazon.com/dp/B000TEST01/", "amazon:B000TEST01", amazon),
    "declared": ("https://www.capterra.com/p/999010/Lamp/reviews/", "capterra:999010", declared),
}
"""Name → where such a page stands, which listing it is of, and what writes it."""
