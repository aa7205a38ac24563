"""What was not done is told of in the language of whoever sits at the desk, whichever part of the kiosk refused it."""

from __future__ import annotations

import ast
import errno
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.errors import KioskError, NoSuch, NotSaved, Refused
from kiosk.pages.reader import Size
from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.staff.problem_words import refusal_words
from kiosk.pages.staff.refusals import REFUSALS
from kiosk.services.desk import Who
from kiosk.store.disk import not_saved
from tests.tui.staff.host import desk_kiosk

PROGRAM = Path(__file__).parents[3] / "kiosk"
_PLACE = re.compile(r"{(\w+)}")


def coded() -> Iterator[tuple[str, str, set[str]]]:
    """Every error of the program that brings a code: where, the code, the names of its values."""
    for path in sorted(PROGRAM.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "coded":
                for code in _texts(node.args[0]):
                    yield f"{path.name}:{node.lineno}", code, {str(each.arg) for each in node.keywords}


def _texts(node: ast.expr) -> list[str]:
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


@pytest.fixture(scope="module")
def asks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, StaffAsk]:
    """The desk of the sample school, in both languages."""
    kiosk = desk_kiosk(Path(tmp_path_factory.mktemp("desk")))
    desk, words = kiosk.desk(Who("office")), kiosk.desk_words()
    return {code: StaffAsk(desk, words(code), kiosk.clock(), Size(80, 24)) for code in ("en", "es")}


@pytest.mark.parametrize("code", sorted(REFUSALS))
def test_each_refusal_is_said_in_both_languages(asks: dict[str, StaffAsk], code: str) -> None:
    places = _PLACE.findall(REFUSALS[code])
    error = KioskError("As on the command line.").coded(code, **dict.fromkeys(places, "[b]{x}[/b]"))
    english, spanish = (refusal_words(asks[language], error) for language in ("en", "es"))
    assert english not in (spanish, str(error))
    for said in (english, spanish):
        assert said.count("[b]{x}[/b]") == len(places)
        assert not set("{}") & set(said.replace("[b]{x}[/b]", ""))


def test_whoever_refuses_names_a_sentence_that_there_is_and_what_stands_in_it() -> None:
    found = list(coded())
    assert len(found) > 50
    wrong = [each for each in found if each[1] not in REFUSALS or set(_PLACE.findall(REFUSALS[each[1]])) != each[2]]
    assert not wrong


def test_no_sentence_is_there_for_nobody() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in PROGRAM.rglob("*.py") if path.name != "refusals.py")
    assert not [code for code in REFUSALS if f'"{code}"' not in source]


def test_no_screen_of_the_desk_shows_an_error_as_the_command_line_says_it() -> None:
    shown = re.compile(r"str\(error\)|\{error\}")
    files = [path for part in ("pages", "tui") for path in (PROGRAM / part / "staff").glob("*.py")]
    found = [path.name for path in files if shown.search(path.read_text(encoding="utf-8"))]
    assert found == ["problem_words.py"], "use refusal_words, which alone falls back to it"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "El disco está lleno."),
        (errno.EDQUOT, "El disco está lleno."),
        (errno.EACCES, "Esta cuenta no puede cambiar"),
        (errno.EROFS, "Esta cuenta no puede cambiar"),
        (errno.EIO, "El disco no lo aceptó."),
    ],
)
def test_what_the_disk_refuses_is_told_of_in_spanish(asks: dict[str, StaffAsk], number: int, said: str) -> None:
    error = not_saved(OSError(number, "Refused"))
    assert refusal_words(asks["es"], error).startswith(said)
    assert "Nothing was changed." in str(error)


def test_a_listing_that_is_gone_is_told_of_in_spanish(asks: dict[str, StaffAsk]) -> None:
    with pytest.raises(NoSuch) as refused:
        asks["es"].desk.editing.undo("not-there", "office")
    assert refusal_words(asks["es"], refused.value).startswith("Ya no hay una ficha “not-there”.")


def test_whoever_may_only_look_is_told_so_in_spanish(asks: dict[str, StaffAsk]) -> None:
    with pytest.raises(NotSaved) as refused:
        Who("volunteer", "reader").must_change()
    assert refusal_words(asks["es"], refused.value).startswith("“volunteer” puede mirar, pero no cambiar.")


def test_a_bundle_that_is_none_is_told_of_in_spanish(asks: dict[str, StaffAsk], tmp_path: Path) -> None:
    file = tmp_path / "school.kiosk"
    file.write_bytes(b'{"bundle":1}\n')
    luggage = asks["es"].desk.luggage()
    with pytest.raises(Refused) as refused:
        luggage.read(file, lambda _, __: None)
    assert refusal_words(asks["es"], refused.value).startswith("El archivo está dañado")
    with pytest.raises(NoSuch) as missing:
        luggage.read(tmp_path / "[b]none[/b].kiosk", lambda _, __: None)
    assert "[b]none[/b].kiosk" in refusal_words(asks["es"], missing.value)
    assert refusal_words(asks["es"], missing.value).startswith("No hay un archivo")
