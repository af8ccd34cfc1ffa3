"""The folder that Chromium loads, in a real Firefox: it pairs, reads a page, answers beside each review."""

from __future__ import annotations

from pathlib import Path

import firefox as finding
import pytest
from harness.firefox import ENTER, running
from harness.servers import AmendsServer
from harness.sites import Web

pytestmark = pytest.mark.browser
EXTENSION = Path(__file__).parents[2] / "extension"
PAGE = Path(__file__).parent / "pages" / "trustpilot.html"
CHIPS = "[...document.querySelectorAll('amends-chip')]"
SUGGESTION = "document.querySelector('amends-panel')?.shadowRoot.querySelector('.draft')"


@pytest.fixture
def executable() -> str:
    path = finding.find()
    if path is None:
        pytest.skip("no Firefox here: python scripts/firefox.py installs Debian's")
    return path


def test_the_same_folder_pairs_reads_and_suggests_in_firefox(
    executable: str, amends_server: AmendsServer, web: Web, tmp_path: Path
) -> None:
    amends_server.call("POST", "/listings", {"id": "trustpilot:www.lanternpost.example", "platform": "trustpilot"})
    web.put("www.trustpilot.com", {"/review/www.lanternpost.example": PAGE})
    with running(executable, tmp_path / "firefox", hosts=("www.trustpilot.com",)) as firefox:
        firefox.install(EXTENSION)
        options = firefox.tab_at("/options/options.html")
        firefox.wait_for(options, "!document.getElementById('unpaired').hidden")
        firefox.evaluate(options, f"document.getElementById('address').value = '{amends_server.address}'")
        firefox.evaluate(options, "document.getElementById('code').focus()")
        firefox.press(options, amends_server.pairing_code() + ENTER)
        firefox.wait_for(options, "!document.getElementById('paired').hidden")

        page = firefox.open(f"https://www.trustpilot.com:{web.port}/review/www.lanternpost.example")
        firefox.wait_for(page, f"{CHIPS}.length == 3 && {CHIPS}.every(chip => chip.shadowRoot.textContent)")
        assert "answered" in firefox.evaluate(page, f"{CHIPS}[0].shadowRoot.textContent")

        firefox.evaluate(page, f"{CHIPS}[1].shadowRoot.querySelector('button').focus()")
        firefox.press(page, ENTER)
        firefox.wait_for(page, f"{SUGGESTION}?.textContent.startsWith('Hallo Ünal')")
        assert firefox.evaluate(page, f"{SUGGESTION}.lang") == "de"
    assert [one.host for one in web.requests if one.path != "/favicon.ico"] == ["www.trustpilot.com"]
