"""A sheet from outside, or for outside: a header and rows of cells, whatever kind of file it lies in."""

from __future__ import annotations

from datetime import date, datetime, time

from kiosk.domain.values import dataclass

Cell = str | int | float | bool | date | datetime | time | None
MOST_ROWS, MOST_COLUMNS = 20_000, 500


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its number in the file as a person counts it (the header is 1), and its cells."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table. `name` is that of a page in a workbook, empty for a plain file."""

    name: str
    header: tuple[str, ...]
    rows: tuple[SheetRow, ...]
