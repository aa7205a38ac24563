"""What was read from a line of typed hours, shown before it is taken: rows, days that differ, what was not read."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.hours_reading import Reading
from kiosk.domain.listing import WEEK, Listing, Schedule, ScheduleException
from kiosk.domain.row_changes import Changed, Follow, with_row, with_typed
from kiosk.domain.typed_hours import read_hours
from kiosk.domain.values import dataclass
from kiosk.pages.staff.hours_lines import ReadLine, closing_line, row_line
from kiosk.pages.staff.hours_problems import filled_said, problem_said
from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.staff.said_hours import placed_day, said_text
from kiosk.services.form_hours import with_closings


@dataclass(frozen=True, slots=True)
class Typed:
    """A line as it is typed, how its rows follow the school by a key, and which line of the list it is typed for."""

    text: str = ""
    follow: Follow = Follow()
    changing: int | None = None
    """A row's place, or behind the rows a day that differs; None for new hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What Enter would take."""

    rows: tuple[Schedule, ...]
    closings: tuple[ScheduleException, ...]
    by_appointment: bool | None
    is_clear: bool
    """Whether what was read of it goes with the rest."""
    can_be_taken: bool
    """Whether all of it was read, too."""


def read(ask: StaffAsk, listing: Listing, typed: Typed) -> tuple[Proposal | None, tuple[ReadLine, ...]]:
    """What Enter would take of a line that is typed, None while nothing is; and the lines that tell of it."""
    if not typed.text.strip():
        return None, ()
    reading = read_hours(typed.text, ask.today)
    rows, place = listing.schedules, typed.changing
    if place is not None and place < len(rows) and reading.rows:
        changed = with_row(rows, place, reading.rows, ask.today)
    else:
        changed = with_typed(rows, reading.rows, typed.follow, ask.today)
    instead = place - len(rows) if place is not None and place >= len(rows) else None
    closings = with_closings(listing.schedule_exceptions, reading.exceptions, instead)
    proposal = Proposal(
        rows=changed.rows,
        closings=closings,
        by_appointment=reading.by_appointment,
        is_clear=changed.is_clear,
        can_be_taken=reading.can_be_taken and changed.is_clear and ask.desk.who.may_change,
    )
    return proposal, tuple(_read_lines(ask, reading, changed))


def _read_lines(ask: StaffAsk, reading: Reading, changed: Changed) -> Iterator[ReadLine]:
    words, say = ask.words, ask.words.say
    count = 0
    for row in changed.read or reading.rows:
        count += 1
        yield row_line(ask, row, str(count), strong=True)
    for closing in reading.exceptions:
        count += 1
        yield closing_line(ask, closing, str(count), strong=True)
    if reading.by_appointment is not None:
        needed = say("By appointment: set a time first.") if reading.by_appointment else say("No appointment needed.")
        yield ReadLine(number=str(count + 1), days=needed, strong=True)
    for problem in reading.problems:
        yield ReadLine(label=say("NOT READ"), words=problem_said(words, problem))
    for code in changed.asked:
        day = placed_day(words, code) if code[-2:] in WEEK else code
        asked = say("{day} has hours with school and without. Say which days, or press Tab.", day=day)
        yield ReadLine(label=say("WHICH DAYS"), words=asked)
    for one, other in changed.clashes:
        both = {"one": said_text(words, (one,), ask.today), "other": said_text(words, (other,), ask.today)}
        yield ReadLine(label=say("TWICE"), words=say("“{one}” and “{other}” are open at the same time.", **both))
    if reading.filled:
        yield ReadLine(words=" ".join(filled_said(words, filled) for filled in reading.filled))
    left = [row for row in changed.rows if row not in changed.read]
    if left and reading.rows:
        yield ReadLine(words=say("Stays: {hours}.", hours=said_text(words, left, ask.today)))
