"""Times as written, and what the clock on the wall does when it is changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.domain.clock_time import Interval, Span, minutes, on_the_clock, span
from tests.domain.hours import NEW_YORK, at, day


@pytest.mark.parametrize(
    ("written", "want"),
    [
        ("00:00", 0),
        ("08:30", 510),
        ("8:30", 510),
        ("08:30:00", 510),
        ("23:59", 1439),
        ("24:00", 1440),
        ("24:01", None),
        ("08:60", None),
        ("8", None),
        ("8:30 PM", None),
        ("-1:00", None),
        ("", None),
    ],
)
def test_a_written_time_is_minutes_after_midnight(written: str, want: int | None) -> None:
    assert minutes(written) == want


@pytest.mark.parametrize(
    ("opens", "closes", "want"),
    [
        ("08:00", "16:00", Span(480, 960)),
        ("19:00", "07:00", Span(1140, 1860)),
        ("09:00", "09:00", Span(540, 1980)),
        ("00:00", "24:00", Span(0, 1440)),
        ("24:00", "02:00", Span(1440, 1560)),
        ("24:00", "00:00", Span(1440, 2880)),
        ("08:00", "", None),
        ("", "16:00", None),
    ],
)
def test_a_span_runs_over_midnight_when_it_closes_at_or_before_it_opens(
    opens: str, closes: str, want: Span | None
) -> None:
    assert span(opens, closes) == want


def test_an_interval_holds_its_start_and_not_its_end() -> None:
    interval = Interval(at("2026-12-02T08:00"), at("2026-12-02T16:00"))
    assert interval.holds(at("2026-12-02T08:00"))
    assert interval.holds(at("2026-12-02T20:59", ZoneInfo("UTC")))
    assert not interval.holds(at("2026-12-02T16:00"))
    assert not interval.holds(at("2026-12-02T07:59"))


def test_an_ordinary_day_is_one_interval_in_the_zone() -> None:
    assert on_the_clock(day("2026-12-02"), Span(480, 960), NEW_YORK) == (
        Interval(at("2026-12-02T08:00"), at("2026-12-02T16:00")),
    )


def test_a_night_that_repeats_an_hour_is_an_hour_longer() -> None:
    (night,) = on_the_clock(day("2026-10-31"), span("19:00", "07:00") or Span(0, 0), NEW_YORK)
    assert night.end.astimezone(UTC) - night.start.astimezone(UTC) == timedelta(hours=13)


def test_half_of_the_hour_that_repeats_comes_twice() -> None:
    first, second = on_the_clock(day("2026-11-01"), Span(60, 90), NEW_YORK)
    assert (first.start.fold, second.start.fold) == (0, 1)
    assert second.start.astimezone(UTC) - first.start.astimezone(UTC) == timedelta(hours=1)


def test_what_ends_as_the_hour_begins_to_repeat_is_not_in_it() -> None:
    (only,) = on_the_clock(day("2026-11-01"), Span(0, 60), NEW_YORK)
    assert only.end.astimezone(UTC) == datetime(2026, 11, 1, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("span", "want"),
    [
        (Span(150, 300), ("03:00", "05:00")),
        (Span(60, 150), ("01:00", "03:00")),
        (Span(60, 120), ("01:00", "03:00")),
        (Span(120, 240), ("03:00", "04:00")),
    ],
)
def test_a_time_that_does_not_exist_moves_forward(span: Span, want: tuple[str, str]) -> None:
    (only,) = on_the_clock(day("2027-03-14"), span, NEW_YORK)
    assert (f"{only.start:%H:%M}", f"{only.end:%H:%M}") == want


def test_hours_inside_the_hour_that_never_happens_never_happen() -> None:
    assert on_the_clock(day("2027-03-14"), Span(130, 170), NEW_YORK) == ()
