"""Shapes that many review pages have in common, to be filled with invented reviews; and what only looks like them."""

from __future__ import annotations

from typing import NamedTuple


class Told(NamedTuple):
    """One invented review."""

    author: str
    title: str
    text: str
    stars: int
    day: int
    reply: str = ""

    def filled(self, card: str, answer: str = "") -> str:
        """A card with this review in it, and with the answer, if there is one."""
        row = "".join(f"<s{' class=on' * (star < self.stars)}>★</s>" for star in range(5))
        icon = "<i class='fa fa-star{}'></i>"
        words = self._asdict() | {
            "double": self.stars * 2,
            "row": row,
            "icons": icon.format("") * self.stars + icon.format("-o") * (5 - self.stars),
            "suns": "🌟" * self.stars,
            "date": f"May {self.day}, 2024",
            "iso": f"2024-05-{self.day:02}",
            "start": self.text[:32] + "…",
            "grade": ("", "BAD", "POOR", "FAIR", "GOOD", "VERY GOOD")[self.stars],
        }
        return card.format(**words, answer=answer.format(**words) if self.reply else "")


BASE = "Sorry, Tobin, a new base is on its way to you."
REVIEWS = (
    Told("Marla Quint", "Like new", "The kettle boils fast and the handle stays cool to the touch.", 5, 3),
    Told("Tobin Ash", "Stopped", "It stopped after nine days and nobody answers my mails.", 1, 14, BASE),
    Told("Ines V.", "Fine", "Does what it says, but the lid is a little stiff.", 3, 21),
    Told(
        "Old Gull",
        "Six of them",
        "We have six of these here and not one has failed.",
        4,
        28,
        "Six in one house, that made our day.",
    ),
)


class Shape(NamedTuple):
    """How a site marks reviews up, and which fields it shows: `out_of` is its scale."""

    fields: str
    card: str
    answer: str = ""
    around: str = "<section>{}</section>"
    out_of: int = 5


SHAPES = {
    "a rating in two pieces, and a line that asks whether it helped": Shape(
        "author rating date text",
        "<div class=entry><b>{double}</b><small>/10</small><em class=who>{author}</em><time>{date}</time>"
        "<div class=words>{text}</div><div>{day} out of 40 found this helpful. <u>Was it?</u></div></div>",
        out_of=10,
    ),
    "bare scores, whose scale the highest settles": Shape(
        "author rating date text",
        "<li><span class=score-badge>{double},0</span><b>{author}</b> <i>{day}/05/24</i><p>{text}</p></li>",
        out_of=10,
    ),
    "stars in elements of their own, full by class": Shape(
        "author rating date text",
        "<article><header><b>{author}</b><time>{iso}</time></header><div>{row}</div><p>{text}</p></article>",
    ),
    "stars loose among other things": Shape(
        "author title rating date text",
        "<div><h6>{author} wrote a review</h6><h4>{title}</h4>{icons}<p>{text}</p><small>{date}</small></div>",
    ),
    "a name called a title, initials for a face": Shape(
        "author rating text",
        "<div class=review><i>{author[0]}</i><p class=review-title>{author}</p><span aria-label='{stars} of 5'></span>"
        "<span>{day} days ago</span><div><p>{text}</p></div></div>",
    ),
    "a bold first line as the heading": Shape(
        "author title rating date text",
        "<div><u>{author}</u><br>{date}<img alt='{stars}/5' src=s.gif><div><b>{title}</b><br>{text}</div></div>",
    ),
    "answers as boxes of the same kind": Shape(
        "author rating date text reply",
        "<li><article><b>{author}</b><time>{date}</time><i title='{stars} stars'></i><p>{text}</p></article>"
        "{answer}</li>",
        "<ol><li><article><b>Nell</b><time>May 30, 2024</time><p>{reply}</p></article></li></ol>",
    ),
    "an answer under a line that says whose it is": Shape(
        "author rating date text reply",
        "<div><b>{author}</b><i title='{stars}.0 of 5'></i><time>{date}</time><p>{text}</p>{answer}</div>",
        "<div><div>Karin, manager at Gull House, responded to this</div><div><p>{reply}</p></div></div>",
    ),
    "a shortened text with the whole hidden after it": Shape(
        "author rating text",
        "<div class=opinion><a href=/user/{day}>{author}</a><i aria-label='{stars} stars'></i>"
        "<div><span>{start}</span><span hidden>{text}</span></div></div>",
    ),
    "neither dates nor classes, only a heading that says reviews": Shape(
        "author rating text",
        "<div><div>{author}</div><div><h5>{suns}</h5><p>{text}</p></div></div>",
    ),
    "facts in a list, told apart by their place": Shape(
        "author rating date text",
        "<div><s style='--stars: {stars}'></s><ul><li class=fact>{author}</li><li class=fact>Utrecht</li>"
        "<li class=fact>{date}</li><li class=fact>Verified</li></ul><p>{text}</p></div>",
    ),
    "a grade in words beside the stars": Shape(
        "author rating date text",
        "<div><div><s title='{stars},00/5,00'></s><b>{grade}</b><i>{iso}</i></div><p>{text}</p><em>{author}</em></div>",
    ),
    "headings and paragraphs without boxes": Shape(
        "author title rating date text",
        "<h3>{title}</h3><p class=by>by {author}, {date}</p><p>{stars}/5</p><p>{text}</p><hr>",
    ),
    "two rows of a table for each": Shape(
        "author rating date text",
        "<tr class=a><td><b>{author}</b></td><td>{date}</td><td><img alt='{stars} stars'></td></tr>"
        "<tr class=b><td colspan=3>{text}</td></tr>",
        around="<table>{}</table>",
    ),
}
"""By what is particular about each."""

TRAPS = {
    "a button that asks for stars": (
        "<h1>Episodes</h1>",
        "<li><h3>{title}</h3><b>{author}</b><time>{date}</time><p>{text}</p>"
        "<button aria-label='Rate 5 stars'>★</button>",
    ),
    "tickets with a priority": (
        "<h1>Open</h1><table>",
        "<tr><td>{author}</td><td>Priority {stars}/5</td><td>{text}</td><td>{date}</td></tr>",
    ),
    "players with a rating": (
        "<h1>Players</h1><table>",
        "<tr><td class=player-name>{author}</td><td class=rating>15{day}</td><td>{date}</td><td>{text}</td></tr>",
    ),
    "offers rated by their seller": (
        "<h1>Reviews of the best</h1>",
        "<div><h3>{author}</h3><div aria-label='{stars} of 5'></div><p>{text}</p><a href=/go/{day}>Visit</a></div>",
    ),
    "comments under a heading that says reviews": (
        "<h2>Reviews</h2>",
        "<div class=comment><a href=/u/{day}>{author}</a><time>{date}</time><p>{text}</p></div>",
    ),
}
"""What stands above, and one of them."""
