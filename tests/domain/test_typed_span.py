"""Two times of a day as people type them."""

from __future__ import annotations

import pytest

from kiosk.domain.typed_span import read_span


@pytest.mark.parametrize(
    ("typed", "begins", "ends"),
    [
        ("18:00-06:30", "18:00", "06:30"),
        ("18:00 - 6:30", "18:00", "06:30"),
        ("6 PM to 6:30 AM", "18:00", "06:30"),
        ("6pm-6am", "18:00", "06:00"),
        ("6 p. m. a 6:30 a. m.", "18:00", "06:30"),
        ("de 6 p.m. a 6:30 a.m.", "18:00", "06:30"),
        ("from 18:00 until 06:00", "18:00", "06:00"),
        ("18:00 a 6:30", "18:00", "06:30"),
        ("18 – 06", "18:00", "06:00"),
        ("12 am to 12 pm", "00:00", "12:00"),
    ],
)
def test_what_is_read(typed: str, begins: str, ends: str) -> None:
    assert read_span(typed) == (begins, ends)


@pytest.mark.parametrize(
    "typed", ["", "6-7", "18-10", "25:00-3:00", "18:60-19:00", "13 pm-2 pm", "18:00", "dark", "0 am-3 am"]
)
def test_what_could_mean_two_things_or_nothing_is_not_read(typed: str) -> None:
    assert read_span(typed) is None
