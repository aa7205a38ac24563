"""The guided walk as this school asks it, and what a visitor's answers lead to."""

from __future__ import annotations

from kiosk.domain.kept import Kept
from kiosk.domain.walk import Found, Walk
from kiosk.pages.reader import Ask


def walk_of(ask: Ask) -> Walk:
    """The questions of this school's region."""
    content = ask.center.content
    return Walk(content.walk, content.parents, ask.center.settings.region)


def found_by_walk(ask: Ask) -> Found:
    """The listings that answer, with the reason why each is there."""
    directory, calendar = ask.center.directory, ask.center.calendar
    kept = {each.id: each for each in directory.all()}
    return walk_of(ask).find(
        ask.session.answers,
        (directory.outline(each) for each in kept.values()),
        ask.today,
        lambda listing: directory.opening(kept[listing.id], ask.now).state == "open",
        calendar.dismisses_at if calendar is not None else "15:00",
    )


def reasons_by_id(ask: Ask, found: Found) -> dict[str, str]:
    """A listing's id -> why it is there, in the family's words: the strongest reason that has some."""
    walk, because = walk_of(ask), {}
    for match in found.matches:
        texts = (ask.words.pick(walk.answer(reason).because) for reason in match.reasons)
        because[match.listing.id] = next((text for text in texts if text), "")
    return because


def walk_kepts(ask: Ask, found: Found) -> tuple[Kept, ...]:
    """The listings of a walk, what was asked for before what is only meant for this family."""
    order = ask.center.directory.order
    beside = {match.listing.id for match in found.matches if match.beside}
    ids = {match.listing.id for match in found.matches}
    kepts = order((kept for kept in ask.center.directory.all() if kept.id in ids), ask.now)
    return tuple(kept for kept in kepts if kept.id not in beside) + tuple(kept for kept in kepts if kept.id in beside)


def relaxed_notes(ask: Ask, found: Found) -> tuple[str, ...]:
    """What had to be let go to find something, said above the results."""
    walk, notes = walk_of(ask), []
    for id in found.relaxed:
        question = walk.question(id)
        if question is not None:
            notes.append(ask.words.pick(question.relaxed))
    what = walk.question("what")
    if found.near and what is not None:
        notes.append(ask.words.pick(what.near))
    return tuple(note for note in notes if note)
