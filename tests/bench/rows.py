"""The table of the bench: what was measured, beside what, against which limit."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from statistics import median


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One number the program is held to. With `beside`, the limit is on `ours / beside`; else on `ours` itself."""

    what: str
    ours: float
    unit: str
    limit: float | None = None
    """At most so much; None where nothing is asked for and the number is only told."""
    beside: float | None = None
    """The same of what it is compared with, in the same unit."""
    than: str = ""
    """What it is compared with."""
    counted: str = ""
    """How it was measured: rounds, taps, changes."""

    @property
    def held_to(self) -> float:
        """What the limit is about."""
        return self.ours if self.beside is None else self.ours / self.beside

    @property
    def holds(self) -> bool | None:
        """Whether it holds; None without a limit."""
        return None if self.limit is None else self.held_to <= self.limit


def table(rows: Iterable[Row]) -> str:
    """The rows as text, a line each."""
    cells = [("What", "Ours", "Beside", "Ratio", "At most", "Holds", "How it was counted"), *map(_cells, rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])


def as_json(rows: Iterable[Row]) -> list[dict[str, object]]:
    """The rows as plain values."""
    return [asdict(row) | {"held_to": row.held_to, "holds": row.holds} for row in rows]


def p95(values: Sequence[float]) -> float:
    """The value that 95 in 100 do not exceed (nearest rank)."""
    return sorted(values)[math.ceil(0.95 * len(values)) - 1]


def middle(values: Sequence[float]) -> float:
    """The median."""
    return median(values)


def _cells(row: Row) -> tuple[str, ...]:
    ratio = "" if row.beside is None else f"{row.held_to:.2g} x" if row.held_to < 0.1 else f"{row.held_to:.2f} x"
    at_most = "" if row.limit is None else f"{row.limit:g} {row.unit if row.beside is None else 'x'}"
    holds = {True: "yes", False: "NO", None: ""}[row.holds]
    beside = "" if row.beside is None else f"{_number(row.beside)} {row.unit} {row.than}"
    return row.what, f"{_number(row.ours)} {row.unit}", beside, ratio, at_most, holds, row.counted


def _number(value: float) -> str:
    return (
        f"{value:,.0f}"
        if abs(value) >= 100 or value == int(value)
        else f"{value:,.1f}"
        if abs(value) >= 1
        else f"{value:.3f}"
    )
