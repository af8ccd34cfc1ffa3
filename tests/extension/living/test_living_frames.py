"""Pages whose reviews stand elsewhere than in the page itself, or that do not keep what others put there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from harness.stand_in import StandIn
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

EXTENSION_TESTS = Path(__file__).resolve().parents[1]
PAGES = EXTENSION_TESTS / "pages" / "living"
REACT = EXTENSION_TESTS / "node_modules"
FRAME = """<!doctype html><title>Reviews</title><body style="margin: 0"><h1 style="height: 300px">Our shop</h1>
<iframe src="/apps/lamps" title="Reviews" style="border: 0; width: 100%; height: 3000px"></iframe>"""
SHADOWS = """<!doctype html><title>Lamps</title><h1 class=app-name>Lamps</h1><body><script>
const put = (host, mode, markup) => {
  const root = host.attachShadow({ mode });
  root.append(document.createRange().createContextualFragment(markup));
  return root;
};
const review = (id) => `<article class=review id=${id} data-review-id=${id}><b class=review-author>Ada</b>
  <review-words></review-words></article>`;
const fill = (root, id) =>
  put(root.getElementById(id).querySelector('review-words'), 'open', `<p class=review-text>Lamp ${id} hums.</p>`);
globalThis.seen = put(document.body.appendChild(document.createElement('review-list')), 'open', review('a'));
fill(seen, 'a');
globalThis.hidden = put(document.body.appendChild(document.createElement('review-list')), 'closed', review('z'));
fill(hidden, 'z');
globalThis.more = () => {
  seen.append(document.createRange().createContextualFragment(review('b')));
  fill(seen, 'b');
};
</script>"""


def test_reviews_in_a_frame_of_the_same_site_have_chips_and_a_panel_in_sight(
    living: Callable[..., Page], api: StandIn
) -> None:
    page = living(FRAME, "/shop")
    frame = page.frame_locator("iframe")
    expect(frame.locator("amends-chip")).to_have_count(2)
    frame.locator("#b amends-chip button").click()
    panel = frame.locator("amends-panel [role=dialog]")
    expect(panel).to_be_in_viewport(ratio=0.9)
    assert len(api.sent) == 1


def test_reviews_in_open_web_components_are_read_and_closed_ones_left_alone(
    living: Callable[..., Page], api: StandIn
) -> None:
    page = living(SHADOWS)
    expect(page.locator("#a amends-chip button")).to_be_visible()
    page.evaluate("more()")
    expect(page.locator("#b amends-chip button")).to_be_visible()
    assert [[one["text"] for one in call] for call in api.sent] == [["Lamp a hums."], ["Lamp b hums."]]
    assert page.evaluate("hidden.querySelectorAll('amends-chip').length") == 0


def test_a_page_that_a_framework_takes_over_late_gets_its_chips_back(living: Callable[..., Page], api: StandIn) -> None:
    scripts = [(REACT / name).read_text(encoding="utf-8") for name in
               ("react/umd/react.production.min.js", "react-dom/umd/react-dom.production.min.js")]  # fmt: skip
    html = (PAGES / "hydrated.html").read_text(encoding="utf-8")
    page = living("".join(f"<script>{script}</script>" for script in scripts) + html)
    chips = page.locator("article > amends-chip button")
    expect(chips).to_have_count(2)
    page.evaluate("hydrate()")
    page.evaluate("draw('is silent')")
    expect(page.locator("#a")).to_contain_text("silent")
    expect(chips).to_have_count(2)
    page.evaluate("draw('hums again')")
    expect(page.locator("#b")).to_contain_text("hums again")
    expect(chips).to_have_count(2)
    assert page.evaluate("wiped") <= 2, "no fight"


FIGHT = """async () => {
    const { ChipPlaces } = await import('/content/chip-places.js');
    const places = new ChipPlaces(new AbortController().signal);
    const card = document.body.appendChild(document.createElement('article'));
    const chip = document.createElement('amends-chip');
    let put = 0;
    for (let now = 0; now < 600_000; now += 500) {
        if (!places.put(chip, card, now)) put += 1;
        chip.remove();
    }
    const lasting = (now) => [places.put(chip, card, now), places.put(chip, card, now + 500)];
    const [waited] = lasting(700_000);
    chip.remove();
    return { put, waited, after: places.put(chip, card, 800_000) };
}"""


def test_a_page_that_takes_every_chip_away_is_not_fought(living: Callable[..., Page]) -> None:
    page = living().context.pages[0]
    found = page.evaluate(FIGHT)
    assert 4 <= found["put"] <= 20, "ten minutes, looked at each half second"
    assert (found["waited"], found["after"]) == (0, 0), "what stood long is put back at once"
