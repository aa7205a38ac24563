"""The hours in a form: read from its draft and put back into it, with undo, and nothing that is typed lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.listing import ScheduleException
from kiosk.domain.typed_hours import read_hours
from kiosk.services.desk import Desk, Who
from kiosk.services.form import Form
from kiosk.services.form_hours import FormHours, with_closings
from tests.domain.hours import day
from tests.tui.staff.host import desk_kiosk

TODAY = day("2026-11-24")
CLINIC = "118"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The desk of the sample school."""
    return desk_kiosk(tmp_path).desk(Who("office", "admin"))


def hours_of(desk: Desk) -> FormHours:
    """The clinic's hours in a form."""
    return FormHours(desk, Form(desk, CLINIC))


def test_hours_are_put_into_the_draft_and_undone(desk: Desk) -> None:
    hours = hours_of(desk)
    before = hours.listing()
    hours.put(read_hours("M-F 9-3", TODAY).rows, before.schedule_exceptions, by_appointment=True)
    assert hours.form.doc["schedules"] == [
        {"byday": ["MO", "TU", "WE", "TH", "FR"], "opens_at": "09:00", "closes_at": "15:00"}
    ]
    assert hours.form.doc["by_appointment"] is True
    assert hours.form.doc["name"] == hours.form.base["name"]
    assert hours_of(desk).listing() == hours.listing()  # from the draft
    hours.form.undo()
    assert not hours.form.is_changed
    assert hours.listing() == before


def test_putting_what_stands_changes_nothing(desk: Desk) -> None:
    hours = hours_of(desk)
    listing = hours.listing()
    hours.put(listing.schedules, listing.schedule_exceptions)
    assert not hours.form.is_changed
    assert not hours.form.undo()


def test_a_line_is_jotted_down_without_undo_and_given_up_with_it(desk: Desk) -> None:
    form = Form(desk, CLINIC)
    for text in ("f", "fr", "fri"):
        form.jot("schedules", text)
    assert not form.undo()
    assert Form(desk, CLINIC).typed == {"schedules": "fri"}
    form.drop("schedules")
    assert not form.is_changed
    assert desk.notes.names("drafts") == []
    assert form.undo()
    assert form.typed == {"schedules": "fri"}
    form.put({"schedules": None})
    assert form.typed == {}


def test_a_form_follows_what_another_screen_made_of_its_draft(desk: Desk) -> None:
    form, elsewhere = Form(desk, CLINIC), hours_of(desk)
    form.keep()
    elsewhere.put((), ())
    form.follow()
    assert "schedules" not in form.doc
    elsewhere.form.undo()
    form.follow()
    assert not form.is_changed
    assert form.undo()
    assert "schedules" not in form.doc


def test_a_reason_in_one_language_leaves_the_other(desk: Desk) -> None:
    hours = hours_of(desk)
    hours.put_reason(0, "es", "Taller")
    assert hours.listing().schedule_exceptions[0].reason == {"en": "Staff training", "es": "Taller"}
    hours.put_reason(0, "en", "  ")
    assert hours.listing().schedule_exceptions[0].reason == {"es": "Taller"}


def test_a_newer_closing_governs_and_keeps_the_reason_of_the_same_days() -> None:
    old = ScheduleException(from_=day("2026-12-09"), to=day("2026-12-09"), reason={"en": "Training"})
    other = ScheduleException(from_=day("2026-12-23"), to=day("2027-01-02"))
    shorter = replace(old, closed=False, opens_at="08:00", closes_at="12:00", reason={})
    assert with_closings((old, other), (shorter,)) == (replace(shorter, reason=old.reason), other)
    inside = ScheduleException(from_=day("2026-12-24"), to=day("2026-12-24"))
    assert with_closings((old, other), (inside,)) == (old, other, inside)
    moved = ScheduleException(from_=day("2026-12-10"), to=day("2026-12-11"))
    assert with_closings((old, other), (moved, inside), 0) == (replace(moved, reason=old.reason), other, inside)
