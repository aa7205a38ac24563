"""`kiosk calendar` and `kiosk snow-day`: the year shown, changed, taken from a file, and today closed for snow."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.config import CALENDAR, SETTINGS
from tests.cli.conftest import Ask
from tests.exchange.feeds import event, file
from tests.services.years import BY_HAND

TUESDAY = ("--at", "2026-11-24T06:00")
NEW_YEAR = ("--first", "2026-08-31", "--last", "2027-06-11")
FEED = file(
    event("Early Dismissal 12:30", "DTSTART;VALUE=DATE:20261218"),
    event("Half day", "DTSTART;VALUE=DATE:20261221"),
    event("Winter recess", "DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20270104"),
    event("PTA meeting", "DTSTART:20261201T180000"),
)


@pytest.fixture
def oak(kiosk: Ask, data: Path) -> Ask:
    """A school with a year that was written by hand, and no listing."""
    data.mkdir()
    (data / SETTINGS).write_text('school = "Oak"\nregion = "US-CT"\nlanguages = ["en", "es"]\n', "utf-8")
    (data / CALENDAR).write_text(BY_HAND, "utf-8")
    return kiosk


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    """A school's calendar file."""
    written = tmp_path / "school.ics"
    written.write_bytes(FEED)
    return written


def text(data: Path) -> str:
    """The school year's file."""
    return (data / CALENDAR).read_text("utf-8")


def test_the_year_is_shown_in_lines_and_as_json(oak: Ask) -> None:
    answer = oak("calendar")
    assert answer.out.splitlines() == [
        "School year 2026-08-31 to 2027-06-11: 203 school days, 08:30 to 15:00.",
        "2026-11-26 to 2026-11-27  no school             Thanksgiving",
        "2026-12-11                ends early, 11:40",
    ]
    assert "Día de Acción de Gracias" in oak("--lang", "es", "calendar").out
    document = oak("calendar", "--json").document
    assert isinstance(document, dict)
    assert list(document) == ["first_day", "last_day", "starts_at", "dismisses_at", "school_days", "days"]
    assert document["days"][1] == {
        "from": "2026-12-11",
        "to": "2026-12-11",
        "kind": "early-dismissal",
        "at": "11:40",
        "reason": {},
    }


def test_days_are_put_in_taken_away_and_undone(oak: Ask, data: Path) -> None:
    put = oak(
        "calendar", "--no-school", "2026-12-24..2027-01-03", "--reason", "Winter break", "--reason", "es=Descanso"
    )
    assert put.status == 0 and put.out == ""
    assert put.err.splitlines() == [
        "+ 2026-12-24 to 2027-01-03  no school             Winter break",
        "Done. To undo it: kiosk calendar --undo",
    ]
    assert 'reason = { en = "Winter break", es = "Descanso" }' in text(data)
    taken = oak("calendar", "--remove", "2026-12-28", "--json").document
    assert isinstance(taken, dict)
    assert taken["changed"] is True and [each["from"] for each in taken["added"]] == ["2026-12-24", "2026-12-29"]
    assert oak("calendar", "--undo").status == 0
    assert oak("calendar", "--late", "2026-12-14", "--time", "9:45").status == 0
    assert 'at = "09:45"' in text(data)
    assert oak("calendar", "--snow", "2026-12-15").status == 0
    assert 'reason = { en = "Snow day", es = "Día de nieve" }' in text(data)
    assert "so already" in oak("calendar", "--snow", "2026-12-15").err
    assert "# The year, as Ana wrote it." in text(data)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("--no-school", "soon"), 2),
        (("--early", "2026-12-14", "--time", "noon"), 2),
        (("--first", "2026-08-31..2026-09-01"), 2),
        (("--undo", "--remove", "2026-12-11"), 2),
        (("--no-school", "2026-12-14", "--early", "2026-12-15", "--time", "12:30"), 2),
        (("--early", "2026-12-14"), 5),
        (("--no-school", "2026-12-14..2026-12-13"), 5),
        (("--last", "2026-08-01"), 5),
        (("--undo",), 3),
        (("--import", "no-such.ics"), 3),
    ],
)
def test_what_cannot_be_done_changes_nothing(oak: Ask, data: Path, arguments: tuple[str, ...], status: int) -> None:
    answer = oak("calendar", *arguments)
    assert answer.status == status, answer
    assert answer.out == "" and len(answer.err.splitlines()) == 1
    assert text(data) == BY_HAND


