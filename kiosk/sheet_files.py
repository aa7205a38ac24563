"""Sheets as files of a school: all listings written to one, and one read against the listings as they stand."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.errors import NoSuch, Refused

if TYPE_CHECKING:
    from kiosk.services.editing import Editing
    from kiosk.services.sheet_reading import SheetReading
    from kiosk.store import Store


def read_sheet_file(file: Path, store: Store, editing: Editing, region: str, today: date) -> SheetReading:
    """What a sheet's rows come to. `NoSuch` when it cannot be read, `Refused` when it is none or has no rows."""
    from kiosk.exchange.sheets import LARGEST, read_sheets
    from kiosk.services.sheet_in import SheetReader

    try:
        if file.exists() and not file.is_file():
            raise Refused(f"{file} is no file. Nothing was changed. Name a sheet.").coded("not-a-file", file=file)
        with file.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        said = f"{file} cannot be read ({reason}). Nothing was changed. Look at its name."
        raise NoSuch(said).coded("file-not-read", file=file) from error
    sheets = read_sheets(content)
    if not any(sheet.rows for sheet in sheets):
        said = f"{file} has no rows. Nothing was changed. Its first row names the columns."
        raise Refused(said).coded("no-rows", file=file)
    return SheetReader(store, editing, region, today).read(sheets)


def write_sheet_file(file: Path, store: Store, data: Path, title: str, kind: str = "") -> int:
    """Write all listings to a sheet, whole or not at all, over nothing that is there already; how many they are.

    `kind` is `csv` or `xlsx`; without it the file's name says it.
    """
    from kiosk.exchange.sheets import write_text, write_workbook
    from kiosk.services.sheet_out import sheet_of
    from kiosk.store.backup_place import check_place
    from kiosk.store.disk import Disk, not_saved

    check_place(file, data, "sheet", b"\0")
    kepts = sorted(store.load(), key=lambda kept: (kept.number or 0, kept.id))
    header, rows = sheet_of((store.document(kept), kept.rev) for kept in kepts)
    is_text = (kind or file.suffix.lower().lstrip(".")) != "xlsx"
    content = write_text(header, rows) if is_text else write_workbook(header, rows, title)
    try:
        Disk().replace_file(file, content)
    except OSError as error:
        raise not_saved(error, "There is no sheet. The listings are as they were.") from error
    return len(kepts)
