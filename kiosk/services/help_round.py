"""The help-now lines to call, one after another: as the Friday round, and shared in the same way by its note."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.needs import HelpLine
from kiosk.services.desk import Desk
from kiosk.services.help_calls import Call, Heard


class HelpRound:
    """One person's way through the lines. `current` is the line on the screen, empty at the end."""

    def __init__(self, desk: Desk, first: str = "") -> None:
        """`first`: the id of a line to begin with, due or not."""
        self._desk = desk
        self._calls = desk.center.help_calls
        self._skipped: list[str] = []
        self._first = first
        self.current = ""

    def start(self) -> None:
        """Take the first line that is due."""
        self.current = next(iter(self.left()), "")

    def line(self) -> HelpLine | None:
        """The line on the screen."""
        return self._calls.line(self.current) if self.current else None

    def refresh(self) -> None:
        """Somebody else may have called it meanwhile."""
        if self.current and self.current not in self.left():
            self.start()

    def done(self) -> Sequence[Call]:
        """This week's calls."""
        return self._calls.done(self._desk.clock().date())

    def left(self) -> list[str]:
        """The lines still to call; those that were skipped come last."""
        due = [line.id for line in self._calls.due(self._desk.clock().date())]
        if self._first and self._calls.line(self._first) is not None:
            due = [self._first, *(id for id in due if id != self._first)]
        return sorted(due, key=lambda id: self._skipped.count(id))

    def hear(self, heard: Heard) -> None:
        """Keep what was heard, and go on."""
        line = self.line()
        if line is not None:
            self._calls.hear(line, heard, self._desk.who.name, self._desk.clock())
            self._first = "" if line.id == self._first else self._first
            self.start()

    def skip(self) -> None:
        """Another one first."""
        self._skipped.append(self.current)
        self.start()

    def undo(self) -> Call | None:
        """Take this person's last call back: its line is on the screen again."""
        last = self._calls.undo(self._desk.who.name)
        line = self._calls.line_of(last) if last is not None else None
        if line is not None:
            self._first = self.current = line.id
        return last
