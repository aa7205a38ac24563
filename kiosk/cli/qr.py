"""`kiosk qr`: a listing's code in the terminal, or as a picture."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.context import Wanted, answer, answer_json, asking, found, json_option, tell
from kiosk.domain.errors import NoSuch, NotSaved, Refused

if TYPE_CHECKING:
    from kiosk.domain.qr import Matrix
    from kiosk.pages.parts import Code

KINDS = ("sign-up", "call", "date", "contact", "directions", "text")
_PIXELS = 10
"""To a module of the picture."""
_BLACK_ON_WHITE, _ORDINARY = "\x1b[38;5;16;48;5;231m", "\x1b[0m"
"""From the 256 colours, whose black and white no theme changes."""


@click.command("qr")
@click.argument("ref", metavar="ID")
@click.option("--kind", type=click.Choice(KINDS), help="Which code; the first that works now when left out.")
@click.option("--png", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write a picture instead.")
@json_option
@click.pass_obj
def qr_command(wanted: Wanted, ref: str, kind: str | None, png: Path | None, as_json: bool) -> None:
    """Draw a listing's code in the terminal, or write it as a picture. ID is its id or its number.

    \b
    Example:
      kiosk qr 214
      kiosk qr school-clinic --kind call --png call-the-clinic.png
    """
    from kiosk.domain.first_step import first_step
    from kiosk.domain.qr import matrix
    from kiosk.pages.codes import codes
    from kiosk.pages.route import Route

    kiosk = wanted.kiosk()
    kept, now = found(kiosk, ref), kiosk.clock()
    opening = kiosk.center.directory.opening(kept, now)
    ask = asking(kiosk, Route("listing", kept.id))
    there = codes(ask, kept, opening, first_step(kept.listing, opening, now))
    code = next((each for each in there if kind in (None, each.kind)), None)
    if code is None:
        kinds = ", ".join(each.kind for each in there if each.kind in KINDS)
        raise NoSuch(f"“{kept.id}” has no {kind} code now. Nothing was drawn. It has: {kinds or 'none'}.")
    drawn = matrix(code.payload)
    if png is not None:
        _write_png(drawn, png)
    if as_json:
        shape = {"kind": code.kind, "payload": code.payload, "version": drawn.version}
        answer_json({**shape, "needs_internet": code.needs_internet})
    elif png is None:
        _draw(drawn, code)
    else:
        tell(f"The code is in {png}.")


def _draw(drawn: Matrix, code: Code) -> None:
    """The code, never clipped: on a terminal that is too small, only its words."""
    rows = terminal_rows(drawn, colour="NO_COLOR" not in os.environ)
    columns, lines = drawn.size + 8, len(rows)
    there = os.get_terminal_size() if sys.stdout.isatty() else None
    if there and (there.columns < columns or there.lines < lines):
        tell(f"This code takes {columns} columns and {lines} rows. Make the window larger, or use --png FILE.")
    else:
        for row in rows:
            click.echo(row, color=True)
    answer(words for words in (code.does, code.opens, code.instead) if words)
    answer(code.payload)


def terminal_rows(drawn: Matrix, colour: bool) -> list[str]:
    """The code as lines to print: black on white by colour; without colours, ink on the light modules.

    Terminals are taken to draw light ink on a dark ground when they have no colours.
    """
    from kiosk.domain.qr import half_blocks, inverse_half_blocks

    if not colour:
        return inverse_half_blocks(drawn)
    return [f"{_BLACK_ON_WHITE}{row}{_ORDINARY}" for row in half_blocks(drawn)]


def _write_png(drawn: Matrix, file: Path) -> None:
    """The code as a picture in two greys, with its quiet zone."""
    import png

    from kiosk.domain.qr import QUIET

    side = (drawn.size + 2 * QUIET) * _PIXELS
    edge = [1] * (QUIET * _PIXELS)
    rows = [[1] * side] * (QUIET * _PIXELS)
    middle = [[*edge, *(int(not dark) for dark in row for _ in range(_PIXELS)), *edge] for row in drawn.modules]
    pixels = [*rows, *(line for line in middle for _ in range(_PIXELS)), *rows]
    try:
        with file.open("wb") as stream:
            png.Writer(side, side, greyscale=True, bitdepth=1).write(stream, pixels)
    except FileNotFoundError as error:
        raise Refused(f"There is no folder {file.parent}. Nothing was written. Make it first.") from error
    except OSError as error:
        raise NotSaved(f"{file} could not be written ({error.strerror}). Try another place.") from error
