"""Which half of the day typed hours mean: the rules by which `8-4` is 8:00 to 16:00, and `7-9` is a question.

1. A time with AM or PM, noon, midnight, or a part of the day (`de la tarde`) is what it says. So is one from 13 to 24,
   or 0: the 24-hour clock.
2. If one end says its half, the other is the nearest that fits: `3-5pm` is 15:00 to 17:00, `9-2pm` 9:00 to 14:00.
3. If one end is by the 24-hour clock, so is the other (`19-7`), unless the other half would spare the night (`13-5`):
   that is asked. Two times of two digits (`08:00-10:00`) are by that clock too, unless they span a night.
4. If neither says, the place is taken to open from 6 AM to 8 PM, to close by 10 PM, and to be open for less than 12
   hours. What then has one reading is read so: `8-4`, `9-11`, `3-6`. What has two is asked: `7-9`. What has none is
   asked with all: `8-8`.
5. Spans of one day come in order: in `7-8, 3-6` the first can only be the morning.
6. 12 AM at the end of a span that did not start in the afternoon, and 12 PM at the end of one that did, is often a slip
   for the other: it is asked. `8 am to midnight` is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from kiosk.domain.clock_time import MIDNIGHT, Span
from kiosk.domain.values import dataclass

NOON = MIDNIGHT // 2
OPENS_FROM, OPENS_BY, CLOSES_BY = 6 * 60, 20 * 60, 22 * 60
"""When a place that says no half of the day is taken to open at the earliest and the latest, and to close."""

Half = Literal["am", "pm"]
Part = Literal["morning", "afternoon", "evening", "night"]


@dataclass(frozen=True, slots=True)
class TypedTime:
    """A time as it was typed: the minutes after midnight that it can mean, and how it says so.

    `said`: with its half. `clock`: by the 24-hour clock. `padded`: 1 to 12, with two digits. `open`: 1 to 12, no more.
    """

    may: tuple[int, ...]
    how: Literal["said", "clock", "padded", "open"]
    is_twelve: bool = False
    """Typed as 12 with AM or PM, which people mix up."""


def typed_time(hour: int, minute: int, half: Half | None = None, padded: bool = False) -> TypedTime | None:
    """A time from its numbers; None when there is no such time."""
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        return None
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        return TypedTime((hour % 12 * 60 + minute + (NOON if half == "pm" else 0),), "said", hour == 12 and not minute)
    if hour == 0 or hour > 12:
        return TypedTime((hour * 60 + minute,), "clock")
    morning = hour % 12 * 60 + minute
    as_typed = (morning + NOON, morning) if hour == 12 else (morning, morning + NOON)
    return TypedTime(as_typed, "padded" if padded else "open")


_PARTS: dict[Part, tuple[int, int]] = {"morning": (1, 12), "afternoon": (0, 9), "evening": (4, 12), "night": (0, 12)}
"""The hours of a clock's twelve that each part of the day has: 12 is 0, and no 12 is of the morning."""
_NIGHT_FALLS = 5 * 60


def in_part(time: TypedTime, part: Part) -> TypedTime | None:
    """The time in a part of the day; None when it has no such time. A night's 1 to 4 are after midnight."""
    early = min(time.may) % NOON
    first, last = _PARTS[part]
    is_late = part in ("afternoon", "evening") or (part == "night" and early >= _NIGHT_FALLS)
    minute = early + (NOON if is_late else 0)
    if minute not in time.may or not first * 60 <= early < last * 60:
        return None
    return replace(time, may=(minute,), how="said", is_twelve=False)


def readings(start: TypedTime, end: TypedTime) -> tuple[Span, ...]:
    """What a span can mean: one when the rules decide, more when a person must, none when it has no length."""
    every = _spans(start.may, end.may)
    hows = {start.how, end.how}
    if end.is_twelve and _may_be_mixed_up(start, end):
        other = (end.may[0] + NOON) % MIDNIGHT
        return tuple(sorted({*_shortest(every), *_shortest(_spans(start.may, (other,)))}))
    if "said" in hows:
        return _shortest(every)
    if "clock" in hows:
        return _by_the_clock(start, end)
    if hows == {"padded"} and every and start.may[0] < end.may[0]:
        return (Span(start.may[0], end.may[0]),)
    usual = tuple(span for span in every if _is_usual(span))
    if hows == {"padded"}:
        usual = tuple(dict.fromkeys((*usual, *_spans(start.may[:1], end.may[:1]))))
    return usual or every


def settled(spans: Sequence[tuple[Span, ...]]) -> tuple[tuple[Span, ...], ...]:
    """The readings of a day's spans, those left out that would break their order."""
    settled = list(spans)
    for place, each in enumerate(settled):
        if len(each) < 2:
            continue
        before = next((sure[0].end for sure in reversed(settled[:place]) if len(sure) == 1), None)
        after = next((sure[0].start for sure in settled[place + 1 :] if len(sure) == 1), None)
        in_order = tuple(
            span for span in each if (before is None or before <= span.start) and (after is None or span.end <= after)
        )
        if len(in_order) == 1:
            settled[place] = in_order
    return tuple(settled)


def is_plain(span: Span) -> bool:
    """Whether people read the span right without AM and PM, by the rules above."""
    if span.end > MIDNIGHT:
        return False
    start, end = (TypedTime((minute % NOON, minute % NOON + NOON), "open") for minute in span)
    return readings(start, end) == (span,)


def _may_be_mixed_up(start: TypedTime, end: TypedTime) -> bool:
    """Rule 6. A start without its half may be the morning, and then noon was meant."""
    is_late = min(start.may) >= NOON
    return start.may != end.may and is_late == (end.may == (NOON,))


def _by_the_clock(start: TypedTime, end: TypedTime) -> tuple[Span, ...]:
    as_typed = _spans(start.may[:1], end.may[:1])
    if "open" not in (start.how, end.how):
        return as_typed
    by_day = tuple(span for span in _spans(start.may, end.may) if span.end <= MIDNIGHT)
    if as_typed and as_typed[0].end <= MIDNIGHT:
        return as_typed
    return tuple(dict.fromkeys((*by_day, *as_typed)))


def _is_usual(span: Span) -> bool:
    return OPENS_FROM <= span.start <= OPENS_BY and span.start < span.end <= CLOSES_BY and span.end - span.start < NOON


def _spans(starts: Iterable[int], ends: Iterable[int]) -> tuple[Span, ...]:
    """Every span from one of the starts to one of the ends, over midnight where it must; none without length."""
    return tuple(
        Span(start, end if end > start else end + MIDNIGHT) for start in starts for end in ends if start != end
    )


def _shortest(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(sorted(spans, key=lambda span: span.end - span.start)[:1])
