"""A look of one's own: a folder whose words, templates and assets stand before the site's.

theme.css      added to the site's style sheet: custom properties, or anything
assets/        files beside it: logo.svg (or .png, .webp) for the header, icon.svg for the tab, fonts; folders, too
words/en.json  single sentences said in another way, or a language the site cannot speak yet
templates/     base.html that says {% extends "fixlog/base.html" %} and gives a block anew, and so on
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, PrefixLoader, TemplateError, TemplateSyntaxError

from fixlog.report import BuildError, Problem

STYLE = "fixlog.css"
LOGOS = ("logo.svg", "logo.png", "logo.webp")
PARTS = ("theme.css", "assets", "words", "templates")


def refuse(theme: Path) -> None:
    """Raise `BuildError` where this is no theme."""
    if not theme.is_dir() or not any((theme / part).exists() for part in PARTS):
        raise BuildError([Problem(str(theme), f"is no theme: a folder with {', '.join(PARTS[:-1])} or {PARTS[-1]}")])


def loader(templates: Path, theme: Path | None) -> BaseLoader:
    """The theme's templates, then the site's; `fixlog/NAME` is always the site's own."""
    ours = FileSystemLoader(templates)
    if theme is None:
        return ours
    return ChoiceLoader([FileSystemLoader(theme / "templates"), ours, PrefixLoader({"fixlog": ours})])


def assets(theme: Path) -> dict[str, bytes]:
    """The theme's files by their paths below `assets`; its style is to follow the site's."""
    folder, style = theme / "assets", theme / "theme.css"
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    return {**found, **({STYLE: style.read_bytes()} if style.is_file() else {})}


def logo(theme: Path | None) -> str | None:
    """The name of the theme's logo."""
    return next((name for name in LOGOS if theme and (theme / "assets" / name).is_file()), None)


@contextmanager
def explained(theme: Path | None) -> Iterator[None]:
    """A fault of a theme's template is told with its place; one of ours is a fault of the program."""
    try:
        yield
    except TemplateError as error:
        if theme is None:
            raise
        line = f", line {error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
        raise BuildError([Problem(f"{theme / 'templates'}{line}", str(error))]) from None
