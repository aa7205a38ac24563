"""`kiosk history`: what became of one listing, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kiosk.cli.context import Wanted, answer, answer_json, json_option

if TYPE_CHECKING:
    from kiosk.domain.kept import Version


@click.command("history")
@click.argument("ref", metavar="ID")
@json_option
@click.pass_obj
def history_command(wanted: Wanted, ref: str, as_json: bool) -> None:
    """Say who changed what of one listing, and when, newest first. ID is its id or its number, also of a deleted one.

    \b
    Example:
      kiosk history 214
      kiosk history food-shelf --json
    """
    from kiosk.cli.office import open_office
    from kiosk.services.outcomes import fields

    office = open_office(wanted)
    versions = office.store.history(office.store.id_of(ref))
    if as_json:
        answer_json([_json(each) for each in versions])
        return
    for each in versions:
        altered = f": {fields(each.fields)}" if each.fields else ""
        answer(f"{office.local(each.at)}  {each.rev}  {each.by}  {each.why}{altered}")


def _json(version: Version) -> dict[str, object]:
    return {
        "rev": version.rev,
        "parent": version.parent or None,
        "at": version.at,
        "by": version.by,
        "change": {"why": version.why, "fields": list(version.fields)},
    }
