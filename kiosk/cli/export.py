"""`kiosk export`: all listings with their ancestry and their history in one file, for another kiosk."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk.cli.context import Wanted, answer_json, json_option, tell


@click.command("export")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["bundle"]), default="bundle", show_default=True, help="What to write."
)
@json_option
@click.pass_obj
def export_command(wanted: Wanted, file: Path, form: str, as_json: bool) -> None:  # noqa: ARG001  # one form so far
    """Write all listings with their history to one FILE on a stick, which `kiosk import` takes on another machine.

    FILE is written whole or not at all. Others may go on writing meanwhile.

    \b
    Example:
      kiosk export --format bundle /media/stick/oak-school.kiosk
    """
    from kiosk.cli.office import open_office
    from kiosk.store.bundle_file import write_bundle

    office = open_office(wanted)
    held = write_bundle(office.store, office.places.data, file)
    count = len(held.book.listings)
    if as_json:
        answer_json({"file": str(file.absolute()), "listings": count, "seq": held.book.seq})
    tell(
        f"{file} is written, with {count} {'listing' if count == 1 else 'listings'}. "
        f"On the other machine: kiosk import {file}"
    )
