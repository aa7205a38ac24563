"""What is wrong with a listing has a sentence in the language of whoever sits at the desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.errors import Newer, NotSaved, Refused
from kiosk.domain.problems import CODES, BadListing, Problem, sentence
from kiosk.pages.reader import Size
from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.staff.problem_words import problem_words, refusal_words
from kiosk.services.desk import Who
from tests.tui.staff.host import desk_kiosk


@pytest.fixture(scope="module")
def asks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, StaffAsk]:
    """The desk of the sample school, in both languages."""
    kiosk = desk_kiosk(Path(tmp_path_factory.mktemp("desk")))
    desk, words = kiosk.desk(Who("office")), kiosk.desk_words()
    return {code: StaffAsk(desk, words(code), kiosk.clock(), Size(80, 24)) for code in ("en", "es")}


@pytest.mark.parametrize("code", sorted(CODES))
def test_each_kind_of_problem_is_said_in_both_languages(asks: dict[str, StaffAsk], code: str) -> None:
    problem = Problem("schedules[0].closes_at", code, "WHAT", "OTHER")
    english, spanish = problem_words(asks["en"], problem), problem_words(asks["es"], problem)
    assert sentence(problem) == f"schedules[0].closes_at: {english}"
    assert spanish != english
    for value in ("WHAT", "OTHER"):
        assert (value in spanish) is (value in english)
    assert not set("{}") & set(english + spanish)


def test_what_somebody_wrote_stands_there_as_it_is(asks: dict[str, StaffAsk]) -> None:
    for wrong in ("{other}", "{detail}{0}", "[b]x[/b]"):
        for ask in asks.values():
            assert f"“{wrong}”" in problem_words(ask, Problem("email", "bad-email", wrong, "never"))


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"email": "x"}, "Correo: ", "no es un correo"),
        ({"schedules": [{"byday": ["MO"], "opens_at": "9"}]}, "Fila 1: ", "no es una hora"),
        ({"way_home": {"late_bus": "late"}}, "Autobús", "Esto es una hora"),
        ({"places": {"left": 3.5}}, "", "Esto es un número entero"),
        ({"minutes_needed": "ten"}, "", "Esto es un número entero"),
        ({"nmae": {"en": "A"}}, "nmae: ", "no es un campo que se conozca"),
        ({"status": "gone"}, "", "no va aquí"),
        ({"schedule_exceptions": [{"from": "2026-11-26"}]}, "", "Esto falta"),
    ],
)  # fmt: skip
def test_a_refused_listing_is_told_of_in_spanish(
    asks: dict[str, StaffAsk], values: dict[str, object], field: str, said: str
) -> None:
    ask = asks["es"]
    with pytest.raises(BadListing) as refused:
        ask.desk.editing.add([{"name": {"en": "A"}, **values}], "office")
    told = refusal_words(ask, refused.value)
    assert field in told
    assert said in told
    assert "No se cambió nada." in told


def test_the_form_the_import_and_the_command_line_find_the_same(asks: dict[str, StaffAsk]) -> None:
    editing = asks["en"].desk.editing
    doc = {"name": {"en": "A"}, "email": "x", "eligibility": {"minimum_age": 9, "maximum_age": 3}}
    with pytest.raises(BadListing) as refused:
        editing.add([doc], "office")
    assert list(refused.value.problems) == editing.problems(doc)
    assert str(refused.value).startswith(f"“A”: {sentence(editing.problems(doc)[0])}")


def test_a_newer_kiosk_is_told_of_in_spanish(asks: dict[str, StaffAsk]) -> None:
    assert "más nuevo" in refusal_words(asks["es"], Newer("Newer."))


def test_other_refusals_speak_for_themselves(asks: dict[str, StaffAsk]) -> None:
    for error in (NotSaved("Not today."), Refused("No."), BadListing("Nothing named.", ())):
        assert refusal_words(asks["es"], error) == str(error)
