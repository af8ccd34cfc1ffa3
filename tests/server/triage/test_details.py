"""Versions of the product and names of devices are told from all the other numbers of a review."""

from __future__ import annotations

import pytest

from amends.triage.details import devices, versions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Since version 3.2.1 it hangs", ("3.2.1",)),
        ("V57.01 crashes, v56 was fine", ("57.01", "56")),
        ("Versions 2.0 and 2.1 were better", ("2.0", "2.1")),
        ("Updated to 4.12 and now it is slow", ("4.12",)),
        ("Depuis la version 57 c'est lent", ("57",)),
        ("バージョン5.2から落ちる", ("5.2",)),
        ("版本5.0.4闪退", ("5.0.4",)),
        ("The 2.26 update took the button away", ("2.26",)),
        ("5.0.4 has no sound", ("5.0.4",)),
    ],
)
def test_a_version_is_found_beside_the_words_that_make_it_one(text: str, found: tuple[str, ...]) -> None:
    assert versions(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Costs 12.50 or $3.99, £3.5million",
        "4.5 stars, 3 times, version 5 stars",
        "2.4 GHz and 1.2 GB",
        "At 10.30 on 12.11.2023, Update 6.22.18: still bad",
        "1.000.000 users at 192.168.1.1",
        "Update 2.5 years later",
        "Android 4.4.2 and 4.4.3, iOS 17.1.1, Android version: 2.3.6",
        "Moto X 4.4.2, iPhone 7+, v 10.3.2",
        "It broke on Android 4.3. Since I updated to 4.3 it hangs",
        "Error code 1.2.3",
    ],
)
def test_no_other_number_is_a_version(text: str) -> None:
    assert versions(text) == ()


def test_a_version_that_the_platform_gives_comes_first_if_it_is_one() -> None:
    assert versions("version 2.0 hangs", "3.1 (42)") == ("3.1 (42)", "2.0")
    assert versions("", "Varies with device") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Galaxy S23 Ultra, Pixel 6a", ("Galaxy S23 Ultra", "Pixel 6a")),
        ("iPhone 14 Pro Max and iPad mini 2", ("iPhone 14 Pro Max", "iPad mini 2")),
        ("Moto G, Nexus 7, Kindle Fire, Redmi Note 9 Pro", ("Moto G", "Nexus 7", "Kindle Fire", "Redmi Note 9 Pro")),
        ("sur A3 2016 et on my S4.", ("A3 2016", "S4")),
        ("HTC One X with Android 7.0", ("HTC One X", "Android 7.0")),
        ("Samsung or rather Samsung S3", ("Samsung S3",)),
        ("iPhone 3 times crashed", ("iPhone",)),
        ("小米的 Redmi 9A版", ("Redmi 9A",)),
    ],
)
def test_devices_and_systems_are_named_as_written(text: str, found: tuple[str, ...]) -> None:
    assert devices(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "They charge 5 for delivery, please note 2 things",
        "Mi 2 hijos juegan, my A4 paper jams",
        "Android and iOS, Google Play, HTC Sense",
        "A pixel is broken, season S3, mise à jour 2",
    ],
)
def test_a_plain_word_is_no_device(text: str) -> None:
    assert devices(text) == ()


@pytest.mark.parametrize(
    "text", ["version " * 700, "1.2." * 1300, "galaxy s " * 600, "9" * 5300, "v" * 5300, " " * 5300]
)
def test_a_hostile_text_names_little(text: str) -> None:
    assert len(versions(text)) + len(devices(text)) <= 2
