"""What is noted while typed hours are read: the problems, and what was filled in by rule."""

from __future__ import annotations

from datetime import date
from typing import Literal

from kiosk.domain.hours_reading import Filled, HoursProblem
from kiosk.domain.typed.letters import Piece


class Notes:
    """A notebook beside one text. `today` is the day on which it is read."""

    def __init__(self, text: str, today: date) -> None:
        self.text = text
        self.today = today
        self.problems: list[HoursProblem] = []
        self.filled: list[Filled] = []

    def problem(self, code: str, first: Piece, last: Piece | None = None, *readings: str) -> None:
        """Note a piece that cannot be read, from `first` to `last`; one piece has one problem of a kind."""
        end = (last or first).end
        found = HoursProblem(code, self.text[first.start : end], first.start, readings)
        if found not in self.problems:
            self.problems.append(found)

    def fill(self, kind: Literal["half", "year"], piece: Piece, reading: str) -> None:
        """Note what a piece was read as."""
        self.filled.append(Filled(kind, self.text[piece.start : piece.end], piece.start, reading))
