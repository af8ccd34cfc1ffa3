"""Pages that go on living after they were loaded: every review has its chip, and is asked about once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from harness.stand_in import StandIn
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def sent(api: StandIn) -> list[list[str]]:
    """The ids of the reviews of each call, after the listing they were sent as."""
    return [
        [review["listing"].split(":")[1], *(one["external_id"] for one in call)]
        for call in api.sent
        for review in call[:1]
    ]


def chips(page: Page, *ids: str) -> None:
    """There is one chip at each of these reviews, and no other."""
    expect(page.locator("amends-chip")).to_have_count(len(ids))
    for one in ids:
        expect(page.locator(f"[data-review-id={one}] amends-chip button")).to_be_visible()


def test_a_site_that_changes_pages_without_loading(living: Callable[..., Page], api: StandIn) -> None:
    page = living()
    chips(page, "a", "b")
    page.evaluate("list.go('/apps/clocks', ['c'])")
    chips(page, "c")
    page.evaluate("list.go('/about', [])")
    chips(page)
    page.evaluate("list.go('/apps/lamps', ['a', 'b'])")
    chips(page, "a", "b")
    assert sent(api) == [["lamps", "a", "b"], ["clocks", "c"]]


def test_an_address_that_changes_before_its_page_lends_its_name_to_nothing(
    living: Callable[..., Page], api: StandIn
) -> None:
    page = living()
    chips(page, "a", "b")
    page.evaluate("history.pushState({}, '', '/apps/clocks')")
    chips(page)
    page.evaluate("list.fill(document.querySelector('#a'), 'c'); document.querySelector('#b').remove()")
    chips(page, "c")
    assert sent(api) == [["lamps", "a", "b"], ["clocks", "c"]]


def test_a_filter_in_the_address_and_a_place_on_the_page_disturb_nobody(
    living: Callable[..., Page], api: StandIn
) -> None:
    page = living()
    page.locator("#a amends-chip button").click()
    panel = page.locator("amends-panel [role=dialog]")
    expect(panel).to_be_visible()
    page.evaluate("history.replaceState({}, '', '?sort=new'); location.hash = 'b'; list.add(['c'])")
    chips(page, "a", "b", "c")
    expect(panel).to_be_visible()
    assert sent(api) == [["lamps", "a", "b"], ["lamps", "c"]]


def test_a_list_without_end_is_asked_about_where_it_grew(living: Callable[..., Page], api: StandIn) -> None:
    page = living()
    chips(page, "a", "b")
    for more in ("c", "d"), ("e",):
        page.evaluate("(ids) => list.add(ids)", list(more))
        expect(page.locator(f"#{more[-1]} amends-chip")).to_have_count(1)
    chips(page, "a", "b", "c", "d", "e")
    assert sent(api) == [["lamps", "a", "b"], ["lamps", "c", "d"], ["lamps", "e"]]


def test_chip_and_draft_follow_the_review_not_the_node(
    living: Callable[..., Page], api: StandIn, drafts: Callable[[], dict[str, str]]
) -> None:
    page = living()
    page.evaluate("list.show(['a', 'b', 'c', 'd'])")
    chips(page, "a", "b", "c", "d")
    page.locator("#b amends-chip button").click()
    expect(page.locator("amends-panel [role=dialog]")).to_be_visible()
    # The site scrolls on: two nodes, other reviews in them, and somebody types at once.
    page.evaluate("""() => {
        const [first, second, ...rest] = document.querySelectorAll('.review');
        for (const one of rest) one.remove();
        list.fill(first, 'c');
        list.fill(second, 'd');
        const box = second.querySelector('textarea');
        box.value = 'For d, not for b.';
        box.dispatchEvent(new Event('input', { bubbles: true }));
    }""")
    chips(page, "c", "d")
    expect(page.locator("amends-panel [role=dialog]")).to_be_visible()
    assert drafts() == {"d": "For d, not for b."}
    page.evaluate("list.fill(document.querySelector('.review'), 'b')")
    chips(page, "b", "d")
    assert sorted(one["external_id"] for call in api.sent for one in call) == ["a", "b", "c", "d"]


def test_reviews_that_come_late_are_read_when_they_are_there(living: Callable[..., Page], api: StandIn) -> None:
    page = living()
    chips(page, "a", "b")
    page.evaluate("""() => {
        const skeleton = list.card('late', '');
        skeleton.querySelector('.stars').remove();
        document.querySelector('.reviews').append(skeleton);
        list.add(['c']);
    }""")
    chips(page, "a", "b", "c")
    page.evaluate("list.fill(document.querySelector('#late'), 'late', 'Now it is here.')")
    chips(page, "a", "b", "c", "late")
    assert sent(api)[1:] == [["lamps", "c"], ["lamps", "late"]]
    assert api.sent[-1][0]["text"] == "Now it is here."


def test_a_review_edited_after_our_reply_says_so(living: Callable[..., Page], api: StandIn) -> None:
    page = living()
    chips(page, "a", "b")
    api.says["a"] = {"state": "answered", "changed_since_reply": True}
    page.evaluate("document.querySelector('#a .review-text').firstChild.data = 'It is broken now.'")
    chip = page.locator("#a amends-chip button")
    expect(chip).to_contain_text("changed since our reply")
    chip.click()
    expect(page.locator("amends-panel header")).to_contain_text("changed since our reply")
    assert [[one["text"] for one in call] for call in api.sent[1:]] == [["It is broken now."]]


def test_a_translated_page_does_not_change_what_was_written(living: Callable[..., Page], api: StandIn) -> None:
    page = living()
    chips(page, "a", "b")
    page.evaluate("""() => {
        document.documentElement.className = 'translated-ltr';
        const put = (place) => place.replaceChildren(document.createRange()
            .createContextualFragment('<font style="vertical-align: inherit;"><font>Die Lampe brummt.</font></font>'));
        list.add(['c']);
        document.querySelectorAll('.review-text').forEach(put);
    }""")
    chips(page, "a", "b", "c")
    assert sent(api) == [["lamps", "a", "b"], ["lamps", "c"]]
    assert (api.sent[1][0]["text"], api.sent[1][0]["translated"]) == ("Die Lampe brummt.", True)


RESTORED = """async () => {
    const { untranslated } = await import('/content/translated.js');
    const before = { text: 'It hums.', reply: { text: 'We send you a new one.' } };
    const now = { text: 'Es brummt.', reply: { text: 'Wir senden eine neue.', author: 'Ada' } };
    return [untranslated(now, before), untranslated({ text: 'Es brummt.' }, before)];
}"""


def test_a_translated_reply_gets_its_own_words_back(living: Callable[..., Page]) -> None:
    assert living().context.pages[0].evaluate(RESTORED) == [
        {"text": "It hums.", "reply": {"text": "We send you a new one.", "author": "Ada"}},
        {"text": "It hums."},
    ]