def test_a_file_is_shown_first_and_taken_when_one_agrees(oak: Ask, data: Path, feed: Path) -> None:
    shown = oak("calendar", "--import", feed)
    assert shown.err.splitlines() == [
        "+ 2026-12-18                ends early, 12:30",
        "+ 2026-12-24 to 2027-01-03  no school             Winter recess",
        "New: 2. Changed: 0. As it is already: 0. Outside the school year: 0. Not understood: 2.",
        "? 2026-12-21  Half day: it says no time: give one with --early-time or --late-time.",
        "1 other event is not about a school day (--json lists all).",
        "Nothing was changed yet. To do it: the same with --yes",
    ]
    assert text(data) == BY_HAND
    taken = oak("calendar", "--import", feed, "--early-time", "12:45", "--yes", "--json").document
    assert isinstance(taken, dict)
    assert (taken["taken"], len(taken["added"]), taken["unread"][0]["why"]) == (True, 3, "no-kind")
    again = oak("calendar", "--import", feed, "--early-time", "12:45", "--yes")
    assert "nothing new" in again.err and "As it is already: 3" in again.err
    assert oak("calendar", "--undo").status == 0
    assert text(data) == BY_HAND


def test_a_file_that_is_none_is_refused(oak: Ask, data: Path, tmp_path: Path) -> None:
    page = tmp_path / "login.html"
    page.write_text("<html>Sign in</html>", "utf-8")
    answer = oak("calendar", "--import", page, "--yes")
    assert answer.status == 5 and "no calendar file" in answer.err
    assert text(data) == BY_HAND


def test_what_is_written_out_and_taken_in_again_changes_nothing(oak: Ask, tmp_path: Path) -> None:
    target = tmp_path / "out.ics"
    assert oak("calendar", "--export", target, "--json").document == {"file": str(target)}
    assert target.read_text("utf-8").startswith("BEGIN:VCALENDAR")
    again = oak("calendar", "--import", target, "--yes", "--json").document
    assert isinstance(again, dict)
    assert (again["taken"], again["same"], again["unread"]) == (False, 2, [])
    assert oak("calendar", "--export", tmp_path / "no" / "where.ics").status == 6


def test_a_new_year_begins_where_there_is_none(kiosk: Ask, data: Path) -> None:
    assert (
        kiosk("init", "--name", "Oak", "--zone", "America/New_York", "--region", "US-CT", "--language", "en").status
        == 0
    )
    assert "--new-year" in kiosk("calendar").err
    assert kiosk("calendar", "--json").document is None
    assert kiosk("calendar", "--no-school", "2026-12-14").status == 5
    before = text(data)
    shown = kiosk("calendar", "--new-year", *NEW_YEAR)
    assert "Labor Day" in shown.err and "Nothing was changed yet" in shown.err
    shown = kiosk("calendar", "--new-year", *NEW_YEAR, "--json")
    assert isinstance(shown.document, dict) and shown.document["changed"] is False
    assert text(data) == before
    assert kiosk("calendar", "--new-year", *NEW_YEAR, "--yes").status == 0
    assert kiosk("calendar").out.splitlines()[1] == "2026-09-07                no school             Labor Day"
    assert kiosk("check").status == 0
    assert kiosk("calendar", "--undo").status == 0
    assert text(data) == before


def test_a_year_that_goes_on_is_not_begun_over_but_its_ends_are_moved(oak: Ask, data: Path) -> None:
    late = oak(*TUESDAY, "calendar", "--new-year", "--first", "2027-08-30", "--last", "2028-06-09", "--yes")
    assert late.status == 5 and "2027-06-11" in late.err
    assert text(data) == BY_HAND
    assert oak("calendar", "--last", "2027-06-15").status == 0
    assert text(data) == BY_HAND.replace("2027-06-11", "2027-06-15")


