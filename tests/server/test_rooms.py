"""The house is in order: each module can be imported alone, and each room has its rules on the door."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = {"amends": ROOT / "server/amends", "fixlog": ROOT / "site/fixlog"}

IMPORT_EACH = """
import importlib, os, sys, traceback
# Others' packages, and the vocabulary, which imports none of ours, once for all; the rest afresh for each: what is
# tried is whether a module of ours needs another to have been imported before it.
for first in ("flask", "flask_openapi", "flask_cors", "rich_click", "jinja2", "tinydb", "amends.records"):
    importlib.import_module(first)
names = sys.argv[1:]
failed = 0
while names:
    pair, names = names[:2], names[2:]
    children = []
    for name in pair:
        child = os.fork()
        if child == 0:
            try:
                importlib.import_module(name)
            except BaseException as error:
                last = traceback.extract_tb(error.__traceback__)[-1]
                os.write(1, f"{name}: {type(error).__name__}: {error} ({last.filename}:{last.lineno})\\n".encode())
                os._exit(1)
            os._exit(0)
        children.append(child)
    failed += sum(os.waitpid(child, 0)[1] != 0 for child in children)
sys.exit(failed > 0)
"""


def modules() -> list[str]:
    """Every module of ours, by its dotted name."""
    found = []
    for package, folder in SOURCES.items():
        for file in sorted(folder.rglob("*.py")):
            parts = (package, *file.relative_to(folder).with_suffix("").parts)
            found.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return found


def test_every_module_imports_alone() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_EACH, *modules()], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, f"These modules cannot be imported alone:\n{done.stdout}{done.stderr}"


def test_every_room_has_its_rules_on_the_door() -> None:
    rooms = [folder for folder in (ROOT / "server/amends").iterdir() if list(folder.glob("*.py"))]
    bare = sorted(str(room.relative_to(ROOT)) for room in rooms if not (room / "README.md").exists())
    assert not bare, f"These rooms have no README.md; say in some six lines what belongs there: {', '.join(bare)}"
