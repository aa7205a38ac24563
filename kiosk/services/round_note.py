"""The note of the Friday round: what was heard of which listing, and who has which one on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from functools import lru_cache
from typing import Literal

from kiosk.domain.values import dataclass
from kiosk.services.noted import Said

Heard = Literal["true", "changed", "not-reached", "skipped"]
_HEARD: tuple[Heard, ...] = ("true", "changed", "not-reached", "skipped")
_KEPT = timedelta(days=60)
_MOST = 2000
"""Answers that the note keeps."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was heard of one listing: by whom, when, and what it said of its last check before (day and who)."""

    id: str
    heard: Heard
    by: str
    at: datetime
    before: tuple[str, str] = ("", "")

    @property
    def is_settled(self) -> bool:
        """Whether the listing is checked by it."""
        return self.heard in ("true", "changed")


@dataclass(frozen=True, slots=True)
class Hold:
    """Who has a listing on the screen, since when, and in which window of theirs."""

    by: str
    at: datetime
    seat: str = ""


@dataclass(frozen=True, slots=True)
class RoundNote:
    """The answers, oldest first, and the holds by listing."""

    answers: tuple[Answer, ...]
    holds: Mapping[str, Hold]

    def with_answer(self, answer: Answer) -> RoundNote:
        """One more, and its listing is free again."""
        holds = {id: hold for id, hold in self.holds.items() if id != answer.id}
        return RoundNote((*self.answers, answer), holds)

    def without(self, answer: Answer) -> RoundNote:
        """One less."""
        return replace(self, answers=tuple(each for each in self.answers if each != answer))

    def with_hold(self, id: str, hold: Hold) -> RoundNote:
        """Somebody has a listing on the screen."""
        return replace(self, holds={**self.holds, id: hold})

    def without_holds(self, are_gone: Callable[[Hold], bool]) -> RoundNote:
        """Those that are gone let their listings go."""
        return replace(self, holds={id: hold for id, hold in self.holds.items() if not are_gone(hold)})

    def trimmed(self, now: datetime) -> RoundNote:
        """Without what nobody asks for any more."""
        return replace(self, answers=tuple(each for each in self.answers if now - each.at < _KEPT)[-_MOST:])


def heard_by(word: object) -> Heard:
    """A word of the note; what is none is a skip, which says nothing."""
    return next((heard for heard in _HEARD if heard == word), "skipped")


def as_note(note: RoundNote) -> dict[str, object]:
    """The note as JSON."""
    answers: list[object] = [
        {"id": each.id, "heard": each.heard, "by": each.by, "at": each.at.isoformat(), "before": list(each.before)}
        for each in note.answers
    ]
    holds = {id: {"by": hold.by, "at": hold.at.isoformat(), "seat": hold.seat} for id, hold in note.holds.items()}
    return {"answers": answers, "holds": holds}


def read_note(said: Said, zone: tzinfo) -> RoundNote:
    """The note from JSON; what cannot be read in it is left out. Times are the school's own."""
    answers, holds = said.get("answers"), said.get("holds")
    read = (_answer(each, zone) for each in answers) if isinstance(answers, list) else ()
    held = ((id, _hold(each, zone)) for id, each in holds.items()) if isinstance(holds, Mapping) else ()
    return RoundNote(
        tuple(each for each in read if each is not None),
        {str(id): hold for id, hold in held if hold is not None},
    )


def _answer(written: object, zone: tzinfo) -> Answer | None:
    if not isinstance(written, Mapping):
        return None
    at, before = _moment(str(written.get("at")), zone), written.get("before")
    if at is None:
        return None
    day, who = (str(part) for part in before) if isinstance(before, list) and len(before) == 2 else ("", "")
    return Answer(
        str(written.get("id", "")), heard_by(written.get("heard")), str(written.get("by", "")), at, (day, who)
    )


def _hold(written: object, zone: tzinfo) -> Hold | None:
    at = _moment(str(written.get("at")), zone) if isinstance(written, Mapping) else None
    if at is None or not isinstance(written, Mapping):
        return None
    return Hold(str(written.get("by", "")), at, str(written.get("seat", "")))


@lru_cache(maxsize=4096)
def _moment(written: str, zone: tzinfo) -> datetime | None:
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        return None
    return at.astimezone(zone) if at.tzinfo is not None else None
