"""Jobs of the bench that run in a terminal of their own, and the schools that they run on."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from tests.bench.counts import Counts
from tests.bench.progress import Heard
from tests.bench.school import lay_down
from tests.bench.terminals import Terminal, python

SILENT_MOST = 600.0
"""Seconds after which a job that paints nothing is given up. One that paints may take as long as it needs: hours, on a
machine that has much else to do."""


class InTerminals:
    """What a bench needs to measure row by row in a directory of its own; `JOBS` is the module its jobs lie in."""

    JOBS: str

    def __init__(self, directory: Path, counts: Counts) -> None:
        self._directory = directory
        self._counts = counts
        self._ran = 0

    @property
    def _newest(self) -> Path:
        """What the last job found."""
        return self._directory / f"{self.JOBS}-{self._ran}.json"

    def _job(self, size: tuple[int, int], job: str, *given: object) -> dict[str, Any]:
        """Run a job; what it found, as it wrote it."""
        self._ran += 1
        heard = Heard(self._newest, sys.stderr)
        with Terminal(python(self.JOBS, self._newest, job, *map(str, given)), size) as terminal:
            terminal.wait_for_end(SILENT_MOST, heard.look)
        found: dict[str, Any] = json.loads(self._newest.read_text("utf-8"))
        return found

    def _school(self, size: int) -> Path:
        """A school of that size, laid down once."""
        there = self._directory / f"school-{size}"
        return there if there.exists() else lay_down(there, size)
