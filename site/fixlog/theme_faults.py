"""What of a theme would do nothing: names that the site does not know, and files that no page would load."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from jinja2 import Environment, TemplateSyntaxError, nodes

from fixlog import word_files
from fixlog.fields import LANGUAGE
from fixlog.near import meant
from fixlog.report import BuildError, Problem
from fixlog.shape import shown

OURS = Path(__file__).parent
DEEPEST = 10
"""Templates that extend each other."""
_SET = re.compile(r"(?<![\w-])(--[\w-]+)\s*:")
_USED = re.compile(r"var\(\s*(--[\w-]+)")
_ADDRESS = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"')]*))\s*\)|@import\s+["']([^"']*)["']""")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def refuse(theme: Path) -> None:
    """Raise `BuildError` with everything in this theme that is not what somebody meant."""
    if problems := [*_of_words(theme), *_of_style(theme), *_of_addresses(theme), *_of_templates(theme)]:
        raise BuildError(problems)


def notes(theme: Path) -> Iterator[str]:
    """What is set and used by nobody, and resembles nothing of ours: it may have a reason."""
    for name, near in _unused(theme):
        if not near:
            yield f"{theme / 'theme.css'}: {name} is set, and nothing uses it"


def _of_words(theme: Path) -> Iterator[Problem]:
    for name, path in word_files.named(theme / "words").items():
        if not LANGUAGE.fullmatch(name):
            yield Problem(str(path), "is named after no language; call it en.json, nl.json or the like")
            continue
        try:
            word_files.theirs(path)
        except BuildError as error:
            yield from error.problems


def _of_style(theme: Path) -> Iterator[Problem]:
    for name, near in _unused(theme):
        if near:
            yield Problem(f"{theme / 'theme.css'}, {name}", f"is no property of the site{near}")


def _of_addresses(theme: Path) -> Iterator[Problem]:
    """What style sheets load: `theme.css` becomes a part of the site's, which stands in `assets`."""
    assets = theme / "assets"
    for sheet in (theme / "theme.css", *sorted(assets.rglob("*.css"))):
        at = assets if sheet.parent == theme else sheet.parent
        for address in dict.fromkeys("".join(found) for found in _ADDRESS.findall(_style(sheet))):
            if fault := _fault_of(address, at, theme):
                yield Problem(f"{sheet}, {shown(address[:80])}", fault)


def _fault_of(address: str, at: Path, theme: Path) -> str | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return "is no address"
    path = unquote(parts.path)
    if parts.scheme or parts.netloc:
        return "is not loaded: pages of the fix log take files of their own site only; put the file into assets"
    if not path or path.startswith("/") or (at / path).is_file() or (OURS / "assets" / path).is_file():
        return None
    here = (
        f"; theme.css will stand in assets, so write {path.removeprefix('assets/')}" if (theme / path).is_file() else ""
    )
    return f"is no file of the theme's assets{here}"


def _unused(theme: Path) -> Iterator[tuple[str, str]]:
    """Each property that is set and has no use, and which of the site's was probably meant."""
    ours, theirs = _style(OURS / "assets" / "fixlog.css"), _style(theme / "theme.css")
    known = {*_SET.findall(ours), *_USED.findall(theirs)}
    for name in dict.fromkeys(_SET.findall(theirs)):
        if name not in known:
            # Tables of colours hold many that nothing uses: --paper-2 is no slip of the pen.
            yield name, meant(name, [one for one in _SET.findall(ours) if not name.startswith(f"{one}-")])


def _style(path: Path) -> str:
    return _COMMENT.sub("", path.read_text("utf-8", errors="replace")) if path.is_file() else ""


def _of_templates(theme: Path) -> Iterator[Problem]:
    """Templates nobody asks for, and blocks that stand in none of those they extend. Jinja2 tells all else."""
    folder = theme / "templates"
    own = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.html"))}
    texts = "".join(path.read_text("utf-8", errors="replace") for path in own.values())
    ours = {path.name for path in (OURS / "templates").iterdir()}
    for name, path in own.items():
        if name not in ours and f'"{name}"' not in texts and f"'{name}'" not in texts:
            yield Problem(str(path), f"is a template of no page{meant(name, ours)}")
        elif known := _known_blocks(own, path):
            for block in _blocks(path):
                if block not in known:
                    yield Problem(f"{path}, block {block}", f"is no block of what it extends{meant(block, known)}")


def _known_blocks(own: Mapping[str, Path], path: Path, depth: int = 0) -> set[str]:
    """Blocks of what a template extends, and new ones within its own; none where it extends nothing."""
    above = _extended(path)
    if above is None or depth > DEEPEST:
        return set()
    higher = own.get(above) or OURS / "templates" / above.removeprefix("fixlog/")
    if not higher.is_file():
        return set()
    return {*_blocks(higher), *_known_blocks(own, higher, depth + 1), *_nested(path)}


@cache
def _parsed(text: str) -> nodes.Template | None:
    try:
        return Environment(autoescape=True).parse(text)
    except TemplateSyntaxError:
        return None


def _tree(path: Path) -> nodes.Template | None:
    return _parsed(path.read_text("utf-8", errors="replace"))


def _blocks(path: Path) -> list[str]:
    tree = _tree(path)
    return [block.name for block in tree.find_all(nodes.Block)] if tree else []


def _nested(path: Path) -> list[str]:
    """Blocks within blocks: new ones, for templates that extend this one."""
    tree = _tree(path)
    blocks = tree.find_all(nodes.Block) if tree else ()
    return [inner.name for block in blocks for inner in block.find_all(nodes.Block)]


def _extended(path: Path) -> str | None:
    tree = _tree(path)
    found = tree.find(nodes.Extends) if tree else None
    return found.template.value if found and isinstance(found.template, nodes.Const) else None
