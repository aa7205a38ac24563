"""`kiosk open`: is it open?"""

from __future__ import annotations

import click

from kiosk.cli.context import Wanted, answer, answer_json, asking, found, json_option, opening_json, words


@click.command("open")
@click.argument("ref", metavar="ID")
@json_option
@click.pass_obj
def open_command(wanted: Wanted, ref: str, as_json: bool) -> None:
    """Say whether one listing is open, until when or from when, and why. ID is its id or its number.

    \b
    Example:
      kiosk --at 2026-12-16T13:59 open school-clinic
    """
    kiosk = wanted.kiosk()
    kept, now = found(kiosk, ref), kiosk.clock()
    opening = kiosk.center.directory.opening(kept, now)
    if as_json:
        at = now.isoformat(timespec="seconds")
        answer_json({"id": kept.id, "at": at, **opening_json(kiosk, opening)})
        return
    from kiosk.pages.route import Route
    from kiosk.pages.state import by_opening

    state = by_opening(asking(kiosk, Route("listing", kept.id)), kept.listing, opening)
    reason = words(kiosk).pick(opening.reason)
    told = f" ({reason})" if reason and reason != state.words else ""
    answer(f"{words(kiosk).pick(kept.listing.name)}: {' '.join(state.spoken())}{told}")
