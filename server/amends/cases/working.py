"""The work on a case: what was tried, what is offered, what was checked, and how it ended."""

from __future__ import annotations

from amends.records import Case
from amends.stores.base import Store


class NotYet(ValueError):
    """Something has to be told first; the message says what."""


def work_on(store: Store, case_id: str, told: dict[str, str], *, by: str) -> Case | None:
    """Note what is told (an empty text takes it away); None for an unknown case.

    Another correction is an unchecked one, until somebody is named with it again.
    Raises NotYet for an end without what was tried, and for a correction checked by nobody else than its writer.
    """

    def noted(case: Case) -> Case:
        notes = {name: text.strip() or None for name, text in told.items()}
        if notes.get("correction", case.correction) != case.correction:
            notes = {"verified_by": None, **notes}
        changed = case.having(**notes)
        _complete(changed, by)
        return changed.having(state=_state(changed)) if "outcome" in told else changed

    return store.change(Case, case_id, noted)


def _complete(case: Case, by: str) -> None:
    if case.outcome == "closed_unresolved" and not case.tried:
        raise NotYet("Say in `tried` what was tried before the case is closed unresolved.")
    if case.verified_by and case.verified_by.casefold() == by.casefold():
        raise NotYet("Somebody who was not involved checks a correction: name a colleague in `verified_by`.")


def _state(case: Case) -> str:
    """Closed with an outcome; without it again as far as it was."""
    if case.outcome:
        return "closed"
    return "answered" if case.answered_at else "new"
