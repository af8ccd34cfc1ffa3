"""What crawlers ask for: sitemap.xml and robots.txt."""

from __future__ import annotations

from html import escape

from fixlog.book import Book
from fixlog.pages import addresses


def sitemap(book: Book) -> bytes:
    """sitemap.xml; needs the base address, because a sitemap holds whole addresses only."""
    places = "".join(f"<url><loc>{escape(f'{book.site.base_url}{place}')}</loc></url>\n" for place in addresses(book))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{places}</urlset>\n".encode()


def robots(book: Book) -> bytes:
    """robots.txt: everything may be read."""
    where = f"\nSitemap: {book.site.base_url}sitemap.xml\n" if book.site.base_url else ""
    return f"User-agent: *\nAllow: /\n{where}".encode()