def test_a_snow_day_is_shown_done_and_undone(oak: Ask, data: Path, tmp_path: Path) -> None:
    clinic = tmp_path / "listings.json"
    clinic.write_text(
        '[{"id": "clinic", "name": {"en": "School clinic", "es": "Clínica"}, "needs": ["pantry"], "schedules": '
        '[{"byday": ["TU"], "opens_at": "08:00", "closes_at": "15:00", "on": "school-days"}]},'
        '{"id": "care", "name": {"en": "Care room"}, "needs": ["pantry"], "schedules": '
        '[{"byday": ["TU"], "opens_at": "08:00", "closes_at": "17:00", "on": "no-school-days"}]},'
        '{"id": "market", "name": {"en": "Market"}, "needs": ["pantry"], "schedules": '
        '[{"byday": ["TU"], "opens_at": "08:00", "closes_at": "17:00"}]}]',
        "utf-8",
    )
    assert oak("add", clinic).status == 0
    shown = oak(*TUESDAY, "snow-day")
    assert shown.err.splitlines() == [
        "1 listing closes today:",
        "   101  School clinic",
        "1 listing has other hours:",
        "   102  Care room: 08:00 to 17:00",
        "1 listing stays as it is.",
        "Nothing was changed yet. To do it: the same with --yes",
    ]
    assert text(data) == BY_HAND
    assert oak(*TUESDAY, "open", "101").out != ""
    done = oak(*TUESDAY, "--lang", "es", "snow-day", "--yes", "--json").document
    assert isinstance(done, dict)
    assert (done["day"], done["snow_day"], done["changed"]) == ("2026-11-24", True, True)
    assert [each["name"] for each in done["closes"]] == ["Clínica"]
    assert [each["number"] for each in done["stays"]] == [103]
    assert done["other_hours"][0]["hours"] == [["2026-11-24T08:00:00-05:00", "2026-11-24T17:00:00-05:00"]]
    opened = oak("--at", "2026-11-24T09:00", "open", "101", "--json").document
    assert isinstance(opened, dict) and (opened["state"], opened["reason"]) == ("closed", "Snow day")
    assert "already" in oak(*TUESDAY, "snow-day", "--yes").err
    assert oak(*TUESDAY, "snow-day", "--undo").err.splitlines() == ["Everything is as it was."]
    assert text(data) == BY_HAND
    assert "no snow day" in oak(*TUESDAY, "snow-day", "--undo").err
    assert "no school" in oak("--at", "2026-11-26T09:00", "snow-day").err


def test_without_a_school_year_there_is_no_snow_day(clinic: Ask) -> None:
    assert clinic("snow-day", "--yes").status == 5


@pytest.mark.parametrize(
    ("old", "new", "where", "field"),
    [
        ('kind = "no-school"', 'kind = "holiday"', "calendar.toml:10", "days[0].kind"),
        ('at = "11:40"', 'at = "noon"', "calendar.toml:19", "days[1].at"),
        ('to = "2026-12-11"', 'to = "2026-12-10"', "calendar.toml:17", "days[1].to"),
        ('last_day = "2027-06-11"', 'last_day = "2026-06-11"', "calendar.toml:3", "last_day"),
        ('first_day = "2026-08-31"', "first_day = 2026-13-01", "calendar.toml:2", ""),
        ('reason = { en = "Thanksgiving"', 'reson = { en = "Thanksgiving"', "calendar.toml:11", "days[0].reson"),
    ],
)
def test_check_names_line_and_field_of_what_is_wrong(
    oak: Ask, data: Path, old: str, new: str, where: str, field: str
) -> None:
    assert oak("check").status == 0
    (data / CALENDAR).write_text(BY_HAND.replace(old, new), "utf-8")
    answer = oak("check", "--json")
    assert answer.status == 1
    assert isinstance(answer.document, list)
    assert (answer.document[0]["where"], answer.document[0]["field"]) == (where, field)
