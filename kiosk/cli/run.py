"""`kiosk run`: the family side, full screen or line by line."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import click

from kiosk.cli.context import Wanted
from kiosk.cli.screen import need_a_screen, obey_nothing, stay_offline

if TYPE_CHECKING:
    from kiosk.services.who import Who
    from kiosk.wiring import Kiosk


@click.command("run")
@click.option("--plain", "is_plain", is_flag=True, help="Line by line, for a screen reader or a very bad line.")
@click.option("--watchdog", "is_watched", is_flag=True, help="Start the screen again whenever it falls over.")
@click.pass_obj
@click.pass_context
def run_command(ctx: click.Context, wanted: Wanted, is_plain: bool, is_watched: bool) -> None:
    """Show the family side, full screen. F1 leads to help lines, F10 ends a visit; to end the program, stop it.

    The full screen needs a terminal with UTF-8 that can move its cursor, of 80 x 24 or more; any other can
    run it with --plain. NO_COLOR is obeyed.

    \b
    Example:
      kiosk run
      kiosk --data ~/our-school run --plain
    """
    if not is_plain:
        need_a_screen()
    if is_watched:
        ctx.exit(_watched(wanted, is_plain))
    if not is_plain:
        gc.disable()  # until the first screen stands (kiosk.tui.rubbish): a start makes next to no rubbish
    from kiosk.config import find_places, keep_last_good
    from kiosk.domain.errors import NotSaved
    from kiosk.logs import keep_log

    obey_nothing()
    stay_offline()
    keep_log(find_places(wanted.data).data)
    kiosk = wanted.kiosk(ticking=True) if is_plain else _when_it_can_be_built(wanted)
    with suppress(NotSaved):  # a lobby account may be allowed to read only: it runs all the same
        keep_last_good(kiosk.places.data, kiosk.school.setup, kiosk.school.year)
    ctx.exit(_plain(kiosk) if is_plain else _full_screen(kiosk))


def _watched(wanted: Wanted, is_plain: bool) -> int:
    """Run the same command without the watchdog, and again when it falls."""
    from kiosk.cli.watchdog import CURSOR, Watchdog, deaf_terminal
    from kiosk.config import find_places
    from kiosk.logs import keep_log

    keep_log(find_places(wanted.data).data)
    command = [sys.executable, "-m", "kiosk", *wanted.arguments(), "run"]
    if is_plain:
        return Watchdog([*command, "--plain"], lambda: None).run()
    with deaf_terminal(sys.stdin.fileno()):
        status = Watchdog(command, _say_it_comes_back).run()
    click.echo(CURSOR, nl=False)
    return status


def _say_it_comes_back() -> None:
    """The numbers to call, in plain lines, while there is no screen."""
    from kiosk.cli.watchdog import CLEAN, LEFT_BEHIND
    from kiosk.pages.out_of_order import out_of_order_page

    page = out_of_order_page()
    numbers = [f"{each.number}   {' / '.join(each.titles)}" for each in page.numbers]
    click.echo(LEFT_BEHIND + CLEAN + "\r\n".join(["", *page.notices, "", *numbers, "", *page.adult]), nl=False)


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

    gc.enable()
    app = OutOfOrderApp(out_of_order_page(), is_mended)
    app.run()
    return app.return_code or 0


def _full_screen(kiosk: Kiosk) -> int:
    from kiosk.cli.turns import by_turns

    return by_turns(partial(_lobby, kiosk), partial(_desk, kiosk))


def _lobby(kiosk: Kiosk, is_taken: bool) -> tuple[int, Who | None]:
    """The family side; who signed in, if anybody did."""
    from kiosk.pages.reader import Size
    from kiosk.pages.visit import Visit
    from kiosk.tui.app import KioskApp
    from kiosk.tui.art import Art

    content = kiosk.content
    art = Art(content.pictograms, content.letters, content.digits)
    with kiosk.lobby() as lobby:
        visit = Visit(kiosk.center, kiosk.clock, Size(), kiosk.chosen_language, lobby.count)
        app = KioskApp(visit, art, changed=lobby.watching(kiosk.changed), door=kiosk.sign_in())
        app.takes_over = is_taken
        app.run()
    return app.return_code or 0, app.wish


def _desk(kiosk: Kiosk, who: Who) -> int:
    """The desk, for somebody who gave a PIN: what they may do is theirs, not the lobby's account's."""
    from kiosk.tui.staff.app import StaffApp

    kiosk.whoever.becomes(who.name)
    try:
        app = StaffApp(kiosk.desk(who), kiosk.desk_words(), kiosk.language, at_lobby=True)
        app.takes_over = app.hands_over = True
        app.run()
    finally:
        kiosk.whoever.becomes(None)
    return app.return_code or 0


def _plain(kiosk: Kiosk) -> int:
    from kiosk.cli.plain import read_aloud

    return read_aloud(kiosk)
