"""What a sheet comes to when it was read: the changes it asks for, and everything that is wrong, by its cell."""

from __future__ import annotations

from dataclasses import field

from kiosk.domain.kept import Edit
from kiosk.domain.problems import Problem, said
from kiosk.domain.sheet import SheetRow
from kiosk.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class SheetProblem:
    """What is wrong with one cell (of a row, where `column` is empty): the row's number, its id, what to write."""

    row: int
    id: str
    column: str
    problem: Problem
    page: str = ""

    @property
    def words(self) -> str:
        """What is wrong and what to write instead, in English."""
        return said(self.problem)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetReading:
    """What a sheet comes to."""

    rows: int
    """Rows below the headers."""
    edits: tuple[Edit, ...]
    problems: tuple[SheetProblem, ...]
    notes: tuple[str, ...]
    """What was settled by a rule, such as the order of day and month."""
    refused: tuple[tuple[str, SheetRow], ...] = field(default=())
    """The rows that cannot be taken in, each with its page's name."""
