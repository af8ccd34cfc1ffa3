"""What stands in the way of those who use a page by keyboard or by ear."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[1] / "node_modules" / "axe-core" / "axe.min.js"
AXE_RUN = "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })"


def faults(page: Page) -> list[str]:
    """What axe finds wrong on a page, shadow roots included, in a sentence each."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(AXE_RUN)
    return [f"{one['help']}: {[node['html'][:120] for node in one['nodes']]}" for one in found["violations"]]
