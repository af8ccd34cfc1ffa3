"""Draws the extension's PNG icons from icons/amends.svg; run it after changing the drawing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

ICONS = Path(__file__).resolve().parents[2] / "extension" / "icons"
SIZES = (16, 32, 48, 128)


def main() -> None:
    """Writes one PNG a size, with a transparent ground."""
    drawing = (ICONS / "amends.svg").read_text(encoding="utf-8")
    with sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=os.environ.get("AMENDS_CHROMIUM") or shutil.which("chromium"), args=["--no-sandbox"]
        )
        for size in SIZES:
            page = browser.new_page(viewport={"width": size, "height": size})
            page.set_content(
                f"<style>*{{margin:0}}svg{{display:block;width:{size}px;height:{size}px}}</style>{drawing}"
            )
            page.screenshot(path=str(ICONS / f"amends-{size}.png"), omit_background=True)
        browser.close()


if __name__ == "__main__":
    main()
