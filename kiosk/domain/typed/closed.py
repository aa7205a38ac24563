"""What typed hours say is closed: weekdays, dates, or a gap within the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kiosk.domain.listing import LocalText, ScheduleException
from kiosk.domain.typed.chunks import TARGETS, Chunk
from kiosk.domain.typed.letters import Piece
from kiosk.domain.typed.notes import Notes
from kiosk.domain.typed.rows import Closed
from kiosk.domain.typed.rules import Rule
from kiosk.domain.typed.years import resolved_range

_OTHER = {"school-days": "no-school-days", "no-school-days": "school-days"}


class Closings:
    """The closings of one text, taken out of its chunks one by one."""

    def __init__(self, notes: Notes) -> None:
        self.days: list[Closed] = []
        self.exceptions: list[tuple[ScheduleException, Piece]] = []
        self._notes = notes

    def taken_out(self, chunk: Chunk) -> Chunk:
        """The chunk without what is closed; a gap stays in it, as an item of its own."""
        left: Chunk = []
        place = 0
        while place < len(chunk):
            item = chunk[place]
            if item.kind in ("closed", "lunch"):
                place = self._closed(chunk, place, left)
            else:
                left.append(item)
                place += 1
            if left and left[-1].kind == "holidays":
                self._notes.problem("holidays", left.pop())
                place += _kind(chunk, place) == "closed"
        return left

    def _closed(self, chunk: Chunk, place: int, left: Chunk) -> int:
        """Read what is closed from the items behind the word, else before it. Answers with the place behind."""
        word, after = chunk[place], place + 1
        reason, after = _reason(chunk, after)
        if _kind(chunk, after) == "lunch":
            word, after = chunk[after], after + 1
        kind = _kind(chunk, after)
        has_days = bool(left) and left[-1].kind in TARGETS
        if kind == "hours" or (word.kind == "lunch" and left and left[-1].kind == "hours"):
            left.append(replace(chunk[after] if kind == "hours" else left.pop(), kind="gap"))
            return _reason(chunk, after + (kind == "hours"))[1]
        if kind in TARGETS and not (has_days and "hours" in (each.kind for each in chunk[after:])):
            return self._targets(chunk, after, left, reason)
        if kind == "rule":
            return self._between(chunk, after, word, reason)
        if kind == "holidays":
            self._notes.problem("holidays", word, chunk[after])
            return after + 1
        if has_days and word.kind == "closed":
            self._close(left.pop(), left, reason)
        else:
            self._notes.problem("not-understood", word, chunk[after - 1])
        return after

    def _targets(self, chunk: Chunk, after: int, left: Chunk, reason: LocalText) -> int:
        first = after
        while _kind(chunk, after) in TARGETS:
            after += 1
        targets = chunk[first:after]
        behind, after = _reason(chunk, after)
        if _kind(chunk, after) == "hours":
            self._notes.problem("which-hours", targets[0], chunk[after])
            return after + 1
        for target in targets:
            self._close(target, left, reason or behind)
        while _kind(chunk, after) == "rule" and any(target.kind == "days" for target in targets):
            self._notes.problem("closed-part", targets[0], chunk[after])
            after += 1
        return after

    def _close(self, target: Piece, left: Chunk, reason: LocalText) -> None:
        """Take one item as closed: weekdays, dates, or days of the school, which leaves the others of those."""
        if target.kind == "on":
            left.append(replace(target, means=(_OTHER[target.means[0]], True)))
        elif target.kind == "dates":
            for typed in target.means:
                days = resolved_range(typed, self._notes)
                if days is not None:
                    self._except(days, reason, typed.first.piece)
        else:
            if target.means.month_days or any(day.place for day in target.means.days):
                self._notes.problem("closed-part", target)
            self.days.append((target.means.days, target))

    def _between(self, chunk: Chunk, after: int, word: Piece, reason: LocalText) -> int:
        """`closed until Jan 5`, `closed from Dec 24 to Jan 2`."""
        bounds: dict[str, Rule] = {}
        while _kind(chunk, after) == "rule" and chunk[after].means.name in ("dtstart", "until"):
            bounds[chunk[after].means.name] = chunk[after].means
            after += 1
        if "until" not in bounds:
            after += not bounds
            self._notes.problem("not-understood", word, chunk[after - 1])
            return after
        behind, after = _reason(chunk, after)
        first = bounds["dtstart"].value if "dtstart" in bounds else self._notes.today
        last = bounds["until"].value
        if isinstance(first, date) and isinstance(last, date):
            if last < first:
                self._notes.problem("upside-down", bounds["until"].piece)
            else:
                self._except((first, last), reason or behind, word)
        return after

    def _except(self, days: tuple[date, date], reason: LocalText, piece: Piece) -> None:
        self.exceptions.append((ScheduleException(from_=days[0], to=days[1], reason=reason), piece))


def _kind(chunk: Chunk, place: int) -> str:
    return chunk[place].kind if place < len(chunk) else ""


def _reason(chunk: Chunk, place: int) -> tuple[LocalText, int]:
    """The reason that stands here, if one does, and the place behind it."""
    if _kind(chunk, place) == "reason":
        return chunk[place].means, place + 1
    return {}, place
