"""A school's two files: read whole, or with each wrong value named by file, line and key and nothing else lost."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kiosk.config import find_places, keep_last_good, load_school, load_setup, load_year, write_text
from kiosk.domain.errors import NotSaved
from kiosk.domain.settings import MOST_MIB, Keeping, Settings
from kiosk.school_file import read_calendar, read_settings

SETTINGS = """\
school = "Oak School"
zone = "America/Chicago"
region = "US-IL"

[office]
role = { en = "The office" }
room = "1"

[[staff]]
role = { en = "Nurse" }
opens_at = 08:00:00
closes_at = "15:00"

[[staff]]
role = { en = "Liaison" }
opens_at = "9"
closes_at = "15:00"

[[board]]
on = "FR"
label = { en = "Lunch" }
text = { en = "Rice and beans" }

[supports]
pbis = "here"

[store]
history_mib = 500
disk_mib = 50
"""
CALENDAR = """\
first_day = 2026-08-31
last_day = "2027-06-11"

[[days]]
from = "2026-12-24"
to = 2027-01-03
kind = "no-school"
reason = { en = "Winter break" }

[[days]]
from = "2026-12-11"
to = "2026-12-11"
kind = "early-dismissal"
at = "11:40"
"""


def test_a_right_file_is_read_whole() -> None:
    settings, problems = read_settings(SETTINGS.replace('"9"', '"09:00"'), "settings.toml")
    assert not problems
    assert (settings.school, settings.zone, settings.region) == ("Oak School", "America/Chicago", "US-IL")
    assert settings.office is not None
    assert settings.office.room == "1"
    assert [(each.opens_at, each.closes_at) for each in settings.staff] == [("08:00", "15:00"), ("09:00", "15:00")]
    assert settings.supports == {"pbis": "here"}


def test_a_right_calendar_is_read_whole() -> None:
    calendar, problems = read_calendar(CALENDAR, "calendar.toml")
    assert not problems
    assert calendar is not None
    assert (calendar.first_day, calendar.last_day) == (date(2026, 8, 31), date(2027, 6, 11))
    assert [(day.from_, day.to, day.at) for day in calendar.days] == [
        (date(2026, 12, 24), date(2027, 1, 3), ""),
        (date(2026, 12, 11), date(2026, 12, 11), "11:40"),
    ]


def test_a_wrong_row_is_named_by_its_line_and_the_rest_stands() -> None:
    settings, problems = read_settings(SETTINGS, "settings.toml")
    assert [str(problem) for problem in problems] == [
        "settings.toml, line 16, staff[1].opens_at: 9 is no time. Write it as 08:00."
    ]
    assert [each.role["en"] for each in settings.staff] == ["Nurse"]
    assert settings.school == "Oak School"


def test_each_of_many_wrong_rows_keeps_its_place_in_the_file() -> None:
    text = SETTINGS.replace("08:00:00", '"late"').replace('on = "FR"', 'on = "Friday"')
    problems = read_settings(text, "settings.toml")[1]
    assert [(problem.line, problem.key) for problem in problems] == [
        (11, "staff[0].opens_at"),
        (16, "staff[1].opens_at"),
        (20, "board[0].on"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "says"),
    [
        ('zone = "America/Chicago"', 'zone = "Mars/Base"', 2, "zone", "not a time zone"),
        ('zone = "America/Chicago"', "zone = 6", 2, "zone", "Expected `str`"),
        ('region = "US-IL"', 'region = "Illinois"', 3, "region", "not a region"),
        ('region = "US-IL"', "languages = []", 3, "languages", "No language"),
        ('region = "US-IL"', 'theme = "pink"', 3, "theme", "'pink'"),
        ('region = "US-IL"', "idle = 9", 3, "idle", "9 is under 30. Write 30 to 600"),
        ('region = "US-IL"', "idle = 601", 3, "idle", "601 is over 600"),
        ('region = "US-IL"', "idle_warning = 19", 3, "idle_warning", "19 is under 20"),
        ('region = "US-IL"', "idle_long = 9999", 3, "idle_long", "over 1800"),
        ('region = "US-IL"', "idle_staff = 1", 3, "idle_staff", "under 60"),
        ('region = "US-IL"', 'text_size = "huge"', 3, "text_size", "'huge'"),
        ('region = "US-IL"', 'quiet_from = "18:00"', 3, "quiet_from", "Write both quiet_from and quiet_to"),
        ('region = "US-IL"', 'night_to = "6:30"', 3, "night_to", "6:30 is no time"),
        ('region = "US-IL"', 'quiet_from = "18:00"\nquiet_to = "18:00"', 4, "quiet_to", "the same"),
        ('region = "US-IL"', 'tiles = ["talk", "talk"]', 3, "tiles", "talk is named twice"),
        ('region = "US-IL"', 'languages = ["en", "en"]', 3, "languages", "en is named twice"),
        ('region = "US-IL"', 'attract = [{ en = " " }]', 3, "attract[0]", "no words"),
        ('region = "US-IL"', f'attract = [{{ en = "{"a" * 61}" }}]', 3, "attract[0]", "at most 60"),
        ('region = "US-IL"', "attract = [" + '{ en = "Hi" }, ' * 9 + "]", 3, "attract", "at most 8"),
        ('region = "US-IL"', 'attract = "Hi"', 3, "attract", "Expected `array`"),
        ('school = "Oak School"', f'school = "{"x" * 81}"', 1, "school", "at most 80"),
        ('region = "US-IL"', 'regoin = "US-IL"', 3, "regoin", "Did you mean region?"),
        ('room = "1"', 'opens_at = "08:00"', 7, "office.opens_at", "closes_at"),
        ('room = "1"', 'days = ["MON"]', 7, "office.days", "MON is no weekday"),
        ('room = "1"', 'roon = "1"', 7, "office.roon", "Did you mean room?"),
        ('role = { en = "Nurse" }', 'room = "2"', 9, "staff[0]", "role"),
        ('label = { en = "Lunch" }', 'lable = { en = "Lunch" }', 21, "board[0].lable", "Did you mean label?"),
        ('pbis = "here"', 'pbis = "maybe"', 24, "supports[...]", "'maybe'"),
        ('school = "Oak School"', 'school = " "', 1, "school", "no name"),
        ('school = "Oak School"', "", 1, "", "`school`"),
        ("history_mib = 500", "history_mib = 0", 28, "store.history_mib", "0 MiB is too little. Write 1 to 1048576."),
        ("disk_mib = 50", "disk_mib = 1048577", 29, "store.disk_mib", "too much"),
        ("disk_mib = 50", "journal_mib = 1.5", 29, "store.journal_mib", "Expected `int`"),
        ("disk_mib = 50", 'quarantine_mib = "all"', 29, "store.quarantine_mib", "Expected `int`"),
        ("disk_mib = 50", "disc_mib = 50", 29, "store.disc_mib", "Did you mean disk_mib?"),
        ("[supports]", "[supports", 24, "", "cannot be read"),
    ],
)
def test_what_is_wrong_is_named(old: str, new: str, line: int, key: str, says: str) -> None:
    text = SETTINGS.replace('"9"', '"09:00"').replace(old, new, 1)
    settings, problems = read_settings(text, "settings.toml")
    assert (problems[0].line, problems[0].key) == (line, key)
    assert says in problems[0].problem
    assert settings.school in ("Oak School", "School")


def test_the_new_keys_are_read_and_what_a_terminal_obeys_is_left_out() -> None:
    text = (
        'school = "Oak \\u001b[31mSchool\\u202e"\nattract = [{ en = "Need a hand\\u0007?" }]\ntiles = ["walk"]\n'
        'quiet_from = 18:00:00\nquiet_to = "06:30"\nnight_from = "17:00"\nnight_to = "07:00"\ntext_size = "large"\n'
    )
    settings, problems = read_settings(text, "settings.toml")
    assert not problems
    assert settings.school == "Oak [31mSchool"
    assert settings.attract == ({"en": "Need a hand?"},)
    assert (settings.tiles, settings.text_size) == (("walk",), "large")
    evening, noon = (datetime(2026, 11, 24, hour, tzinfo=UTC) for hour in (18, 12))
    assert settings.is_quiet_at(evening) and settings.is_quiet_at(evening.replace(hour=6, minute=29))
    assert not settings.is_quiet_at(noon) and not settings.is_quiet_at(evening.replace(hour=6, minute=30))
    assert (settings.look_at(noon), settings.look_at(evening)) == ("day", "night")
    assert not Settings(school="Oak").is_quiet_at(evening)


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ("2027-06-11", "2026-06-11", 2, "last_day"),
        ('last_day = "2027-06-11"', 'last_day = "June"', 2, "last_day"),
        ("to = 2027-01-03", "to = 2026-01-03", 6, "days[0].to"),
        ('from = "2026-12-11"', 'from = "Friday"', 11, "days[1].from"),
        ('kind = "no-school"', 'kind = "noschool"', 7, "days[0].kind"),
        ('at = "11:40"', "", 10, "days[1].at"),
        ('at = "11:40"', 'time = "11:40"', 14, "days[1].time"),
    ],
)
def test_what_is_wrong_in_a_calendar_is_named(old: str, new: str, line: int, key: str) -> None:
    problems = read_calendar(CALENDAR.replace(old, new), "calendar.toml")[1]
    assert (problems[0].line, problems[0].key) == (line, key)


def test_what_the_store_keeps_is_set_key_by_key() -> None:
    keeping = read_settings(SETTINGS, "settings.toml")[0].store
    assert keeping == Keeping(history_mib=500, disk_mib=50)
    wrong = SETTINGS.replace("disk_mib = 50", "disk_mib = 0\njournal_mib = 2")
    assert read_settings(wrong, "settings.toml")[0].store == Keeping(history_mib=500, journal_mib=2)


@pytest.mark.parametrize("wrong", ["history_mib = 0", "history_mib = x", 'history_mib = "500"'])
def test_nothing_old_is_thrown_away_while_the_schools_word_on_it_cannot_be_read(tmp_path: Path, wrong: str) -> None:
    text = SETTINGS.replace('"9"', '"09:00"')
    (tmp_path / "settings.toml").write_text(text, "utf-8")
    assert load_school(tmp_path).keeping == Keeping(history_mib=500, disk_mib=50)
    (tmp_path / "settings.toml").write_text(text.replace("history_mib = 500", wrong), "utf-8")
    keeping = load_school(tmp_path).keeping
    assert (keeping.history_mib, keeping.quarantine_mib) == (MOST_MIB, MOST_MIB)
    (tmp_path / "settings.toml").write_text(text.replace("America/Chicago", "Mars"), "utf-8")
    assert load_school(tmp_path).keeping.history_mib == 500


def test_without_files_a_school_has_defaults_and_no_calendar(tmp_path: Path) -> None:
    school = load_school(tmp_path)
    assert (school.settings.school, school.calendar, school.problems) == ("School", None, ())


def test_a_file_that_cannot_be_read_never_stops_the_lobby(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_bytes(b'school = "\xff"')
    (tmp_path / "calendar.toml").write_text("first_day =", "utf-8")
    school = load_school(tmp_path)
    assert (school.settings.school, school.calendar) == ("School", None)
    assert [problem.file for problem in school.problems] == ["settings.toml", "calendar.toml"]


def test_the_last_good_file_stands_in_for_a_mistyped_one(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('school = "Oak School"\n', "utf-8")
    (tmp_path / "calendar.toml").write_text(CALENDAR, "utf-8")
    keep_last_good(tmp_path, load_setup(tmp_path), load_year(tmp_path))
    (tmp_path / "settings.toml").write_text('school = "Oak\n', "utf-8")
    (tmp_path / "calendar.toml").write_text(CALENDAR.replace("no-school", "holiday"), "utf-8")
    keep_last_good(tmp_path, load_setup(tmp_path), load_year(tmp_path))
    school = load_school(tmp_path)
    assert school.settings.school == "Oak School"
    assert school.calendar is not None
    assert len(school.calendar.days) == 2
    assert [(problem.file, problem.line) for problem in school.problems] == [("settings.toml", 1), ("calendar.toml", 7)]


def test_an_unknown_key_does_not_bring_back_the_last_good_file(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('school = "Oak School"\n', "utf-8")
    keep_last_good(tmp_path, load_setup(tmp_path), load_year(tmp_path))
    (tmp_path / "settings.toml").write_text('school = "Elm School"\ncolour = 1\n', "utf-8")
    school = load_school(tmp_path)
    assert school.settings.school == "Elm School"
    assert [problem.key for problem in school.problems] == ["colour"]


def test_a_small_file_is_written_whole_or_refused_in_one_sentence(tmp_path: Path) -> None:
    write_text(tmp_path / "new" / "a.toml", "x = 1\n")
    assert (tmp_path / "new" / "a.toml").read_text("utf-8") == "x = 1\n"
    with pytest.raises(NotSaved, match="Nothing was changed"):
        write_text(tmp_path / "new" / "a.toml" / "b.toml", "x = 1\n")
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["a.toml"]


def test_who_shares_the_directory_may_change_the_file(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o2770)
    write_text(shared / "settings.toml", "x = 1\n")
    assert (shared / "settings.toml").stat().st_mode & 0o777 == 0o660


def test_the_data_directory_is_named_or_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KIOSK_DATA", raising=False)
    default = find_places()
    assert default.is_default
    assert default.data == default.content.parent / "data"
    assert default.demo == default.data / "demo"
    monkeypatch.setenv("KIOSK_DATA", str(tmp_path / "env"))
    assert (find_places().data, find_places().is_default) == (tmp_path / "env", False)
    assert find_places(tmp_path).data == tmp_path
