"""`amends staff`: who has access."""

from __future__ import annotations

from typing import get_args
from urllib.parse import quote

import rich_click as click

from amends.cli.office import office, store_option
from amends.records import Role

ROLES = click.Choice(get_args(Role))


@click.group("staff")
def command() -> None:
    """Add, list, change or revoke staff; make a pairing code."""


@command.command("add")
@click.argument("name")
@click.option("--role", type=ROLES, required=True)
@store_option
def add(name: str, role: str, store: str | None) -> None:
    """Add a colleague and print a pairing code for their extension."""
    with office(store) as api:
        staff = api.call("POST", "/staff", {"name": name, "role": role})
        print(f"Added {staff['name']} ({staff['id']}) as {staff['role']}.")
        _print_code(api.call("POST", "/pairing-codes", {"staff_id": staff["id"]}))


@command.command("code")
@click.argument("staff_id")
@store_option
def code(staff_id: str, store: str | None) -> None:
    """Print a new pairing code for a colleague."""
    with office(store) as api:
        _print_code(api.call("POST", "/pairing-codes", {"staff_id": staff_id}))


@command.command("list")
@store_option
def list_(store: str | None) -> None:
    """List everyone, and who was revoked."""
    with office(store) as api:
        people = api.call("GET", "/staff")["items"]
    for one in people:
        gone = f"  revoked {one['revoked_at'][:10]}" if one.get("revoked_at") else ""
        print(f"{one['id']:<20} {one['role']:<10} {one['name']}{gone}")
    if not people:
        print("Nobody yet. Add someone: amends staff add NAME --role maintainer")


@command.command("role")
@click.argument("staff_id")
@click.argument("role", type=ROLES)
@store_option
def role_(staff_id: str, role: str, store: str | None) -> None:
    """Give a colleague another role; it holds from their next call on."""
    staff = _changed(store, staff_id, {"role": role})
    print(f"{staff['name']} is a {staff['role']} now.")


@command.command("rename")
@click.argument("staff_id")
@click.argument("name")
@store_option
def rename(staff_id: str, name: str, store: str | None) -> None:
    """Call a colleague otherwise; their id stays."""
    staff = _changed(store, staff_id, {"name": name})
    print(f"{staff['id']} is called {staff['name']} now.")


@command.command("revoke")
@click.argument("staff_id")
@store_option
def revoke(staff_id: str, store: str | None) -> None:
    """Take a colleague's access away, at once."""
    with office(store) as api:
        staff = api.call("DELETE", f"/staff/{quote(staff_id, safe='')}")
    print(f"{staff['name']} has no access any more.")


def _changed(store: str | None, staff_id: str, told: dict[str, str]) -> dict[str, str]:
    """The colleague as they are after a change."""
    with office(store) as api:
        staff: dict[str, str] = api.call("PATCH", f"/staff/{quote(staff_id, safe='')}", told)
    return staff


def _print_code(made: dict[str, str]) -> None:
    print(f"Pairing code: {made['code']}  (works once, until {made['expires_at']})")
