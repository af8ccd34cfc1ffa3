"""The whole of a build: read, render and check everything, and only then write."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from markupsafe import Markup

from fixlog import markdown
from fixlog.book import Book
from fixlog.cards import newest_first
from fixlog.model import Fix, FixLog
from fixlog.outputs import OF_A_FIX, OF_THE_SITE
from fixlog.reading import read
from fixlog.report import BuildError, BuildReport, Problem
from fixlog.views import FixView, Notes
from fixlog.wording import Wording, wording
from fixlog.writing import Progress, write

NOTES = ("symptom", "change", "how_to_get")


def build(
    source: dict[str, Any], out: Path, *, base_url: str | None = None, progress: Progress = lambda done, total: None
) -> BuildReport:
    """Build the site of `source` into the folder `out`; `base_url` replaces the source's own.

    Raises `BuildError` with every problem; then nothing was written.
    """
    plan, warnings = planned(source, base_url=base_url)
    return dataclasses.replace(write(plan, Path(out), progress=progress), warnings=tuple(warnings))


def planned(source: dict[str, Any], *, base_url: str | None = None) -> tuple[dict[str, bytes], list[str]]:
    """Every file of the site by path, and warnings. Raises `BuildError`."""
    log, warnings = read(source, base_url=base_url)
    say = wording(log.site.language)
    views = _views(log, say)
    cards = newest_first([view.card for view in views])
    by_id = {view.fix.id: view for view in views}
    book = Book(log.site, log.praise, say, cards, lambda card: by_id[card.id], lambda: _published(log))
    plan = {path: content for view in views for files in OF_A_FIX for path, content in files(view, book)}
    for outputs in OF_THE_SITE:
        plan.update(file for output in outputs(book) for file in output.make())
    return plan, [*warnings, *_warnings(log, say), *_dead_links(views, plan)]


def _views(log: FixLog, say: Wording) -> list[FixView]:
    problems: list[Problem] = []
    views = [
        FixView(fix, Notes(*(_rendered(fix, index, name, problems) for name in NOTES)), say)
        for index, fix in enumerate(log.fixes)
    ]
    if problems:
        raise BuildError(problems)
    return views


def _rendered(fix: Fix, index: int, name: str, problems: list[Problem]) -> Markup:
    try:
        return markdown.render(getattr(fix, name) or "")
    except markdown.Tangled as error:
        problems.append(Problem(f"fixes[{index}].{name} (fix {fix.id!r})", str(error)))
        return Markup()


def _published(log: FixLog) -> bytes:
    data = log.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _warnings(log: FixLog, say: Wording) -> Iterator[str]:
    if not log.site.base_url:
        yield (
            "site.base_url is not set: there is no sitemap.xml, and the links of feed.xml and 404.html are relative;"
            " give --base-url before you publish"
        )
    if say.language.split("-")[0] != log.site.language.split("-")[0].lower():
        yield f"site.language: the site's own words are not yet there in {log.site.language!r}, so they are English"


def _dead_links(views: list[FixView], plan: dict[str, bytes]) -> Iterator[str]:
    """Links of notes that lead to a page of this site that is not there."""
    for view in views:
        for name in NOTES:
            for link in markdown.links(getattr(view.notes, name)):
                if urlsplit(link).scheme or link.startswith(("//", "/", "#")):
                    continue
                path = unquote(urlsplit(urljoin(f"/{view.card.address}", link)).path).lstrip("/")
                if path not in plan and f"{path.rstrip('/')}/index.html".lstrip("/") not in plan:
                    yield f"fix {view.fix.id!r}, {name}: the link {link!r} leads nowhere"
