"""`kiosk staff`: the desk, full screen."""

from __future__ import annotations

import click

from kiosk.cli.context import Wanted
from kiosk.cli.screen import need_a_screen, obey_nothing


@click.command("staff")
@click.pass_obj
@click.pass_context
def staff_command(ctx: click.Context, wanted: Wanted) -> None:
    """Open the desk: what needs you today, and everything that keeps the listings true. ? shows all keys.

    \b
    Example:
      kiosk staff
      kiosk --lang es staff
    """
    need_a_screen()
    from kiosk.config import find_places
    from kiosk.logs import keep_log

    obey_nothing()
    keep_log(find_places(wanted.data).data)
    kiosk = wanted.kiosk(ticking=True)
    from kiosk.tui.staff.app import StaffApp

    app = StaffApp(kiosk.desk(kiosk.whoever.now()), kiosk.desk_words(), kiosk.language)
    app.run()
    ctx.exit(app.return_code or 0)
