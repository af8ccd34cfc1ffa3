"""The workflow files: their shape is what the build services ask for, and GitHub's steps really build the site."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from harness.servers import AmendsServer
from ruamel.yaml import YAML

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
BIN = Path(sys.executable).parent
HOOK = "amends-fixlog"


@pytest.mark.parametrize(
    ("file", "schema"), [("github-pages.yml", "vendor.github-workflows"), ("gitlab-ci.yml", "vendor.gitlab-ci")]
)
def test_a_workflow_has_the_shape_its_service_asks_for(file: str, schema: str) -> None:
    command = [BIN / "check-jsonschema", "--builtin-schema", schema, DEPLOY / file]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout


def test_netlify_is_given_what_the_build_makes() -> None:
    recipe = tomllib.loads((DEPLOY / "netlify.toml").read_text(encoding="utf-8"))
    assert recipe["build"]["publish"] == "build/fixlog"


def github() -> dict[str, Any]:
    workflow: dict[str, Any] = YAML(typ="safe", pure=True).load((DEPLOY / "github-pages.yml").read_text("utf-8"))
    return workflow


def test_github_listens_for_the_event_that_amends_sends() -> None:
    from amends.settings import Rebuild

    assert github()["on"]["repository_dispatch"]["types"] == [HOOK]
    assert Rebuild(url="https://api.github.com/repos/o/r/dispatches").event == HOOK


def test_githubs_steps_build_the_site_of_a_running_server_with_a_readers_token(
    amends_server: AmendsServer, documented: Callable[..., str], tmp_path: Path
) -> None:
    issue = amends_server.call("POST", "/issues", {"title": "Photos vanish", "symptom": "My photos were gone."})
    amends_server.call("POST", f"/issues/{issue['id']}/state", {"state": "released", "fixed_in": "4.2"})
    builder = amends_server.call("POST", "/staff", {"name": "Site builder", "role": "reader"})
    code = amends_server.call("POST", "/pairing-codes", {"staff_id": builder["id"]})["code"]
    token = json.loads(documented("token", CODE=code, AMENDS_URL=amends_server.address))["token"]
    told = {"AMENDS_URL": amends_server.address, "AMENDS_TOKEN": token, "FIXLOG_URL": "https://fixes.example.com"}
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    for step in github()["jobs"]["publish"]["steps"]:
        if step.get("name") in ("Fetch", "Build", "Check"):
            given = {"PATH": path, **{name: told[name] for name in step.get("env", {})}}
            done = subprocess.run(
                ["bash", "-euo", "pipefail", "-c", step["run"]], cwd=tmp_path, env=given,
                capture_output=True, text=True, timeout=60, check=False,
            )  # fmt: skip
            assert done.returncode == 0, f"{step['name']}: {done.stderr}"
    pages = [page.read_text("utf-8") for page in (tmp_path / "build" / "fixlog" / "fixes").glob("*/index.html")]
    assert any("My photos were gone." in page for page in pages)
