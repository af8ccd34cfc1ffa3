"""What is known of platforms comes with its page; what is not known is absent."""

from __future__ import annotations

from datetime import date

import pytest

from amends.playbook import Fact, Platform, platform, platforms

DESIGNED = {
    "google-play", "app-store", "google-business", "workspace-marketplace", "chrome-web-store", "firefox-addons",
    "microsoft-store", "amazon", "amazon-seller", "etsy", "ebay", "trustpilot", "yelp", "tripadvisor", "booking",
    "wordpress-org", "shopify-apps", "shop-app", "g2", "capterra", "steam", "vscode-marketplace",
    "jetbrains-marketplace", "atlassian-marketplace", "judge-me", "woocommerce", "glassdoor", "sample",
}  # fmt: skip


def facts(of: Platform) -> list[Fact[int] | Fact[bool] | Fact[str]]:
    values = [getattr(of, name) for name in Platform.model_fields]
    return [value for value in values if isinstance(value, Fact)] + list(of.notes)


@pytest.mark.parametrize("known", platforms(), ids=lambda one: one.id)
def test_every_fact_has_a_page_and_a_day(known: Platform) -> None:
    assert known.id in DESIGNED, f"{known.id} is not among the design's platform ids"
    assert facts(known), f"{known.id}: a file without any fact says nothing; leave it out"
    for fact in facts(known):
        assert fact.url.startswith("https://")
        assert date.fromisoformat(fact.read_on)


def test_an_unknown_platform_is_one_of_which_nothing_is_known() -> None:
    assert not facts(platform("corner-shop"))
    assert not facts(platform(None))
    assert platform("corner-shop").id == "corner-shop"


def test_limits_are_in_the_platforms_own_unit() -> None:
    google = platform("google-business").limit
    assert google
    assert (google.value, google.unit) == (4096, "bytes")
    assert platform("trustpilot").limit is None
