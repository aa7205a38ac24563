"""The Friday round: the listings that are due for checking, called one after another, and what was heard of each.

What was heard is kept at each answer, in one note for everybody: a round goes on where it stopped, whoever goes on,
and two people at it are never given the same listing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from kiosk.domain.errors import NoSuch
from kiosk.domain.kept import Kept
from kiosk.services.desk import Desk
from kiosk.services.jobs import due
from kiosk.services.noted import Said
from kiosk.services.round_note import Answer, Heard, Hold, RoundNote, as_note, read_note

FOLDER = "round"
TRIES = 2
"""A listing that could not be reached so often today waits for another day."""
HELD = timedelta(minutes=15)
"""So long a listing is kept for who has it on the screen and does nothing."""
_RENEW = timedelta(minutes=5)


class Round:
    """One person's way through the round. `current` is the listing on the screen, empty at the end."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._noted = desk.center.noted(FOLDER)
        self._read: tuple[Said, RoundNote] | None = None
        self.current = ""

    def start(self) -> None:
        """Take the first listing that nobody else has."""
        self.current = self._free(self._note())
        if self._desk.who.may_change:
            self._change(self._claiming)

    def kept(self) -> Kept | None:
        """The listing on the screen."""
        return self._desk.records.load().get(self.current) if self.current else None

    def refresh(self) -> None:
        """The listings changed or time went by: go on when this one is gone, and keep holding it."""
        if self.current and self.kept() is None:
            self.start()
        hold = self._note().holds.get(self.current)
        if self.current and self._desk.who.may_change and (hold is None or self._now() - hold.at > _RENEW):
            self._change(self._holding)

    def done(self) -> tuple[Answer, ...]:
        """This week's last answer of each listing that needs no more calls today, oldest first."""
        return self._done(self._note())

    def left(self) -> list[str]:
        """The listings still to call: what was tried or skipped today comes after the others."""
        return self._left(self._note())

    def others(self) -> tuple[str, ...]:
        """Who else is at it."""
        return tuple(dict.fromkeys(hold.by for hold in self._note().holds.values() if self._is_others(hold)))

    def unreached(self) -> dict[str, Answer]:
        """The last time that nobody answered, by listing, where nobody was reached since."""
        last = {answer.id: answer for answer in self._note().answers if answer.heard != "skipped"}
        return {id: answer for id, answer in last.items() if answer.heard == "not-reached"}

    def still_true(self) -> None:
        """It was checked today, by this person. `Refused` when something in it is wrong that must be mended first."""
        before = self.before()
        self._check()
        self._answer("true", before)

    def changed(self, before: tuple[str, str]) -> None:
        """It was put right in the form, and so it was checked. `before`: what was noted of the check before that."""
        self._check()
        self._answer("changed", before)

    def not_reached(self) -> None:
        """Nobody answered: noted with its day, and it comes again."""
        self._answer("not-reached", ("", ""))

    def skip(self) -> None:
        """Another one first."""
        self._answer("skipped", ("", ""))

    def stop(self) -> None:
        """Let the listing on the screen go to whoever is at the round."""
        if self.current:
            self._change(lambda note: note.without_holds(self._is_mine))

    def undo(self) -> Answer | None:
        """Take this person's last answer of the week back: its listing is on the screen again. None without any."""
        me = self._desk.who.name
        mine = [answer for answer in self._week(self._note()) if answer.by == me]
        if not mine:
            return None
        last = mine[-1]
        if last.is_settled:
            self._uncheck(last)
        is_there = self._desk.records.load().get(last.id) is not None
        self.current = last.id if is_there else ""
        then = self._holding if is_there else self._claiming
        self._change(lambda note: then(note.without(last)))
        return last

    def before(self) -> tuple[str, str]:
        """What the listing says of its last check: the day and who; empty where it says nothing."""
        kept = self.kept()
        doc = self._desk.records.document(kept) if kept is not None else {}
        return str(doc.get("assured_date", "")), str(doc.get("assurer", ""))

    def _check(self) -> None:
        who = self._desk.who.name
        values = [("assured_date", self._today.isoformat()), ("assurer", who)]
        self._desk.editing.change(self.current, values, "", who)

    def _uncheck(self, answer: Answer) -> None:
        """What was noted of the check before, unless somebody checked it again since."""
        kept = self._desk.records.load().get(answer.id)
        if kept is None:
            return
        listing = kept.listing
        if (listing.assured_date, listing.assurer) == (answer.at.date(), answer.by):
            values = list(zip(("assured_date", "assurer"), (part or None for part in answer.before), strict=True))
            self._desk.editing.change(answer.id, values, "", self._desk.who.name)

    def _answer(self, heard: Heard, before: tuple[str, str]) -> None:
        if not self.current:
            raise NoSuch("The round is done. Nothing was changed.").coded("round-done")
        answer = Answer(self.current, heard, self._desk.who.name, self._now(), before)
        self._change(lambda note: self._claiming(note.with_answer(answer)))

    def _claiming(self, note: RoundNote) -> RoundNote:
        """The first one that is free, chosen while the note is held: nobody else takes it meanwhile."""
        self.current = self._free(note)
        return self._holding(note)

    def _holding(self, note: RoundNote) -> RoundNote:
        """This window has the listing on the screen, and no other."""
        freed, presence = note.without_holds(self._is_mine), self._desk.presence
        hold = Hold(self._desk.who.name, self._now(), presence.token)
        return freed.with_hold(self.current, hold) if self.current else freed

    def _is_mine(self, hold: Hold) -> bool:
        """Whether it is this window's, or that of another one of this person's which is gone."""
        presence = self._desk.presence
        is_here = hold.seat == presence.token or not presence.is_open(hold.seat)
        return hold.by == self._desk.who.name and is_here

    def _is_others(self, hold: Hold) -> bool:
        return not self._is_mine(hold) and self._now() - hold.at < HELD

    def _free(self, note: RoundNote) -> str:
        """The first one left that nobody else holds."""
        taken = {id for id, hold in note.holds.items() if self._is_others(hold)}
        return next((id for id in self._left(note) if id not in taken), "")

    def _done(self, note: RoundNote) -> tuple[Answer, ...]:
        tries = self._times(note, "not-reached")
        settled: dict[str, Answer] = {}
        for answer in self._week(note):
            settled.pop(answer.id, None)
            tried_enough = answer.heard == "not-reached" and tries.get(answer.id, 0) >= TRIES
            if tried_enough or (answer.is_settled and self._stands(answer)):
                settled[answer.id] = answer
        return tuple(settled.values())

    def _left(self, note: RoundNote) -> list[str]:
        answered = {answer.id for answer in self._done(note)}
        passes = self._times(note, "not-reached", "skipped")
        ids = [kept.id for kept in due(self._desk) if kept.id not in answered]
        return sorted(ids, key=lambda id: passes.get(id, 0))

    def _week(self, note: RoundNote) -> Sequence[Answer]:
        """The answers since Monday."""
        monday = self._today - timedelta(days=self._today.weekday())
        return [answer for answer in note.answers if monday <= answer.at.date() <= self._today]

    def _times(self, note: RoundNote, *heard: Heard) -> dict[str, int]:
        """How often that was heard of each listing today."""
        return Counter(
            answer.id for answer in note.answers if answer.heard in heard and answer.at.date() == self._today
        )

    def _stands(self, answer: Answer) -> bool:
        """Whether its listing is still checked by it: an undo elsewhere may have taken that back."""
        kept = self._desk.records.load().get(answer.id)
        checked = kept.head.assured_date if kept is not None else None
        return kept is None or (checked is not None and checked >= answer.at.date())

    def _note(self) -> RoundNote:
        said = self._noted.now()
        if self._read is None or self._read[0] is not said:
            self._read = said, read_note(said, self._desk.center.zone)
        return self._read[1]

    def _change(self, make: Callable[[RoundNote], RoundNote]) -> None:
        def changed(said: Said) -> Said:
            return as_note(make(read_note(said, self._desk.center.zone)).trimmed(self._now()))

        self._noted.change(self._desk.who.name, changed)

    def _now(self) -> datetime:
        return self._desk.clock()

    @property
    def _today(self) -> date:
        return self._desk.clock().date()
