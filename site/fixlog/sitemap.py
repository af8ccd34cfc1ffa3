"""What crawlers ask for: sitemap.xml and robots.txt."""

from __future__ import annotations

from xml.sax.saxutils import escape

from fixlog.model import FixLog
from fixlog.pages import addresses


def sitemap(log: FixLog) -> bytes:
    """sitemap.xml; needs the base address, because a sitemap holds whole addresses only."""
    places = "".join(f"<url><loc>{escape(f'{log.site.base_url}{place}')}</loc></url>\n" for place in addresses(log))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{places}</urlset>\n".encode()


def robots(log: FixLog) -> bytes:
    """robots.txt: everything may be read."""
    where = f"\nSitemap: {log.site.base_url}sitemap.xml\n" if log.site.base_url else ""
    return f"User-agent: *\nAllow: /\n{where}".encode()
