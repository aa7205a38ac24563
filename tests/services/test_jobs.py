"""What needs staff today: found by heads and dates alone, grouped where there are many, said once a change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.domain.due_dates import DueDates, Known, Window, dates_of
from kiosk.domain.kept import Edit, Kept
from kiosk.domain.listing import Listing, Schedule, SignUp
from kiosk.services.backups import last_backup, take_backup
from kiosk.services.desk import Desk, Who
from kiosk.services.jobs import BACKUP_DAYS, FEW, Job, due, ids_of, jobs
from kiosk.store import open_store
from kiosk.store.notes import Notes
from kiosk.store.row import Row
from tests.tui.staff.host import TUESDAY, desk_kiosk

TODAY = TUESDAY.date()


def desk(directory: Path, by: str = "mary") -> Desk:
    """The desk of the sample school."""
    return desk_kiosk(directory).desk(Who(by))


def kinds(found: list[Job]) -> list[str]:
    """Their kinds, in order."""
    return [job.kind for job in found]


def change(directory: Path, number: str, **fields: object) -> str:
    """Change a listing by its number; its id."""
    store = desk_kiosk(directory).store
    kept = store.get(number)
    doc = {**store.document(kept), **fields}
    store.batch([Edit(kept.id, kept.rev, {key: value for key, value in doc.items() if value is not None})], "joe")
    return kept.id


def test_no_listing_is_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(self: Row) -> Listing:
        raise AssertionError(f"{self.id} was read")

    monkeypatch.setattr(Row, "listing", read)
    here = desk(tmp_path)
    assert {"due", "no-hours", "no-spanish"} <= set(kinds(jobs(here)))
    assert len(due(here)) == len(ids_of(here, "due"))


def test_what_falls_due_is_the_same_from_the_bytes_as_from_the_listing(tmp_path: Path) -> None:
    for kept in desk(tmp_path).records.load():
        assert kept.dates == dates_of(kept.listing)


@pytest.mark.parametrize(
    ("days", "has_hours", "is_due"), [(89, True, False), (90, True, True), (179, False, False), (180, False, True)]
)
def test_hours_are_checked_after_90_days_and_the_rest_after_180(
    tmp_path: Path, days: int, has_hours: bool, is_due: bool
) -> None:
    hours = [{"byday": ["MO"], "opens_at": "08:00", "closes_at": "16:00"}] if has_hours else None
    day = (TODAY - timedelta(days=days)).isoformat()
    id = change(
        tmp_path, "214", assured_date=day, schedules=hours, sign_up=None, schedule_exceptions=None, by_appointment=True
    )
    assert (id in ids_of(desk(tmp_path), "due")) is is_due


def test_who_waited_longest_comes_first_and_the_hidden_never(tmp_path: Path) -> None:
    never = change(tmp_path, "214", assured_date=None, assurer=None)
    found = [kept.id for kept in due(desk(tmp_path))]
    assert found[0] == never
    change(tmp_path, "214", status="inactive")
    assert never not in [kept.id for kept in due(desk(tmp_path))]


def test_hours_that_ended_and_sign_ups_of_this_week_are_told_with_their_day(tmp_path: Path) -> None:
    ended = TODAY - timedelta(days=3)
    row = {"byday": ["MO"], "opens_at": "08:00", "closes_at": "16:00", "valid_to": ended.isoformat()}
    one = change(tmp_path, "214", schedules=[row])
    closes = TODAY + timedelta(days=7)
    two = change(tmp_path, "118", sign_up={"url": "https://example.org", "closes": closes.isoformat()})
    found = {job.kind: job for job in jobs(desk(tmp_path)) if one in job.ids or two in job.ids}
    assert (found["hours-ended"].day, found["hours-ended"].days) == (ended, 3)
    assert (found["sign-up-ends"].day, found["sign-up-ends"].days) == (closes, 7)


def test_many_of_a_kind_are_one_job(tmp_path: Path) -> None:
    few = [job for job in jobs(desk(tmp_path)) if job.kind == "no-hours"]
    assert 0 < len(few) <= FEW
    for number in ("214", "118", "306", "127"):
        change(tmp_path, number, schedules=None, sign_up=None, by_appointment=None, schedule_exceptions=None)
    (together,) = [job for job in jobs(desk(tmp_path)) if job.kind == "no-hours"]
    assert len(together.ids) == len(few) + 4
    assert set(ids_of(desk(tmp_path), "no-hours")) == set(together.ids)


def test_a_change_is_seen_and_nothing_else_is_worked_out_again(tmp_path: Path) -> None:
    here = desk(tmp_path)
    before = ids_of(here, "due")
    assert ids_of(here, "due") is before
    change(tmp_path, "214", assured_date="2020-01-01")
    assert ids_of(here, "due") != before


def test_one_own_draft_is_told_and_nobody_elses(tmp_path: Path) -> None:
    here = desk(tmp_path)
    here.notes.write("drafts", "a", {"id": "food-shelf", "by": "mary"})
    here.notes.write("drafts", "b", {"id": "other", "by": "joe"})
    assert [job.ids for job in jobs(here) if job.kind == "draft"] == [("food-shelf",)]


def test_what_the_store_tells_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = desk(tmp_path)
    monkeypatch.setattr(type(here.records), "told", lambda _: ("The disk is nearly full.",))
    first = jobs(here)[0]
    assert (first.kind, first.words) == ("damage", "The disk is nearly full.")


def test_a_backup_is_told_and_asked_for_after_a_week(tmp_path: Path) -> None:
    here = desk(tmp_path)
    center = here.center
    center.settings = replace(center.settings, sample=False)
    assert "backup" in kinds(jobs(here))
    stick = tmp_path / "stick"
    stick.mkdir()
    for ago, wanted in ((BACKUP_DAYS, False), (BACKUP_DAYS + 1, True)):
        taken = TUESDAY - timedelta(days=ago)
        take_backup(open_store(tmp_path), Notes(tmp_path), stick / "backup.json", "mary", taken)
        assert ("backup" in kinds(jobs(here))) is wanted
        last = last_backup(here.notes, center.zone)
        assert last is not None
        assert (last.at, last.file, last.by) == (taken, "backup.json", "mary")
    center.settings = replace(center.settings, sample=True)
    assert "backup" not in kinds(jobs(here))


@pytest.mark.parametrize("note", [{}, {"at": "soon"}, {"at": "2026-11-24T06:00:00"}])
def test_a_note_of_a_backup_that_cannot_be_read_is_none(tmp_path: Path, note: dict[str, object]) -> None:
    here = desk(tmp_path)
    here.notes.write("backup", "last", note)
    assert last_backup(here.notes, here.center.zone) is None


def test_due_dates_say_when() -> None:
    none = Kept(Listing(id="a", name={"en": "A"}), "1-0").dates
    assert none == DueDates()
    assert not none.says_when
    day = date(2027, 6, 11)
    rows = (Schedule(byday=("MO",), valid_to=day), Schedule(byday=("TU",)))
    listing = Listing(id="a", name={"en": "A"}, schedules=rows, sign_up=SignUp(closes=day))
    dates = dates_of(listing)
    assert dates == DueDates(sign_up=Window(closes=day), schedules=(Known(day), Known()))
    assert dates.says_when
    assert dates.known_until is None
    assert dates_of(replace(listing, schedules=rows[:1])).known_until == day
