"""Whoever may only look changes nothing, whatever way it is tried: one sentence, and every file stays as it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kiosk.domain.calendar import SpecialDay
from kiosk.domain.errors import NotSaved
from kiosk.services.accounts import Accounts
from kiosk.services.who import Role, Who
from kiosk.store.people_file import PeopleFile, account
from kiosk.wiring import Kiosk
from tests.pages.center import TUESDAY
from tests.tui.staff.host import desk_kiosk

BOSS = Who("Boss", "admin")


def named(directory: Path, role: Role) -> Kiosk:
    """The sample school, where this account has that role."""
    kiosk = desk_kiosk(directory)
    people = Accounts(PeopleFile(directory))
    people.keep("Boss", BOSS, "boss", role="admin", of="boss")
    people.keep("Me", BOSS, "boss", role=role, of=account())
    return kiosk


def _day() -> SpecialDay:
    return SpecialDay(from_=date(2026, 12, 1), to=date(2026, 12, 1), kind="no-school", reason={"en": "Test"})


WRITES: dict[str, Callable[[Kiosk], object]] = {
    "a listing": lambda kiosk: kiosk.editing().change("214", [("minutes_needed", 3)], "", "Me"),
    "a new listing": lambda kiosk: kiosk.editing().add([{"name": {"en": "New"}}], "Me"),
    "a deletion": lambda kiosk: kiosk.editing().delete("214", "", "Me"),
    "an undo": lambda kiosk: kiosk.editing().undo("214", "Me"),
    "a step back of all": lambda kiosk: kiosk.store.restore(1, "Me"),
    "what a stick brings": lambda kiosk: kiosk.store.merge(kiosk.store.unpack(kiosk.store.pack()), "Me"),
    "the calendar": lambda kiosk: kiosk.school_year().put([_day()], "Me"),
    "a snow day": lambda kiosk: kiosk.snow_day().close("Me"),
    "the shelf": lambda kiosk: kiosk.center.shelf.add("214", {"en": "Thing"}, "Me"),
    "who is here": lambda kiosk: kiosk.center.here.turn(kiosk.center.here.rows(TUESDAY)[0].key, "Me", TUESDAY),
}


@pytest.mark.parametrize("what", WRITES)
def test_a_reader_changes_nothing(tmp_path: Path, what: str) -> None:
    kiosk = named(tmp_path, "reader")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(NotSaved, match=r"“Me” may look, and not change anything\. Nothing was changed\."):
        WRITES[what](kiosk)
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize("what", sorted(WRITES.keys() - {"a step back of all", "an undo", "a new listing"}))
def test_a_liaison_does(tmp_path: Path, what: str) -> None:
    WRITES[what](named(tmp_path, "liaison"))


def test_who_gave_a_pin_at_a_lobby_whose_account_may_only_look_changes_what_is_theirs(tmp_path: Path) -> None:
    kiosk = named(tmp_path, "reader")
    kiosk.whoever.becomes("Boss")
    WRITES["a listing"](kiosk)
    kiosk.whoever.becomes(None)
    with pytest.raises(NotSaved):
        WRITES["a listing"](kiosk)
