"""`amends issues`: product problems and their way to a fix."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO
from urllib.parse import quote, urlencode

import orjson
import rich_click as click

from amends.cli.jsonlines import LineError, run
from amends.cli.office import Office, Refused, office, store_option
from amends.records import Issue

STATES = ["open", "investigating", "in_progress", "fixed", "released", "regressed", "wont_fix"]


@click.group("issues")
def command() -> None:
    """Issues: add, list, show, link, change state, export, import."""


@command.command("add")
@click.argument("title")
@click.option("--id", "issue_id", help="An id of your own; default: the next number.")
@click.option("--product")
@click.option("--symptom", help="What is wrong, in customers' words (Markdown).")
@click.option("--review", "review_id", help="Id of a review that reports it.")
@store_option
def add(title: str, store: str | None, **fields: str | None) -> None:
    """Open an issue."""
    body = {"title": title, "id": fields["issue_id"], "product": fields["product"], "symptom": fields["symptom"]}
    body["review_id"] = fields["review_id"]
    with office(store) as api:
        issue = api.call("POST", "/issues", {name: value for name, value in body.items() if value})
    print(f"Opened issue {issue['id']}: {issue['title']}")


@command.command("list")
@click.option("--state", type=click.Choice(STATES))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@store_option
def list_(state: str | None, form: str, store: str | None) -> None:
    """List issues, all or those in a state."""
    with office(store) as api:
        issues = list(_all(api, {"state": state} if state else {}))
    if form == "json":
        print(orjson.dumps(issues).decode())
        return
    for issue in issues:
        version = f" in {issue['fixed_in']}" if issue.get("fixed_in") else ""
        print(f"{issue['id']:<8} {issue['state']:<13} {issue['title']}{version}")
    if not issues:
        print("No issues." if state else "No issues yet. Open one from the panel, or: amends issues add TITLE")


@command.command("show")
@click.argument("issue_id")
@store_option
def show(issue_id: str, store: str | None) -> None:
    """One issue as JSON, with the ids of the reviews linked to it."""
    with office(store) as api:
        issue = api.call("GET", f"/issues/{quote(issue_id, safe='')}")
        issue["links"] = api.call("GET", f"/issues/{quote(issue_id, safe='')}/links")["items"]
    print(orjson.dumps(issue, option=orjson.OPT_INDENT_2).decode())


@command.command("link")
@click.argument("issue_id")
@click.argument("review_id")
@store_option
def link(issue_id: str, review_id: str, store: str | None) -> None:
    """Say that a review reports an issue."""
    with office(store) as api:
        linked = api.call("POST", f"/issues/{quote(issue_id, safe='')}/links", {"review_id": review_id})
    print(f"Review {review_id} reports: {linked['issue']['title']}")


@command.command("state")
@click.argument("issue_id")
@click.argument("state", type=click.Choice(STATES))
@click.option("--fixed-in", help="The version that has the fix.")
@click.option("--released-on", metavar="DAY", help="Since when customers can get it; not in the future.")
@click.option("--note", help="A line for the public history.")
@store_option
def state(issue_id: str, state: str, store: str | None, **more: str | None) -> None:
    """Change an issue's state; `released` makes its follow-ups ready."""
    body = {"state": state, **{name: value for name, value in more.items() if value}}
    with office(store) as api:
        issue = api.call("POST", f"/issues/{quote(issue_id, safe='')}/state", body)
        ready = [one for one in api.call("GET", "/followups?state=ready")["items"] if one["issue"]["id"] == issue["id"]]
    print(f"Issue {issue['id']} is {issue['state'].replace('_', ' ')}.")
    if ready:
        print(
            f"{len(ready)} follow-up{'s are' if len(ready) > 1 else ' is'} ready: amends followups list --state ready"
        )


@command.command("export")
@store_option
def export(store: str | None) -> None:
    """All issues as JSON Lines."""
    with office(store) as api:
        for issue in _all(api, {}):
            sys.stdout.buffer.write(orjson.dumps(issue) + b"\n")


@command.command("import")
@click.argument("file", type=click.File("rb"), default="-")
@store_option
def import_(file: BinaryIO, store: str | None) -> None:
    """Take issues from JSON Lines as they are, in place of those of the same id; one answer a line."""
    with office(store) as api:
        if not run(file, partial(_import_one, api)):
            sys.exit(2)


def _import_one(api: Office, record: dict[str, Any]) -> dict[str, Any]:
    issue = Issue.model_validate(record)
    path = f"/issues/{quote(issue.id, safe='')}"
    try:
        known = bool(_found(api, path))
        api.call("PUT", path, issue.dump())
    except Refused as error:
        raise LineError(error.format_message()) from None
    return {"id": issue.id, "done": "replaced" if known else "new"}


def _found(api: Office, path: str) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = api.call("GET", path)
    except Refused as error:
        if error.status == 404:
            return None
        raise
    return found


def _all(api: Office, query: dict[str, str]) -> Iterator[dict[str, Any]]:
    after: str | None = None
    while True:
        page = api.call("GET", "/issues?" + urlencode({**query, **({"after": after} if after else {})}))
        yield from page["items"]
        after = page.get("after")
        if after is None:
            return
