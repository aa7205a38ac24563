"""The spans of one day while somebody draws them: ends moved by quarters of an hour, a lunch gap, opened, closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from kiosk.domain.clock_time import MIDNIGHT, Span

STEP = 15
"""Minutes that an end moves at a time, and the shortest opening."""
USUAL = (Span(8 * 60, 16 * 60),)
"""What a day opens with where no other day says it."""
_NOON, _GAP = 12 * 60, 30

Spans = tuple[Span, ...]


def start_moved(spans: Sequence[Span], minutes: int) -> Spans:
    """The day begun so much later (or earlier); as it was where that cannot be."""
    if not spans:
        return ()
    first = Span(spans[0].start + minutes, spans[0].end)
    return (first, *spans[1:]) if first.start >= 0 and first.end - first.start >= STEP else tuple(spans)


def end_moved(spans: Sequence[Span], minutes: int) -> Spans:
    """The day ended so much later (or earlier), at midnight at the latest; as it was where that cannot be."""
    if not spans:
        return ()
    last = Span(spans[-1].start, spans[-1].end + minutes)
    is_longer_than_a_day = last.end > max(MIDNIGHT, spans[-1].end)
    return tuple(spans) if is_longer_than_a_day or last.end - last.start < STEP else (*spans[:-1], last)


def gap_turned(spans: Sequence[Span]) -> Spans:
    """The day with half an hour for lunch in it, at noon where it is open then; with a gap, the day without."""
    if len(spans) > 1:
        return (Span(spans[0].start, spans[-1].end),)
    if not spans or spans[0].end - spans[0].start < 2 * STEP + _GAP:
        return tuple(spans)
    start, end = spans[0]
    middle = (start + (end - start - _GAP) // 2) // STEP * STEP
    gap = _NOON if start + STEP <= _NOON and end >= _NOON + _GAP + STEP else middle
    return Span(start, gap), Span(gap + _GAP, end)


def opened(others: Iterable[Sequence[Span]]) -> Spans:
    """The spans for a day that was closed: those that most other days have."""
    found = Counter(tuple(each) for each in others if each)
    return found.most_common(1)[0][0] if found else USUAL
