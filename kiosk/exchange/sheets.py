"""Sheets as files: comma-separated text and Excel workbooks, read within bounds, written so that nothing in them runs.

A spreadsheet program takes a text that begins with = + - or @ for a formula. In plain text such a cell gets an
apostrophe in front, which reading takes off again; in a workbook it is marked as text.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from kiosk.domain.errors import Refused
from kiosk.domain.sheet import MOST_COLUMNS, MOST_ROWS, Cell, Sheet, SheetRow
from kiosk.domain.text import clean_text

LARGEST, LARGEST_INSIDE = 32 * 1024 * 1024, 256 * 1024 * 1024
"""Bytes of a file, and of all that is packed in a workbook."""
_MARK = "\ufeff"
"""What tells a spreadsheet program that a text is UTF-8, so that it shows accents."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ZIP = b"PK\x03\x04"
_KEPT = "Nothing was changed."


def read_sheets(content: bytes) -> list[Sheet]:
    """The tables in a file's bytes: one of a plain file, one of each page of a workbook; else `Refused`."""
    if len(content) > LARGEST:
        said = f"The sheet is too large (at most {LARGEST // 1024 // 1024} MiB). {_KEPT} Take it in parts."
        raise Refused(said).coded("sheet-too-large", size=LARGEST // 1024 // 1024)
    return _read_workbook(content) if content.startswith(_ZIP) else [_read_text(content)]


def write_text(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A plain file: commas, a mark for UTF-8 at its beginning, no cell that could be taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in (header, *rows):
        writer.writerow([_guarded(cell) for cell in row])
    return (_MARK + out.getvalue()).encode()


def write_workbook(header: Sequence[str], rows: Iterable[Sequence[Cell]], title: str) -> bytes:
    """A workbook with one page; every text in it is marked as text."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    page = book.create_sheet(title[:31])
    page.freeze_panes = "A2"
    for row in (header, *rows):
        cells = []
        for value in row:
            cell = WriteOnlyCell(page, value=value)  # type: ignore[arg-type]  # days and times too
            if isinstance(value, str):
                cell.data_type = "s"  # else what begins with = would be worked out
            cells.append(cell)
        page.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _guarded(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) or cell.startswith("'") else cell
    return "" if cell is None else str(cell)


def _unguarded(text: str) -> str:
    return text[1:] if text[:1] == "'" and text[1:].startswith((*_FORMULA, "'")) else text


def _read_text(content: bytes) -> Sheet:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        said = f"The file is not UTF-8 text. {_KEPT} Save it as CSV UTF-8, or as .xlsx."
        raise Refused(said).coded("no-sheet") from error
    if "\0" in text:
        raise Refused(f"The file is no sheet. {_KEPT} Save it as CSV UTF-8, or as .xlsx.").coded("no-sheet")
    first = text.partition("\n")[0]
    mark = max(",;\t", key=first.count)
    csv.field_size_limit(LARGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    rows: list[SheetRow] = []
    try:
        for number, row in enumerate(islice(reader, MOST_ROWS + 2), start=1):
            rows.append(SheetRow(number, tuple(_unguarded(clean_text(cell)) for cell in row)))
    except csv.Error as error:
        said = f"The file is no sheet: line {reader.line_num}, {error}. {_KEPT} Mend the line."
        raise Refused(said).coded("no-sheet-line", n=reader.line_num) from error
    return _sheet("", rows)


def _read_workbook(content: bytes) -> list[Sheet]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(each.file_size for each in packed.infolist()) > LARGEST_INSIDE:
                said = f"What is packed in the workbook is too large. {_KEPT} Take it in parts."
                raise Refused(said).coded("sheet-too-large", size=LARGEST_INSIDE // 1024 // 1024)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        pages = [_sheet(page.title, list(_rows(page.iter_rows(values_only=True)))) for page in book.worksheets[:20]]
    except (
        zipfile.BadZipFile,
        InvalidFileException,
        KeyError,
        ValueError,
        TypeError,
        SyntaxError,
        EOFError,
        OSError,
    ) as error:
        said = f"The file is damaged, or no workbook. {_KEPT} Save it again as .xlsx."
        raise Refused(said).coded("no-workbook") from error
    return [page for page in pages if page.header]


def _rows(found: Iterable[tuple[object, ...]]) -> Iterator[SheetRow]:
    for number, row in enumerate(islice(found, MOST_ROWS + 2), start=1):
        yield SheetRow(number, tuple(_cell(cell) for cell in row[: MOST_COLUMNS + 1]))


def _cell(value: object) -> Cell:
    from datetime import date, time

    if isinstance(value, str):
        return clean_text(value)
    if value is None or isinstance(value, (bool, int, float, date, time)):
        return value
    return str(value)


def _sheet(name: str, rows: list[SheetRow]) -> Sheet:
    """The first row is the header; rows without any cell are left out, and keep the others' numbers."""
    filled = [row for row in rows if any(cell not in (None, "") for cell in row.cells)]
    if not filled:
        return Sheet(name, (), ())
    if len(filled) > MOST_ROWS + 1:
        said = f"The sheet has more than {MOST_ROWS} rows. {_KEPT} Take it in parts."
        raise Refused(said).coded("sheet-rows", n=MOST_ROWS)
    header = [str(cell).strip() if cell is not None else "" for cell in filled[0].cells]
    while header and not header[-1]:
        header.pop()
    if len(header) > MOST_COLUMNS:
        said = f"The sheet has more than {MOST_COLUMNS} columns. {_KEPT} Take out those that are empty."
        raise Refused(said).coded("sheet-columns", n=MOST_COLUMNS)
    return Sheet(clean_text(name), tuple(header), tuple(filled[1:]))
