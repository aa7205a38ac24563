"""What a school's calendar file would change in the school year: shown first, then taken. Nothing in it is guessed.

Each event is read by its title. A time comes from the title, else from the event, else, where somebody said it, from
the school's usual one; it has to lie within the school day. What is not understood is listed with the reason why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from kiosk.domain.calendar import SATURDAY, SchoolCalendar, SpecialDay, school_day
from kiosk.domain.day_titles import read_title
from kiosk.domain.errors import Refused
from kiosk.domain.feed import Feed, FeedEvent
from kiosk.domain.listing import LocalText
from kiosk.domain.school_days import KINDS, MOST, SHORT, SNOW, check_day, days_of, gives_way, take, touching
from kiosk.domain.values import dataclass
from kiosk.services.all_languages import Speeches
from kiosk.services.day_names import known_name
from kiosk.services.short_day_time import NotClear, Unclear, Usual, short_day_time

__all__ = ["Preview", "Replaced", "Unclear", "Unread", "Usual", "joined", "preview"]

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """An event that is not taken, its first day if it has one, and why. `is_near`: it could be about a school day."""

    title: str
    day: date | None
    why: Unclear
    is_near: bool


@dataclass(frozen=True, slots=True)
class Replaced:
    """A special day from the file, and what stands on its days now."""

    new: SpecialDay
    old: tuple[SpecialDay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What taking the file would do."""

    added: tuple[SpecialDay, ...]
    changed: tuple[Replaced, ...]
    same: int
    """Days of the file that the year has already."""
    outside: int
    """Days of the file that lie outside the school year."""
    unread: tuple[Unread, ...]
    """Those that could be about a school day first."""
    seen: tuple[SpecialDay, ...]
    """What stands on the days of the file now, of whatever kind."""

    @property
    def days(self) -> tuple[SpecialDay, ...]:
        """All that would be put."""
        return (*self.added, *(each.new for each in self.changed))


def preview(
    feed: Feed, calendar: SchoolCalendar, usual: Usual | None = None, speeches: Speeches | None = None
) -> Preview:
    """What taking `feed` into `calendar` would do. `speeches`: languages that a reason is told in where it is known."""
    found: list[tuple[FeedEvent, SpecialDay]] = []
    unread: list[Unread] = []
    for event in feed.events:
        try:
            found += [(event, day) for day in _days(event, calendar, usual or Usual(), speeches or {})]
        except NotClear as error:
            unread.append(_unread(event, error.why))
    inside = [(event, day) for event, day in found if day.from_ <= calendar.last_day and day.to >= calendar.first_day]
    if len(inside) > MOST:
        said = f"This file has more than {MOST} days without or with little school. Nothing was changed."
        raise Refused(said).coded("too-many-days", n=MOST)
    clashing = {id(event) for event, day in inside if any(_clashes(day, other) for _, other in inside)}
    unread += [_unread(event, "contradicts") for event in feed.events if id(event) in clashing]
    days = joined(day for event, day in inside if id(event) not in clashing)
    new = [day for day in days if not _stands(calendar, day)]
    olds = [touching(calendar, day.from_, day.to, gives_way(day.kind)) for day in new]
    seen = [each for each in calendar.days if any(each.from_ <= day.to and each.to >= day.from_ for day in new)]
    return Preview(
        added=tuple(day for day, old in zip(new, olds, strict=True) if not old),
        changed=tuple(Replaced(day, old) for day, old in zip(new, olds, strict=True) if old),
        same=len(days) - len(new),
        outside=len(found) - len(inside),
        unread=tuple(sorted(unread, key=lambda each: (not each.is_near, each.day or date.max))),
        seen=tuple(seen),
    )


def joined(days: Iterable[SpecialDay]) -> list[SpecialDay]:
    """The days in order, each once; those of a break that is written day by day joined, over its weekends too."""
    ordered = sorted(days, key=lambda day: (day.kind, day.from_, day.to))
    result: list[SpecialDay] = []
    for day in ordered:
        last = result[-1] if result else None
        if last is not None and replace(day, from_=last.from_, to=last.to) == last and _follows(last.to, day.from_):
            result[-1] = replace(last, to=max(last.to, day.to))
        else:
            result.append(day)
    return sorted(result, key=lambda day: (day.from_, KINDS.index(day.kind)))


def _follows(last: date, first: date) -> bool:
    """Whether only a weekend lies between two days, or nothing."""
    return all(day.weekday() >= SATURDAY for day in days_of(last + _DAY, first - _DAY))


def _days(event: FeedEvent, calendar: SchoolCalendar, usual: Usual, speeches: Speeches) -> Iterator[SpecialDay]:
    """The special days an event says; `NotClear` when it does not say them clearly."""
    if event.own is not None and _is_day(event.own):
        yield event.own
        return
    title = read_title(event.title)
    if title.why:
        raise NotClear(title.why)
    if event.problem:
        raise NotClear(event.problem)
    reason = title.reason[:1].upper() + title.reason[1:]
    own: LocalText = {title.language: reason} if reason else {}
    named = known_name(reason, speeches) if reason and speeches else None
    for each in event.occurrences:
        day = SpecialDay(
            from_=each.first,
            to=each.last,
            kind=title.kind,
            at=short_day_time(title, each, calendar, usual),
            reason={**named, **own} if named else own,
        )
        if not _is_day(day):
            raise NotClear("too-long")
        yield day


def _is_day(day: SpecialDay) -> bool:
    try:
        check_day(day)
    except Refused:
        return False
    return True


def _clashes(one: SpecialDay, other: SpecialDay) -> bool:
    """Whether two days of one file cannot both be true."""
    if one.from_ > other.to or one.to < other.from_:
        return False
    closed = ("no-school", "snow-day")
    if one.kind == other.kind:
        return one.at != other.at
    return (one.kind in closed) != (other.kind in closed)


def _stands(calendar: SchoolCalendar, new: SpecialDay) -> bool:
    """Whether the year says so already, whatever reason it gives, and whatever snow has fallen on it since."""
    if new.kind != "snow-day":
        calendar = take(calendar, new.from_, new.to, SNOW)
    for day in days_of(new.from_, new.to):
        stands = school_day(calendar, day)
        if day.weekday() >= SATURDAY:
            continue
        if new.kind in SHORT:
            short = stands.early if new.kind == "early-dismissal" else stands.late
            if short is None or short.at != new.at:
                return False
        elif stands.closed is None or (new.kind == "snow-day" and stands.closed.kind != "snow-day"):
            return False
    return True


def _unread(event: FeedEvent, why: Unclear) -> Unread:
    first = event.occurrences[0].first if event.occurrences else None
    title = read_title(event.title)
    return Unread(title=event.title, day=first, why=why, is_near=title.is_near or not title.why)
