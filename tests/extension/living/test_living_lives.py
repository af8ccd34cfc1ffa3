"""A page outlives the extension, its worker and itself; it is left alone while nobody sees it, and never moved."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from harness.stand_in import StandIn
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser
MARKET = "http://sample-market.localhost"


def test_going_back_restores_the_page_with_its_chips_and_doubles_nothing(
    living: Callable[..., Page], api: StandIn
) -> None:
    page = living()
    chips = page.locator(".review > amends-chip")
    expect(chips).to_have_count(2)
    page.evaluate("globalThis.stayed = true")
    page.goto(f"{MARKET}/elsewhere")
    page.go_back(wait_until="commit")
    assert page.evaluate(
        "[globalThis.stayed, performance.getEntriesByType('navigation')[0].notRestoredReasons ?? null]"
    ) == [
        True,
        None,
    ], "restored, not loaded again"
    page.evaluate("list.add(['c'])")
    expect(chips).to_have_count(3)
    assert [len(call) for call in api.sent] == [2, 1]


def test_what_is_typed_while_the_worker_is_dead_is_kept(
    living: Callable[..., Page], stop_worker: Callable[[BrowserContext], None], drafts: Callable[[], dict[str, str]]
) -> None:
    page = living()
    expect(page.locator("amends-chip")).to_have_count(2)
    page.locator("#a textarea").press_sequentially("Hello Ada")
    stop_worker(page.context)
    page.locator("#a textarea").press_sequentially(", sorry.")
    page.wait_for_function("document.querySelector('#a textarea').value.endsWith('sorry.')")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert drafts()["a"].startswith("Hello Ada")


def test_a_page_whose_extension_was_updated_says_so_once_and_rests(open_living: Callable[[], BrowserContext]) -> None:
    context = open_living()
    try:
        page = context.new_page()
        told: list[str] = []
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.goto(f"{MARKET}/apps/lamps")
        expect(page.locator("amends-chip")).to_have_count(2)
        context.pages[0].evaluate("() => void setTimeout(() => chrome.runtime.reload(), 50)")
        page.evaluate("list.add(['c'])")
        expect(page.locator("amends-bar")).to_contain_text("reload the page")
        expect(page.locator("amends-chip, amends-panel")).to_have_count(0)
        page.evaluate("list.add(['d', 'e'])")
        page.locator("#d textarea").fill("Still typing.")
        expect(page.locator("amends-bar")).to_have_count(1)
        assert told == []
        page.locator("amends-bar").get_by_role("button", name="Reload this page").click()
        expect(page.locator("amends-bar")).to_have_count(0)
    finally:
        context.close()


HIDDEN = """async () => {
    const { Watch } = await import('/content/watch.js');
    const life = new AbortController();
    const looks = [];
    let hidden = true;
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    const watch = new Watch(async (changed) => { looks.push([...changed].length); }, [], life.signal);
    await watch.run();
    const place = document.body.appendChild(document.createElement('p'));
    await new Promise((done) => setTimeout(done));
    const waiting = watch.timer;
    hidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    watch.taken();
    place.append(document.createElement('amends-chip'));
    const after = watch.taken().size;
    life.abort();
    delete document.hidden;
    place.remove();
    return { looks, waiting, after };
}"""


def test_nothing_is_looked_at_while_nobody_sees_the_page(living: Callable[..., Page]) -> None:
    found = living().context.pages[0].evaluate(HIDDEN)
    assert found == {"looks": [1], "waiting": 0, "after": 0}, "one look when it is seen again, none for our own chips"


LAYOUTS = """<!doctype html><title>Lamps</title><h1 class=app-name>Lamps</h1><style>
.review { padding: 10px; border: 1px solid } .cut { overflow: hidden } .rtl { direction: rtl }
.row { display: flex; gap: 30px } .column { display: flex; flex-direction: column; gap: 15px }
.grid { display: grid; gap: 20px; grid-template-columns: 1fr 1fr } .owl > * + * { margin-top: 40px }
.table { display: table; width: 100%%; box-sizing: border-box } .table > * { display: table-cell; padding: 10px }
.first > :first-child { margin-top: 0 } .first > * { margin-top: 50px }
</style><body>
%s"""
CARD = """<article class="review {0}" data-review-id={0}><b class=review-author>Ada Olde</b> <p class=review-text>
The lamp hums so loudly that I can no longer hear the kettle beside it, which is a pity.</p></article>"""
KINDS = ("plain", "row", "grid", "column", "owl", "cut", "first", "rtl", "table")
BOXES = """() => [...document.querySelectorAll('body, body *:not(amends-chip)')].map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    // A table shares out its width in parts of a pixel.
    return [one.className || one.localName, ...[x, y, width, height].map((size) => Math.round(size * 10) / 10)];
}).concat([['page', document.documentElement.scrollWidth, document.documentElement.scrollHeight]])"""


COVERING = """async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const range = document.createRange();
    const words = [...document.querySelectorAll('.review-author, .review-text')].flatMap((one) => {
        range.selectNodeContents(one);
        return [...range.getClientRects()];
    });
    const crosses = (one, other) => one.left < other.right && other.left < one.right
        && one.top + 2 < other.bottom && other.top + 2 < one.bottom;
    return [...document.querySelectorAll('amends-chip')]
        .filter((chip) => words.some((box) => crosses(chip.getBoundingClientRect(), box)))
        .map((chip) => chip.parentElement.className);
}"""


def test_chips_move_nothing_and_hide_no_words(living: Callable[..., Page]) -> None:
    page = living(LAYOUTS % "".join(CARD.format(kind) for kind in KINDS))
    # Two columns full of words leave no room on a telephone: there the chip is short, and hides as little as it can.
    for width, full in ((1200, set()), (390, {"review row", "review grid", "review table"})):
        page.set_viewport_size({"width": width, "height": 2400})
        expect(page.locator("amends-chip[data-placed]")).to_have_count(len(KINDS))
        hidden = page.evaluate(COVERING)
        assert set(hidden) <= full, f"at {width} pixels"
    with_chips = page.evaluate(BOXES)
    page.evaluate("document.dispatchEvent(new CustomEvent('amends:goodbye'))")
    expect(page.locator("amends-chip")).to_have_count(0)
    assert page.evaluate(BOXES) == with_chips


MOVED = """async () => {
    Object.defineProperty(globalThis, 'navigation', { configurable: true, value: undefined });
    const { followAddress } = await import('/content/address.js');
    const { startVisit } = await import('/content/visit.js');
    const life = new AbortController();
    const told = [];
    const first = location.href;
    const went = new Promise((done) => followAddress((url) => told.push(url) > 1 && done(url), life.signal));
    startVisit({ url: first, adapters: [], mode: 'structured', asked: false, signal: life.signal });
    history.pushState(null, '', '?page=2');
    document.body.append(document.createElement('hr'));
    const url = await Promise.race([went, new Promise((done) => setTimeout(done, 5000, 'not told'))]);
    history.replaceState(null, '', first);
    delete globalThis.navigation;
    life.abort();
    return url;
}"""


def test_a_new_address_under_an_old_title_is_followed_without_the_navigation_api(living: Callable[..., Page]) -> None:
    assert living().context.pages[0].evaluate(MOVED).endswith("?page=2")


UNDRESSED = """async () => {
    const sheets = globalThis.fetch;
    let give;
    const later = new Promise((done) => { give = done; });
    globalThis.fetch = async (address) => (await later, sheets(address));
    const { showBar, removeBar } = await import('/content/bar.js');
    const height = () => document.documentElement.scrollHeight;
    document.body.style.minHeight = '200vh';
    const before = height();
    showBar('tall', new AbortController().signal, 'words '.repeat(50));
    const bar = document.querySelector('amends-bar');
    const waiting = [bar.getBoundingClientRect().height, height() - before];
    give();
    while (!bar.hasAttribute('data-ready')) await new Promise((done) => setTimeout(done, 10));
    const dressed = [bar.getBoundingClientRect().height > 0, height() - before];
    removeBar();
    globalThis.fetch = sheets;
    return { waiting, dressed };
}"""


def test_a_bar_moves_nothing_while_its_looks_are_on_their_way(living: Callable[..., Page]) -> None:
    page = living().context.new_page()
    page.goto(page.context.pages[0].url)
    found = page.evaluate(UNDRESSED)
    page.close()
    assert found == {"waiting": [0, 0], "dressed": [True, 0]}


LEFT = """async () => {
    const { noticePosted } = await import('/content/notice.js');
    const { entryFor } = await import('/content/entry.js');
    const reply = { text: 'We send you a new one.' };
    const review = { platform: 'sample', external_id: 'a', text: 'It hums.', reply };
    const none = () => null;
    const entry = entryFor({ review, element: null, replyBox: none, replyOpener: none, replyElement: none });
    Object.assign(entry, { seen: { id: 'a' }, draft: reply });
    const life = new AbortController();
    await noticePosted([entry], life.signal);
    life.abort();
    dispatchEvent(new PageTransitionEvent('pagehide'));
    return entry.posted;
}"""


def test_a_reply_still_waited_for_is_left_with_its_visit(living: Callable[..., Page]) -> None:
    assert living().context.pages[0].evaluate(LEFT) is None
