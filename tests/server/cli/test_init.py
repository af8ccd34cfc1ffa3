"""`amends init`: every question can be skipped, what is written reads back equal, and nothing is lost."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from amends.cli import main, profile_files
from amends.records import Contact, Person, Profile
from amends.settings import load

HOSTILE = [
    "Say \"cheese\" & 'quotes'",
    "back\\slash \\n \\u0041 \\",
    "two\nlines\r\nand\ttabs",
    'end = "x"\n[[staff]]\nname = "Eve"',
    "snow ☃ 🎈 e\u0301 \u202eturned\u202c \u2028 \ufeff",
    "control \x00 \x07 \x1f \x7f \x85",
    "'''\"\"\"#",
    "—" * 3000,
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("AMENDS_SETTINGS", raising=False)
    return tmp_path


def init(*arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, ["init", *arguments], input=typed)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_profile_reads_back_equal(folder: Path, text: str) -> None:
    profile = Profile(
        name=text,
        contact=Contact(email=text, phone=text, url=text),
        staff=(Person(name=text, role=text), Person(name=text)),
        address="formal",
        promise_hours=24,
        stands_for=text,
        trade=text,
    )
    profile_files.write_profile(folder / "p.toml", profile)
    assert load({"AMENDS_PROFILE": str(folder / "p.toml")}).profile == profile


def test_options_alone_write_a_profile_that_settings_read(folder: Path) -> None:
    done = init(
        "--name", "Halden \"&\" Roe", "--email", "help@halden.example", "--phone", "+44 20 7946 0018",
        "--url", "https://halden.example/help", "--signer", "Mara:customer care", "--signer", "Tobias",
        "--address", "informal", "--promise-hours", "48", "--stands-for", "lamps that last", "--trade", "lamps",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    assert load({}).profile == Profile(
        name='Halden "&" Roe',
        contact=Contact(email="help@halden.example", phone="+44 20 7946 0018", url="https://halden.example/help"),
        staff=(Person(name="Mara", role="customer care"), Person(name="Tobias")),
        address="informal",
        promise_hours=48,
        stands_for="lamps that last",
        trade="lamps",
    )
    assert sorted(path.name for path in folder.iterdir()) == ["amends.toml", "profile.toml"]


def test_questions_can_be_skipped_and_wrong_answers_are_asked_again() -> None:
    done = init(typed="Lamp House\nnonsense\nhelp@lamp.example\n\n\nAda:owner\nTom\n\n\nsoon\n24\n\n\nKlingon\nde\n")
    assert done.exit_code == 0, done.output
    assert "no mail address" in done.output
    assert "no number of hours" in done.output
    assert "no language we can write yet" in done.output
    people = (Person(name="Ada", role="owner"), Person(name="Tom"))
    assert load({}).profile == Profile(
        name="Lamp House",
        contact=Contact(email="help@lamp.example"),
        staff=people,
        promise_hours=24,
        language="de",
    )


def test_a_profile_that_is_there_stays_unless_forced(folder: Path) -> None:
    (folder / "profile.toml").write_text('name = "Mine"\n')
    done = init("--name", "Other")
    assert done.exit_code == 2
    assert "--force" in done.output
    assert (folder / "profile.toml").read_text() == 'name = "Mine"\n'
    assert not (folder / "amends.toml").exists()
    assert init("--name", "Other", "--force").exit_code == 0
    assert load({}).profile == Profile(name="Other")


@pytest.mark.parametrize("typed", ["", "Lamp House\n", "Lamp House\nhelp@lamp.example\n\n"])
def test_stopping_half_way_writes_nothing(folder: Path, typed: str) -> None:
    assert init(typed=typed).exit_code != 0
    assert list(folder.iterdir()) == []


def test_a_write_that_is_broken_off_leaves_what_was_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_given: Any) -> None:
        raise KeyboardInterrupt

    (folder / "profile.toml").write_text('name = "Mine"\n')
    monkeypatch.setattr(profile_files.os, "fsync", interrupted)
    assert init("--name", "Other", "--force").exit_code != 0
    assert {path.name: path.read_text() for path in folder.iterdir()} == {"profile.toml": 'name = "Mine"\n'}


def test_nothing_answered_writes_nothing(folder: Path) -> None:
    done = init(typed="\n" * 20)
    assert done.exit_code == 2
    assert "Nothing was answered" in done.output
    assert list(folder.iterdir()) == []


def test_settings_that_are_there_keep_every_byte(folder: Path) -> None:
    before = '# ours\nport = 9000\n\n[site]\ntitle = "Fixes"\n'
    (folder / "amends.toml").write_text(before)
    assert init("--name", "Lamp House").exit_code == 0
    assert (folder / "amends.toml").read_text() == f'profile = "profile.toml"\n{before}'
    assert load({}).profile == Profile(name="Lamp House")


@pytest.mark.parametrize("there", ['profile = "mine.toml"\n', "nonsense ["])
def test_settings_that_name_a_profile_or_are_broken_are_left(folder: Path, there: str) -> None:
    (folder / "amends.toml").write_text(there)
    done = init("--name", "Lamp House")
    assert done.exit_code == 0
    assert 'profile = "profile.toml"' in done.output
    assert (folder / "amends.toml").read_text() == there


def test_a_profile_elsewhere_is_named_by_its_whole_path(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    out = tmp_path_factory.mktemp("else") / "p.toml"
    assert init("--name", "Lamp House", "--out", str(out)).exit_code == 0
    assert tomllib.loads((folder / "amends.toml").read_text()) == {"profile": out.as_posix()}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--email", "nobody"], "no mail address"),
        (["--url", "shop.example"], "https://"),
        (["--signer", ":owner"], "names nobody"),
        (["--promise-hours", "0"], "promise-hours"),
        (["--address", "loud"], "formal"),
        (["--name", "x", "--out", "p.json"], ".toml"),
        (["--name", "x", "--out", "missing/p.toml"], "cannot be written"),
        (["--name", "bad \udcff byte"], "UTF-8"),
    ],
)
def test_wrong_answers_are_said_and_nothing_is_written(folder: Path, arguments: list[str], said: str) -> None:
    done = init(*arguments)
    assert done.exit_code == 2
    assert said in done.output
    assert list(folder.iterdir()) == []
