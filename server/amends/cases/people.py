"""Who may do what: staff, bearer tokens kept as hashes, and one-time codes that pair an extension."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import NamedTuple

from amends.cases.clock import moment
from amends.records import PairingCode, Role, Staff, Token
from amends.stores.base import Store

CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""No 0, O, 1 or I: a code is read from one screen and typed into another."""
CODE_LENGTH = 8
CODE_LIFE = timedelta(minutes=10)
CODE_TRIES = 5


class Paired(NamedTuple):
    """A fresh token, shown once, and whose it is."""

    token: str
    staff: Staff


def hashed(secret: str) -> str:
    """How a token or code is kept. They are long and random, so one fast hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def add_staff(store: Store, name: str, role: Role, now: datetime) -> Staff:
    """A new colleague; the id is the name in small letters, with a number where it is taken."""
    base = "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())[:80] or "staff"
    number, key = 1, base
    while not store.add(staff := Staff(id=key, name=name, role=role, created_at=moment(now))):
        number += 1
        key = f"{base}-{number}"
    return staff


class LastMaintainer(ValueError):
    """Without this one nobody could add or change a colleague."""


def change_staff(store: Store, staff_id: str, *, name: str | None = None, role: Role | None = None) -> Staff | None:
    """Give a colleague another name or role, which holds from their next call on; their id stays.

    None where nobody with access has that id; `LastMaintainer` where no other maintainer would be left.
    """

    def changed(staff: Staff) -> Staff:
        if role is not None and role != "maintainer":
            _another_stays(store, staff)
        return staff.having(name=name or staff.name, role=role or staff.role)

    known = store.get(Staff, staff_id)
    return None if known is None or known.revoked_at else store.change(Staff, staff_id, changed)


def _another_stays(store: Store, staff: Staff) -> None:
    others = (one for one in store.find(Staff) if one.id != staff.id and not one.revoked_at)
    if staff.role == "maintainer" and not any(one.role == "maintainer" for one in others):
        raise LastMaintainer(f"{staff.name} is the only maintainer; make somebody else one first.")


def revoke(store: Store, staff_id: str, now: datetime) -> Staff | None:
    """Take a colleague's access away: their tokens and codes are gone, their name stays on what they did."""
    staff = store.change(Staff, staff_id, lambda one: one.having(revoked_at=one.revoked_at or moment(now)))
    if staff:
        for token in store.find(Token, {"staff_id": staff_id}):
            store.remove(Token, token.id)
        for code in store.find(PairingCode):
            if code.staff_id == staff_id:
                store.remove(PairingCode, code.id)
    return staff


def new_token(store: Store, staff: Staff, now: datetime, origin: str | None = None) -> str:
    """A token for a colleague, admitted from `origin`; only its hash is kept."""
    token = secrets.token_urlsafe(32)
    store.save(Token(id=hashed(token), staff_id=staff.id, origin=origin, created_at=moment(now)))
    return token


def bearer(store: Store, token: str) -> tuple[Token, Staff] | None:
    """The token and its owner, or None when it is unknown or revoked."""
    kept = store.get(Token, hashed(token))
    staff = store.get(Staff, kept.staff_id) if kept else None
    return (kept, staff) if kept and staff and not staff.revoked_at else None


def is_paired_origin(store: Store, origin: str) -> bool:
    """Was an extension of this origin paired, and not revoked?"""
    return store.count(Token, {"origin": origin}) > 0


def new_code(store: Store, staff: Staff, now: datetime) -> PairingCode:
    """A pairing code for a colleague: works once, for ten minutes. Its plain text is in the field `code`, not kept."""
    for old in store.find(PairingCode):
        if old.expires_at < moment(now):
            store.remove(PairingCode, old.id)
    plain = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
    kept = PairingCode(id=hashed(plain), staff_id=staff.id, expires_at=moment(now + CODE_LIFE))
    store.save(kept)
    return kept.having(code=plain)


def pair(store: Store, code: str, now: datetime, origin: str | None) -> Paired | None:
    """Trade a code for a token. A wrong one counts against every code that is out; the fifth withdraws them."""
    key = hashed("".join(code.upper().split()).replace("-", ""))
    kept = store.get(PairingCode, key)
    # Removing decides: of two that come at once only one gets True.
    if kept is None or not store.remove(PairingCode, key) or kept.expires_at < moment(now):
        _count_try(store)
        return None
    staff = store.get(Staff, kept.staff_id)
    if staff is None or staff.revoked_at:
        return None
    return Paired(new_token(store, staff, now, origin), staff)


def _count_try(store: Store) -> None:
    for code in store.find(PairingCode):
        counted = store.change(PairingCode, code.id, lambda one: one.having(tries=one.tries + 1))
        if counted and counted.tries >= CODE_TRIES:
            store.remove(PairingCode, code.id)
