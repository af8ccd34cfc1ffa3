"""Walks the folder of adapters and says in a sentence what a newcomer forgot."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import adapter_index
import pytest

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "extension/adapters"
PAGES = ROOT / "tests/extension/pages"
LISTED = json.loads((FOLDER / "list.json").read_text("utf-8"))
ADAPTERS = {name: json.loads((FOLDER / name).read_text("utf-8")) for name in LISTED}
NOT_ADAPTERS = {"list.json", "addresses.json"}
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


def test_every_odd_function_is_named_in_the_table_of_shapes(modules: Callable[..., Any]) -> None:
    named = "async (odd) => [Object.keys(odd.ODD), (await import('/.amends-reader/adapters/shape-table.js')).TABLE]"
    functions, table = modules("odd.js", named)
    assert set(functions) == set(table["words"]["odd"]["pattern"].split("|")), 'name it in shape-table.js, "odd"'


def test_only_this_folder_knows_the_readers_hooks() -> None:
    hooks = re.compile(r"data-hook|apphub_|data-service-review")
    others = [file for file in (ROOT / "extension").rglob("*.js") if FOLDER not in file.parents]
    assert not [file.name for file in others if hooks.search(file.read_text("utf-8"))]


FAULTY = [
    ({}, '"addresses" is missing'),
    ({"id": "Not An Id"}, '"id" is'),
    ({"id": "x1", "name": "X", "color": "red"}, '"color" is not a part of an adapter; there are id, name'),
    ({"id": "x1", "name": "X"}, "Say how we know"),
    ({"id": "x1", "verified": [{"capture": "a page", "date": "lately"}]}, '"verified[0].date" is to be a day'),
    (
        {"addresses": [{"hosts": ["https://x.example"], "path": "^/"}]},
        '"addresses[0].hosts[0]" is to be a host such as',
    ),
    ({"addresses": [{"hosts": ["*.com"], "path": "^/"}]}, '"addresses[0].hosts[0]" is to be a host such as'),
    ({"addresses": [{"hosts": ["x.example"], "path": "("}]}, '"addresses[0].path" is to be a regular expression'),
    ({"reviews": ["div["], "fields": {}}, '"reviews[0]" is to be a CSS selector'),
    ({"reviews": [".r"], "fields": {"colour": [{}]}}, '"fields.colour" is not a part of a fields'),
    ({"reviews": [".r"], "fields": {"text": [{"select": "p["}]}}, '"fields.text[0].select" is to be a CSS selector'),
    ({"reviews": [".r"], "fields": {"text": [{"css": "p"}]}}, '"fields.text[0].css" is not a part of a recipe'),
    ({"reviews": [".r"], "fields": {"text": [{"call": "eval"}]}}, '"fields.text[0].call" is to be a function of odd'),
    ({"reviews": [".r"], "fields": {"text": [{"select": "p"}]}}, '"fields.author" is missing'),
    ({"reviews": [".r"], "fields": {"rating": [{"select": "p"}]}}, '"best" is missing'),
    ({"state": {"script": "script"}}, '"fields" is missing'),
    ({"state": {"script": "script"}, "fields": {}}, '"state.reviews" is missing'),
    (
        {"state": {"script": "s", "reviews": ["a"], "id": [{"css": "x"}]}, "fields": {}},
        '"state.id[0].css" is not a part of a recipe',
    ),
    ({"state": {"script": "s", "reviews": "a", "id": [{}]}, "fields": {}}, '"state.reviews" is to be a list'),
    ({"state": {"script": "s", "where": {"a": "("}, "id": [{}]}, "fields": {}}, '"state.where.a" is to be a regular'),
    ({"state": {"script": "s", "after": "x+", "id": [{}]}, "fields": {}}, '"state.after" is to be a regular'),
    ({"reviews": [".r"], "fields": {"text": [{"moment": "days"}]}}, '"fields.text[0].moment" is to be "s" or "ms"'),
    ({"reviews": [".r"], "fields": {}, "reply": {"mark": ["p["]}}, '"reply.mark[0]" is to be a CSS selector'),
    ({"name": "x" * 50_000}, "up to 40000 characters"),
    ({"reviews": [".r"] * 100}, '"reviews" is to be a list with 1 to 60 parts'),
]


@pytest.mark.parametrize(("adapter", "said"), FAULTY)
def test_a_fault_is_told_in_a_sentence(adapter: dict[str, Any], said: str, modules: Callable[..., Any]) -> None:
    faults = modules("shape.js", "(shape, given) => shape.faultsOf(given)", adapter)
    assert any(said in fault for fault in faults), faults


def test_the_index_says_what_the_adapters_say() -> None:
    kept = (FOLDER / adapter_index.INDEX).read_text("utf-8")
    assert kept == adapter_index.index(), "addresses changed: run python scripts/adapter_index.py"


def test_a_faulty_adapter_leaves_the_others_reading(modules: Callable[..., Any]) -> None:
    steam = ADAPTERS["steam.json"]
    files = {"broken.json": "{", "odd.json": "{}", "steam.json": json.dumps(steam)}
    index = [{"id": one, "addresses": steam["addresses"]} for one in ("broken", "odd", "missing", "steam")]
    load = """async (index, [files, known]) =>
      (await index.shippedFor('https://steamcommunity.com/app/413150', known, async (name) => files[name])).id"""
    assert modules("index.js", load, [files, index]) == "steam"


def test_only_the_adapter_of_the_address_is_fetched(modules: Callable[..., Any]) -> None:
    load = """async (index, [url, known, file]) => {
      const asked = [];
      const found = await index.shippedFor(url, known, async (name) => { asked.push(name); return file; });
      return [found?.id ?? null, asked];
    }"""
    known = json.loads(adapter_index.index())
    file = json.dumps(ADAPTERS["steam.json"])
    assert modules("index.js", load, ["https://steamcommunity.com/app/1", known, file]) == ["steam", ["steam.json"]]
    assert modules("index.js", load, ["https://steamcommunity.com/id/x", known, file]) == [None, []]


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
    find = "(address, [url, index]) => address.adaptersFor(url, index)[0]?.id ?? null"
    assert modules("address.js", find, [url, json.loads(adapter_index.index())]) == adapter
