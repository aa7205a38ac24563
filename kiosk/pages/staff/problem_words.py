"""What is wrong with a listing, said in the staff's language: the same checks as on the command line, other words."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.errors import Busy, KioskError, Newer
from kiosk.domain.problems import SENTENCES, BadListing, Problem
from kiosk.pages.staff.field_words import field_label
from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.staff.refusals import REFUSALS

MOST_NAMED = 5
"""Fields that are named after the first, where more than one is wrong."""


def problem_words(ask: StaffAsk, problem: Problem) -> str:
    """What is wrong in a field and what to write instead."""
    return ask.words.tell(SENTENCES[problem.code], **problem.values)


def refusal_words(ask: StaffAsk, error: KioskError) -> str:
    """Why something was not done, in the staff's language; what has no code speaks for itself."""
    say = ask.words.say
    if isinstance(error, BadListing) and error.problems:
        return _bad_listing(ask, error.problems)
    if isinstance(error, Busy):
        who = error.holder or say("Somebody")
        return say("{who} is changing something just now. Nothing was changed. Try again soon.", who=who)
    if isinstance(error, Newer):
        return say("A newer kiosk wrote these files. Nothing was changed. Take the newer kiosk here too.")
    return ask.words.tell(REFUSALS[error.code], **error.values) if error.code in REFUSALS else str(error)


def _bad_listing(ask: StaffAsk, problems: Sequence[Problem]) -> str:
    say, (first, *more) = ask.words.say, problems
    said = problem_words(ask, first)
    if first.field:
        said = f"{field_label(ask, first.field)}: {said}"
    parts = [said, say("Nothing was changed.")]
    if more:
        fields = dict.fromkeys(field_label(ask, each.field) for each in more[:MOST_NAMED])
        parts.append(say("More is wrong in: {fields}.", fields=", ".join(fields)))
    return " ".join(parts)
