"""`kiosk show`: one listing as a family reads it."""

from __future__ import annotations

import click

from kiosk.cli.context import Wanted, answer, answer_json, asking, found, json_option, read_aloud


@click.command("show")
@click.argument("ref", metavar="ID")
@json_option
@click.pass_obj
def show_command(wanted: Wanted, ref: str, as_json: bool) -> None:
    """Show one listing as a family reads it. ID is its id or its number.

    \b
    Example:
      kiosk show 214
      kiosk show school-clinic --json
    """
    from kiosk.pages.route import Route
    from kiosk.pages.site import page

    kiosk = wanted.kiosk()
    kept = found(kiosk, ref)
    if as_json:
        answer_json({**kiosk.store.document(kept), "id": kept.id, "number": kept.number, "rev": kept.rev})
        return
    shown = page(asking(kiosk, Route("listing", kept.id)))
    answer(read_aloud(shown))
