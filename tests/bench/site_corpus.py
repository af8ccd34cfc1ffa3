"""A fix log of any length for the measurements of the site: the same number gives the same fixes, all of them invented.

Fix `n` is the same in a log of 100 and of 100,000. A fix has 115 to 250 words: a paragraph, customers' words, a list, a
code span, a link, and in a third of them a block of code.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

PRODUCTS = ("Quill Planner", "Quill Phone", "Parcel Bridge", "Meadow Desk", "Tern Gateway")
AREAS = (
    "alarms", "archives", "attendance", "barcodes", "budgets", "checkout", "contacts", "drafts", "folders", "forms",
    "labels", "maps", "menus", "messages", "passwords", "photos", "prices", "queues", "receipts", "rotas", "scanning",
    "sharing", "stock", "themes",
)  # fmt: skip
STATES = ("released",) * 8 + ("fixed", "in_progress")
THINGS = (
    "stock list", "rota page", "label printer", "price editor", "photo viewer", "message box", "receipt mailer",
    "map view", "archive search", "folder tree", "contact card", "checkout form", "barcode reader", "budget chart",
)  # fmt: skip
FAULTS = (
    "lost its last line", "stayed grey", "jumped to the top", "showed yesterday's figures", "beeped twice",
    "forgot the chosen shop", "cut long names in half", "added the tax a second time", "closed without saving",
    "mixed up two branches", "waited for ever", "printed an empty page",
)  # fmt: skip
PLACES = (
    "on a slow line", "after midnight", "on small tablets", "with more than 900 rows", "for names with accents",
    "while a colleague had it open", "after the spring update", "in the second currency",
)  # fmt: skip
CAUSES = (
    "two parts of the program counted rows from different ends", "a message was sent before its answer was stored",
    "the clock of the till was taken for the clock of the shop", "a list was sorted after it had been cut",
    "an old copy was kept for a minute too long", "a width was measured before the letters were loaded",
)  # fmt: skip
DEEDS = (
    "We store the answer first and say so afterwards.", "We read the shop's own clock.", "We sort before we cut.",
    "We measure again when the letters are there.", "We wrote a test that repeats what you told us.",
    "We show what is still being sent.", "We ask before anything is thrown away.", "We count from one end only.",
)  # fmt: skip
ADVICE = (
    "Nothing is needed from you.", "Close the page once and open it again.", "Update from your store.",
    "Print the list of last week again if you need it on paper.", "If you had switched it off, switch it on again.",
)  # fmt: skip
WORDS_OF_CUSTOMERS = (
    "I counted the boxes twice and the page still said eleven.", "It closed while I was typing, every single time!",
    "Lovely otherwise, but this costs me a quarter of an hour a day.", "why does it beep at me",
    "The figure on the till and the figure in the mail differ by a cent.", "My whole team sees the wrong branch.",
    "Works at home and fails in the shop, where I need it.", "It was fine before the spring update.",
)  # fmt: skip
CODES = ("rows.limit = 900", "GET /branches/7/stock", "--since monday", "zone=Europe/Riga", "label.width")
BLOCKS = (
    '```json\n{"branch": 7, "rows": 912, "complete": true}\n```',
    "```\nbridge send --branch 7 --dry-run\nbridge send --branch 7\n```",
    "```python\ndef total(rows):\n    return sum(row.cents for row in rows)\n```",
)
FIRST_DAY = date(2019, 3, 4)
A_DAY = 5


def fix(number: int) -> dict[str, Any]:
    """Fix `number`, counted from 0, as it stands in a fixlog.json."""
    choose = random.Random(f"fix {number}")
    product, thing, fault, place = (choose.choice(kind) for kind in (PRODUCTS, THINGS, FAULTS, PLACES))
    day = FIRST_DAY + timedelta(days=number // A_DAY)
    version = f"{day.year - 2017}.{day.month}"
    state = choose.choice(STATES)
    title = f"The {thing} {fault} {place}"
    told = day - timedelta(days=choose.randint(1, 40))
    return {
        "id": f"Q-{number + 1}",
        "slug": f"{_slug(title)}-{number + 1:05d}",
        "product": product,
        "title": title,
        "state": state,
        "kind": "bug",
        "area": choose.choice(AREAS),
        "fixed_in": version,
        **({"released_on": day.isoformat()} if state == "released" else {}),
        "first_reported_on": told.isoformat(),
        "symptom": f"The {thing} of {product} {fault} {place}. {choose.choice(FAULTS).capitalize()} was told, too.",
        "change": _change(choose, thing),
        "how_to_get": f"{choose.choice(ADVICE)} The [page on the {thing}](https://help.quill.example/{_slug(thing)})"
        " shows every step with pictures.",
        "reports": {"count": choose.randint(1, 60), "platforms": {"google-play": choose.randint(1, 30)}},
        "quotes": [
            {"text": text, "platform": choose.choice(("google-play", "app-store", "trustpilot"))}
            for text in choose.sample(WORDS_OF_CUSTOMERS, choose.randint(1, 4))
        ],
        "history": _history(state, told, day, version),
    }


def _history(state: str, told: date, day: date, version: str) -> list[dict[str, Any]]:
    """What is out has its last step only; what is not has been public since it began."""
    last = {"on": day.isoformat(), "state": state, "note": f"With {version}."}
    return [last] if state == "released" else [{"on": told.isoformat(), "state": "investigating"}, last]


def fixlog(count: int, site: dict[str, Any] | None = None) -> dict[str, Any]:
    """A fixlog.json of `count` fixes."""
    own = {"title": "Fixed at Quill", "base_url": "https://fixed.quill.example/", "language": "en"}
    return {"schema": "amends-fixlog/1", "site": site or own, "fixes": [fix(number) for number in range(count)]}


def _change(choose: random.Random, thing: str) -> str:
    wanted = choose.randint(55, 155)
    cause = choose.choice(CAUSES)
    parts = [
        f"The cause: {cause}. Whoever sets `{choose.choice(CODES)}` saw it first.",
        "\n".join(f"- {deed}" for deed in choose.sample(DEEDS, choose.randint(3, 4))),
    ]
    if choose.random() < 0.34:
        parts += ["What we try before every version now:", choose.choice(BLOCKS)]
    while sum(len(part.split()) for part in parts) < wanted:
        other, fault, place = choose.choice(THINGS), choose.choice(FAULTS), choose.choice(PLACES)
        parts.append(
            choose.choice(
                (
                    f"For some days we took it for what the {other} does when it {fault} {place}, which it is not.",
                    f"It is *not* the fault of the {other}, although that one {fault} as well. {choose.choice(DEEDS)}",
                    f"Should the {thing} do it again {place}, send us the day and the **version** of the {other}.",
                )
            )
        )
    return "\n\n".join(parts)


def _slug(text: str) -> str:
    return "-".join("".join(sign if sign.isalnum() else " " for sign in text.lower()).split())
