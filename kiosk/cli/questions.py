"""`kiosk questions`: what two people changed differently, until somebody takes one or the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kiosk.cli.by import by_option
from kiosk.cli.context import Wanted, answer, answer_json, json_option, tell
from kiosk.domain.errors import NoSuch

if TYPE_CHECKING:
    from kiosk.domain.kept import Question
    from kiosk.services.keeper import Take


@click.command("questions")
@click.argument("ref", metavar="[ID]", required=False)
@click.option("--take", type=click.Choice(["mine", "theirs"]), help="Decide: what came later, or what stands.")
@click.option("--field", metavar="FIELD", help="Only the question about this field.")
@by_option
@json_option
@click.pass_obj
def questions_command(
    wanted: Wanted, ref: str | None, take: Take | None, field: str | None, by: str, as_json: bool
) -> None:
    """Show what two people changed differently, or decide it for one listing. ID is its id or its number.

    What stands is theirs; mine is what came later. Without --field, all questions of the listing are decided.

    \b
    Example:
      kiosk questions
      kiosk questions 214 --take mine
      kiosk questions 214 --take theirs --field name.es
    """
    from kiosk.cli.office import answer_saved, open_office
    from kiosk.services.outcomes import answered

    if ref is None and (take or field is not None):
        raise click.UsageError("Say of which listing: kiosk questions ID --take mine")
    editing = open_office(wanted).editing()
    asked = editing.questions(ref or "", field)
    if take is None or ref is None:
        _show(asked, as_json)
        return
    if not asked:
        raise NoSuch(f"“{ref}” has no open question. Nothing was changed. See: kiosk questions")
    saved = editing.answer(asked, take, by)
    answer_saved(saved, as_json)
    tell(answered(saved, asked, take))


def _show(questions: list[Question], as_json: bool) -> None:
    from kiosk.services.outcomes import asked

    if as_json:
        names = ("id", "field", "base", "mine", "theirs")
        answer_json([{name: getattr(each, name) for name in names} for each in questions])
        return
    answer(f"{each.id}  {asked(each)}" for each in questions)
    if questions:
        tell("To decide: kiosk questions ID --take mine (or theirs)")
    else:
        tell("There is no open question.")
