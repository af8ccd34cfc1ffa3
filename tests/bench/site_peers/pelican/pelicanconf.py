"""Pelican's settings: a product is a category, a version an author, an area a tag."""

SITENAME = "Fixed at Quill"
SITEURL = "https://fixed.quill.example"
PATH = "content"
THEME = "theme"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_PAGINATION = False
ARTICLE_URL = "fixes/{slug}/"
ARTICLE_SAVE_AS = "fixes/{slug}/index.html"
CATEGORY_URL = "products/{slug}/"
CATEGORY_SAVE_AS = "products/{slug}/index.html"
AUTHOR_URL = "versions/{slug}/"
AUTHOR_SAVE_AS = "versions/{slug}/index.html"
TAG_URL = "areas/{slug}/"
TAG_SAVE_AS = "areas/{slug}/index.html"
DIRECT_TEMPLATES = ["index", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 50
RSS_FEED_SUMMARY_ONLY = False
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
PLUGINS: list[str] = []
MARKDOWN = {"extensions": ["fenced_code"], "output_format": "html"}
