"""Why typed hours were not read, in the words of who types: every kind of problem, in both languages."""

from __future__ import annotations

import pytest

from kiosk.domain.hours_reading import CODES, Filled, HoursProblem
from kiosk.domain.typed_hours import read_hours
from kiosk.pages.staff.hours_problems import filled_said, problem_said
from tests.domain.test_typed_hours_table import REFUSED, TODAY
from tests.pages.staff.test_said_hours import ENGLISH, SPANISH


@pytest.mark.parametrize(
    ("typed", "english", "spanish"),
    [
        (
            "Tue 7-9",
            "“7-9”: 7:00 AM to 9:00 AM or 7:00 PM to 9:00 PM? Add AM or PM.",
            "“7-9”: ¿7:00 a. m. a 9:00 a. m. o 7:00 p. m. a 9:00 p. m.? Añada a. m. o p. m.",
        ),
        (
            "tue",
            "“tue”: from when until when? Type it, or take it away.",
            "“tue”: ¿desde qué hora hasta qué hora? Escríbalo o quítelo.",
        ),
        (
            "M-F 8-4 until 3/4",
            "“3/4”: Mar 4, 2027 or Apr 3, 2027? Type the name of the month.",
            "“3/4”: ¿4 mar 2027 o 3 abr 2027? Escriba el nombre del mes.",
        ),
        ("S 9-1", "“S”: Saturday or Sunday? Type more of the name.", "“S”: ¿sábado o domingo? Escriba más del nombre."),
        (
            "every 3rd Tuesday 3-5",
            "“3rd Tuesday”: third Tuesday or Tuesday every 3 weeks? Type it like that.",
            "“3rd Tuesday”: ¿tercer martes o martes cada 3 semanas? Escríbalo así.",
        ),
        (
            "mar 3-5",
            "“mar”: Tuesday or March? Type more of the name.",
            "“mar”: ¿martes o marzo? Escriba más del nombre.",
        ),
        ("closed Mon Dec 9", "“Mon Dec 9”: that day is a Wednesday.", "“Mon Dec 9”: ese día es miércoles."),
        (
            "M-F 8-4, M-F 9-5",
            "“9-5” is at the same time as “8-4”. Keep one of the two.",
            "“9-5” es a la misma hora que “8-4”. Deje uno de los dos.",
        ),
    ],
)
def test_it_says_the_piece_and_what_to_type(typed: str, english: str, spanish: str) -> None:
    (problem,) = read_hours(typed, TODAY).problems
    assert problem_said(ENGLISH, problem) == english
    assert problem_said(SPANISH, problem) == spanish


def test_every_kind_of_problem_has_words_in_both_languages() -> None:
    for code in CODES:
        problem = HoursProblem(code, "{choice} [b]", 0, ("MO", "TU"))
        english, spanish = problem_said(ENGLISH, problem), problem_said(SPANISH, problem)
        assert english
        assert english != spanish
        assert "{text}" not in english + spanish
        assert ("{choice} [b]" in english) == (code not in ("nothing", "too-long"))


@pytest.mark.parametrize("typed", [typed for typed, _ in REFUSED])
def test_what_is_refused_is_said_in_whole_sentences(typed: str) -> None:
    for problem in read_hours(typed, TODAY).problems:
        for words in (ENGLISH, SPANISH):
            said = problem_said(words, problem)
            assert said[-1] in ".?"
            assert not any(code in said for code in (f" {problem.code} ", "--0", "1SA", "2027-"))


def test_what_was_filled_in_is_said() -> None:
    assert filled_said(ENGLISH, Filled("half", "8-4", 0, "08:00-16:00")) == "“8-4” was read as 8:00 AM to 4:00 PM."
    assert filled_said(SPANISH, Filled("year", "Jan 31", 0, "2027-01-31")) == "“Jan 31” se leyó como 31 ene 2027."
