"""Any text at all: reading it never fails, names what it leaves out, and never takes rows that are open at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.hours_overlap import overlaps
from kiosk.domain.hours_reading import CODES
from kiosk.domain.listing import Schedule, ScheduleException
from kiosk.domain.typed.words import meanings
from kiosk.domain.typed_hours import read_hours
from kiosk.domain.validate_hours import exception_problems, row_problems
from tests.domain.hours import day
from tests.properties import tried

TODAY = day("2026-11-24")
_PIECES = st.one_of(
    st.sampled_from(sorted(meanings())),
    st.sampled_from(["8", "9", "12", "4", "7pm", "8:30", "13:00", "1st", "31", "2027", "2026-12-09", "3/4", "24:00"]),
    st.sampled_from([*",;.-/()&", "\n"]),
)
_TYPED = st.lists(_PIECES, max_size=14).map(" ".join)


@given(st.one_of(_TYPED, st.text(max_size=60), st.builds("{} {}".format, _TYPED, st.text(max_size=8))))
@tried(400)
def test_any_text_is_read_or_told_what_is_wrong(text: str) -> None:
    reading = read_hours(text, TODAY)
    assert {problem.code for problem in reading.problems} <= CODES
    for problem in reading.problems:
        assert text[problem.position :].startswith(problem.text)
    if reading.can_be_taken:
        assert reading.rows or reading.exceptions or reading.by_appointment is not None
        assert not list(overlaps(reading.rows, TODAY))
        assert not list(_wrong(reading.rows, reading.exceptions))


def _wrong(rows: tuple[Schedule, ...], exceptions: tuple[ScheduleException, ...]) -> list[object]:
    """What the form and the command line would not keep."""
    found: list[object] = [problem for row in rows for problem in row_problems(row, "row")]
    return found + [problem for each in exceptions for problem in exception_problems(each, "day")]
