"""Mending words that nothing holds."""

from __future__ import annotations

import pytest

from kiosk.services.spelling import Spelling, sound

SPELLING = Spelling(
    {"diapers": 2, "vacunas": 1, "food": 5, "bus": 1, "counselor": 2, "class": 1},
    {"maple": 3, "ninez": 1, "ninos": 9, "wood": 1, "zapatos": 1, "zoo": 1, "classes": 1, "barrio": 1},
)


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("dipers", ("diapers",)),
        ("diaprs", ("diapers",)),
        ("idapers", ("diapers",)),
        ("councelor", ("counselor",)),
        ("nines", ("ninos", "ninez")),
        ("mapel", ("maple",)),
        ("fod", ()),
        ("fooe", ("food",)),
        ("gus", ()),
        ("xylophone", ()),
    ],
)
def test_the_nearest_words(typed: str, mended: tuple[str, ...]) -> None:
    assert SPELLING.mended(typed) == mended


def test_a_wrong_first_letter_counts_as_one_slip_more() -> None:
    assert SPELLING.mended("bood") == ()
    assert SPELLING.mended("biapers") == ("diapers",)


def test_the_start_of_a_word_is_mended_while_it_is_typed() -> None:
    assert SPELLING.mended("dipe") == ()
    assert SPELLING.mended("dipe", goes_on=True) == ("diapers",)
    assert SPELLING.mended("xyzw", goes_on=True) == ()


def test_plurals_and_what_sounds_the_same_are_forms_of_one_word() -> None:
    assert SPELLING.forms("diaper") == ("diapers",)
    assert SPELLING.forms("foods") == ("food",)
    assert SPELLING.forms("class") == ("class", "classes")
    assert SPELLING.forms("buses") == ("bus",)
    assert SPELLING.forms("bakunas") == ("vacunas",)
    assert SPELLING.forms("sapatos") == ("zapatos",)
    assert SPELLING.forms("su") == (), "short words sound alike too often"
    assert SPELLING.forms("nothing") == ()
    assert Spelling({"no": 1, "nos": 1}, {}).forms("no") == ("no",), "two letters have no plural"


def test_how_words_sound() -> None:
    pairs = (("vivienda", "bibienda"), ("hilo", "ilo"), ("queso", "keso"), ("cena", "sena"), ("llave", "yabe"))
    assert all(sound(one) == sound(other) for one, other in (*pairs, ("phone", "fone"), ("gente", "jente")))
    assert sound("casa") != sound("cama")


def test_what_is_known_and_what_only_starts() -> None:
    assert SPELLING.knows("maple") and SPELLING.knows("food") and not SPELLING.knows("map")
    assert SPELLING.starts("map") and SPELLING.starts("zoo") and not SPELLING.starts("zooo")
    assert (SPELLING.weight("ninos"), SPELLING.weight("food"), SPELLING.weight("?")) == (9, 5, 0)
    assert not Spelling({}, {}).starts("a")
