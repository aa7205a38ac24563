"""`kiosk set`, `kiosk delete`, `kiosk undo` and `kiosk verify`: one listing changed or checked, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kiosk.cli.by import by_option, rev_option
from kiosk.cli.context import Wanted, json_option, tell
from kiosk.domain.errors import ChangedElsewhere

if TYPE_CHECKING:
    from kiosk.domain.kept import Saved
    from kiosk.services.editing import Editing


@click.command("set")
@click.argument("ref", metavar="ID")
@click.argument("words", metavar="PATH=VALUE...", nargs=-1, required=True)
@rev_option
@by_option
@json_option
@click.pass_obj
@click.pass_context
def set_command(
    ctx: click.Context, wanted: Wanted, ref: str, words: tuple[str, ...], rev: str, by: str, as_json: bool
) -> None:
    """Change fields of one listing, all of them or none. ID is its id or its number.

    VALUE is JSON if it can be read so, else text; nothing after the = takes the field away. Exit status 4 when
    somebody else changed the same since REV: what they wrote stands, and yours is kept as a question.

    \b
    Example:
      kiosk set 214 name.es=Clínica 'schedules[0].closes_at=15:30' minutes_needed=10
      kiosk set food-shelf alert.en="Closed for repairs" --rev 2-8632ee640b2f9bde6bdbc30de95f10c5
      kiosk set 214 'location.room="104"' 'phones[+18605550112].extension="7"'
    """
    from kiosk.cli.assignments import assigned
    from kiosk.cli.office import open_office

    values = [assigned(word) for word in words]
    editing = open_office(wanted).editing()
    saved = editing.change(ref, values, rev, by)
    _answer(ctx, editing, saved, by, as_json)


@click.command("delete")
@click.argument("ref", metavar="ID")
@rev_option
@by_option
@json_option
@click.pass_obj
@click.pass_context
def delete_command(ctx: click.Context, wanted: Wanted, ref: str, rev: str, by: str, as_json: bool) -> None:
    """Take one listing away. `kiosk undo` brings it back. ID is its id or its number.

    \b
    Example:
      kiosk delete 214
      kiosk delete food-shelf --rev 2-8632ee640b2f9bde6bdbc30de95f10c5
    """
    from kiosk.cli.office import open_office
    from kiosk.services.outcomes import deleted

    editing = open_office(wanted).editing()
    saved = editing.delete(ref, rev, by)
    _answer(ctx, editing, saved, by, as_json)
    if saved.outcome == "saved":
        tell(deleted(saved))


@click.command("undo")
@click.argument("ref", metavar="ID")
@by_option
@json_option
@click.pass_obj
def undo_command(wanted: Wanted, ref: str, by: str, as_json: bool) -> None:
    """Take one listing back to what it was before its last change; once more brings the change back.

    \b
    Example:
      kiosk undo 214
    """
    from kiosk.cli.office import answer_saved, open_office
    from kiosk.services.outcomes import undone

    saved = open_office(wanted).editing().undo(ref, by)
    answer_saved(saved, as_json)
    tell(undone(saved))


@click.command("verify")
@click.argument("ref", metavar="ID")
@by_option
@json_option
@click.pass_obj
@click.pass_context
def verify_command(ctx: click.Context, wanted: Wanted, ref: str, by: str, as_json: bool) -> None:
    """Note that one listing was checked today and is still true, and who checked it. ID is its id or its number.

    Families read the day that it was checked. It sets assured_date and assurer; --at sets the day.

    \b
    Example:
      kiosk verify 214 --by "Ana Ruiz"
      kiosk --at 2026-11-20 verify food-shelf --by mary
    """
    from kiosk.cli.office import open_office

    office = open_office(wanted)
    editing = office.editing()
    values = [("assured_date", office.today(wanted.at).isoformat()), ("assurer", by)]
    _answer(ctx, editing, editing.change(ref, values, "", by), by, as_json)


def _answer(ctx: click.Context, editing: Editing, saved: Saved, by: str, as_json: bool) -> None:
    """What became of a change; what is a question now is told, and is exit status 4."""
    from kiosk.cli.office import answer_saved
    from kiosk.services.outcomes import outcome

    answer_saved(saved, as_json)
    asked = editing.left_open(saved, by) if saved.outcome == "question" else []
    said = outcome(saved, asked)
    if said:
        tell(said)
    if saved.outcome == "question":
        ctx.exit(ChangedElsewhere.exit_status)
