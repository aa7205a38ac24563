"""A day that is drawn: its ends move by quarters of an hour, and it stays a day."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.clock_time import MIDNIGHT, Span
from kiosk.domain.drawn_day import STEP, USUAL, Spans, end_moved, gap_turned, opened, start_moved
from kiosk.domain.typed.one_time import read_time

EIGHT_TO_FOUR = (Span(480, 960),)
WITH_LUNCH = (Span(480, 720), Span(750, 960))


def test_ends_move_and_stop_where_the_day_does() -> None:
    assert end_moved(EIGHT_TO_FOUR, STEP) == (Span(480, 975),)
    assert start_moved(WITH_LUNCH, -STEP) == (Span(465, 720), Span(750, 960))
    assert end_moved((Span(1380, MIDNIGHT),), STEP) == (Span(1380, MIDNIGHT),)
    assert start_moved((Span(0, 60),), -STEP) == (Span(0, 60),)
    assert end_moved((Span(480, 495),), -STEP) == (Span(480, 495),)
    assert end_moved((), STEP) == start_moved((), STEP) == ()


def test_lunch_is_at_noon_where_it_is_open_then_and_goes_again() -> None:
    assert gap_turned(EIGHT_TO_FOUR) == WITH_LUNCH
    assert gap_turned(WITH_LUNCH) == EIGHT_TO_FOUR
    assert gap_turned((Span(900, 1080),)) == (Span(900, 975), Span(1005, 1080))
    assert gap_turned((Span(900, 930),)) == (Span(900, 930),)
    assert gap_turned(()) == ()


def test_a_closed_day_opens_as_most_others_do() -> None:
    assert opened([WITH_LUNCH, EIGHT_TO_FOUR, WITH_LUNCH, ()]) == WITH_LUNCH
    assert opened([(), ()]) == USUAL


_STROKES = st.lists(
    st.sampled_from([(end_moved, 1), (end_moved, -1), (start_moved, 1), (start_moved, -1)]), max_size=80
)


@given(_STROKES, st.sampled_from([EIGHT_TO_FOUR, WITH_LUNCH, (Span(1200, 1500),)]))
def test_however_it_is_drawn_it_stays_a_day(strokes: list[tuple[object, int]], spans: Spans) -> None:
    last = max(MIDNIGHT, spans[-1].end)
    for move, way in strokes:
        assert callable(move)
        spans = move(spans, way * STEP)
    assert all(each.end - each.start >= STEP for each in spans)
    assert spans[0].start >= 0
    assert spans[-1].end <= last


def test_one_time_is_read_where_it_can_be_only_one() -> None:
    read = {
        "5:10 pm": "17:10", "17:10": "17:10", "noon": "12:00", "5 de la tarde": "17:00", "a las 5 p. m.": "17:00",
        "08:00": "08:00",
    }  # fmt: skip
    assert {text: read_time(text) for text in read} == read
    for text in ("5:10", "8", "24:00", "25:00", "soon", "", "5 pm or so", "5" * 50):
        assert read_time(text) is None
