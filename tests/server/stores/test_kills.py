"""A writing process is killed in mid-write, twenty times: what it acknowledged is kept, and the file always parses."""

from __future__ import annotations

from pathlib import Path

import pytest
from kills import HEAD, kill_repeatedly, piped, read_amends


def test_a_kill_loses_nothing_acknowledged(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.parent.mkdir()
    tally = kill_repeatedly("Amends, eight threads", piped("amends"), read_amends, path, kills=20)
    with capsys.disabled():
        print(f"\n{HEAD}\n{tally}")
    assert (tally.kills, tally.lost, tally.halves, tally.unreadable) == (20, 0, 0, 0)
    assert tally.writes >= 20
