"""Twenty kills of the server in mid-write, eight threads writing through its API: nothing acknowledged is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from kills import HEAD, kill_repeatedly
from server_kills import ServedRun, read_served


def test_killing_the_server_loses_nothing_acknowledged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tally = kill_repeatedly("amends serve", ServedRun, read_served, tmp_path / "amends.json", kills=20)
    with capsys.disabled():
        print(f"\n{HEAD}\n{tally}")
    assert (tally.kills, tally.lost, tally.halves, tally.unreadable) == (20, 0, 0, 0)
    assert tally.writes >= 20
