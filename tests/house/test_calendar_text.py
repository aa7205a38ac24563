"""A changed school year in its file's text: what did not change stays as it was written, comments and all."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.calendar_text import edited, fresh
from kiosk.domain.calendar import SchoolCalendar, SpecialDay
from kiosk.domain.errors import Refused
from kiosk.domain.school_days import put, take
from kiosk.domain.text import clean_text
from kiosk.school_file import read_calendar
from kiosk.services.sample import sample
from tests.domain.hours import day, special, year
from tests.domain.test_school_days import YEARS, special_days
from tests.house.reading import ROOT

BY_HAND = """\
# Our year, by Ana.
first_day = 2026-08-31   # a Monday
last_day = "2027-06-11"

# The fall.
[[days]]
from = 2026-10-12
to = 2026-10-12
kind = "no-school"   # no buses either

# Half days.

[[days]]   # report cards
kind = "early-dismissal"
at = 13:10:00
from = "2026-12-10"
to = "2026-12-10"
[days.reason]
en = "Report cards"

# The end.
"""


def meaning(text: str) -> SchoolCalendar:
    """The calendar in a text that has nothing wrong in it."""
    calendar, problems = read_calendar(text, "calendar.toml")
    assert calendar is not None and problems == []
    return calendar


def written(text: str, after: SchoolCalendar) -> str:
    """The text with `after` in it."""
    return edited(text, meaning(text), after)


def remarks(text: str) -> list[str]:
    """Every comment, in order."""
    return re.findall(r"#.*", text)


SAMPLE = sample(ROOT / "data" / "demo", date(2026, 11, 23)).calendar
TEXTS = st.one_of(st.sampled_from((BY_HAND, SAMPLE)), YEARS.map(fresh))


@given(TEXTS, special_days())
def test_a_day_that_comes_and_goes_leaves_the_text_as_it_was(text: str, new: SpecialDay) -> None:
    before = meaning(text)
    snow = replace(new, kind="snow-day", at="")
    bare = replace(before, days=tuple(each for each in before.days if each.kind != "snow-day"))
    text = edited(text, before, bare)
    with_it = written(text, put(bare, snow))
    assert meaning(with_it) == put(bare, snow)
    assert remarks(with_it) == remarks(text)
    assert written(with_it, take(put(bare, snow), snow.from_, snow.to, ["snow-day"])) == text


@given(TEXTS, st.lists(st.tuples(special_days(), st.booleans()), min_size=1, max_size=6))
def test_any_change_reads_back_as_it_was_meant_and_keeps_every_comment(
    text: str, changes: list[tuple[SpecialDay, bool]]
) -> None:
    calendar, noted = meaning(text), sorted(remarks(text))
    for each, comes in changes:
        calendar = put(calendar, each) if comes else take(calendar, each.from_, each.to)
        text = written(text, calendar)
        assert meaning(text) == calendar
        gone = [remark for remark in noted if remark not in remarks(text)]
        assert set(gone) <= {"# report cards", "# no buses either"}, "only a comment within an entry goes with it"


@given(st.dictionaries(st.sampled_from(("en", "es", "ht", "zh-Hant")), st.text().map(clean_text), max_size=3))
def test_any_reason_reads_back_as_it_was_written(reason: dict[str, str]) -> None:
    if any("\ud800" <= sign <= "\udfff" for text in reason.values() for sign in text):
        return  # half a character is in no file
    new = special("2026-11-24", "no-school")
    after = put(meaning(BY_HAND), replace(new, reason=reason))
    assert meaning(written(BY_HAND, after)) == after
    assert meaning(fresh(after)) == after


def test_an_entry_that_changes_keeps_its_place_and_its_comments() -> None:
    before = meaning(BY_HAND)
    moved = replace(before.days[1], to=day("2026-12-11"), at="12:30")
    text = written(BY_HAND, replace(before, days=(before.days[0], moved)))
    assert text == BY_HAND.replace("13:10:00", '"12:30"').replace('to = "2026-12-10"', 'to = "2026-12-11"')


def test_bounds_are_set_where_they_stand_and_bells_where_they_belong() -> None:
    before = meaning(BY_HAND)
    text = written(BY_HAND, replace(before, first_day=day("2026-09-01"), starts_at="08:45"))
    assert '\nfirst_day = "2026-09-01"   # a Monday\n' in text
    assert text.index("starts_at") < text.index("[[days]]")
    assert remarks(text) == remarks(BY_HAND)


def test_a_file_that_was_all_comments_keeps_them() -> None:
    text = edited("# Set the first two lines.\n# first_day = ...\n", None, year(special("2026-11-26", "no-school")))
    assert text.startswith("# Set the first two lines.\n# first_day = ...\n\n")
    assert meaning(text) == year(special("2026-11-26", "no-school"))


def test_days_in_one_array_are_left_to_a_text_editor() -> None:
    head = 'first_day = "2026-08-31"\nlast_day = "2027-06-11"\n'
    text = f'{head}days = [{{from = "2026-10-12", to = "2026-10-12", kind = "no-school"}}]\n'
    with pytest.raises(Refused, match=r"text editor"):
        written(text, put(meaning(text), special("2026-11-26", "no-school")))


def test_a_hundred_days_are_written_in_order() -> None:
    calendar = year()
    for number in reversed(range(100)):
        when = date(2026, 9, 1) + timedelta(days=2 * number)
        calendar = put(calendar, SpecialDay(from_=when, to=when, kind="no-school"))
    text = edited(fresh(year()), year(), calendar)
    assert meaning(text) == calendar
    assert re.findall(r"from = \"(\S+)\"", text) == [each.from_.isoformat() for each in calendar.days]
