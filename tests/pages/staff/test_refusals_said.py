"""What refuses at the desk, tried for real: each is told of in Spanish, and nothing was changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.domain.calendar import SpecialDay
from kiosk.domain.errors import KioskError
from kiosk.domain.settings import StaffHours
from kiosk.pages.reader import Size
from kiosk.pages.staff.arrivals import sheet_problem
from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.staff.problem_words import refusal_words
from kiosk.services.accounts import Accounts
from kiosk.services.desk import Who
from kiosk.services.here_note import cleaned
from kiosk.services.pins import must_be_good
from kiosk.services.sheet_reading import SheetReading
from kiosk.store.people_file import PeopleFile
from kiosk.wiring import Kiosk
from tests.tui.staff.host import desk_kiosk

BOSS = Who("Boss", "admin")
DECEMBER = date(2026, 12, 1)


@pytest.fixture
def kiosk(tmp_path: Path) -> Kiosk:
    """The sample school."""
    return desk_kiosk(tmp_path / "school")


def _ask(kiosk: Kiosk, language: str = "es") -> StaffAsk:
    return StaffAsk(kiosk.desk(Who("office")), kiosk.desk_words()(language), kiosk.clock(), Size(80, 24))


def _day(first: date = DECEMBER, last: date = DECEMBER, **values: object) -> SpecialDay:
    return replace(SpecialDay(from_=first, to=last, kind="no-school"), **values)  # type: ignore[arg-type]


def _sheet(kiosk: Kiosk, content: bytes) -> SheetReading:
    file = kiosk.places.data.parent / "in.csv"
    file.write_bytes(content)
    return kiosk.desk(Who("office")).luggage().read_sheet(file)


def _people(kiosk: Kiosk) -> Accounts:
    return Accounts(PeopleFile(kiosk.places.data))


def _stale(kiosk: Kiosk) -> object:
    doc = kiosk.store.document(kiosk.store.get("214"))
    return kiosk.editing().set(str(doc["id"]), {**doc, "minutes_needed": 7}, f"9-{'0' * 32}", "office")


REFUSED: dict[str, tuple[Callable[[Kiosk], object], str]] = {
    "a day that ends before it begins": (
        lambda kiosk: kiosk.school_year().put([_day(date(2026, 12, 2), DECEMBER)], "office"),
        "Termina antes de empezar.",
    ),
    "a day as long as a year": (
        lambda kiosk: kiosk.school_year().put([_day(DECEMBER, date(2027, 12, 1))], "office"),
        "Una entrada tiene 200 días",
    ),
    "a short day without its time": (
        lambda kiosk: kiosk.school_year().put([_day(kind="early-dismissal")], "office"),
        "Un día corto necesita su hora.",
    ),
    "a reason as long as a letter": (
        lambda kiosk: kiosk.school_year().put([_day(reason={"en": "x" * 121})], "office"),
        "El motivo es demasiado largo.",
    ),
    "a year that ends before it begins": (
        lambda kiosk: kiosk.school_year().set_bounds(DECEMBER, date(2026, 9, 1), "office"),
        "Termina antes de empezar.",
    ),
    "bells the wrong way round": (
        lambda kiosk: kiosk.school_year().set_bounds(date(2026, 8, 31), date(2027, 6, 11), "office", "15:00", "08:30"),
        "La escuela debe empezar antes de terminar.",
    ),
    "days that somebody else changed": (
        lambda kiosk: kiosk.school_year().put([_day(date(2026, 11, 26), date(2026, 11, 26))], "office", seen=[_day()]),
        "Otra persona cambió estos días",
    ),
    "a role without a name": (lambda _: cleaned(StaffHours(role={"en": " "})), "Un cargo y su salón"),
    "hours that are none": (
        lambda _: cleaned(StaffHours(role={"en": "Nurse"}, opens_at="x", closes_at="y")),
        "Esto no es un horario.",
    ),
    "a PIN of letters": (lambda _: must_be_good(b"secret"), "Una clave tiene de 6 a 12 cifras"),
    "a PIN that is easy": (lambda _: must_be_good(b"123456"), "Esta clave es muy fácil"),
    "the last admin": (
        lambda kiosk: _people(kiosk).keep("Ana", BOSS, "", role="liaison"),
        "Alguien debe ser administrador.",
    ),
    "somebody who is not there": (lambda kiosk: _people(kiosk).remove("Eve", BOSS), "Nadie se llama “Eve”."),
    "a sheet without rows": (lambda kiosk: _sheet(kiosk, b"id,name\r\n"), "in.csv no tiene filas."),
    "a sheet that is a picture": (lambda kiosk: _sheet(kiosk, b"\x89PNG\r\n\x1a\n\x00"), "El archivo no es una hoja."),
    "a workbook that is damaged": (lambda kiosk: _sheet(kiosk, b"PK\x03\x04xxxx"), "El archivo está dañado"),
    "a listing that nests too deep": (
        lambda kiosk: kiosk.editing().add([{"name": {"en": "A"}, "x_a": _nested(40)}], "office"),
        "Tiene demasiados niveles.",
    ),
    "half a letter": (
        lambda kiosk: kiosk.editing().add([{"name": {"en": "A"}, "x_a": "\ud800"}], "office"),
        "Hay media letra en él.",
    ),
    "a listing as large as a book": (
        lambda kiosk: kiosk.editing().add([{"name": {"en": "A"}, "x_a": "a" * 300_000}], "office"),
        "La ficha tiene 292 KB",
    ),
    "an id that is taken": (
        lambda kiosk: kiosk.editing().add([{"id": kiosk.store.get("214").id, "name": {"en": "A"}}], "office"),
        "Ya hay una ficha con la clave",
    ),
    "a number that is taken": (
        lambda kiosk: kiosk.editing().add([{"number": 214, "name": {"en": "A"}}], "office"),
        "El número 214 se usa o se usó.",
    ),
    "another number": (
        lambda kiosk: kiosk.editing().change("214", [("number", 9001)], "", "office"),
        "Su número es 214 para siempre.",
    ),
    "a place that is none": (
        lambda kiosk: kiosk.editing().change("214", [("schedules[99].opens_at", "08:00")], "", "office"),
        "no lleva a ninguna parte",
    ),
    "a revision that never was": (_stale, "ya no es lo que era"),
}


def _nested(depth: int) -> object:
    value: object = "x"
    for _ in range(depth):
        value = {"a": value}
    return value


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_said_in_spanish(kiosk: Kiosk, what: str) -> None:
    act, words = REFUSED[what]
    ask, before = _ask(kiosk), kiosk.store.load().seq
    with pytest.raises(KioskError) as refused:
        act(kiosk)
    told = refusal_words(ask, refused.value)
    assert words in told
    assert refusal_words(_ask(kiosk, "en"), refused.value) != told != str(refused.value)
    assert kiosk.store.load().seq == before


def _wrong_cells() -> Iterator[tuple[bytes, str]]:
    yield b"name,minutes_needed\r\nA,ten\r\n", "“ten” no es un número."
    yield b"name,minutes_needed\r\nA,1.5\r\n", "“1.5” no es un número entero."
    yield b"name,sensitive\r\nA,perhaps\r\n", "“perhaps” no es ni sí ni no."
    yield b"name,assured_date\r\nA,soon\r\n", "“soon” no es un día."
    yield b"name,hours\r\nA,whenever it rains\r\n", "No se entendió"
    yield b"name,qqqqq\r\nA,1\r\n", "El kiosco no conoce esta columna."
    yield b"name,name\r\nA,B\r\n", "Esta columna está dos veces."
    yield b"name,email\r\nA,nobody\r\n", "no es un correo"
    yield b"id,rev,name\r\n214,1-00000000000000000000000000000000,A\r\n", "no es una revisión de esta ficha."


@pytest.mark.parametrize(("content", "words"), tuple(_wrong_cells()))
def test_a_wrong_cell_is_told_in_spanish(kiosk: Kiosk, content: bytes, words: str) -> None:
    reading = _sheet(kiosk, content)
    said = sheet_problem(_ask(kiosk), reading)
    assert words in said
    assert reading.problems[0].words not in said
    assert "No se cambió nada." in said
