"""Where things lie on this machine, and what the school has set: `settings.toml` and `calendar.toml`."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.settings import Settings


@dataclass(frozen=True, slots=True)
class Places:
    """The directories the program reads and the one it writes."""

    content: Path
    """Every word that ships: read only."""
    demo: Path
    """The sample school that a first run starts from: read only."""
    data: Path
    """This school's listings, calendar and settings: the only place that is written."""
    is_default: bool
    """Nobody named the data directory: an empty one starts from the sample."""


@dataclass(frozen=True, slots=True)
class SchoolProblem:
    """One thing wrong in a school's file: `settings.toml`, line, key (`staff[0].opens_at`) and a sentence."""

    file: str
    line: int
    key: str
    problem: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}, {self.key}: {self.problem}" if self.key else f"{self.file}, line {self.line}: {self.problem}"


@dataclass(frozen=True, slots=True)
class School:
    """What a school has set, whatever was wrong in its files: a bad value falls back, and is told in `problems`."""

    settings: Settings
    calendar: SchoolCalendar | None
    problems: tuple[SchoolProblem, ...] = ()


def find_places(data: Path | None = None) -> Places:
    """The places of this installation; `data` (or `KIOSK_DATA`) names the data directory."""
    raise NotImplementedError(os.name, data)


def load_school(data: Path) -> School:
    """Read a school's two files, never failing."""
    raise NotImplementedError(data)
