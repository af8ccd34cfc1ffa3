"""Walks the folder of adapters and says in a sentence what a newcomer forgot."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "extension/adapters"
PAGES = ROOT / "tests/extension/pages"
LISTED = json.loads((FOLDER / "list.json").read_text("utf-8"))
ADAPTERS = {name: json.loads((FOLDER / name).read_text("utf-8")) for name in LISTED}
NOT_ADAPTERS = {"list.json"}
WITHOUT_FACTS = {
    "goodreads", "flipkart", "foursquare", "withlocals", "vscode-marketplace", "atlassian-marketplace", "woocommerce",
}  # fmt: skip
"""Platforms of whose rules for replies nothing was found: the playbook keeps no file without a fact."""

pytestmark = pytest.mark.browser


def test_every_adapter_is_in_the_list() -> None:
    files = {file.name for file in FOLDER.glob("*.json")} - NOT_ADAPTERS
    assert files == set(LISTED), f"name each adapter in list.json; they differ in {files ^ set(LISTED)}"


@pytest.mark.parametrize("name", LISTED)
def test_every_adapter_is_well_formed(name: str, modules: Callable[..., Any]) -> None:
    assert modules("shape.js", "(shape, given) => shape.faultsOf(given)", ADAPTERS[name]) == []


@pytest.mark.parametrize("name", LISTED)
def test_every_adapter_is_named_after_its_platform(name: str) -> None:
    from amends.playbook import platforms

    adapter = ADAPTERS[name]
    assert name == f"{adapter['id']}.json", f"{name}: call the file after its id"
    known = {platform.id for platform in platforms()}
    assert adapter["id"] in known ^ WITHOUT_FACTS, f"{name}: add {adapter['id']!r} to the playbook's platforms, too"


@pytest.mark.parametrize("name", LISTED)
def test_every_verified_adapter_has_a_page_with_invented_people(name: str) -> None:
    adapter = ADAPTERS[name]
    if adapter.get("verified"):
        page = PAGES / f"{adapter['id']}.html"
        assert page.is_file(), (
            f"write {page.relative_to(ROOT)}: a small page in {adapter['name']}'s markup, and its .json"
        )


@pytest.mark.parametrize("name", LISTED)
def test_every_adapters_hosts_are_in_the_manifest(name: str) -> None:
    manifest = json.loads((ROOT / "extension/manifest.json").read_text("utf-8"))
    matches = " ".join(manifest["content_scripts"][0]["matches"])
    for address in ADAPTERS[name]["addresses"]:
        missing = [
            host
            for host in address["hosts"]
            if host != "*" and f"{host.removeprefix('*.').removeprefix('www.')}/" not in matches
        ]
        assert not missing, f"{name}: the manifest's content script does not reach {missing}"


@pytest.mark.parametrize("name", [name for name in LISTED if "fields" not in ADAPTERS[name]])
def test_an_entry_without_evidence_of_a_page_names_no_hook(name: str) -> None:
    assert set(ADAPTERS[name]) <= {"id", "name", "unverified", "addresses", "listing", "notes"}
    assert all(set(recipe) == {"address"} for recipe in ADAPTERS[name]["listing"]["key"])
    assert any("https://" in said for said in ADAPTERS[name]["unverified"]["evidence"])


def test_two_dozen_platforms_are_recognised() -> None:
    assert len(ADAPTERS) >= 24


def test_every_page_says_what_is_read_there() -> None:
    lonely = [page.name for page in PAGES.glob("*.html") if not page.with_suffix(".json").is_file()]
    assert not lonely, f"write the .json beside {lonely}: its address and everything read there"


def test_no_module_writes_markup_or_asks_for_layout() -> None:
    banned = re.compile(
        r"innerHTML|outerHTML|insertAdjacent|document\.write|innerText|offset(?:Top|Width|Height)|getBounding|getComputed"
    )
    guilty = [file.name for file in FOLDER.glob("*.js") if banned.search(file.read_text("utf-8"))]
    assert not guilty


def test_only_this_folder_knows_the_readers_hooks() -> None:
    hooks = re.compile(r"data-hook|apphub_|data-service-review")
    others = [file for file in (ROOT / "extension").rglob("*.js") if FOLDER not in file.parents]
    assert not [file.name for file in others if hooks.search(file.read_text("utf-8"))]


FAULTY = [
    ({}, "addresses"),
    ({"id": "Not An Id"}, '"id" is'),
    ({"id": "x1", "name": "X", "color": "red"}, '"color" is not a part'),
    ({"id": "x1", "name": "X"}, "Say how we know"),
    ({"id": "x1", "verified": [{"capture": "a page", "date": "lately"}]}, '"date"'),
    ({"addresses": [{"hosts": ["https://x.example"], "path": "^/"}]}, '"hosts" such as'),
    ({"addresses": [{"hosts": ["x.example"], "path": "("}]}, '"path"'),
    ({"reviews": ["div["], "fields": {}}, '"reviews" is a list of selectors'),
    ({"reviews": [".r"], "fields": {"colour": [{}]}}, '"colour" is not a field'),
    ({"reviews": [".r"], "fields": {"text": [{"select": "p["}]}}, '"select" is not right'),
    ({"reviews": [".r"], "fields": {"text": [{"css": "p"}]}}, 'no "css"'),
    ({"reviews": [".r"], "fields": {"text": [{"call": "eval"}]}}, '"call" is not right'),
    ({"reviews": [".r"], "fields": {"text": [{"select": "p"}]}}, '"author" is missing'),
    ({"reviews": [".r"], "fields": {"rating": [{"select": "p"}]}}, '"best" is missing'),
    ({"state": {"script": "script"}}, '"fields" is missing'),
    ({"state": {"script": "script"}, "fields": {}}, '"state.reviews" is missing'),
    (
        {"state": {"script": "s", "reviews": ["a"], "id": [{"css": "x"}]}, "fields": {}},
        '"state.id": a recipe has no "css"',
    ),
    ({"state": {"script": "s", "reviews": "a", "id": [{}]}, "fields": {}}, 'no such "reviews"'),
    ({"state": {"script": "s", "where": {"a": "("}, "id": [{}]}, "fields": {}}, 'no such "where"'),
    ({"state": {"script": "s", "after": "(", "id": [{}]}, "fields": {}}, 'no such "after"'),
    ({"reviews": [".r"], "fields": {"text": [{"moment": "days"}]}}, '"moment" is not right'),
    ({"reviews": [".r"], "fields": {}, "reply": {"mark": ["p["]}}, '"reply.mark": "select" is not right'),
]


@pytest.mark.parametrize(("adapter", "said"), FAULTY)
def test_a_fault_is_told_in_a_sentence(adapter: dict[str, Any], said: str, modules: Callable[..., Any]) -> None:
    faults = modules("shape.js", "(shape, given) => shape.faultsOf(given)", adapter)
    assert any(said in fault for fault in faults), faults


def test_a_faulty_adapter_leaves_the_others_reading(modules: Callable[..., Any]) -> None:
    files = {"list.json": '["broken.json", "odd.json", "good.json"]', "broken.json": "{", "odd.json": "{}"}
    files["good.json"] = json.dumps(ADAPTERS["steam.json"])
    load = "async (index, files) => (await index.loadAdapters(async (name) => files[name])).map(({id}) => id)"
    assert modules("index.js", load, files) == ["steam"]


@pytest.mark.parametrize(
    ("url", "adapter"),
    [
        ("https://www.trustpilot.com/review/www.bt.com", "trustpilot"),
        ("https://nl.trustpilot.com/review/x.example?page=2", "trustpilot"),
        ("https://www.trustpilot.com/reviews/650000000000000000000001", "trustpilot"),
        ("https://www.trustpilot.com/categories/lamps", None),
        ("https://trustpilot.com.evil.example/review/x", None),
        ("https://eviltrustpilot.com/review/x", None),
        ("https://steamcommunity.com/app/413150/reviews/?p=1", "steam"),
        ("https://steamcommunity.com/id/someone", None),
        ("https://www.amazon.de/-/en/Kettle/dp/B000TEST01?th=1", "amazon"),
        ("https://www.amazon.co.jp/product-reviews/B000TEST01", "amazon"),
        ("https://www.amazon.com/gp/cart", None),
        ("https://apps.apple.com/us/app/lantern-walk/id999000111?see-all=reviews", "app-store"),
        ("https://apps.apple.com/us/developer/x/id1", None),
        ("https://play.google.com/store/apps/details?id=org.lantern.walk", "google-play"),
        ("https://play.google.com/store/books/details?id=x", None),
        ("https://apps.shopify.com/lantern-popups/reviews?page=2", "shopify-apps"),
        ("https://www.goodreads.com/book/show/999.The_Lantern_Keeper", "goodreads"),
        ("https://www.goodreads.com/user/show/7", None),
        ("https://www.flipkart.com/lamp/product-reviews/itm0000000001?pid=LAMP00000001", "flipkart"),
        ("https://de.foursquare.com/v/the-lantern/0123456789abcdef01234567", "foursquare"),
        ("https://www.withlocals.com/experience/lanterns-0a1b2c3d/", "withlocals"),
        ("ftp://www.amazon.com/dp/B000TEST01", None),
        ("https://play.google.com/console/u/0/developers/123/app/456/user-feedback/reviews", "google-play"),
        ("https://play.google.com/console/u/0/developers/123/app/456/vitals", None),
        ("https://appstoreconnect.apple.com/apps/999000111/distribution/activity/ios/ratingsResponses", "app-store"),
        ("https://appstoreconnect.apple.com/apps/999000111/testflight", None),
        ("https://addons.mozilla.org/nl/firefox/addon/lantern-tabs/reviews/?score=1", "firefox-addons"),
        ("https://shop.example/wp-admin/edit.php?post_type=product&page=product-reviews", "woocommerce"),
        ("https://shop.example/blog/wp-admin/edit.php?page=product-reviews&post_type=product", "woocommerce"),
        ("https://shop.example/wp-admin/edit.php?post_type=product", None),
        ("https://business.google.com/n/123/reviews", "google-business"),
        ("https://www.etsy.com/uk/listing/1234567/lantern", "etsy"),
        ("https://www.ebay.co.uk/fdbk/feedback_profile/lantern-works", "ebay"),
        ("https://www.yelp.com/biz/lantern-leith", "yelp"),
        ("https://biz.yelp.com/r2r/AbC-123_x", "yelp"),
        ("https://www.tripadvisor.nl/Restaurant_Review-g186525-d1234567-Reviews-Lantern.html", "tripadvisor"),
        ("https://www.tripadvisor.com/Attractions-g155019", None),
        ("https://www.booking.com/hotel/gb/lantern.en-gb.html", "booking"),
        (
            "https://chromewebstore.google.com/detail/lantern/abcdefghijklmnopabcdefghijklmnop/reviews",
            "chrome-web-store",
        ),
        ("https://nl.wordpress.org/support/plugin/lantern/reviews/", "wordpress-org"),
        ("https://www.g2.com/products/lantern/reviews", "g2"),
        ("https://www.capterra.com/p/12345/Lantern/reviews/", "capterra"),
        ("https://apps.microsoft.com/detail/9nblggh4test?hl=en", "microsoft-store"),
        ("https://marketplace.visualstudio.com/items?itemName=lantern.glow&ssr=false", "vscode-marketplace"),
        ("https://plugins.jetbrains.com/plugin/1234-lantern/reviews", "jetbrains-marketplace"),
        ("https://marketplace.atlassian.com/apps/1234567/lantern?tab=reviews", "atlassian-marketplace"),
        ("https://judge.me/reviews/lantern.example", "judge-me"),
        ("https://www.glassdoor.com/Reviews/Lantern-Works-Reviews-E12345.htm", "glassdoor"),
        ("https://workspace.google.com/marketplace/app/lantern/123456789", "workspace-marketplace"),
        ("https://sellercentral.amazon.de/feedback-manager/index.html", "amazon-seller"),
        ("not an address", None),
    ],
)
def test_an_address_finds_its_adapter(url: str, adapter: str | None, modules: Callable[..., Any]) -> None:
    find = "(index, [url, adapters]) => index.adapterFor(url, adapters)?.id ?? null"
    assert modules("index.js", find, [url, list(ADAPTERS.values())]) == adapter
