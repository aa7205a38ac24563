"""The school year at the desk: each change is kept at once, and taken back one after another."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.config import CALENDAR
from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.errors import ChangedElsewhere, NoSuch
from kiosk.services.school_import import preview
from kiosk.services.year_desk import YearDesk, all_are, entry_on, is_short_time, usual_time
from kiosk.words.offer import words_for
from tests.domain.hours import day, special, year
from tests.services.schools import content
from tests.services.years import BY_HAND, school_year

MONDAY, TUESDAY, FRIDAY, SUNDAY = (day(f"2026-12-{number:02}") for number in (14, 15, 18, 20))


def desk(data: Path, by: str = "mary") -> YearDesk:
    """One person at the year of a school."""
    words = words_for(content(), "US-CT")
    return YearDesk(school_year(data), by, {code: words(code) for code in ("en", "es")})


def stands(data: Path) -> SchoolCalendar:
    """The year in the file."""
    calendar = school_year(data).calendar()
    assert calendar is not None
    return calendar


def text(data: Path) -> str:
    """The file."""
    return (data / CALENDAR).read_text("utf-8")


def test_days_are_put_and_cleared_and_each_change_is_taken_back_in_turn(tmp_path: Path) -> None:
    mary = desk(tmp_path)
    texts = [BY_HAND]
    mary.put(stands(tmp_path), "no-school", MONDAY, FRIDAY)
    texts.append(text(tmp_path))
    mary.clear(stands(tmp_path), TUESDAY, TUESDAY)
    texts.append(text(tmp_path))
    mary.put(stands(tmp_path), "early-dismissal", TUESDAY, TUESDAY, "12:30")
    texts.append(text(tmp_path))
    mary.set_time(stands(tmp_path).days[-2], "11:40")
    texts.append(text(tmp_path))
    mary.set_bounds(day("2026-09-01"), day("2027-06-14"), "08:00", "14:30")
    assert len(set(texts)) == 5
    for before in reversed(texts):
        mary.undo()
        assert text(tmp_path) == before
    with pytest.raises(NoSuch):
        mary.undo()


def test_after_my_own_the_last_change_of_somebody_else_is_taken_back(tmp_path: Path) -> None:
    ben, mary = desk(tmp_path, "ben"), desk(tmp_path)
    mary.put(stands(tmp_path), "no-school", MONDAY, MONDAY)
    ben.put(stands(tmp_path), "no-school", FRIDAY, FRIDAY)
    assert mary.undo().by == "mary"
    assert all_are(stands(tmp_path), "no-school", FRIDAY, FRIDAY)
    assert not all_are(stands(tmp_path), "no-school", MONDAY, MONDAY)
    ana = desk(tmp_path, "ana")
    with pytest.raises(NoSuch):
        ana.undo()  # the last change of all was taking one back
    ben.put(stands(tmp_path), "snow-day", TUESDAY, TUESDAY)
    assert ana.undo().by == "ben"


def test_what_i_did_on_another_screen_is_taken_back_first(tmp_path: Path) -> None:
    mary, elsewhere = desk(tmp_path), desk(tmp_path)
    mary.put(stands(tmp_path), "no-school", MONDAY, MONDAY)
    one = text(tmp_path)
    elsewhere.put(stands(tmp_path), "no-school", FRIDAY, FRIDAY)
    assert mary.undo().difference.added[0].from_ == FRIDAY
    assert text(tmp_path) == one
    assert mary.undo().difference.added[0].from_ == MONDAY
    assert text(tmp_path) == BY_HAND


def test_nobody_writes_over_a_day_they_did_not_see(tmp_path: Path) -> None:
    mary, seen = desk(tmp_path), stands(tmp_path)
    desk(tmp_path, "ben").put(seen, "early-dismissal", MONDAY, MONDAY, "12:30")
    before = text(tmp_path)
    with pytest.raises(ChangedElsewhere):
        mary.put(seen, "no-school", MONDAY, MONDAY)
    with pytest.raises(ChangedElsewhere):
        mary.clear(seen, MONDAY, FRIDAY)
    assert text(tmp_path) == before
    mary.put(seen, "no-school", FRIDAY, FRIDAY)  # a day that nobody else touched


def test_a_reason_is_kept_by_language_and_a_snow_day_says_its_own(tmp_path: Path) -> None:
    mary = desk(tmp_path)
    mary.put(stands(tmp_path), "snow-day", MONDAY, MONDAY)
    entry = entry_on(stands(tmp_path), MONDAY)
    assert entry is not None and entry.reason == {"en": "Snow day", "es": "Día de nieve"}
    mary.set_reason(entry, {"en": "Ice", "es": ""})
    entry = entry_on(stands(tmp_path), MONDAY)
    assert entry is not None and entry.reason == {"en": "Ice"}


def test_a_file_is_taken_and_taken_back(tmp_path: Path) -> None:
    from kiosk.exchange.ical import read_feed
    from tests.exchange.feeds import event, file
    from tests.services.schools import ZONE

    calendar = stands(tmp_path)
    content_ = file(event("Early Dismissal 12:30", "DTSTART;VALUE=DATE:20261218"))
    feed = read_feed(content_, ZONE, calendar.first_day, calendar.last_day)
    mary = desk(tmp_path)
    mary.take_in(preview(feed, calendar))
    assert all_are(stands(tmp_path), "early-dismissal", FRIDAY, FRIDAY)
    assert mary.undo().why == "import"
    assert text(tmp_path) == BY_HAND


def test_a_run_of_days_is_of_a_kind_when_each_weekday_is() -> None:
    calendar = year(special("2026-12-14", "no-school"), special("2026-12-15", "no-school"))
    assert all_are(calendar, "no-school", MONDAY, TUESDAY)
    assert not all_are(calendar, "no-school", MONDAY, FRIDAY)
    assert not all_are(calendar, "snow-day", MONDAY, MONDAY)
    assert not all_are(calendar, "no-school", SUNDAY, SUNDAY)


def test_a_short_day_starts_from_the_time_the_others_have() -> None:
    assert usual_time(year(), "early-dismissal") == "12:30"
    assert usual_time(year(), "delayed-opening") == "10:30"
    often = [special(f"2026-12-{number}", "early-dismissal", at) for number, at in ((14, "11:40"), (15, "11:40"))]
    assert usual_time(year(*often, special("2026-12-16", "early-dismissal", "13:00")), "early-dismissal") == "11:40"
    short = SchoolCalendar(first_day=MONDAY, last_day=FRIDAY, starts_at="09:00", dismisses_at="11:00")
    assert usual_time(short, "early-dismissal") == "10:00"
    assert is_short_time(short, "10:00") and not is_short_time(short, "11:00") and not is_short_time(short, "")
