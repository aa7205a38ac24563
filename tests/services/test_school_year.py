"""The school year as staff change it: one file, several editors, and a way back from each change."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.calendar_file import BROKEN
from kiosk.config import CALENDAR, load_year
from kiosk.domain.calendar import SchoolCalendar, SpecialDay
from kiosk.domain.errors import Busy, ChangedElsewhere, NoSuch, Refused
from kiosk.domain.school_days import touching
from kiosk.services.school_year import SchoolYear
from kiosk.store.lock import Lock
from kiosk.store.notes import Notes
from tests.domain.hours import day, special, year
from tests.domain.test_school_days import special_days
from tests.services.schools import NOW, ZONE
from tests.services.years import BY_HAND, PaperFile, PaperNotes, school_year

SNOW = special("2026-11-24", "snow-day", reason="Snow day")


def text(data: Path) -> str:
    """The file."""
    return (data / CALENDAR).read_text("utf-8")


def test_a_day_put_is_in_the_file_and_the_comments_stay(tmp_path: Path) -> None:
    done = school_year(tmp_path).put([special("2026-11-25", "early-dismissal", "12:30", "Half day")], "ana")
    assert done.is_change and done.difference.added[0].at == "12:30"
    assert load_year(tmp_path).calendar == done.calendar
    assert text(tmp_path).startswith("# The year, as Ana wrote it.\n")
    assert text(tmp_path).index('"2026-11-25"') < text(tmp_path).index("# Holidays.") + 60


def test_what_is_so_already_changes_nothing(tmp_path: Path) -> None:
    years = school_year(tmp_path)
    stands = years.calendar()
    assert stands is not None
    assert not years.put(stands.days, "ana").is_change
    assert not years.take(day("2026-09-01"), day("2026-10-01"), "ana").is_change
    assert text(tmp_path) == BY_HAND
    assert years.last() is None


@given(st.lists(st.tuples(special_days(), st.booleans()), min_size=1, max_size=5))
def test_every_change_is_undone_to_the_letter_and_done_again(changes: list[tuple[SpecialDay, bool]]) -> None:
    file = PaperFile()
    years = SchoolYear(file, PaperNotes(), lambda: NOW)
    for each, comes in changes:
        before = file.text
        done = years.put([each], "ana") if comes else years.take(each.from_, each.to, "ana")
        after = file.text
        assert done.is_change == (before != after)
        if done.is_change:
            years.undo("ana")
            assert file.text == before
            years.undo("ana")
            assert file.text == after


def test_the_last_change_says_who_and_what(tmp_path: Path) -> None:
    years = school_year(tmp_path)
    years.put([SNOW], "mary", "snow-day")
    last = school_year(tmp_path).last()
    assert last is not None
    assert (last.by, last.why, last.at, last.difference.added) == ("mary", "snow-day", NOW, (SNOW,))


def test_undo_leaves_what_was_changed_by_hand_since(tmp_path: Path) -> None:
    years = school_year(tmp_path)
    years.put([SNOW], "mary")
    changed = text(tmp_path).replace("11:40", "12:00").replace("# Half days.", "# Short days.")
    (tmp_path / CALENDAR).write_text(changed, "utf-8")
    done = years.undo("ana")
    assert done.difference.removed == (SNOW,) and done.difference.added == ()
    assert text(tmp_path) == BY_HAND.replace("11:40", "12:00").replace("# Half days.", "# Short days.")


def test_there_may_be_nothing_to_undo(tmp_path: Path) -> None:
    with pytest.raises(NoSuch, match=r"Nothing was changed"):
        school_year(tmp_path).undo("ana")


@pytest.mark.parametrize("note", [{"at": "yesterday"}, {"at": "2026-11-24T09:00", "added": ["x"]}, {}])
def test_a_note_that_cannot_be_read_is_none(tmp_path: Path, note: dict[str, object]) -> None:
    Notes(tmp_path).write("calendar", "last", note)
    years = school_year(tmp_path)
    assert years.last() is None
    assert years.put([SNOW], "ana").is_change


def test_who_saw_other_days_there_is_told_and_changes_nothing(tmp_path: Path) -> None:
    """Two editors look at Wednesday; the second one's dismissal must not take the first one's away unseen."""
    ana, ben = school_year(tmp_path), school_year(tmp_path)
    wednesday = day("2026-11-25")
    seen = touching(ben.calendar(), wednesday, wednesday)
    ana.put([special("2026-11-25", "early-dismissal", "12:30")], "ana", seen=seen)
    stands = text(tmp_path)
    with pytest.raises(ChangedElsewhere, match=r"early-dismissal 12:30.*Nothing was changed"):
        ben.put([special("2026-11-25", "no-school")], "ben", seen=seen)
    with pytest.raises(ChangedElsewhere):
        ben.take(wednesday, wednesday, "ben", seen=seen)
    assert text(tmp_path) == stands
    assert not ben.put([special("2026-11-25", "early-dismissal", "12:30")], "ben", seen=seen).is_change


def test_days_elsewhere_that_somebody_else_changed_are_no_trouble(tmp_path: Path) -> None:
    ana, ben = school_year(tmp_path), school_year(tmp_path)
    seen = touching(ben.calendar(), SNOW.from_, SNOW.to)
    ana.put([special("2026-12-01", "no-school")], "ana")
    ben.put([SNOW], "ben", seen=seen)
    stands = ana.calendar()
    assert stands is not None and len(stands.days) == 4


def test_editors_at_the_same_time_lose_nobodys_day(tmp_path: Path) -> None:
    school_year(tmp_path)

    def work(editor: int) -> None:
        years = school_year(tmp_path)
        for number in range(8):
            when = date(2027, 1, 4) + timedelta(days=8 * editor + number)
            years.put([SpecialDay(from_=when, to=when, kind="no-school", reason={"en": f"{editor}"})], f"{editor}")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    stands = load_year(tmp_path).calendar
    assert stands is not None
    assert len([each for each in stands.days if each.from_.year == 2027]) == 32


def test_one_entry_is_changed(tmp_path: Path) -> None:
    years = school_year(tmp_path)
    stands = years.calendar()
    assert stands is not None
    half = stands.days[1]
    later = replace(half, at="13:10")
    years.exchange(half, later, "ana")
    assert text(tmp_path) == BY_HAND.replace("11:40", "13:10")
    with pytest.raises(ChangedElsewhere):
        years.exchange(half, later, "ben")


def test_bounds_and_bells_are_changed_and_undone(tmp_path: Path) -> None:
    years = school_year(tmp_path)
    years.set_bounds(day("2026-09-01"), day("2027-06-15"), "ana", starts_at="08:45")
    stands = years.calendar()
    assert stands is not None
    assert (stands.first_day, stands.last_day, stands.starts_at) == (day("2026-09-01"), day("2027-06-15"), "08:45")
    (tmp_path / CALENDAR).write_text(text(tmp_path) + "\n# Seen.\n", "utf-8")
    undone = years.undo("ana").calendar
    assert undone is not None
    assert (undone.first_day, undone.last_day, undone.starts_at) == (day("2026-08-31"), day("2027-06-11"), "08:30")
    with pytest.raises(Refused):
        years.set_bounds(day("2027-09-01"), day("2027-06-15"), "ana")


def test_a_first_year_begins_where_there_was_none_and_is_undone(tmp_path: Path) -> None:
    years = school_year(tmp_path, text=None)
    with pytest.raises(Refused, match=r"no school year"):
        years.put([SNOW], "ana")
    years.begin(year(SNOW), "ana")
    assert years.calendar() == year(SNOW)
    assert years.undo("ana").calendar is None
    assert years.calendar() is None
    years.undo("ana")
    assert years.calendar() == year(SNOW)


def test_a_year_that_goes_on_is_not_begun_over(tmp_path: Path) -> None:
    following = SchoolCalendar(first_day=day("2027-08-30"), last_day=day("2028-06-09"))
    years = school_year(tmp_path)
    with pytest.raises(Refused, match=r"2027-06-11"):
        years.begin(following, "ana")
    assert text(tmp_path) == BY_HAND
    summer = school_year(tmp_path, now=datetime(2027, 6, 12, 9, tzinfo=ZONE))
    assert summer.begin(following, "ana").calendar == following


def test_a_file_with_a_mistake_is_laid_aside_and_families_year_goes_on(tmp_path: Path) -> None:
    """A snow day at six in the morning does not wait for somebody who can mend a file."""
    years = school_year(tmp_path)
    years.put([special("2026-12-01", "no-school")], "ana")
    broken = text(tmp_path).replace('last_day = "2027-06-11"', "last_day = ")
    (tmp_path / CALENDAR).write_text(broken, "utf-8")
    done = years.put([SNOW], "ana")
    assert (tmp_path / BROKEN).read_text("utf-8") == broken
    year_now = load_year(tmp_path)
    assert year_now.is_whole and year_now.calendar == done.calendar
    assert done.calendar is not None and len(done.calendar.days) == 4
    undone = years.undo("ana").calendar
    assert undone is not None and len(undone.days) == 3


def test_a_note_without_its_change_undoes_nothing(tmp_path: Path) -> None:
    """Stopped after the note and before the file: undoing finds nothing that it could take back."""
    years = school_year(tmp_path)
    years.put([SNOW], "ana")
    (tmp_path / CALENDAR).write_text(BY_HAND, "utf-8")
    assert not years.undo("ana").is_change
    assert text(tmp_path) == BY_HAND


def test_who_holds_the_calendar_is_named(tmp_path: Path) -> None:
    from kiosk.calendar_file import CalendarFile

    school_year(tmp_path)
    lock = Lock(tmp_path / "calendar.lock", patience=0, what="The calendar is")
    years = SchoolYear(CalendarFile(tmp_path, lambda by: lock.held(by, "now")), Notes(tmp_path), lambda: NOW)
    with lock.held("mary", "now"), pytest.raises(Busy, match=r"^The calendar is in use by mary .*Nothing was changed"):
        years.put([SNOW], "ana")
    assert text(tmp_path) == BY_HAND
