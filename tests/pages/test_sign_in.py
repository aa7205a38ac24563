"""The page beside the digits: what a wrong PIN comes to, in words, and nothing of the PIN itself."""

from __future__ import annotations

import pytest

from kiosk.pages.reader import Ask, Size
from kiosk.pages.route import Route
from kiosk.pages.sign_in import SignInPage, Standing, sign_in_page
from kiosk.services.session import Session
from tests.pages.center import TUESDAY, center


def page(standing: Standing, wait: float, *, language: str = "en", wide: bool = True, problem: str = "") -> SignInPage:
    """The page as a reader of that language sees it."""
    here = center()
    size = Size(120, 33) if wide else Size(80, 24)
    session = Session(first_language=language)
    ask = Ask(here, here.words_for(language), session, TUESDAY, Route("attract"), size)
    return sign_in_page(ask, standing, wait, problem)


@pytest.mark.parametrize(
    ("standing", "wait", "says"),
    [
        ("new", 0.0, ()),
        ("new", 3.5, ("Wait 4 seconds.",)),
        ("trying", 0.0, ("One moment.",)),
        ("wrong", 4.0, ("That PIN was not right. Wait 4 seconds.",)),
        ("wrong", 0.4, ("That PIN was not right. Wait 1 second.",)),
        ("wrong", 6.0, ("That PIN was not right. Wait 10 seconds.",)),
        ("wrong", 0.0, ("That PIN was not right. Type it again.",)),
    ],
)
def test_it_says_what_the_last_pin_came_to(standing: Standing, wait: float, says: tuple[str, ...]) -> None:
    assert page(standing, wait).says == says


def test_it_says_the_same_in_spanish_and_shorter_at_80_columns() -> None:
    assert page("wrong", 4.0, language="es").says == ("Esa clave no es correcta. Espere 4 segundos.",)
    assert page("wrong", 4.0, wide=False).says_short == ("Not right. Wait 4 seconds.",)
    assert page("new", 0.0, wide=False).frame.back == "Families"
    assert page("new", 0.0).frame.back == "Back to families"


@pytest.mark.parametrize(
    ("language", "problem", "says"),
    [
        ("en", "disk-full", "The disk is full. The PIN was not tried. Ask who set up this computer."),
        ("en", "busy", "Another screen tries a PIN just now. The PIN was not tried. Type it again in a moment."),
        ("en", "lost", "The PIN was not tried. Ask who set up this computer."),
        ("es", "disk-full", "El disco está lleno. La clave no se probó. Pregunte a quien instaló esta computadora."),
        ("es", "lost", "La clave no se probó. Pregunte a quien instaló esta computadora."),
    ],
)
def test_a_problem_stands_in_place_of_it(language: str, problem: str, says: str) -> None:
    assert page("new", 0.0, language=language, problem=problem).says == (says,)


def test_it_promises_that_nobody_is_locked_out() -> None:
    assert "Nobody is locked out. The family side is never held up." in page("new", 0.0).notes
    assert page("new", 0.0).helps[-1] == "After 5 minutes without a key this goes back to families."
