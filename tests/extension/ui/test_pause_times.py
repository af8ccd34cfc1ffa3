"""How soon after a pause in typing findings are underlined, with everything on this machine; `pytest -s` prints it."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
ROUNDS = 7
DRAFT = (
    "Hello Maren, thank you for telling us about the photos. We apologise if this caused any inconvenience. "
    "The update of Thursday brings them back: open the album once and they are there again. You should have saved "
    "your work before turning the phone. If one of them is still missing, write to help@halden.example. {} Mara"
)
TIMED = """async ([box, text]) => {
    const type = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
    const found = () => [...(CSS.highlights.get('amends-error') ?? [])].map(String);
    const marked = () => found().includes('You should have saved');
    const put = (words) => {
        type.set.call(box, words);
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    const until = async (wanted) => { while (marked() !== wanted) await new Promise(requestAnimationFrame); };
    put('Hello.');
    await until(false);
    await new Promise((done) => setTimeout(done, 150));
    const last = performance.now();
    put(text);
    await until(true);
    return performance.now() - last;
}"""


def test_findings_appear_after_a_pause(open_panel: Callable[[str], Page]) -> None:
    page = open_panel("rv-2041")
    page.locator("#rv-2041").get_by_role("button", name="Reply").click()
    box = page.locator("#rv-2041 textarea").element_handle()
    times = [page.evaluate(TIMED, [box, DRAFT.format(turn)]) for turn in range(ROUNDS)]
    told = f"median {median(times):.0f} ms, slowest {max(times):.0f} ms, {ROUNDS} rounds"
    print(f"\nfrom the last key to the underline: {told}")
    assert len(times) == ROUNDS
