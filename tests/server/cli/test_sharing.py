"""`amends adapters share`: a changed page is mended for the team from a file."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from amends.adapters import shipped
from amends.cli.adapters import command

STEAM = next(one for one in shipped() if one["id"] == "steam")


def test_an_adapter_is_shared_and_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "mended.json"

    def amends(*arguments: str) -> Result:
        return CliRunner().invoke(command, [*arguments, "--store", f"tinydb:{tmp_path}/amends.json"])

    file.write_text(json.dumps({**STEAM, "reviews": ["a["]}), "utf-8")
    refused = amends("share", str(file))
    assert (refused.exit_code, '"reviews[0]" is to be a CSS selector' in refused.stderr) == (2, True), refused.stderr
    file.write_text(json.dumps(STEAM), "utf-8")
    assert amends("share", str(file)).stdout == "Shared steam (Steam), in place of the one that ships.\n"
    assert amends("unshare", "steam").stdout == "steam is no longer shared.\n"
    assert amends("unshare", "steam").exit_code == 2
    file.write_text("[]", "utf-8")
    assert "holds no adapter" in amends("share", str(file)).stderr
