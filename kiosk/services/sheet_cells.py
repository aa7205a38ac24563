"""Cells: a value of a listing as a spreadsheet holds it, and what a cell that somebody typed means."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Literal

from kiosk.domain.errors import Refused
from kiosk.domain.problems import Problem
from kiosk.domain.sheet import Cell
from kiosk.services.phones import read as read_phone
from kiosk.services.sheet_columns import Column, Kind

DateOrder = Literal["month-first", "day-first"]
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*([ap])?\.?\s?m?\.?", re.IGNORECASE)
_YES, _NO = frozenset({"true", "yes", "y", "1", "x", "sí", "si", "✓"}), frozenset({"false", "no", "n", "0"})


class NotRead(Exception):
    """The cell means nothing that can stand there; `problem` says what to write instead."""

    def __init__(self, code: str, cell: object) -> None:
        super().__init__(code, cell)
        self.problem = Problem("", code, str(cell))


def written(kind: Kind | None, value: object) -> Cell:
    """The cell of a value."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False) if kind == "json" and _is_json(value) else value
    if isinstance(value, (list, tuple)) and kind in ("words", "numbers"):
        texts = [str(each) for each in value]
        if not any("," in text or text.startswith("[") for text in texts):
            return ", ".join(texts)
    return json.dumps(value, ensure_ascii=False)


def read(column: Column, cell: Cell, order: DateOrder, region: str) -> object:
    """What a cell means in a column; None for nothing. `NotRead` where it means nothing that can stand there."""
    if cell is None or cell == "":
        return None
    value = _READERS[column.kind](cell, order) if column.kind in _READERS else _text(cell)
    if column.path.startswith("phones[") and column.path.endswith("].number"):
        return _phone(str(value), region)
    return value


def order_of(cells: Iterable[Cell]) -> tuple[DateOrder | None, bool]:
    """In which order a column's dates are written, if one cell proves it; and whether any could be read both ways."""
    found = [match for cell in cells if isinstance(cell, str) and (match := _SLASHED.fullmatch(cell.strip()))]
    if any(int(each[1]) > 12 for each in found):
        return "day-first", False
    if any(int(each[2]) > 12 for each in found):
        return "month-first", False
    return None, any(each[1] != each[2] for each in found)


def _text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))  # a room or a ZIP code that a spreadsheet took for a number
    return (cell.isoformat() if isinstance(cell, (date, time)) else str(cell)).strip()


def _number(cell: Cell, _: DateOrder) -> object:
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return cell
    try:
        number = float(str(cell).replace("$", "").replace(",", "").strip())
    except ValueError as error:
        raise NotRead("cell-number", cell) from error
    if not math.isfinite(number):
        raise NotRead("cell-number", cell)
    return int(number) if number == int(number) else number


def _whole(cell: Cell, order: DateOrder) -> object:
    number = _number(cell, order)
    if isinstance(number, float) and number != int(number):
        raise NotRead("cell-whole", cell)
    return int(number)  # type: ignore[call-overload]  # it is a number


def _flag(cell: Cell, _: DateOrder) -> object:
    if isinstance(cell, bool):
        return cell
    text = _text(cell).casefold()
    if text in _YES:
        return True
    if text in _NO:
        return False
    raise NotRead("cell-flag", cell)


def _day(cell: Cell, order: DateOrder) -> object:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    text = _text(cell)
    slashed = _SLASHED.fullmatch(text)
    try:
        if slashed is None:
            return date.fromisoformat(text[:10]).isoformat()
        first, second, year = (int(part) for part in slashed.groups())
        month, day = (first, second) if order == "month-first" else (second, first)
        return date(year, month, day).isoformat()
    except ValueError as error:
        raise NotRead("cell-day", text) from error


def _clock(cell: Cell, _: DateOrder) -> object:
    if isinstance(cell, (datetime, time)):
        return f"{cell.hour:02}:{cell.minute:02}"
    found = _CLOCK.fullmatch(_text(cell))
    if found is None or not (found[2] or found[3]):
        raise NotRead("cell-time", cell)
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or minute > 59:
        raise NotRead("cell-time", cell)
    return f"{hour:02}:{minute:02}"


def _words(cell: Cell, _: DateOrder) -> object:
    text = _text(cell)
    if text.startswith("["):
        return _json(cell, _)
    return [word.strip() for word in re.split(r"[,;\n]", text) if word.strip()]


def _numbers(cell: Cell, order: DateOrder) -> object:
    words = _words(cell, order)
    return [_whole(word, order) for word in words] if isinstance(words, list) else words


def _json(cell: Cell, _: DateOrder) -> object:
    if not isinstance(cell, str):
        return cell if isinstance(cell, (bool, int, float)) else _text(cell)
    try:
        value: object = json.loads(cell)
    except (ValueError, RecursionError):
        return cell
    return value


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _phone(text: str, region: str) -> str:
    """As it is kept where it can be read; else as it is typed, which the check then names."""
    try:
        return read_phone(text, region).number
    except Refused:
        return text


_READERS = {
    "number": _number, "whole": _whole, "flag": _flag, "day": _day, "clock": _clock, "words": _words,
    "numbers": _numbers, "json": _json,
}  # fmt: skip
