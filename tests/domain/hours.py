"""Short ways to write rows, listings and calendars in tests of hours."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import DayKind, SchoolCalendar, SpecialDay
from kiosk.domain.listing import Listing, Schedule, ScheduleException, Status

NEW_YORK = ZoneInfo("America/New_York")
WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def day(written: str) -> date:
    """`2026-12-04`."""
    return date.fromisoformat(written)


def at(written: str, zone: ZoneInfo = NEW_YORK) -> datetime:
    """`2026-12-04T18:30`, in the school's zone; `…#2` is the second time the clock shows it."""
    moment = datetime.fromisoformat(written.removesuffix("#2")).replace(tzinfo=zone)
    return moment.replace(fold=1) if written.endswith("#2") else moment


def row(
    written: str,
    *,
    on: Literal["school-days", "no-school-days", "any-day"] = "any-day",
    short_days: Literal["shortened", "moved", "cancelled", "as-usual"] = "as-usual",
    freq: Literal["WEEKLY", "MONTHLY"] = "WEEKLY",
    interval: int = 1,
    dtstart: str = "",
    until: str = "",
    valid_from: str = "",
    valid_to: str = "",
    bymonthday: tuple[int, ...] = (),
) -> Schedule:
    """`MO-FR 08:00-16:00`, `MO,WE 08:00-16:00`, `1SA 09:00-12:00`, `MO` (no times), `* 09:00-12:00` (no days)."""
    days, _, times = written.partition(" ")
    opens, _, closes = times.partition("-")
    return Schedule(
        freq=freq,
        interval=interval,
        byday=_days(days),
        bymonthday=bymonthday,
        dtstart=day(dtstart) if dtstart else None,
        until=day(until) if until else None,
        valid_from=day(valid_from) if valid_from else None,
        valid_to=day(valid_to) if valid_to else None,
        opens_at=opens,
        closes_at=closes,
        on=on,
        short_days=short_days,
    )


def _days(written: str) -> tuple[str, ...]:
    if written == "*":
        return ()
    first, _, last = written.partition("-")
    if first in WEEK and last in WEEK:
        return WEEK[WEEK.index(first) : WEEK.index(last) + 1]
    return tuple(written.split(","))


def exception(span: str, hours: str = "", reason: str = "") -> ScheduleException:
    """`2026-12-09` or `2026-12-09..2026-12-11`; without hours closed, `08:00-14:00`, `?` open at times not known."""
    first, _, last = span.partition("..")
    opens, _, closes = hours.removeprefix("?").partition("-")
    return ScheduleException(
        from_=day(first),
        to=day(last or first),
        closed=not hours,
        opens_at=opens,
        closes_at=closes,
        reason={"en": reason} if reason else {},
    )


def listing(
    *rows: Schedule,
    exceptions: tuple[ScheduleException, ...] = (),
    status: Status = "active",
    by_appointment: bool = False,
) -> Listing:
    """A listing that has only hours."""
    return Listing(
        id="x",
        name={"en": "X"},
        status=status,
        by_appointment=by_appointment,
        schedules=rows,
        schedule_exceptions=exceptions,
    )


def special(span: str, kind: DayKind, at: str = "", reason: str = "") -> SpecialDay:
    """A day or range of the school: see `exception`."""
    first, _, last = span.partition("..")
    return SpecialDay(
        from_=day(first), to=day(last or first), kind=kind, at=at, reason={"en": reason} if reason else {}
    )


def year(*days: SpecialDay) -> SchoolCalendar:
    """The school year 2026-27: bells 8:30 and 15:00."""
    return SchoolCalendar(first_day=day("2026-08-31"), last_day=day("2027-06-11"), days=days)
