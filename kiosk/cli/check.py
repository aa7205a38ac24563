"""`kiosk check`: everything that is wrong, by file, line or id, and field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from kiosk.cli.context import Wanted, answer, answer_json, json_option, tell, unswept
from kiosk.services.help_calls import GOOD_FOR

if TYPE_CHECKING:
    from kiosk.wiring import Kiosk


@click.command("check")
@json_option
@click.pass_obj
@click.pass_context
@unswept()
def check_command(ctx: click.Context, wanted: Wanted, as_json: bool) -> None:
    """Name everything that is wrong in the content, the school's files and the listings. Exit status 1 if anything is.

    Every byte that is kept of the listings is read, old versions too.

    \b
    Example:
      kiosk check
    """
    from kiosk.wiring import make_kiosk

    kiosk = make_kiosk(wanted.data, wanted.at)
    _remind(kiosk)
    wrong = [*_content(kiosk), *_school(kiosk), *_store(kiosk), *_listings(kiosk)]
    if as_json:
        answer_json([{"where": where, "field": field, "problem": problem} for where, field, problem in wrong])
    else:
        answer(f"{where}: {field}: {problem}" if field else f"{where}: {problem}" for where, field, problem in wrong)
        tell(f"Checked {len(kiosk.store.load())} listings: {_told(len(wrong))}")
    if wrong:
        ctx.exit(1)


def _remind(kiosk: Kiosk) -> None:
    """Help lines go stale although nothing in their file is wrong: say so, and change no exit status."""
    calls, today = kiosk.center.help_calls, kiosk.clock().date()
    checked = calls.all_checked(today)
    age = (today - checked).days
    if age > GOOD_FOR:
        tell(f"The help lines of {calls.region.code} were checked {age} days ago, on {checked}. Call each of them.")
    for line, call in calls.wrong(today):
        tell(f"The help line {line.shown} was found wrong on {call.day}, by {call.by}. Put it right in its file.")


def _told(count: int) -> str:
    return {0: "nothing is wrong.", 1: "1 thing is wrong."}.get(count, f"{count} things are wrong.")


def _content(kiosk: Kiosk) -> Iterator[tuple[str, str, str]]:
    for problem in kiosk.content.problems():
        yield f"content/{problem.where}", problem.key, problem.problem


def _school(kiosk: Kiosk) -> Iterator[tuple[str, str, str]]:
    settings, content = kiosk.school.settings, kiosk.content
    for problem in kiosk.school.problems:
        yield f"{problem.file}:{problem.line}", problem.key, problem.problem
    for code in settings.languages:
        if content.language(code) is None:
            yield "settings.toml", "languages", f"There is no language {code}."
    for support in {*settings.supports, *settings.support_rooms}:
        if content.support(support) is None:
            yield "settings.toml", f"supports.{support}", f"There is no support {support}."


def _store(kiosk: Kiosk) -> Iterator[tuple[str, str, str]]:
    for damage in kiosk.store.check():
        yield damage.where, "", damage.problem


def _listings(kiosk: Kiosk) -> Iterator[tuple[str, str, str]]:
    from kiosk.domain.errors import Refused
    from kiosk.domain.validate import problems, sentence

    needs = {need.id for need in kiosk.content.needs}
    supports = {support.id for support in kiosk.content.supports}
    for kept in kiosk.store.load():
        try:
            listing = kept.listing
        except Refused as error:
            yield kept.id, "", str(error)
            continue
        for problem in problems(listing, needs, supports):
            yield kept.id, problem.field, sentence(problem)
