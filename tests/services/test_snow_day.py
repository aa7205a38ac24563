"""A snow day: what it closes is named first, and undone, everything is as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.config import CALENDAR
from kiosk.domain.errors import NoSuch, Refused
from kiosk.domain.kept import Kept
from kiosk.domain.listing import Listing
from kiosk.services.effects import Effects, effects, effects_of_day
from kiosk.services.snow_day import SnowDay, SnowDayView
from kiosk.words.offer import words_for
from tests.domain.hours import special, year
from tests.services.schools import NOW, TUESDAY, ZONE, at, content, hours, kepts
from tests.services.years import BY_HAND, school_year

MORNING = at(6)
SCHOOL = hours("08:00", "16:00", on="school-days", short="shortened")
LISTINGS = tuple(
    kepts(
        Listing(id="clinic", number=118, name={"en": "School clinic"}, schedules=SCHOOL),
        Listing(
            id="club",
            number=306,
            name={"en": "Homework club"},
            schedules=hours("15:15", "16:30", on="school-days", short="moved"),
        ),
        Listing(
            id="choir",
            number=309,
            name={"en": "Choir"},
            schedules=hours("15:15", "16:00", on="school-days", short="cancelled"),
        ),
        Listing(id="market", number=233, name={"en": "Market"}, schedules=hours("09:00", "17:00")),
        Listing(
            id="care",
            number=119,
            name={"en": "Care room"},
            schedules=(
                *hours("15:15", "18:00", on="school-days"),
                *hours("08:00", "17:00", on="no-school-days"),
            ),
        ),
        Listing(
            id="saturday",
            number=401,
            name={"en": "Saturday class"},
            schedules=hours("09:00", "12:00", "SA", on="school-days"),
        ),
        Listing(id="unknown", number=402, name={"en": "Ask us"}),
        Listing(
            id="camp", number=403, name={"en": "Snow camp"}, schedules=hours("09:00", "15:00", on="no-school-days")
        ),
    ).values()
)


def snow_day(data: Path, now: datetime = MORNING, text: str | None = BY_HAND) -> SnowDay:
    """The snow day of a school with these listings."""
    words = words_for(content(), "US-CT")
    speeches = {code: words(code) for code in ("en", "es")}
    return SnowDay(school_year(data, now, text), lambda: LISTINGS, ZONE, lambda: now, speeches)


def told(view: SnowDayView | Effects) -> dict[str, list[int | None]]:
    """The numbers by way."""
    found = view.effects if isinstance(view, SnowDayView) else view
    ways: dict[str, list[int | None]] = {}
    for each in found.every:
        ways.setdefault(each.way, []).append(each.kept.number)
    return ways


def test_before_anything_is_done_it_names_what_closes_and_what_stays(tmp_path: Path) -> None:
    view = snow_day(tmp_path).look()
    assert told(view) == {"off": [118, 306, 309], "opens": [119, 403], "same": [233]}
    assert (view.closes, view.is_snow_day, view.has_school, view.day) == (3, False, True, TUESDAY)
    care = next(each for each in view.effects.every if each.kept.id == "care")
    assert [(each.start, each.end) for each in care.hours] == [(at(8), at(17))]
    assert (tmp_path / CALENDAR).read_text("utf-8") == BY_HAND


def test_what_is_over_by_now_is_not_named(tmp_path: Path) -> None:
    assert told(snow_day(tmp_path, at(16, 5)).look()) == {"off": [306], "shorter": [119], "same": [233]}
    assert told(snow_day(tmp_path, at(19)).look()) == {}


def test_done_and_undone_everything_is_as_it_was(tmp_path: Path) -> None:
    snow = snow_day(tmp_path)
    done = snow.close("mary")
    assert done.difference.added[0].reason == {"en": "Snow day", "es": "Día de nieve"}
    after = snow.look()
    assert after.is_snow_day and told(after) == told(replace(after, is_snow_day=False))
    assert after.has_school
    assert not snow.close("ana").is_change
    assert snow.undo("ana").is_change
    assert (tmp_path / CALENDAR).read_text("utf-8") == BY_HAND
    assert not snow.undo("ana").is_change


def test_it_is_undone_though_other_days_were_changed_since(tmp_path: Path) -> None:
    snow = snow_day(tmp_path)
    snow.close("mary")
    school_year(tmp_path).put([special("2026-12-14", "no-school")], "ben")
    snow.undo("mary")
    calendar = school_year(tmp_path).calendar()
    assert calendar is not None
    assert [each.kind for each in calendar.days] == ["no-school", "early-dismissal", "no-school"]


def test_a_short_day_that_becomes_a_snow_day_is_short_again_when_undone(tmp_path: Path) -> None:
    short = BY_HAND + '\n[[days]]\nfrom = "2026-11-24"\nto = "2026-11-24"\nkind = "early-dismissal"\nat = "12:30"\n'
    snow = snow_day(tmp_path, text=short)
    snow.close("mary")
    calendar = school_year(tmp_path).calendar()
    assert calendar is not None and {each.kind for each in calendar.days if each.touches(TUESDAY)} == {
        "snow-day",
        "early-dismissal",
    }
    snow.undo("mary")
    assert (tmp_path / CALENDAR).read_text("utf-8") == short


def test_today_is_made_short_and_what_that_does_is_known_before(tmp_path: Path) -> None:
    snow = snow_day(tmp_path)
    assert told(snow.look_short("early-dismissal", "12:30")) == {
        "shorter": [118],
        "moved": [306],
        "off": [309],
        "same": [119, 233],
    }
    assert (tmp_path / CALENDAR).read_text("utf-8") == BY_HAND
    assert snow.shorten("early-dismissal", "12:30", "mary").is_change
    view = snow.look()
    assert view.short is not None and view.short.at == "12:30" and view.can_lengthen
    assert snow.lengthen("ana").is_change
    assert (tmp_path / CALENDAR).read_text("utf-8") == BY_HAND
    with pytest.raises(NoSuch):
        snow.lengthen("ana")


def test_what_was_planned_or_said_yesterday_is_not_taken_back_as_todays(tmp_path: Path) -> None:
    school_year(tmp_path, MORNING).put([special("2026-11-24", "early-dismissal", "12:30")], "ana")
    view = snow_day(tmp_path).look()
    assert view.short is not None and not view.can_lengthen
    snow_day(tmp_path).shorten("delayed-opening", "10:30", "mary")
    assert snow_day(tmp_path).look().can_lengthen
    assert not snow_day(tmp_path, at(6, day=25)).look().can_lengthen


def test_on_a_day_without_school_it_closes_nothing(tmp_path: Path) -> None:
    view = snow_day(tmp_path, at(9, day=26)).look()
    assert (view.has_school, view.closes) == (False, 0)


def test_without_a_school_year_nothing_closes(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"no school year"):
        snow_day(tmp_path, text=None).look()
    with pytest.raises(Refused, match=r"no school year"):
        snow_day(tmp_path, text=None).look_short("early-dismissal", "12:30")


def test_what_an_early_dismissal_does_to_each() -> None:
    """As the calendar says of a day: some close early, some move, some are off, some stay."""
    calendar = year(special("2026-11-24", "early-dismissal", "12:30"))
    assert told(effects_of_day(LISTINGS, TUESDAY, calendar, ZONE)) == {
        "shorter": [118],
        "same": [119, 233],
        "moved": [306],
        "off": [309],
    }
    assert told(effects_of_day(LISTINGS, TUESDAY, year(), ZONE)) == {"same": [118, 119, 233, 306, 309]}


def test_a_change_of_two_calendars_is_told_from_one_to_the_other() -> None:
    early, none = year(special("2026-11-24", "early-dismissal", "12:30")), year(special("2026-11-24", "no-school"))
    found = effects(LISTINGS, TUESDAY, early, none, ZONE, NOW)
    assert told(found) == {"shorter": [119], "same": [233]}
    assert found.count("off") == 0 and [each.kept.id for each in found.of("shorter")] == ["care"]


def test_listings_are_named_by_their_number() -> None:
    backwards: list[Kept] = list(reversed(LISTINGS))
    numbers = [each.kept.number for each in effects(backwards, TUESDAY, year(), year(), ZONE).every]
    assert numbers == sorted(numbers, key=lambda number: number or 0)
