"""Pages to bytes: Jinja2 with everything escaped, and no name in a template that is not given."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import quote, urlsplit

from jinja2 import Environment
from markupsafe import Markup

from fixlog import templating
from fixlog import theme as themes
from fixlog.book import Book
from fixlog.model import Fix, Site
from fixlog.pages import Page
from fixlog.wording import Wording

TEMPLATES = Path(__file__).parent / "templates"
ASSETS = Path(__file__).parent / "assets"


@cache
def environment(theme: Path | None) -> Environment:
    """The templates' environment; without a theme, the site's own."""
    return templating.environment(themes.loader(TEMPLATES, theme), ours=theme is None)


def page(page: Page, book: Book) -> bytes:
    """One page of the site."""
    base = book.site.base_url
    canonical = base + page.address if base is not None and page.address is not None else None
    values = page.values() if callable(page.values) else page.values
    say = page.say or book.say
    known = {"canonical": canonical, "here": page.address, "searchable": book.searchable}
    return fill(page.template, page.root, book.site, say, **known, **values)


def fill(template: str, root: str, site: Site, say: Wording, **values: object) -> bytes:
    """A template with what every page has: the site, its wording, the way to its root, how to write to us."""
    given = {
        "root": root,
        "site": site,
        "say": say,
        "contact": Writing(site, say),
        "own": _own(site, say),
        "logo": themes.logo(say.theme),
    }
    with themes.explained(say.theme):
        return environment(say.theme).get_template(template).render(given, **values).encode()


def _own(site: Site, say: Wording) -> Markup:
    """The attributes of the business's own words: their direction, and their language where the site's is another."""
    if site.language == say.language:
        return Markup('dir="auto"')
    return Markup('dir="auto" lang="{}"').format(site.language)


def assets(theme: Path | None = None) -> dict[str, bytes]:
    """The files every page shares, by path."""
    ours = {path.name: path.read_bytes() for path in sorted(ASSETS.iterdir()) if path.is_file()}
    theirs = themes.assets(theme) if theme else {}
    if added := theirs.pop(themes.STYLE, None):
        ours[themes.STYLE] += b"\n" + added
    return {f"assets/{name}": content for name, content in (ours | theirs).items()}


class Writing:
    """How readers reach the business, as sentences with links."""

    def __init__(self, site: Site, say: Wording) -> None:
        self._contact = site.contact
        self._say = say

    def __call__(self, fix: Fix | None = None) -> Markup:
        """One sentence: where to write, and what to mention."""
        contact, say = self._contact, self._say
        ways = []
        if contact and contact.email:
            subject = f"?subject={quote(f'{fix.title} ({fix.id})', safe='')}" if fix else ""
            address = f"mailto:{quote(contact.email, safe='@+')}{subject}"
            ways.append(say("write_to", address=_link(address, contact.email)))
        if contact and contact.url:
            shown = (urlsplit(contact.url).netloc + urlsplit(contact.url).path).rstrip("/")
            ways.append(say("or_go_to" if ways else "go_to", address=_link(contact.url, shown)))
        if contact and contact.phone:
            number = "".join(sign for sign in contact.phone if sign in "+0123456789")
            ways.append(say("or_call" if ways else "call", phone=_link(f"tel:{number}", contact.phone)))
        if not ways:
            return say("no_contact")
        return Markup("{}.").format(Markup(" ").join(ways))


def _link(address: str, text: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(address, text)
