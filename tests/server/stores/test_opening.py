"""Store URLs, and what opening a store does not bring along."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from amends.stores import StoreError, open_store
from amends.stores.opening import ENGINES


@pytest.mark.parametrize("url", ["sqlite:///data/amends.db", "postgresql://amends:hunter2@db/amends"])
def test_an_engine_that_is_not_built_yet_is_said_so(url: str) -> None:
    with pytest.raises(StoreError, match=r"stores are not built yet\. Use tinydb:PATH") as error:
        open_store(url, role="server")
    assert "hunter2" not in str(error.value)


@pytest.mark.parametrize("url", ["data/amends.json", "", "mysql://u:hunter2@h/d", "tiny:x", "C"])
def test_what_is_no_store_url_is_answered_with_one_that_is(url: str) -> None:
    with pytest.raises(StoreError, match=r"memory: or tinydb:, such as tinydb:data/amends\.json") as error:
        open_store(url, role="server")
    assert "hunter2" not in str(error.value)


@pytest.mark.parametrize("url", ["tinydb:", "memory:data"])
def test_a_url_with_too_little_or_too_much_is_refused(url: str) -> None:
    with pytest.raises(StoreError, match="tinydb:PATH"):
        open_store(url, role="server")


def test_a_path_may_start_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    store = open_store("tinydb:~/amends.json", role="server")
    assert store.url == "tinydb:~/amends.json"
    assert (tmp_path / "amends.json.lock").exists()
    store.close()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"file/amends\.json cannot be made"):
        open_store(f"tinydb:{tmp_path}/file/amends.json", role="server")


def test_every_engine_is_tested_by_the_behaviour_suite() -> None:
    fixture = (Path(__file__).parent / "conftest.py").read_text()
    missing = [scheme for scheme, module in ENGINES.items() if module and f'"{scheme}"' not in fixture]
    assert not missing, f"tests/server/stores/conftest.py has no store for {missing}: add one to the fixture `store`."


def test_a_store_is_opened_without_the_web_and_the_language_models(tmp_path: Path) -> None:
    code = f"""
import sys
from amends.stores import open_store
open_store("tinydb:{tmp_path}/amends.json", role="server").close()
open_store("memory:", role="server").close()
print(*sorted({{"numpy", "py3langid", "flask", "phonenumbers", "rich_click"}} & set(sys.modules)))
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.strip() == ""
