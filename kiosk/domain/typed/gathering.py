"""Puts days, hours and rules of typed hours together into groups, chunk by chunk.

Days stand before their hours (`Mon 8-4`) or behind them (`8-4 Mon`). Where a text mixes the two so that hours could go
with either side, it is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kiosk.domain.clock_time import MIDNIGHT, Span
from kiosk.domain.typed.chunks import TARGETS, Chunk, shape, sorted_out
from kiosk.domain.typed.groups import Group
from kiosk.domain.typed.items import EACH_DAY
from kiosk.domain.typed.letters import Piece
from kiosk.domain.typed.notes import Notes
from kiosk.domain.typed.rules import Rule

_ASKED_BETWEEN = ("on", "interval")
"""Rules that could be about the hours before them or behind them."""


class Gathering:
    """The groups of one text while it is read, and what still waits for its other half."""

    def __init__(self, notes: Notes) -> None:
        self.groups: list[Group] = []
        self.by_appointment: bool | None = None
        self._notes = notes
        self._for_all: list[Rule] = []
        """Rules said before any hours."""
        self._waiting: Group | None = None
        """Days without hours yet."""
        self._spare: list[Piece] = []
        """Hours without days yet."""
        self._last: Group | None = None
        """The group that more hours would go with."""

    def read(self, clause: Sequence[Chunk]) -> None:
        """Take the chunks of a clause; days wait for hours, and hours for days, no longer than that."""
        following = (*clause[1:], None)
        chunks = [sorted_out(chunk, after, self._notes) for chunk, after in zip(clause, following, strict=True)]
        shapes = [shape(chunk) for chunk in chunks]
        if any(each not in ("", "S") for each in shapes):
            self._last = None
        for place, chunk in enumerate(chunks):
            self._chunk(chunk, [each for each in shapes[place + 1 :] if each])
        self._end()

    def done(self) -> list[Group]:
        """All groups, with what was said for all of them."""
        for group in self.groups:
            for rule in self._for_all:
                group.take_over(rule)
        return self.groups

    def _chunk(self, chunk: Chunk, following: Sequence[str]) -> None:
        form = shape(chunk)
        appointment = next((item for item in chunk if item.kind == "appointment"), None)
        if appointment is not None:
            if "T" in form and "S" not in form:
                self._notes.problem("appointment-part", chunk[0], chunk[-1])
                return
            self.by_appointment = appointment.means
        if not form:
            self._for_all_so_far(chunk)
        elif form[0] == "S" and form[-1] == "T":
            self._hours_first(chunk, following)
        elif form[0] == "T" or self._takes_more(chunk, form):
            self._days_first(chunk)

    def _for_all_so_far(self, chunk: Chunk) -> None:
        """Rules and gaps that stand alone."""
        for item in chunk:
            if item.kind == "gap" and len(self.groups) == 1:
                self.groups[0].gaps.append(item.means)
            elif item.kind == "gap":
                self._notes.problem("which-hours", item)
            elif item.kind == "rule" and self.groups:
                for group in self.groups:
                    group.take_over(item.means)
            elif item.kind == "rule":
                self._for_all.append(item.means)

    def _takes_more(self, chunk: Chunk, form: str) -> bool:
        """Whether hours at the start of a chunk have days before it; else they are kept or noted."""
        if self._waiting is not None or (form == "S" and self._last is not None):
            return True
        hours = [item for item in chunk if item.kind == "hours"]
        if "T" not in form:
            self._spare += hours
            return False
        has_comma = any(item.kind == "days" and item.means.has_comma for item in chunk)
        if self._last is None or has_comma:
            self._notes.problem("which-hours", chunk[0], chunk[-1])
            return False
        return True

    def _days_first(self, chunk: Chunk) -> None:
        group = self._last if self._waiting is None and shape(chunk)[0] == "S" else self._waiting
        self._waiting = None
        leading: list[Rule] = []
        for place, item in enumerate(chunk):
            following = chunk[place + 1].kind if place + 1 < len(chunk) else ""
            if item.kind in TARGETS:
                if group is not None and group.hours:
                    self._close(group)
                    group = None
                group = group or Group()
                group.add_target(item, self._notes)
                for rule in leading:
                    group.add_rule(rule, self._notes)
                leading = []
            elif item.kind == "rule" and (group is None or (item.means.leads and group.hours)):
                leading.append(item.means)
            elif group is not None:
                self._add(group, item, asked=following in TARGETS and bool(group.hours))
            elif item.kind == "gap":
                self._for_all_so_far([item])
        if group is not None and group.hours:
            self._close(group)
        else:
            self._waiting = group

    def _hours_first(self, chunk: Chunk, following: Sequence[str]) -> None:
        is_mixed = self._last is not None and any(form[0] == "T" or form[-1] == "S" for form in following)
        if self._waiting is not None or is_mixed:
            first = self._waiting.targets[0] if self._waiting is not None else chunk[0]
            self._notes.problem("which-hours", first, chunk[-1])
            self._waiting = None
            return
        group = Group()
        group.hours += [item.means for item in self._spare]
        self._spare = []
        for item in chunk:
            if item.kind == "hours" and group.targets:
                self._close(group)
                group = Group()
            if item.kind in TARGETS:
                group.add_target(item, self._notes)
            else:
                self._add(group, item, asked=False)
        self._close(group)
        self._last = None

    def _add(self, group: Group, item: Piece, asked: bool) -> None:
        """Take hours, a gap or a rule into a group. `asked`: days stand behind it that it could be about as well."""
        if item.kind == "hours":
            group.hours.append(item.means)
        elif item.kind == "gap":
            group.gaps.append(item.means)
        elif item.kind == "rule":
            is_open = (asked and item.means.name in _ASKED_BETWEEN) or (item.means.leads and bool(group.targets))
            if is_open:
                self._notes.problem("which-hours", item)
            else:
                group.add_rule(item.means, self._notes)

    def _close(self, group: Group) -> None:
        if group not in self.groups:
            self.groups.append(group)
        self._last = group

    def _end(self) -> None:
        """What still waits at the end of a clause waits in vain; hours of day and night are for each day."""
        if self._waiting is not None and self._waiting.is_read:
            self._notes.problem("no-hours", self._waiting.targets[0], self._waiting.targets[-1])
        for item in self._spare:
            if item.means.ways == (Span(0, MIDNIGHT),) and not self.groups:
                group = Group()
                group.add_target(replace(item, kind="days", means=EACH_DAY), self._notes)
                group.hours.append(item.means)
                self._close(group)
            elif item.means.ways or not item.means.has_times:
                self._notes.problem("no-days", item)
        self._waiting, self._spare = None, []
