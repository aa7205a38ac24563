"""Hours said back: the sentence that people know, and that what is said is read again as the same hours."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.domain.listing import Schedule, ScheduleException
from kiosk.domain.typed_hours import LONGEST, read_hours
from kiosk.pages.staff.said_hours import said_closing, said_sentence, said_text
from kiosk.words import Words, load_content, words_for
from tests.pages.staff.typed_rows import TODAY, atoms, closings, schedules
from tests.properties import tried

_words = words_for(load_content(Path(__file__).parents[3] / "content"), "US-CT", desk=True)
_by_the_clock = words_for(load_content(Path(__file__).parents[3] / "content"), "ES", desk=True)
WAYS: list[Words] = [_words("en"), _words("es"), _by_the_clock("en"), _by_the_clock("es")]
"""English and Spanish, with clocks of twelve hours and of twenty-four."""
ENGLISH, SPANISH = WAYS[:2]


@pytest.mark.parametrize(
    ("typed", "english", "spanish"),
    [
        (
            "M-F 8-12, 12:30-4, 1st Sat 9-11, until Jan 31",
            "Open Mon to Fri 8 to 12 and 12:30 to 4, first Saturday 9 to 11, until Jan 31.",
            "Abre lun a vie de las 8 a las 12 y de las 12:30 a las 4, primer sábado de las 9 a las 11, "
            "hasta el 31 ene.",
        ),
        ("daily 7pm-7am", "Open every day 7 PM to 7 AM.", "Abre todos los días de las 7 p. m. a las 7 a. m."),
        (
            "school days 3-6 closes at dismissal, no school days 8-5",
            "Open on school days 3 to 6 closes at dismissal, on days with no school 8 to 5.",
            "Abre en días de clases de las 3 a las 6 cierra a la salida, en días sin clases de las 8 a las 5.",
        ),
        (
            "1st and 3rd Wed 7-9pm, last Fri noon-2",
            "Open first and third Wednesday 7 PM to 9 PM, last Friday 12 to 2.",
            "Abre primer y tercer miércoles de las 7 p. m. a las 9 p. m., último viernes de las 12 a las 2.",
        ),
        (
            "Tue 5-7 every 2 weeks from Mar 3",
            "Open Tuesday 5 to 7 every 2 weeks from Mar 3.",
            "Abre martes de las 5 a las 7 cada 2 semanas desde el 3 mar.",
        ),
        (
            "Sat 24 hours, Sun hours vary",
            "Open Saturday 24 hours, Sunday hours not known.",
            "Abre sábado 24 horas, domingo hora: pregunte.",
        ),
        ("Mon 8-4 by appointment", "Open Monday 8 to 4. By appointment.", "Abre lunes de las 8 a las 4. Con cita."),
    ],
)  # fmt: skip
def test_the_sentence_is_plain(typed: str, english: str, spanish: str) -> None:
    reading = read_hours(typed, TODAY)
    needs = bool(reading.by_appointment)
    assert said_sentence(ENGLISH, reading.rows, TODAY, needs) == english
    assert said_sentence(SPANISH, reading.rows, TODAY, needs) == spanish


def test_what_is_over_is_not_said_nor_since_when_it_runs() -> None:
    old = Schedule(byday=("MO",), opens_at="08:00", closes_at="16:00", until=TODAY - timedelta(days=1))
    runs = Schedule(byday=("TU",), opens_at="08:00", closes_at="16:00", dtstart=TODAY - timedelta(days=90))
    assert said_text(ENGLISH, (old, runs), TODAY) == "Tuesday 8 to 4"
    assert said_sentence(ENGLISH, (old,), TODAY) == "No hours yet."


@given(schedules(), st.sampled_from(WAYS))
@tried(150)
def test_what_is_said_is_read_as_the_same_hours(rows: tuple[Schedule, ...], words: Words) -> None:
    for text in (said_text(words, rows, TODAY), said_sentence(words, rows, TODAY)):
        assume(len(text) <= LONGEST)
        reading = read_hours(text, TODAY)
        assert not reading.problems, text
        assert atoms(reading.rows) == atoms(rows), text
        assert said_text(words, reading.rows, TODAY) == said_text(words, rows, TODAY)
        again = read_hours(said_text(words, reading.rows, TODAY), TODAY)
        assert sorted(map(repr, again.rows)) == sorted(map(repr, reading.rows))


@given(closings(), st.sampled_from(WAYS))
@tried(80)
def test_a_closing_that_is_said_is_read_as_the_same_days(closing: ScheduleException, words: Words) -> None:
    reading = read_hours(said_closing(words, closing, TODAY), TODAY)
    assert not reading.problems
    assert reading.exceptions == (closing,)
