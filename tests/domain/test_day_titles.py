"""Titles of a school's calendar: what is understood in both languages, and what is left to a person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.day_titles import LONGEST, REASON_LONGEST, Title, read_title

UNDERSTOOD = """\
No School | no-school
NO SCHOOL | no-school
No classes today | no-school
There is no school for students | no-school
No school - Labor Day | no-school | Labor Day
Labor Day: No School | no-school | Labor Day
Labor Day (Schools closed) | no-school | Labor Day
Day after Thanksgiving - No School | no-school | Day after Thanksgiving
Professional Development Day (No school for students) | no-school | Professional Development Day
Winter recess | no-school | Winter recess
Winter Recess – No School | no-school | Winter Recess
Thanksgiving Break | no-school | Thanksgiving Break
Presidents’ Day Recess | no-school | Presidents' Day Recess
School Holiday | no-school
Early Dismissal 12:30 | early-dismissal 12:30
Early Dismissal - 12:30 PM | early-dismissal 12:30
Early dismissal at 1:10 p.m. (report cards) | early-dismissal 13:10 | report cards
EARLY RELEASE DAY, 11:40 | early-dismissal 11:40
12:30 dismissal | early-dismissal 12:30
School dismissed at noon | early-dismissal 12:00
School ends at 12:30 | early-dismissal 12:30
Half day - 12:15 | early-dismissal 12:15
1/2 Day 1pm | early-dismissal 13:00
Half Day of School | early-dismissal
Early Dismissal for all students | early-dismissal
Early Dismissal 13.10 | early-dismissal 13:10
Delayed opening 10:30 | delayed-opening 10:30
Late start 9:30 AM - Faculty meeting | delayed-opening 09:30 | Faculty meeting
Delayed Opening | delayed-opening
2-hour delay | delayed-opening +120
Two hour delayed opening | delayed-opening +120
90 minute delay | delayed-opening +90
Snow day | snow-day
Snow Day - No School | snow-day
No hay clases | no-school
No habrá clases para los estudiantes | no-school
No hay clases - Día del Trabajo | no-school | Día del Trabajo
Día sin clases: capacitación de maestros | no-school | capacitación de maestros
Escuelas cerradas | no-school
Asueto escolar | no-school
Vacaciones de invierno | no-school | Vacaciones de invierno
Receso de otoño | no-school | Receso de otoño
Salida temprana 12:30 | early-dismissal 12:30
Salida temprana a las 12:30 p. m. | early-dismissal 12:30
Salida a las 12:30 | early-dismissal 12:30
Salida anticipada (boletas de notas) 1:10 | early-dismissal 13:10 | boletas de notas
Medio día (12:15) | early-dismissal 12:15
Entrada tarde 10:30 | delayed-opening 10:30
Apertura retrasada a las 10:00 | delayed-opening 10:00
Retraso de 2 horas | delayed-opening +120
Retraso de una hora | delayed-opening +60
Día de nieve | snow-day
"""
LEFT = """\
No School Lunch | no-kind
No school - grades 9-12 | only-some
No school for Pre-K | no-kind
No School - Elementary only | only-some
No School (kindergarten) | only-some
No hay clases - solo primaria | only-some
No School - if not needed as a snow day | only-some
No School - CANCELLED | only-some
Early dismissal: HS 11:30, ES 12:30 | no-kind
K-5 Early Dismissal 12:30 | no-kind
Early dismissal 11:30-12:30 | two-times
Early Dismissal 11:30 / 12:30 | two-times
Early dismissal 12:30, 2-hour delay | two-kinds
No School - early dismissal 12:30 | two-kinds
2-hour delay, 10:30 | two-times
No school or early dismissal | no-kind
Dismissal | no-kind
School ends | no-kind
Salida | no-kind
Early dismissal 25:99 | no-kind
Early dismissal 13 pm | no-kind
Winter recess begins | no-kind
Winter break camp registration | no-kind
Snow make-up day | no-kind
First day of school | no-kind
Vacaciones | no-kind
"""
BESIDES = (
    "",
    "PTA meeting 6:30 PM",
    "Labor Day",
    "Veterans Day",
    "Picture Day",
    "No uniforms",
    "12:30",
    "- - -",
    "[b]",
)


def told(title: Title) -> str:
    """`early-dismissal 12:30 | report cards`."""
    when = title.at or (f"+{title.late_by}" if title.late_by else "")
    return " | ".join(filter(None, (f"{title.kind} {when}".strip(), title.reason)))


@pytest.mark.parametrize("line", UNDERSTOOD.splitlines())
def test_what_is_understood(line: str) -> None:
    text, _, want = line.partition(" | ")
    title = read_title(text)
    assert (title.why, told(title)) == ("", want)
    spanish = UNDERSTOOD.splitlines().index(line) >= UNDERSTOOD.splitlines().index("No hay clases | no-school")
    assert title.language == ("es" if spanish else "en")


@pytest.mark.parametrize("line", LEFT.splitlines())
def test_what_could_be_about_a_school_day_is_left_to_a_person(line: str) -> None:
    text, _, why = line.partition(" | ")
    title = read_title(text)
    assert (title.why, title.is_near) == (why, True) or (text == "Salida" and title.why == why)


@pytest.mark.parametrize("text", BESIDES)
def test_what_is_about_something_else(text: str) -> None:
    title = read_title(text)
    assert (title.why, title.is_near) == ("no-kind", False)


@given(st.text(max_size=LONGEST + 20))
def test_any_text_is_read_or_left(text: str) -> None:
    title = read_title(text)
    assert len(title.reason) <= REASON_LONGEST
    assert not (title.at and title.late_by)


@given(st.sampled_from([line.partition(" | ")[0] for line in UNDERSTOOD.splitlines()]), st.data())
def test_case_and_spaces_do_not_matter(text: str, data: st.DataObject) -> None:
    want = read_title(text)
    spaced = data.draw(st.sampled_from(("  ", "\t", "\n "))).join(text.split(" "))
    for other in (text.upper(), text.lower(), spaced):
        found = read_title(other)
        assert (found.kind, found.at, found.late_by, found.why) == (want.kind, want.at, want.late_by, "")


@given(
    st.sampled_from(["only", "grades 3", "K-5", "kindergarten", "if needed", "solo primaria", "tentative"]), st.data()
)
def test_a_word_that_narrows_it_down_makes_it_not_understood(word: str, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([line.partition(" | ")[0] for line in UNDERSTOOD.splitlines()]))
    assert read_title(f"{text} ({word})").why == "only-some"
    assert read_title(f"{word} - {text}").why == "only-some"
