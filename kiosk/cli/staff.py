"""`kiosk staff`: the desk, full screen."""

from __future__ import annotations

import gc

import click

from kiosk.cli.context import Wanted
from kiosk.cli.screen import STAFF_PLAIN, need_a_screen, obey_nothing


@click.command("staff")
@click.option("--no-files", is_flag=True, help="No screen reads or writes a file by its path: for SSH.")
@click.pass_obj
@click.pass_context
def staff_command(ctx: click.Context, wanted: Wanted, no_files: bool) -> None:
    """Open the desk: what needs you today, and everything that keeps the listings true. ? shows all keys.

    Over SSH your account says who you are. As a forced command with --no-files it leads nowhere else.

    \b
    Example:
      kiosk staff
      kiosk --lang es staff
      ssh -t lobby kiosk --data /srv/kiosk staff
    """
    need_a_screen(STAFF_PLAIN)
    gc.disable()  # until the first page stands (kiosk.tui.rubbish): a start makes next to no rubbish
    from kiosk.config import find_places
    from kiosk.logs import keep_log

    obey_nothing()
    keep_log(find_places(wanted.data).data)
    kiosk = wanted.kiosk(ticking=True)
    from kiosk.pages.staff.shut import FILE_SCREENS
    from kiosk.tui.staff.app import StaffApp

    shut = FILE_SCREENS if no_files else frozenset()
    app = StaffApp(kiosk.desk(kiosk.whoever.now()), kiosk.desk_words(), kiosk.language, shut=shut)
    app.run()
    ctx.exit(app.return_code or 0)
