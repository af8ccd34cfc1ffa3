"""`amends followups`: what is owed to reviewers."""

from __future__ import annotations

import orjson
import rich_click as click

from amends.cli.office import office, store_option


@click.group("followups")
def command() -> None:
    """List the follow-ups owed to reviewers."""


@command.command("list")
@click.option("--state", type=click.Choice(["held", "ready", "posted", "dropped"]), help="Only those in this state.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@store_option
def list_(state: str | None, form: str, store: str | None) -> None:
    """Each reporter: where their review stands, and a draft that fits there."""
    with office(store) as api:
        owed = api.call("GET", "/followups" + (f"?state={state}" if state else ""))["items"]
    if form == "json":
        print(orjson.dumps(owed).decode())
        return
    for one in owed:
        review = one["review"]
        print(f"{one['state']:<8} {one['issue']['title']}")
        print(f"         {review.get('platform', 'unknown platform')}: {review.get('url', 'no address known')}")
        text = one.get("draft", {}).get("text") or one.get("why_not")
        if text:
            print("         " + text.replace("\n", "\n         "))
    if not owed:
        print(
            "No follow-ups"
            + (f" are {state}." if state else ". Link reviews to issues; releasing one makes them ready.")
        )
