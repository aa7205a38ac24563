"""`kiosk add`: new listings from a file."""

from __future__ import annotations

import click

from kiosk.cli.by import account
from kiosk.cli.context import Wanted, answer, answer_json, json_option
from kiosk.domain.errors import NoSuch


@click.command("add")
@click.argument("file", metavar="FILE")
@json_option
@click.pass_obj
def add_command(wanted: Wanted, file: str, as_json: bool) -> None:
    """Add new listings from FILE (JSON; - is standard input): one listing or an array of them, all or none.

    \b
    Example:
      kiosk add new-club.json
      kiosk show chess-club --json | sed s/chess/drama/g | kiosk add -
    """
    text = _bytes(file)
    kiosk = wanted.kiosk()
    saved = kiosk.editing().add_json(text, account(wanted))
    if as_json:
        answer_json([{"id": each.id, "rev": each.rev} for each in saved])
        return
    answer(f"{each.number or '':>4}  {each.id}  {each.rev}" for each in saved)


def _bytes(file: str) -> bytes:
    try:
        with click.open_file(file, "rb") as stream:
            text: bytes = stream.read()
            return text
    except OSError as error:
        raise NoSuch(f"{file} cannot be read ({error.strerror}). Nothing was changed. Look at its name.") from error
