"""`kiosk import` of a sheet: what its rows would change, shown first, all of them or none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.cli.context import Wanted, answer_json, tell
from kiosk.domain.errors import NoSuch, Refused
from kiosk.domain.values import dataclass

if TYPE_CHECKING:
    from kiosk.cli.office import Office
    from kiosk.domain.kept import Edit, Kept
    from kiosk.domain.listing import Listing
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


def read_sheet_file(wanted: Wanted, file: Path) -> SheetFile:
    """Read a sheet against the listings as they stand."""
    from kiosk.cli.office import open_office
    from kiosk.config import load_school
    from kiosk.exchange.sheets import LARGEST, read_sheets
    from kiosk.services.sheet_in import SheetReader

    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as error:
        raise NoSuch(f"{file} cannot be read ({error.strerror}). Nothing was changed. Look at its name.") from error
    sheets = read_sheets(content)
    if not sheets or not any(sheet.rows for sheet in sheets):
        raise Refused(f"{file} has no rows. Nothing was changed. Its first row names the columns.")
    office = open_office(wanted)
    region = load_school(office.places.data).settings.region
    reader = SheetReader(office.store, office.editing(), region, office.today(wanted.at))
    return SheetFile(file, office, reader.read(sheets))


def pairs(sheet: SheetFile) -> Iterator[tuple[Kept | None, Listing | None]]:
    """Each listing that a row changes: as it stands, and as it would be."""
    store, editing = sheet.office.store, sheet.office.editing()
    for edit in sheet.reading.edits:
        assert edit.content is not None  # a sheet deletes nothing
        standing = store.get(edit.id) if edit.rev else None
        comes = editing.draft(edit.content)  # type: ignore[arg-type]  # a sheet's are JSON objects
        if standing is None or not _is_same(store.document(standing), edit):
            yield standing, comes


def _is_same(standing: dict[str, object], edit: Edit) -> bool:
    from kiosk.domain.tree import same

    return same(standing, edit.content)


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
