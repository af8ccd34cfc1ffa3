"""Write extension/adapters/month-names.js: what the browser calls the months, so that no page waits for its answer."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from playwright.sync_api import Page, Route, sync_playwright

sys.path[:0] = [str(Path(__file__).resolve().parent)]

import chromium  # noqa: E402

FOLDER = Path(__file__).resolve().parent.parent / "extension" / "adapters"
NAMES = "month-names.js"
LANGUAGES = [
    "en", "fr", "de", "es", "it", "pt", "nl", "pl", "sv", "da", "nb", "fi", "cs", "sk", "hu", "ro", "bg", "hr", "sl",
    "sr", "uk", "ru", "el", "tr", "ar", "fa", "he", "hi", "bn", "ta", "te", "th", "vi", "id", "ms", "ko", "ja", "zh",
    "ca", "et", "lv", "lt", "no",
]  # fmt: skip
"""In the order in which they are asked where a page does not say its language."""
COUNTRIES = {
    "en": "GB AU CA", "de": "AT CH", "es": "MX PE UY AR", "fr": "CA CH", "pt": "PT", "it": "CH", "nl": "BE",
    "sr": "Latn", "hr": "BA", "ro": "MD", "ar": "MA DZ TN IQ",
}  # fmt: skip
"""Where a language names some months otherwise."""
HEAD = """/**
 * Written by scripts/month_names.py: the months from January on, each with all its names, in each language. The browser
 * knows them, too, but takes longer to wake up for its first answer than all reviews of a page take to be read.
 *
 * @type {Record<string, string>}
 */
export const NAMES = {
"""
ASK = """async (tags) => {
  const { askedNames } = await import('/months.js');
  return tags.map((tag) => [...askedNames(tag)]);
}"""


def tags(language: str) -> list[str]:
    """The language itself, and as some countries have it."""
    return [language, *(f"{language}-{country}" for country in COUNTRIES.get(language, "").split())]


def written(page: Page) -> str:
    """The file's text, as this browser has the names; a language that writes months as numbers has none."""
    lines = [f"  {language}: {json.dumps(_months(page, language), ensure_ascii=False)}," for language in LANGUAGES]
    return HEAD + "\n".join(lines).replace('"', "'") + "\n};\n"


def _months(page: Page, language: str) -> str:
    months: dict[str, int] = {}
    for known in page.evaluate(ASK, tags(language)):
        for name, number in known:
            months.setdefault(name, number)
    listed = ",".join(" ".join(name for name, of in months.items() if of == number) for number in range(1, 13))
    return listed if months else ""


def _file(route: Route) -> None:
    name = route.request.url.rpartition("/")[2]
    route.fulfill(body=(FOLDER / name).read_text(encoding="utf-8") if name else "", content_type="text/javascript")


if __name__ == "__main__":
    with sync_playwright() as driver:
        tab = driver.chromium.launch(executable_path=chromium.ensure()).new_page()
        tab.route("**/*", _file)
        tab.goto("https://months.example/")
        (FOLDER / NAMES).write_text(written(tab), encoding="utf-8")
    print(f"{FOLDER / NAMES} is written anew.")
