"""`kiosk import` of a sheet: what its rows would change, shown first, all of them or none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.cli.context import Wanted, answer_json, tell
from kiosk.domain.errors import Refused
from kiosk.domain.values import dataclass

if TYPE_CHECKING:
    from kiosk.cli.office import Office
    from kiosk.services.sheet_reading import SheetProblem, SheetReading


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A sheet that was read: what it comes to, and in which office."""

    file: Path
    office: Office
    reading: SheetReading


def is_bundle(file: Path) -> bool:
    """Whether a file is a bundle; what is no file, or cannot be read, is left to whoever reads bundles."""
    from kiosk.store.carried import kind_of

    try:
        return kind_of(file) == "bundle" or file.suffix.lower() not in (".csv", ".tsv", ".txt", ".xlsx")
    except OSError:
        return True


def sheet_in_office(wanted: Wanted, file: Path) -> SheetFile:
    """Read a sheet against the listings as they stand."""
    from kiosk.cli.office import open_office
    from kiosk.config import load_school
    from kiosk.sheet_files import read_sheet_file

    office = open_office(wanted)
    region = load_school(office.places.data).settings.region
    reading = read_sheet_file(file, office.store, office.editing(), region, office.today(wanted.at))
    return SheetFile(file, office, reading)


def tell_problems(sheet: SheetFile) -> None:
    """Every cell that is wrong, and what was settled by a rule."""
    for note in sheet.reading.notes:
        tell(note)
    for problem in sheet.reading.problems:
        tell(_line(sheet.file, problem))


def problems_json(reading: SheetReading) -> list[dict[str, object]]:
    """The same as JSON."""
    return [
        {"row": each.row, "id": each.id or None, "column": each.column or None, "problem": each.words}
        for each in reading.problems
    ]


def refuse(sheet: SheetFile, as_json: bool) -> None:
    """Raise when a row is wrong: then none is taken in."""
    reading = sheet.reading
    if not reading.problems:
        return
    if as_json:
        answer_json({"rows": reading.rows, "problems": problems_json(reading)})
    count = len(reading.refused)
    rows = "1 row" if count == 1 else f"{count} rows"
    raise Refused(
        f"{rows} of {reading.rows} cannot be taken in. Nothing was changed. Mend them, or write them to a file of "
        "their own and take in the rest: --refused FILE"
    )


def write_refused(sheet: SheetFile, target: Path) -> None:
    """Write the rows that cannot be taken in to a sheet of their own, where they can be mended."""
    from kiosk.exchange.sheets import read_sheets, write_text
    from kiosk.store.backup_place import check_place
    from kiosk.store.disk import Disk, not_saved

    check_place(target, sheet.office.places.data, "sheet", b"\0")
    pages = {page.name: page.header for page in read_sheets(sheet.file.read_bytes())}
    first = next((name for name, _ in sheet.reading.refused), "")
    rows = [row.cells for name, row in sheet.reading.refused if name == first]
    try:
        Disk().replace_file(target, write_text(pages.get(first, ()), rows))
    except OSError as error:
        raise not_saved(error, "Nothing was changed.") from error


def _line(file: Path, problem: SheetProblem) -> str:
    page = f" {problem.page}," if problem.page else ""
    who = f" ({problem.id})" if problem.id else ""
    column = f", column {problem.column}" if problem.column else ""
    return f"{file.name},{page} row {problem.row}{who}{column}: {problem.words}"
