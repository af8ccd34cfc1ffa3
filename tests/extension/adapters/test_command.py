"""`amends adapters` as people call it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from amends.cli import page_reading
from amends.cli.adapters import command

PAGES = Path(__file__).resolve().parents[1] / "pages"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


@pytest.fixture
def shell(chromium: str) -> Any:
    """Runs the command in a process of its own: Playwright can be started once in each."""

    def amends(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
        script = "import sys; from amends.cli import main; main()"
        line = [sys.executable, "-c", script, "adapters", *map(str, arguments)]
        return subprocess.run(
            line, capture_output=True, env={**os.environ, "CHROMIUM": chromium}, timeout=60, check=False
        )

    return amends


@pytest.mark.browser
def test_read_prints_one_array_of_reviews(shell: Any) -> None:
    expected = json.loads((PAGES / "trustpilot.json").read_text("utf-8"))
    done = shell("read", PAGES / "trustpilot.html", "--url", expected["url"])
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout) == expected["reviews"]


@pytest.mark.browser
def test_read_takes_the_reader_it_is_told(shell: Any) -> None:
    done = shell("read", PAGES / "declared-json.html", "--url", "https://shop.example/stool", "--adapter", "structured")
    assert len(json.loads(done.stdout)) == 6
    done = shell(
        "read", PAGES / "steam.html", "--url", "http://localhost/x", "--adapter", "steam", "--seen-at", "2024-03-01"
    )
    assert json.loads(done.stdout)[1]["posted_at"] == "2024-01-09"


@pytest.mark.browser
def test_read_takes_an_adapter_downloaded_from_teach_mode(shell: Any) -> None:
    line = ("read", PAGES / "taught/shop-rebuilt.html", "--url", "https://fernhill.example/teas/peony", "--adapter")
    done = shell(*line, PAGES / "taught/fernhill-adapter.json")
    told = json.loads((PAGES / "taught/shop-rebuilt.json").read_text("utf-8"))["reviews"]
    assert [one["text"] for one in json.loads(done.stdout)] == [one["text"] for one in told]


@pytest.mark.browser
def test_what_is_wrong_with_a_given_adapter_is_told(reader: page_reading.PageReader) -> None:
    with pytest.raises(page_reading.PageReadingError, match="Say how we know"):
        reader.read(b"<p>", "https://x.example/", choice={"adapter": "x1", "given": {"id": "x1", "name": "X"}})


@pytest.mark.browser
def test_ten_megabytes_are_read(shell: Any, tmp_path: Path) -> None:
    page = (
        (PAGES / "trustpilot.html").read_bytes().replace(b"</main>", b"<p>filler of words</p>\n" * 440_000 + b"</main>")
    )
    (tmp_path / "big.html").write_bytes(page)
    assert len(page) > 10_000_000
    done = shell("read", tmp_path / "big.html", "--url", "https://www.trustpilot.com/review/x.example")
    assert len(json.loads(done.stdout)) == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["read", "no/such.html", "--url", "https://x.example/"], "Cannot read no/such.html"),
        (["read", PAGES, "--url", "https://x.example/"], "Cannot read"),
        (["read", PAGES / "steam.html"], "--url"),
        (["read", PAGES / "steam.html", "--url", "steam"], "'steam' is no address"),
        (["read", PAGES / "steam.html", "--url", "file:///etc/passwd"], "is no address"),
        (["read", PAGES / "steam.html", "--url", "https://"], "is no address"),
        (["read", PAGES / "steam.html", "--url", "https://x:99999/"], "is no address"),
        (
            ["read", PAGES / "steam.html", "--url", "https://x.example/", "--adapter", "nope"],
            "There is no adapter 'nope'",
        ),
        (["read", PAGES / "steam.html", "--url", "https://x.example/", "--seen-at", "lately"], "is no date"),
    ],
)
def test_wrong_usage_says_what_to_do_and_exits_2(arguments: list[str | Path], said: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in " ".join(done.output.replace("│", " ").split())


def test_without_chromium_it_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_reading, "_found_by", lambda script: None)
    with pytest.raises(page_reading.PageReadingError, match="No Chromium found: set CHROMIUM"):
        page_reading.chromium()


def test_without_playwright_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    done = run("read", PAGES / "steam.html", "--url", "https://x.example/")
    assert done.exit_code == 2
    assert "pip install playwright" in " ".join(done.output.replace("│", " ").split())


def test_a_page_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_reading, "LARGEST_PAGE", 10)
    assert run("read", PAGES / "steam.html", "--url", "https://x.example/").exit_code == 2


def test_list_says_what_is_read_where_and_how_we_know() -> None:
    listed = json.loads(run("list", "--format", "json").output)
    assert {"trustpilot", "steam", "amazon"} <= {adapter["id"] for adapter in listed}
    for adapter in listed:
        assert adapter["hosts"]
        assert adapter["verified"] or adapter["unverified"]
        assert not adapter["reads"] or {"text", "author", "posted_at"} <= set(adapter["reads"])
    assert "steam: Steam, verified on pages of 2024-01" in run("list").output


@pytest.mark.browser
def test_a_page_in_nobodys_markup_is_read_when_asked_for(shell: Any) -> None:
    done = shell("read", PAGES / "unknown/hashed.html", "--url", "https://x.example/", "--adapter", "unknown")
    assert len(json.loads(done.stdout)) == 4
