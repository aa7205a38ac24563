"""Days in typed hours: `M-F`, `Mon, Wed and Fri`, `1st and 3rd Sat`, `daily except Sun`, `day 15 of each month`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kiosk.domain.listing import WEEK
from kiosk.domain.typed.dates import kind_at, skipped
from kiosk.domain.typed.letters import Piece
from kiosk.domain.typed.notes import Notes
from kiosk.domain.typed.words import EVERY_DAY

_JOINED = ("comma", "and", "slash")
_LAST_DAY, _WEEKS_OF_A_MONTH = 31, 5


class DayOf(NamedTuple):
    """A weekday, Monday 0, and its place in the month (RFC 5545), 0 for each week."""

    day: int
    place: int = 0
    is_loose: bool = False
    """Not named by itself, but within a range or a group: `closed Wed` may take it away again."""

    @property
    def code(self) -> str:
        """`MO`, `1SA`, `-1FR`."""
        return f"{self.place or ''}{WEEK[self.day]}"


class TypedDays(NamedTuple):
    """The days that hours are for; none when they could not be read, which is noted."""

    days: tuple[DayOf, ...] = ()
    month_days: tuple[int, ...] = ()
    has_comma: bool = False
    """Listed with commas: then it is not sure that the last of them belongs to the rest."""


def in_order(codes: Iterable[str]) -> tuple[str, ...]:
    """Days (`MO`, `1SA`, `-1FR`) once each: by their place in the month, those from its end last, then by weekday."""
    return tuple(sorted(set(codes), key=_order))


def _order(code: str) -> tuple[bool, int, int]:
    place = int(code[:-2] or 0)
    return place < 0, place, WEEK.index(code[-2:])


_Read = tuple[TypedDays, int]


def days_at(found: Sequence[Piece], at: int, notes: Notes) -> _Read | None:
    """The days that start here, and the place behind them."""
    read = _one_at(found, at, notes)
    if read is None:
        return None
    days, at = read
    while True:
        joined = kind_at(found, at) in _JOINED
        following = skipped(found, at, *_JOINED)
        another = _one_at(found, following, notes)
        if another is None:
            break
        more = another[0]
        if len(more.days) == 1 and not more.days[0].place and days.days and days.days[-1].place:
            day = more.days[0]
            notes.problem("which-week", found[following], None, day.code, day._replace(place=days.days[-1].place).code)
        has_comma = days.has_comma or (joined and any(each.kind == "comma" for each in found[at:following]))
        days = TypedDays(days.days + more.days, days.month_days + more.month_days, has_comma or more.has_comma)
        at = another[1]
    return _without(found, at, days, notes)


def _without(found: Sequence[Piece], at: int, days: TypedDays, notes: Notes) -> _Read:
    """`except Sun`: the days without those that are taken away again."""
    following = skipped(found, at + 1)
    if kind_at(found, at) != "except":
        return days, at
    read = _one_at(found, following, notes)
    if read is None:
        return days, at
    while kind_at(found, read[1]) in _JOINED and (more := _one_at(found, skipped(found, read[1] + 1), notes)):
        read = TypedDays(read[0].days + more[0].days), more[1]
    return days._replace(days=left_open(days.days, read[0].days, found[at], found[read[1] - 1], notes)), read[1]


def left_open(
    days: Sequence[DayOf], closed: Sequence[DayOf], first: Piece, last: Piece, notes: Notes
) -> tuple[DayOf, ...]:
    """The days that are not closed. One that is named as open cannot be closed too, and only dates close a place."""
    if any(day.place for day in closed):
        notes.problem("closed-part", first, last)
    off = {day.day for day in closed if not day.place}
    named = [day for day in days if day.day in off and (day.place or not day.is_loose)]
    if named:
        notes.problem("closed-and-open", first, last, *(day.code for day in named))
    return tuple(day for day in days if day.day not in off)


def _one_at(found: Sequence[Piece], at: int, notes: Notes) -> _Read | None:
    """One day, range, group or place in the month."""
    is_every = kind_at(found, at) == "every"
    first = skipped(found, at, "every")
    kind = kind_at(found, first)
    if kind == "day":
        return _from_day(found, first, notes)
    if kind == "days":
        return TypedDays(tuple(DayOf(day) for day in found[first].means)), first + 1
    if kind == "group":
        return TypedDays(tuple(DayOf(day, is_loose=True) for day in found[first].means)), first + 1
    if kind == "either":
        notes.problem("which-day", found[first], None, *found[first].means)
        return TypedDays(), first + 1
    if kind == "month-end":
        return TypedDays(month_days=(-1,)), first + 1
    if kind in ("place", "number", "day-word"):
        return _from_places(found, first, notes, is_every)
    return None


def _from_day(found: Sequence[Piece], at: int, notes: Notes) -> _Read:
    """`Mon`, `Fri to Mon`, `Sat (1st and 3rd)`."""
    day = found[at].means
    following = skipped(found, at + 1)
    end = skipped(found, following + 1)
    if kind_at(found, following) in ("to", "dash", "until") and kind_at(found, end) in ("day", "either"):
        if kind_at(found, end) == "either" or found[end].means == day:
            means = found[end].means if kind_at(found, end) == "either" else ()
            notes.problem("which-day" if means else "not-understood", found[at], found[end], *means)
            return TypedDays(), end + 1
        length = (found[end].means - day) % len(EVERY_DAY) + 1
        return TypedDays(tuple(DayOf((day + each) % len(EVERY_DAY), is_loose=True) for each in range(length))), end + 1
    places, after = _numbers(found, following, ("place",))
    is_sure = len(places) > 1 or kind_at(found, skipped(found, after)) == "of-month"  # `Mon 3rd` may be a date
    is_sure = is_sure and bool(places) and all(0 < abs(place) <= _WEEKS_OF_A_MONTH for place in places)
    if is_sure and _ends_places(found, after):
        return TypedDays(tuple(DayOf(day, place) for place in places)), skipped(found, after, "of-month")
    return TypedDays((DayOf(day),)), at + 1


def _from_places(found: Sequence[Piece], at: int, notes: Notes, is_every: bool) -> _Read | None:
    """`1st and 3rd Sat`, `day 15 of each month`, `15th of each month`."""
    has_word = kind_at(found, at) == "day-word"
    numbers, after = _numbers(found, skipped(found, at + 1) if has_word else at, ("place", "number"))
    following = skipped(found, after)
    has_month = kind_at(found, following) == "of-month"
    if numbers and (has_word or has_month):
        if all(1 <= number <= _LAST_DAY for number in numbers):
            return TypedDays(month_days=tuple(numbers)), following + 1 if has_month else after
        return None
    is_placed = kind_at(found, at) == "place" and all(each.kind != "number" for each in found[at:after])
    if not is_placed or kind_at(found, following) != "day":
        return None
    day, after = found[following].means, following + 1
    if kind_at(found, after) == "from-end":
        numbers, after = [-abs(number) for number in numbers], after + 1
    after = skipped(found, after, "of-month")
    has_month = any(each.kind == "of-month" for each in found[following + 1 : after])
    if kind_at(found, after) in ("to", "dash") and kind_at(found, skipped(found, after + 1)) == "day":
        after = skipped(found, after + 1) + 1
        notes.problem("not-understood", found[at], found[after - 1])
        return TypedDays(), after
    if any(not 1 <= abs(number) <= _WEEKS_OF_A_MONTH for number in numbers):
        notes.problem("not-understood", found[at], found[following])
        return TypedDays(), after
    if is_every and not has_month and len(numbers) == 1 and numbers[0] > 1:
        code = WEEK[day]
        notes.problem("which-turn", found[at], found[following], f"{numbers[0]}{code}", f"{code}/{numbers[0]}")
    return TypedDays(tuple(DayOf(day, number) for number in numbers)), after


def _numbers(found: Sequence[Piece], at: int, kinds: Sequence[str]) -> tuple[list[int], int]:
    """Numbers that are listed here, and the place behind them. One that begins a span of hours is no more of them."""
    numbers: list[int] = []
    while kind_at(found, at) in kinds and kind_at(found, at + 1) not in ("to", "dash", "until", "part"):
        numbers.append(found[at].means)
        following = skipped(found, at + 1, *_JOINED)
        if following == at + 1 or kind_at(found, following) not in kinds:
            return numbers, at + 1
        after, at = at + 1, following
    return numbers, after if numbers else at


def _ends_places(found: Sequence[Piece], at: int) -> bool:
    return kind_at(found, skipped(found, at)) not in ("day", "month", "dash", "to")
