"""What is wrong in the school's own files, the settings and the calendar, said in the staff's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.pages.staff.parts import StaffAsk
from kiosk.school_rules import SENTENCES, Wrong

if TYPE_CHECKING:
    from kiosk.school_file import SchoolProblem


def rule_words(ask: StaffAsk, wrong: Wrong) -> str:
    """The sentence of a broken rule."""
    return ask.words.tell(SENTENCES[wrong.code], **wrong.values)


def placed_words(ask: StaffAsk, problem: SchoolProblem) -> str:
    """The same after the file, the line and the key."""
    where = (problem.file, ask.words.say("line {n}", n=problem.line), problem.key)
    return f"{', '.join(filter(None, where))}: {rule_words(ask, problem.wrong)}"
