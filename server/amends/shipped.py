"""Where the files lie that are not Python: the extension, in a checkout or in an installed wheel."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).resolve().parent


def extension_folder() -> Path:
    """The extension as it ships, to be loaded unpacked or read from. FileNotFoundError when it is not there."""
    for folder in (HERE / "_extension", HERE.parents[1] / "extension"):
        if (folder / "manifest.json").is_file():
            return folder
    raise FileNotFoundError("The extension's files are not here: install the wheel, or run from a checkout.")
