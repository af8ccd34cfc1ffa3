"""The business profile as a commented TOML file, and its name in amends.toml; each file is whole or not there."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from amends.records import Profile
from amends.settings import FILE, read_profile


class ProfileFileError(Exception):
    """A profile cannot be written there; the message says what to do."""


def write_profile(path: Path, profile: Profile, *, force: bool = False) -> None:
    """Write the file and read it back; one that is there is replaced only by `force`."""
    if path.exists() and not force:
        raise ProfileFileError(f"{path} is there already. Give another name with --out, or --force to write over it.")
    _replace(path, profile_toml(profile))
    if read_profile(path) != profile:
        raise ProfileFileError(f"{path} does not read back as it was answered: please report this, with the answers.")


def name_in_settings(path: Path) -> str:
    """Name the profile in amends.toml where none is named; what was done, in a sentence."""
    settings = Path(os.environ.get("AMENDS_SETTINGS") or FILE)
    named = _from_here(path)
    line = f"profile = {_quoted(named)}"
    try:
        before = settings.read_text(encoding="utf-8") if settings.exists() else ""
        known = tomllib.loads(before)
    except (OSError, ValueError) as error:
        return f"{settings} cannot be read ({error}): mend it, and add the line {line} at its top."
    if known.get("profile") == named:
        return f"{settings} names it."
    if "profile" in known:
        return f"{settings} has another profile and was left as it is: to use this one, put {line} there."
    # At the top: further down it would belong to the table that stands above.
    _replace(settings, f"{line}\n{before}")
    return f"{settings} names it now."


def profile_toml(profile: Profile) -> str:
    """The file's text; what is not known stands there as a comment."""
    return "\n".join(_lines(profile)) + "\n"


def _lines(profile: Profile) -> Iterator[str]:
    yield "# The business profile: who signs replies, how to reach you, how you speak. Read when Amends starts."
    yield _line("name", profile.name, "")
    yield "# How customers are addressed where a language has two ways: formal (Sie, vous) or informal (du, tu)."
    yield _line("address", profile.address, "informal")
    yield "# Replies promise an answer within these hours: only what you can keep."
    yield _line("promise_hours", profile.promise_hours, 48)
    yield "# Completes “We set out for …”; said at most once in a reply."
    yield _line("stands_for", profile.stands_for, "tools that last")
    yield "# The language your team reads: a draft in another one has a gloss in it beside it."
    yield _line("language", profile.language, "en")
    yield _line("trade", profile.trade, "kitchen tools")
    yield from ("", "# Given in replies where the platform allows it.", "[contact]")
    yield _line("email", profile.contact.email, "help@shop.example")
    yield _line("phone", profile.contact.phone, "+44 20 7946 0018")
    yield _line("url", profile.contact.url, "https://shop.example/help")
    yield from ("", "# Who signs; the first one signs suggestions.")
    for person in profile.staff:
        yield from ("[[staff]]", _line("name", person.name, ""), _line("role", person.role, "customer care"), "")
    if not profile.staff:
        yield from ("# [[staff]]", _line("name", None, "Kim"), _line("role", None, "customer care"))


def _line(key: str, value: str | int | None, example: str | int) -> str:
    shown = example if value is None else value
    written = str(shown) if isinstance(shown, int) else _quoted(shown)
    return f"{'# ' if value is None else ''}{key} = {written}"


def _quoted(text: str) -> str:
    """A TOML string: JSON's is one, but for the delete character, which TOML wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _from_here(path: Path) -> str:
    """The path as amends.toml names it: from the folder Amends is started in, where the file lies below that."""
    whole = path.resolve()
    here = Path.cwd().resolve()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()


def _replace(path: Path, text: str) -> None:
    """Put a whole file in the place of what was there; nothing is changed where that does not work."""
    new = path.with_name(f".{path.name}.new")
    try:
        with new.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError as error:
        raise ProfileFileError(f"{path} cannot be written: {error.strerror or error}.") from None
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)
