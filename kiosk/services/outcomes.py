"""What staff are told of a change: what stands now, what was kept, and what they can do."""

from __future__ import annotations

import json
from collections.abc import Sequence

from kiosk.domain.kept import Question, Saved
from kiosk.domain.text import clean_text

_LONGEST, _MOST, _MOST_FIELDS = 60, 3, 6
"""Signs of one value; how many questions and how many fields are said one by one."""


def outcome(saved: Saved, questions: Sequence[Question] = ()) -> str:
    """A sentence or two about a save; empty when there is nothing to say but that it is saved.

    `questions` are the ones that it left open.
    """
    if saved.outcome == "question":
        return _asked(saved, questions)
    if saved.outcome == "merged":
        return "Somebody else changed other fields meanwhile. Both changes are kept."
    if saved.outcome == "unchanged":
        return "Nothing was changed: that is what it was already."
    return ""


def deleted(saved: Saved) -> str:
    """A sentence about a listing that was taken away, and the way back."""
    return f"{called(saved)} is deleted. To bring it back: kiosk undo {saved.id}"


def undone(saved: Saved) -> str:
    """A sentence about a listing that was taken back to what it was before, and the way forward."""
    if saved.outcome == "unchanged":
        return outcome(saved)
    return f"{called(saved)} is as it was before its last change. To have the change back: kiosk undo {saved.id}"


def answered(saved: Saved, questions: Sequence[Question], take: str) -> str:
    """A sentence about questions that were decided."""
    taken = "Mine is taken" if take == "mine" else "Theirs stays"
    return f"{taken} for {', '.join(dict.fromkeys(map(place, questions)))}. To undo: kiosk undo {saved.id}"


def restored(count: int, undo: int | None) -> str:
    """A sentence about going back, and the way forward."""
    if not count:
        return "Nothing was changed: the listings are as they were then."
    way = f" To undo this: kiosk restore {undo}" if undo else ""
    return f"{count} {'listing was' if count == 1 else 'listings were'} taken back.{way}"


def asked(question: Question) -> str:
    """`email: “a@b.org” stands, “c@d.org” waits (by joe), it was nothing`."""
    by = f" (by {question.by})" if question.by else ""
    if not question.field:
        return f"{place(question)}: it {_stays(question)}, and {_wanted(question)} waits{by}"
    both = f"{shown(question.theirs)} stands, {shown(question.mine)} waits{by}"
    return f"{place(question)}: {both}, it was {shown(question.base)}"


def fields(names: Sequence[str]) -> str:
    """`email, name and 3 more`."""
    more = len(names) - _MOST_FIELDS
    return ", ".join(names[:_MOST_FIELDS]) + (f" and {more} more" if more > 0 else "")


def place(question: Question) -> str:
    """The field that a question is about."""
    return question.field or "the whole listing"


def called(saved: Saved) -> str:
    """`No. 214 (food-shelf)`."""
    return f"No. {saved.number} ({saved.id})" if saved.number else saved.id


def shown(value: object) -> str:
    """A value as a person reads it in a sentence: short, on one line."""
    if value is None:
        return "nothing"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    line = " ".join(clean_text(text).split())
    short = line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
    return f"“{short}”" if isinstance(value, str) else short


def _asked(saved: Saved, questions: Sequence[Question]) -> str:
    told = [f"{place(each)} {_stays(each)}, and {_wanted(each)} waits" for each in questions[:_MOST]]
    if len(questions) > _MOST:
        told.append(f"{len(questions) - _MOST} more")
    said = "; ".join(told) or "what stands stays, and yours waits"
    return (
        f"Somebody else changed the same: {said} as a question. Nothing is lost. "
        f"To decide: kiosk questions {saved.id} --take mine (or theirs)"
    )


def _stays(question: Question) -> str:
    if question.field:
        return f"stays {shown(question.theirs)}"
    return "stays deleted" if question.theirs is None else "stays"


def _wanted(question: Question) -> str:
    if question.field:
        return shown(question.mine)
    return "its deletion" if question.mine is None else "the changed one"
