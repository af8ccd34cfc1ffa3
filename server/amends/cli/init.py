"""`amends init`: a few questions, and the business profile as one short file."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import rich_click as click

from amends.cli.profile_files import ProfileFileError, name_in_settings, write_profile
from amends.playbook import complete, languages, trades_of
from amends.records import Contact, Person, Profile

_SKIP = "Press Enter to skip a question; Ctrl-C stops, and nothing is written."


class Unusable(click.ClickException):
    """What was answered cannot be used; exit 2 and a sentence that says what to do."""

    exit_code = 2


@click.command("init")
@click.option("--name", help="The business, as customers know it.")
@click.option("--email", help="Where customers write to.")
@click.option("--phone", help="Where customers call.")
@click.option("--url", help="A page where customers reach you; starts with https://.")
@click.option("--signer", "signers", multiple=True, metavar="NAME[:ROLE]", help="Who signs replies; may be repeated.")
@click.option("--address", type=click.Choice(["formal", "informal"]), help="How customers are addressed (Sie or du).")
@click.option("--promise-hours", type=click.IntRange(1, 8760), help="Within how many hours an answer is promised.")
@click.option("--stands-for", help="What you stand for: “We set out for …”.")
@click.option("--trade", help="What you sell or make, in a few words.")
@click.option("--language", help="The language your team reads, as de; drafts in others get a gloss in it.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default="profile.toml", show_default=True)
@click.option("--force", is_flag=True, help="Write over a profile that is there.")
def command(out: Path, force: bool, signers: tuple[str, ...], **given: Any) -> None:
    """Ask a few questions and write the business profile, which signs replies and says how to reach you.

    With any answer given as an option nothing is asked. The profile is named in amends.toml where none is named yet.
    """
    try:
        _check_place(out, force)
        asked = not signers and all(value is None for value in given.values())
        answers = _asked() if asked else {**given, "signers": list(signers)}
        write_profile(out, _profile(answers), force=force)
        said = name_in_settings(out)
    except (ProfileFileError, ValueError) as error:
        raise Unusable(str(error)) from None
    click.echo(f"Wrote {out}. {said}")
    for trade in trades_of(answers["trade"]):
        changed = ", ".join(change.rule for change in trade.changes)
        click.echo(f"{trade.name}: {trade.why} Rules that change: {changed} (amends rules --trade {trade.id}).")


def _check_place(out: Path, force: bool) -> None:
    """Say what is wrong with the place before anything is asked."""
    if out.suffix != ".toml":
        raise ProfileFileError(f"The profile is a TOML file: give --out a name that ends in .toml, not {out}.")
    if out.exists() and not force:
        raise ProfileFileError(f"{out} is there already. Give another name with --out, or --force to write over it.")


def _asked() -> dict[str, Any]:
    """The answers of whoever sits there."""
    click.echo(_SKIP)
    return {
        "name": _question("Name of the business", _text),
        "email": _question("Mail address for customers", _email),
        "phone": _question("Phone number for customers", _text),
        "url": _question("Contact page (https://…)", _url),
        "signers": _signers_asked(),
        "address": _question("Address customers formally or informally (formal/informal)", _address),
        "promise_hours": _question("An answer is promised within how many hours", _hours),
        "stands_for": _question("What you stand for, as in “We set out for …”", _text),
        "trade": _question("What you sell or make", _text),
        "language": _question("The language your team reads (such as en or de)", _language),
    }


def _question(text: str, read: Callable[[str], Any]) -> Any:
    """One answer that can be used; None where it was skipped."""
    while True:
        answer = str(click.prompt(text, default="", show_default=False)).strip()
        if not answer:
            return None
        try:
            return read(answer)
        except ValueError as error:
            click.echo(f"  {error}")


def _signers_asked() -> list[str]:
    signers: list[str] = []
    while answer := _question("Another who signs" if signers else "Who signs replies (NAME or NAME:ROLE)", _text):
        signers.append(answer)
    return signers


def _text(answer: str) -> str:
    """The answer, where it can be written down."""
    try:
        answer.encode("utf-8")
    except UnicodeEncodeError:
        raise ValueError("This holds characters that are not UTF-8: type it again.") from None
    return answer


def _email(answer: str) -> str:
    if answer.count("@") != 1 or answer.startswith("@") or answer.endswith("@") or len(answer.split()) != 1:
        raise ValueError(f"{answer!r} is no mail address: give one such as help@shop.example.")
    return _text(answer)


def _url(answer: str) -> str:
    if not answer.startswith(("https://", "http://")) or len(answer.split()) != 1:
        raise ValueError(f"{answer!r} is no web address: give one that starts with https://.")
    return _text(answer)


def _address(answer: str) -> str:
    if answer.lower() not in ("formal", "informal"):
        raise ValueError(f"{answer!r} is neither: answer formal or informal.")
    return answer.lower()


def _language(answer: str) -> str:
    if complete(answer) is None:
        raise ValueError(f"{answer!r} is no language we can write yet: answer one of {', '.join(languages())}.")
    return answer


def _hours(answer: str) -> int:
    if not (answer.isascii() and answer.isdigit() and 0 < int(answer[:5]) <= 8760):
        raise ValueError(f"{answer!r} is no number of hours: give a whole number from 1 to 8760.")
    return int(answer)


def _person(answer: str) -> Person:
    name, _colon, role = answer.partition(":")
    if not name.strip():
        raise ValueError(f"{answer!r} names nobody: give a signer as NAME or NAME:ROLE.")
    return Person(name=_text(name.strip()), role=_text(role.strip()) or None)


def _profile(answers: dict[str, Any]) -> Profile:
    """The profile; ValueError says which answer cannot be used."""

    def known(name: str, read: Callable[[str], Any] = _text) -> Any:
        answer = str(answers[name] or "").strip()
        return read(answer) if answer else None

    profile = Profile(
        name=known("name") or "",
        contact=Contact(email=known("email", _email), phone=known("phone"), url=known("url", _url)),
        staff=tuple(_person(signer) for signer in answers["signers"]),
        address=answers["address"],
        promise_hours=answers["promise_hours"],
        stands_for=known("stands_for"),
        trade=known("trade"),
        language=known("language", _language),
    )
    if profile == Profile(name=""):
        raise ValueError("Nothing was answered, so nothing was written. Run amends init again, or give options.")
    if not profile.staff:
        print(
            "Nobody signs yet: add [[staff]] with a name later, replies signed by a person are trusted.",
            file=sys.stderr,
        )
    return profile
