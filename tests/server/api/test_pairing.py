"""A pairing code has eight characters, works once, for ten minutes, and withstands guessing."""

from datetime import UTC, datetime, timedelta

from amends.cases.people import add_staff, new_code, pair, revoke
from amends.records import PairingCode, Token

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def fresh(store, now=NOW):
    return new_code(store, add_staff(store, "Mara", "writer", now), now).model_extra["code"]


def test_a_code_has_eight_characters_and_works_once(store):
    code = fresh(store)
    assert len(code) == 8
    assert pair(store, code, NOW, None)
    assert pair(store, code, NOW, None) is None


def test_a_code_forgives_spaces_dashes_and_small_letters(store):
    code = fresh(store)
    assert pair(store, f" {code[:4].lower()}-{code[4:]} ", NOW, None)


def test_a_code_works_for_ten_minutes(store):
    code = fresh(store)
    assert pair(store, code, NOW + timedelta(minutes=10, seconds=1), None) is None
    code = fresh(store)
    assert pair(store, code, NOW + timedelta(minutes=9), None)


def test_the_fifth_wrong_try_withdraws_the_code(store):
    code = fresh(store)
    for _ in range(5):
        assert pair(store, "WRONGONE", NOW, None) is None
    assert pair(store, code, NOW, None) is None
    assert store.count(PairingCode) == 0


def test_four_wrong_tries_do_not(store):
    code = fresh(store)
    for _ in range(4):
        pair(store, "WRONGONE", NOW, None)
    assert pair(store, code, NOW, None)


def test_tokens_and_codes_are_kept_as_hashes(store):
    code = fresh(store)
    paired = pair(store, code, NOW, "chrome-extension://abc")
    code = new_code(store, paired.staff, NOW).model_extra["code"]
    kept = "".join(record.model_dump_json() for record in store.dump())
    assert paired.token not in kept
    assert code not in kept


def test_revoking_ends_tokens_and_codes_at_once(store, caller):
    staff = add_staff(store, "Mara", "writer", NOW)
    code = new_code(store, staff, NOW)
    paired = pair(store, new_code(store, staff, NOW).model_extra["code"], NOW, None)
    revoke(store, staff.id, NOW)
    assert store.count(Token) == 0
    assert pair(store, code.model_extra["code"], NOW, None) is None
    assert caller(None)("GET", "/issues", headers={"Authorization": f"Bearer {paired.token}"}).status_code == 401
