"""`kiosk export`: all listings in one file: with their history for another kiosk, or as a sheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.context import Wanted, answer_json, json_option, tell

if TYPE_CHECKING:
    from kiosk.cli.office import Office


@click.command("export")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["bundle", "csv", "xlsx"]), help="What to write; else FILE's name says it."
)
@json_option
@click.pass_obj
def export_command(wanted: Wanted, file: Path, form: str | None, as_json: bool) -> None:
    """Write all listings with their history to one FILE on a stick, which `kiosk import` takes on another machine.

    FILE is written whole or not at all. Others may go on writing meanwhile. As a sheet (csv, xlsx) it has a row for
    each listing, and `kiosk import` takes it again when it was changed.

    \b
    Example:
      kiosk export --format bundle /media/stick/oak-school.kiosk
      kiosk export --format xlsx programs.xlsx
    """
    from kiosk.cli.office import open_office
    from kiosk.store.bundle_file import write_bundle

    office = open_office(wanted)
    kind = form or {".csv": "csv", ".xlsx": "xlsx"}.get(file.suffix.lower(), "bundle")
    if kind != "bundle":
        _write_sheet(office, file, kind, as_json)
        return
    held = write_bundle(office.store, office.places.data, file)
    count = len(held.book.listings)
    if as_json:
        answer_json({"file": str(file.absolute()), "listings": count, "seq": held.book.seq})
    tell(
        f"{file} is written, with {count} {'listing' if count == 1 else 'listings'}. "
        f"On the other machine: kiosk import {file}"
    )


def _write_sheet(office: Office, file: Path, kind: str, as_json: bool) -> None:
    """All listings as a sheet. Nothing that is there already is written over."""
    from kiosk.config import load_school
    from kiosk.sheet_files import write_sheet_file

    data = office.places.data
    count = write_sheet_file(file, office.store, data, load_school(data).settings.school, kind)
    if as_json:
        answer_json({"file": str(file.absolute()), "listings": count})
    tell(f"{file} is written, with {count} {'listing' if count == 1 else 'listings'}.")
