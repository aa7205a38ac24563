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
    wrong = [*_content(kiosk), *_school(kiosk), *_people(kiosk), *_store(kiosk), *_listings(kiosk)]
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
    from kiosk.config import SETTINGS
    from kiosk.pages.home import tile_ids
    from kiosk.school_file import line_of
    from kiosk.school_rules import unknown_listings, unknown_names

    setup, content = kiosk.school.setup, kiosk.content
    for problem in kiosk.school.problems:
        yield f"{problem.file}:{problem.line}", problem.key, problem.problem
    languages, supports = ({each.code for each in content.languages}, {each.id for each in content.supports})
    for wrong in unknown_names(setup.settings, languages, tile_ids(content), supports):
        yield f"{SETTINGS}:{line_of(setup.text, wrong.key)}", wrong.key, str(wrong)
    if not any(problem.key.startswith("shelf") for problem in kiosk.school.problems):  # each thing has its place yet
        listings = kiosk.store.load()
        refs = {*listings.listings, *(str(kept.number) for kept in listings)}
        for wrong in unknown_listings(setup.settings, refs):
            yield f"{SETTINGS}:{line_of(setup.text, wrong.key)}", wrong.key, str(wrong)
    if not setup.is_whole:
        tell(f"While something is wrong in {SETTINGS}, the last good settings are in use.")


def _people(kiosk: Kiosk) -> Iterator[tuple[str, str, str]]:
    """Who may what: of a PIN nothing is shown."""
    from kiosk.domain.errors import NotSaved
    from kiosk.services.people_check import wrong_people
    from kiosk.store.people_file import PEOPLE, PeopleFile

    try:
        content = PeopleFile(kiosk.places.data).content()
    except NotSaved as error:
        yield PEOPLE, "", str(error)
        return
    for field, problem in wrong_people(content) if content is not None else ():
        yield PEOPLE, field, problem


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
