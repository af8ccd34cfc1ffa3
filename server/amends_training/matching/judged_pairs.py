"""The data sets that matching learns from and is measured on, as AMENDS_DATA keeps them."""

from __future__ import annotations

import csv
import gzip
import io
import os
import re
from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

APPS = ("nextcloud", "vlc", "firefox")
TRACKERS = ("nextcloud", "vlc")
"""Apps whose whole tracker there is; of the others only the titles that were judged."""
_APP = {"com.nextcloud.client": "nextcloud", "org.videolan.vlc": "vlc", "org.mozilla.firefox": "firefox"}
_CODE = re.compile(r"```.*?```|<!--.*?-->|\{\{\{.*?\}\}\}", re.DOTALL)
_MARKUP = re.compile(r"https?://\S+|!\[[^\]]*\]\([^)]*\)|^#+.*$", re.MULTILINE)
_BODY = 300


class Pair(NamedTuple):
    """A review and an issue's title, and whether people said that it fits."""

    app: str
    review: str
    title: str
    fits: bool


class Told(NamedTuple):
    """An issue's title and the beginning of its description in prose."""

    title: str
    body: str


class Report(NamedTuple):
    """A review that reports a problem, and which problem of its app that is."""

    app: str
    text: str
    problem: str


def folder() -> Path:
    """Where the data sets lie; FileNotFoundError where AMENDS_DATA does not say so."""
    place = Path(os.environ.get("AMENDS_DATA", "")) / "datasets"
    if not os.environ.get("AMENDS_DATA") or not place.is_dir():
        raise FileNotFoundError("Set AMENDS_DATA to the folder that holds datasets/.")
    return place


@lru_cache(maxsize=1)
def pairs() -> tuple[Pair, ...]:
    """All judged pairs."""
    rows = _rows("deepmatcher_pairs.csv")
    return tuple(
        Pair(_APP[row["app"]], row["user_feedback"], row["issue_text"].strip(), row["fitting_issue"] == "TRUE")
        for row in rows
    )


@lru_cache(maxsize=4)
def tracker(app: str) -> tuple[Told, ...]:
    """All issues of an app, where there is its tracker."""
    if app not in TRACKERS:
        return tuple(Told(title, "") for title in sorted({pair.title for pair in pairs() if pair.app == app}))
    rows = _rows(f"deepmatcher_issues_{app}.csv.gz")
    found = (
        Told((row.get("title") or row.get("summary") or "").strip(), row.get("body") or row.get("description") or "")
        for row in rows
    )
    return tuple(Told(told.title, _prose(told.body)) for told in found if told.title)


@lru_cache(maxsize=1)
def reports() -> tuple[Report, ...]:
    """Reviews grouped by the problem they report."""
    return tuple(
        Report(row["App-name"], row["body"].lstrip("? "), f"{row['category']}-{row['cluster']}")
        for row in _rows("clap_rq3_clusters.csv")
    )


def problems(*without: str) -> list[list[str]]:
    """Texts of reviews that report the same problem of the same app, two or more each, but for some apps."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for report in reports():
        if report.app not in without:
            groups[report.app, report.problem].append(report.text)
    return [texts for _key, texts in sorted(groups.items()) if len(texts) > 1]


@lru_cache(maxsize=1)
def reviews() -> tuple[str, ...]:
    """Reviews of all kinds, from three sets."""
    found = [f"{row['title']} {row['comment']}" for row in _rows("maalej2016.csv")]
    found += [row["review"] for row in _rows("clap_rq1.csv")]
    found += [f"{row['topic']} {row['review']}" for row in _rows("vu_amsterdam.csv")]
    return tuple(found)


def _rows(name: str) -> list[dict[str, str]]:
    csv.field_size_limit(10_000_000)
    path = folder() / name
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def _prose(body: str) -> str:
    bare = _MARKUP.sub(" ", _CODE.sub(" ", body[:20_000]))
    return " ".join(re.sub(r"[*_`>|#-]+", " ", bare).split())[:_BODY]
