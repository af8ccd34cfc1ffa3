"""What stands in a page hears what a person does, and not what the page's own scripts do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

EXTENSION = Path(__file__).resolve().parents[3] / "extension"
UNHEEDING = re.compile(r"addEventListener\('(?:click|submit)', (?!byPerson\()")
MAY_BE_PRESSED = {"by-person.js"}
"""The door itself."""
FORM = """async () => {
    const { onSend } = await import('/panel/by-person.js');
    const { el } = await import('/panel/dom.js');
    globalThis.sent = 0;
    const form = el('form', {}, el('input', { required: true }), el('input'), el('button', {}, 'Send it'));
    onSend(form, () => { sent += 1; });
    document.body.replaceChildren(form);
}"""
BY_SCRIPT = """() => {
    const form = document.querySelector('form');
    form.requestSubmit();
    form.querySelector('button').click();
    form.dispatchEvent(new Event('submit'));
    return sent;
}"""


def test_what_listens_in_a_page_says_whom_it_hears() -> None:
    files = [file for room in ("panel", "content") for file in (EXTENSION / room).glob("*.js")]
    found = [file.name for file in files if UNHEEDING.search(file.read_text("utf-8"))]
    assert set(found) <= MAY_BE_PRESSED, f"wrap the listener in byPerson(), or the form in onSend(): {found}"


@pytest.mark.browser
def test_a_form_is_sent_by_a_click_or_enter_and_not_by_a_script(workbench: Page) -> None:
    workbench.evaluate(FORM)
    button, field = workbench.get_by_role("button", name="Send it"), workbench.locator("input").first
    button.click()
    field.fill("A lamp")
    assert workbench.evaluate(BY_SCRIPT) == 0, "nor after a person's click that sent nothing"
    button.click()
    assert workbench.evaluate(BY_SCRIPT) == 1
    field.press("Enter")
    assert workbench.evaluate(BY_SCRIPT) == 2
