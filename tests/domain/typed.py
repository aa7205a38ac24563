"""Short words for what was read from typed hours, as the table in `tests/fixtures/typed-hours.toml` has them."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.hours_reading import HoursProblem, Reading
from kiosk.domain.listing import Schedule, ScheduleException
from tests.domain.hours import WEEK


def told(reading: Reading) -> str:
    """`MO-FR 08:00-16:00 | 1SA 09:00-11:00 until 2027-01-31 | closed 2026-12-09`."""
    parts = [row_told(row) for row in reading.rows]
    parts += [_exception(exception) for exception in reading.exceptions]
    if reading.by_appointment is not None:
        parts.append("by appointment" if reading.by_appointment else "no appointment")
    return " | ".join(parts)


def refused(problem: HoursProblem) -> str:
    """`which-half “7-9”: 07:00-09:00, 19:00-21:00`."""
    readings = f": {', '.join(problem.readings)}" if problem.readings else ""
    return f"{problem.code} “{problem.text}”{readings}"


def row_told(row: Schedule) -> str:
    """`MO-FR 08:00-16:00 on school-days every 2 from 2027-01-11 until 2027-06-11`."""
    return " ".join(_parts(row))


def _parts(row: Schedule) -> Iterator[str]:
    if row.byday or row.bymonthday:
        yield _days(row.byday) or f"day {','.join(str(day) for day in row.bymonthday)}"
    yield f"{row.opens_at}-{row.closes_at}" if row.opens_at else "?"
    if row.on != "any-day":
        yield f"on {row.on}"
    if row.short_days != "as-usual":
        yield f"short days {row.short_days}"
    if row.interval > 1:
        yield f"every {row.interval}"
    bounds = (row.dtstart, row.until, row.valid_from, row.valid_to)
    for word, day in zip(("from", "until", "valid from", "valid until"), bounds, strict=True):
        if day is not None:
            yield f"{word} {day}"


def _days(byday: tuple[str, ...]) -> str:
    if len(byday) > 2 and byday in [WEEK[first : first + len(byday)] for first in range(len(WEEK))]:
        return f"{byday[0]}-{byday[-1]}"
    return ",".join(byday)


def _exception(exception: ScheduleException) -> str:
    to = f"..{exception.to}" if exception.to != exception.from_ else ""
    reason = "".join(f" ({code}: {text})" for code, text in exception.reason.items())
    if exception.closed:
        return f"closed {exception.from_}{to}{reason}"
    return f"{exception.from_}{to} {exception.opens_at}-{exception.closes_at}"
