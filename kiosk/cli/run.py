"""`kiosk run`: the family side, full screen or line by line."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from kiosk.cli.context import Wanted

if TYPE_CHECKING:
    from kiosk.wiring import Kiosk


class NoScreen(click.ClickException):
    """Nothing here can be drawn on: wrong usage, said in one sentence."""

    exit_code = 2


@click.command("run")
@click.option("--plain", "is_plain", is_flag=True, help="Line by line, for a screen reader or a very bad line.")
@click.pass_obj
@click.pass_context
def run_command(ctx: click.Context, wanted: Wanted, is_plain: bool) -> None:
    """Show the family side, full screen. F1 leads to help lines, F10 ends a visit; to end the program, stop it.

    \b
    Example:
      kiosk run
      kiosk --data ~/our-school run --plain
    """
    if not is_plain:
        _need_a_screen()
    from kiosk.config import keep_last_good
    from kiosk.domain.errors import NotSaved
    from kiosk.logs import keep_log

    kiosk = wanted.kiosk(ticking=True) if is_plain else _when_it_can_be_built(wanted)
    keep_log(kiosk.places.data)
    with suppress(NotSaved):  # a lobby account may be allowed to read only: it runs all the same
        keep_last_good(kiosk.places.data)
    ctx.exit(_plain(kiosk) if is_plain else _full_screen(kiosk))


def _need_a_screen() -> None:
    """One clear sentence where no screen can be drawn."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NoScreen("The kiosk needs a terminal to draw on: run it in a terminal window, or with --plain.")
    if (sys.stdout.encoding or "").lower().replace("-", "") != "utf8":
        raise NoScreen("This terminal is not set to UTF-8: set LANG to a UTF-8 locale, or use --plain.")


def _when_it_can_be_built(wanted: Wanted) -> Kiosk:
    """The kiosk; while a file is broken that it cannot do without, a screen with the numbers to call stands instead."""
    from kiosk.domain.errors import KioskError

    while True:
        try:
            return wanted.kiosk(ticking=True)
        except KioskError as error:
            status = _out_of_order(wanted, str(error))
            if status:
                sys.exit(status)


def _out_of_order(wanted: Wanted, problem: str) -> int:
    """Show the numbers to call until the kiosk can be built; what is wrong is logged, not shown to families."""
    import logging

    from kiosk.domain.errors import KioskError
    from kiosk.pages.out_of_order import out_of_order_page
    from kiosk.tui.out_of_order import OutOfOrderApp

    logging.getLogger(__name__).error("The kiosk cannot be built: %s", problem)

    def is_mended() -> bool:
        try:
            wanted.kiosk(ticking=True)
        except KioskError:
            return False
        return True

    app = OutOfOrderApp(out_of_order_page(), is_mended)
    app.run()
    return app.return_code or 0


def _full_screen(kiosk: Kiosk) -> int:
    from kiosk.pages.reader import Size
    from kiosk.pages.visit import Visit
    from kiosk.tui.app import KioskApp
    from kiosk.tui.art import Art

    visit = Visit(kiosk.center, kiosk.clock, Size(), kiosk.language)
    content = kiosk.content
    app = KioskApp(visit, Art(content.pictograms, content.letters, content.digits), changed=kiosk.store.changed)
    app.run()
    return app.return_code or 0


def _plain(kiosk: Kiosk) -> int:
    from kiosk.cli.plain import read_aloud

    return read_aloud(kiosk)
