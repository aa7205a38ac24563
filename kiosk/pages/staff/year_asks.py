"""What the calendar asks in a line: a time, a reason in each language, first and last day and bells, a file."""

from __future__ import annotations

from datetime import date, timedelta

from kiosk.domain.calendar import DayKind, SchoolCalendar, SpecialDay
from kiosk.domain.school_days import REASON
from kiosk.domain.text import clean_text
from kiosk.domain.typed.one_day import read_day
from kiosk.domain.typed.school_time import read_school_time
from kiosk.pages.staff.asked import Answer, Question
from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.staff.year_words import clock
from kiosk.services.year_desk import is_short_time, usual_time

_AROUND = timedelta(days=120)
"""A day without its year may lie so long before the one that stands there now."""


def time_question(ask: StaffAsk, calendar: SchoolCalendar, kind: DayKind, stands: str = "") -> Question:
    """When school ends or starts on a short day; the usual time stands there already."""
    say = ask.words.say
    is_early = kind == "early-dismissal"

    def read(text: str, _before: tuple[str, ...]) -> Answer:
        at = read_school_time(text)
        if not at:
            return Answer("", say("This is no time. Write it as 12:30."), is_read=False)
        if not is_short_time(calendar, at):
            start, end = clock(ask, calendar.starts_at), clock(ask, calendar.dismisses_at)
            said = say("School is from {start} to {end}. Write a time between.", start=start, end=end)
            return Answer("", said, is_read=False)
        shown = clock(ask, at)
        return Answer(
            at, say("School ends at {time}.", time=shown) if is_early else say("School starts at {time}.", time=shown)
        )

    return Question(
        label=say("School ends at") if is_early else say("School starts at"),
        value=clock(ask, stands or usual_time(calendar, kind)),
        read=read,
        hint=say("Enter keeps it. Esc changes nothing."),
        longest=20,
        fresh=True,
    )


def reason_questions(ask: StaffAsk, entry: SpecialDay) -> tuple[Question, ...]:
    """Why, in each of the school's languages, one after another."""
    say, codes = ask.words.say, ask.desk.center.settings.languages

    def read(text: str, _before: tuple[str, ...]) -> Answer:
        words = " ".join(clean_text(text).split())
        return Answer(words, say("Families read it beside the day.") if words else say("No reason in this language."))

    return tuple(
        Question(
            label=say("Reason, {language}", language=ask.words.language_name(code, own=False)),
            value=entry.reason.get(code, ""),
            read=read,
            hint=say("Enter goes on and keeps it at the end. Esc changes nothing."),
            longest=REASON,
        )
        for code in codes
    )


def bounds_questions(ask: StaffAsk, calendar: SchoolCalendar) -> tuple[Question, ...]:
    """First and last day of school, and when it starts and ends on ordinary days."""
    say, hint = ask.words.say, ask.words.say("Enter goes on and keeps it at the end. Esc changes nothing.")
    first, last = _bounds(ask, calendar.first_day, calendar.last_day, hint)

    def starts(text: str, _before: tuple[str, ...]) -> Answer:
        at = read_school_time(text)
        said = say("School starts at {time}.", time=clock(ask, at)) if at else say("This is no time. Write it as 8:30.")
        return Answer(at, said, is_read=bool(at))

    def ends(text: str, before: tuple[str, ...]) -> Answer:
        at = read_school_time(text)
        if not at:
            return Answer("", say("This is no time. Write it as 3:00 PM."), is_read=False)
        if at <= before[2]:
            return Answer("", say("School has to start before it ends."), is_read=False)
        return Answer(at, say("School ends at {time}.", time=clock(ask, at)))

    return (
        first,
        last,
        Question(
            label=say("School starts at"),
            value=clock(ask, calendar.starts_at),
            read=starts,
            hint=hint,
            longest=20,
            fresh=True,
        ),
        Question(
            label=say("School ends at"),
            value=clock(ask, calendar.dismisses_at),
            read=ends,
            hint=hint,
            longest=20,
            fresh=True,
        ),
    )


def year_questions(ask: StaffAsk, first: date, last: date) -> tuple[Question, ...]:
    """First and last day of a year to begin."""
    return _bounds(ask, first, last, ask.words.say("Enter goes on. You see the year before it begins."))


def file_question(ask: StaffAsk) -> Question:
    """Where the school's calendar file lies."""
    say = ask.words.say

    def read(text: str, _before: tuple[str, ...]) -> Answer:
        path = text.strip()
        said = say("Enter shows what it would change.") if path else say("Write where the file is.")
        return Answer(path, said, is_read=bool(path))

    return Question(
        label=say("Calendar file"), read=read, hint=say("Such as /media/stick/school.ics. Esc changes nothing.")
    )


def _bounds(ask: StaffAsk, first: date, last: date, hint: str) -> tuple[Question, Question]:
    say = ask.words.say
    unread = say("This is no day. Write it as Aug 31, or 2026-08-31.")

    def read_first(text: str, _before: tuple[str, ...]) -> Answer:
        day = read_day(text, first - _AROUND)
        if day is None:
            return Answer("", unread, is_read=False)
        return Answer(day.isoformat(), say("School begins on {day}.", day=_said(ask, day)))

    def read_last(text: str, before: tuple[str, ...]) -> Answer:
        begins = date.fromisoformat(before[0])
        day = read_day(text, begins)
        if day is None:
            return Answer("", unread, is_read=False)
        if day <= begins:
            return Answer("", say("The last day comes after the first."), is_read=False)
        return Answer(day.isoformat(), say("The last day of school is {day}.", day=_said(ask, day)))

    return (
        Question(
            label=say("First day of school"),
            value=first.isoformat(),
            read=read_first,
            hint=hint,
            longest=40,
            fresh=True,
        ),
        Question(
            label=say("Last day of school"), value=last.isoformat(), read=read_last, hint=hint, longest=40, fresh=True
        ),
    )


def _said(ask: StaffAsk, day: date) -> str:
    return f"{ask.words.short_weekday(day)} {ask.words.full_date(day)}"
