"""What a person does in teach mode, and what they would tell of the pages: for its tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

PAGES = Path(__file__).resolve().parents[1] / "pages/taught"


def told(name: str) -> Any:
    """What the page of that name says."""
    return json.loads((PAGES / f"{name}.json").read_text("utf-8"))


def overlay(page: Page) -> Locator:
    """Teach mode's window, once somebody asked for it."""
    page.locator("amends-bar").get_by_role("button", name="Teach this page").click()
    dialog = page.locator("amends-teach").get_by_role("dialog", name="Teach this page")
    expect(dialog).to_contain_text("Step 1 of 8")
    return dialog


def take(dialog: Locator, step: int, name: str = "Take this") -> None:
    """Press that button and wait for the next step."""
    dialog.get_by_role("button", name=name, exact=True).click()
    expect(dialog).to_contain_text(f"Step {step} of 8")


def as_told(reviews: list[dict[str, Any]], name: str) -> None:
    """Every review of the page of that name was read, and each as it stands there."""
    wanted = told(name)["reviews"]
    found = {one["author"]: one for one in reviews}
    assert set(found) == {one["author"] for one in wanted}
    for one in wanted:
        read = found[one["author"]]
        assert {part: read.get(part) for part in one if part != "reply"} == {
            part: one[part] for part in one if part != "reply"
        }
        assert (read.get("reply") or {}).get("text") == (one.get("reply") or {}).get("text")


def press_until(page: Page, name: str) -> None:
    """Tab until the control of that name has the focus."""
    for _ in range(40):
        focused = page.evaluate("""() => {
            const at = document.activeElement?.shadowRoot?.activeElement;
            return at?.getAttribute('aria-label') ?? at?.textContent ?? '';
        }""")
        if focused == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no Tab reaches {name!r}")
