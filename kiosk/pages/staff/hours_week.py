"""The ordinary week of a listing as it is drawn at the desk: a line a day, a bar from opening to closing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import TYPE_CHECKING, Literal

from kiosk.domain.clock_time import MIDNIGHT, Span, span
from kiosk.domain.drawn_day import STEP, end_moved, gap_turned, opened, start_moved
from kiosk.domain.listing import WEEK, Schedule
from kiosk.domain.recurrence import weekdays
from kiosk.domain.row_changes import with_day
from kiosk.domain.said_hours import On, is_over
from kiosk.domain.values import dataclass
from kiosk.pages.fit import capital
from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.staff.said_hours import said_text

if TYPE_CHECKING:
    from kiosk.words import Words

FIRST, LAST = 7 * 60, 18 * 60
"""What the line shows at least, in minutes: seven in the morning to six in the evening."""
_HOUR = 60
_MONDAY_TO_FRIDAY = 5

Stroke = Literal["end", "start", "gap", "closed", "copy"]
"""What a key draws: an end moved, a lunch gap, a closed day, the same on all days that are open."""


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """One opening: from when to when in minutes after midnight, and both times in words."""

    start: int
    end: int
    opens: str
    closes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnDay:
    """One weekday."""

    name: str
    spans: tuple[Span, ...]
    bars: tuple[DrawnBar, ...]
    empty: str
    """What stands where no bar is: closed, or what is on once a month."""
    total: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnWeek:
    """Seven days, the line's ends in minutes, its marks, and which rows were drawn."""

    days: tuple[DrawnDay, ...]
    first: int
    last: int
    marks: tuple[tuple[int, str], ...]
    places: tuple[int, ...]
    on: On
    """Which days of the school the bars are for, where the rows tell them apart."""


def drawn_week(words: Words, rows: Sequence[Schedule], today: date, on: On = "school-days") -> DrawnWeek:
    """The week as the rows that run today have it; where none runs yet, as those to come do.

    Where days with school and without have their own hours, `on` says which are drawn.
    """
    places = drawn_places(rows, today, on)
    spans = [sorted(_spans(rows, places, day)) for day in WEEK]
    ends = [minute for day in spans for each in day for minute in (each.start, min(each.end, MIDNIGHT))]
    first = min([FIRST, *(minute // _HOUR * _HOUR for minute in ends)])
    last = max([LAST, *(-(-minute // _HOUR) * _HOUR for minute in ends)])
    monthly = [row for row in rows if row.freq == "MONTHLY" and not is_over(row, today)]
    return DrawnWeek(
        days=tuple(_day(words, number, spans[number], monthly, today) for number in range(len(WEEK))),
        first=first,
        last=last,
        marks=tuple((minute, _mark(words, minute)) for minute in range(first, last + 1, _HOUR)),
        places=places,
        on=on,
    )


def draw_hint(ask: StaffAsk) -> str:
    """What the keys do on a drawn day; in few words at 80 columns."""
    if ask.size.wide:
        return ask.words.say("← → end · Shift ← → start · Enter lunch gap · Del closed · = copy to all")
    return ask.words.say("← → end · Shift: start · Enter gap · Del closed · = to all")


def redrawn(
    rows: Sequence[Schedule], week: DrawnWeek, day: int, what: Stroke, way: int, today: date
) -> tuple[Schedule, ...]:
    """The rows once a day of the week was drawn otherwise. `way` is -1 or 1 where an end is moved."""
    days = [each.spans for each in week.days]
    spans, wanted = days[day], [day]
    if what == "end":
        spans = end_moved(spans, STEP * way) if spans or way < 0 else opened(days)
    elif what == "start":
        spans = start_moved(spans, STEP * way)
    elif what == "gap":
        spans = gap_turned(spans)
    elif what == "closed":
        spans = ()
    else:
        wanted = [number for number, each in enumerate(days) if each] or list(range(_MONDAY_TO_FRIDAY))
    for number in wanted:
        rows = with_day(rows, drawn_places(rows, today, week.on), WEEK[number], spans)
    return tuple(rows)


def has_both(rows: Sequence[Schedule]) -> bool:
    """Whether days with school and days without have hours of their own."""
    return {row.on for row in rows} >= {"school-days", "no-school-days"}


def drawn_places(rows: Sequence[Schedule], today: date, on: On) -> tuple[int, ...]:
    """The places of the rows that are drawn: each week, on such days, now rather than later."""
    other = {"school-days": "no-school-days", "no-school-days": "school-days"}.get(on) if has_both(rows) else None
    weekly = [
        place
        for place, row in enumerate(rows)
        if row.freq == "WEEKLY" and row.interval == 1 and row.on != other and not is_over(row, today)
    ]
    running = tuple(place for place in weekly if _begins(rows[place]) <= today)
    return running or tuple(weekly)


def _begins(row: Schedule) -> date:
    return max(day for day in (date.min, row.dtstart, row.valid_from) if day is not None)


def _spans(rows: Sequence[Schedule], places: Sequence[int], day: str) -> set[Span]:
    found = (span(rows[place].opens_at, rows[place].closes_at) for place in places if day in weekdays(rows[place]))
    return {each for each in found if each is not None}


def _day(words: Words, number: int, spans: Sequence[Span], monthly: Sequence[Schedule], today: date) -> DrawnDay:
    own = [row for row in monthly if any(code[-2:] == WEEK[number] for code in row.byday)]
    minutes = sum(each.end - each.start for each in spans)
    hours = f"{minutes // _HOUR}:{minutes % _HOUR:02}" if minutes % _HOUR else str(minutes // _HOUR)
    return DrawnDay(
        name=capital(words.day_of_week(number, short=True)),
        spans=tuple(spans),
        bars=tuple(
            DrawnBar(each.start, min(each.end, MIDNIGHT), _clock(words, each.start), _clock(words, each.end))
            for each in spans
        ),
        empty=said_text(words, own, today) if own else words.say("closed"),
        total=words.say("{hours} h", hours=hours) if spans else "",
    )


def _clock(words: Words, minute: int) -> str:
    return words.clock_time(time(minute // _HOUR % 24, minute % _HOUR))


def _mark(words: Words, minute: int) -> str:
    """The number of an hour on the line's axis."""
    return _clock(words, minute).partition(":")[0]
