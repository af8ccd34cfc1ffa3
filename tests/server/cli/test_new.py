"""`amends new` writes skeletons that are whole as far as they go, once, and nowhere else."""

from __future__ import annotations

import io
import json
import re
import runpy
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from amends.adapters.shape import faults_of
from amends.cli import main
from amends.cli.new import KINDS
from amends.importers.keeping import Rejected
from amends.linting import Rule
from amends.playbook import Platform

ROOT = Path(__file__).resolve().parents[3]
PLACES = {
    "rule": "server/amends/linting/rules/corner_shop.py",
    "adapter": "extension/adapters/corner-shop.json",
    "platform": "server/amends/playbook/platforms/corner-shop.toml",
    "importer": "server/amends/importers/corner_shop.py",
}


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty checkout, and a folder in it where one stands."""
    for place in PLACES.values():
        assert (ROOT / place).parent.is_dir(), f"{place}: the room has moved"
        (tmp_path / place).parent.mkdir(parents=True)
    (tmp_path / "extension/manifest.json").write_text("{}")
    monkeypatch.chdir(tmp_path / "server")
    return tmp_path


def new(kind: str, name: str = "corner-shop") -> Result:
    return CliRunner().invoke(main, ["new", kind, name])


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_written_in_its_place_and_never_over_another(checkout: Path, kind: str) -> None:
    assert new(kind).exit_code == 0
    place = checkout / PLACES[kind]
    assert "@" not in place.read_text("utf-8")
    place.write_text("mine")
    again = new(kind)
    assert (again.exit_code, place.read_text()) == (2, "mine")
    assert "stays as it is" in again.output


def test_every_skeleton_is_whole_as_far_as_it_goes(checkout: Path) -> None:
    for kind in KINDS:
        new(kind)
    rule = runpy.run_path(str(checkout / PLACES["rule"]))["RULE"]
    assert isinstance(rule, Rule)
    assert rule.id == "corner-shop"
    assert faults_of(json.loads((checkout / PLACES["adapter"]).read_text("utf-8"))) == []
    told = (checkout / PLACES["platform"]).read_text("utf-8")
    example = re.sub(r"(?m)^# (?=\[|\w+ =)", "", told)
    for text, facts in ((told, set()), (example, {"limit"})):
        assert Platform.model_validate({"id": "corner-shop", **tomllib.loads(text)}).model_fields_set - facts == {
            "id",
            "name",
        }
    read = runpy.run_path(str(checkout / PLACES["importer"]))["read"]
    assert isinstance(next(read(io.BytesIO(b"x"))), Rejected)


@pytest.mark.parametrize("name", ["../corner", "Corner", "a_b", "", "-a", "a" * 61, "class", "a/b", "a\n"])
def test_what_is_no_name_is_refused_and_nothing_is_written(checkout: Path, name: str) -> None:
    before = sorted(checkout.rglob("*"))
    assert new("rule", name).exit_code == 2
    assert sorted(checkout.rglob("*")) == before


def test_outside_a_checkout_it_says_where_to_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    refused = new("rule")
    assert refused.exit_code == 2
    assert "checkout of Amends" in refused.output
