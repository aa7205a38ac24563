"""How far a job of the bench is: it runs on a terminal of its own, so it says so in a file beside what it finds."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

ENDING = ".so-far"


class Tell:
    """What a job says of how far it is; nothing where nobody waits for it."""

    def __init__(self) -> None:
        self._file: Path | None = None

    def beside(self, out: str) -> None:
        """Say it beside the file that the job writes what it finds to."""
        self._file = Path(out + ENDING)

    def __call__(self, words: str) -> None:
        """Say it."""
        if self._file is not None:
            self._file.write_text(words, "utf-8")


class Heard:
    """Passes on what a job says, once each time that it changes."""

    def __init__(self, out: Path, to: TextIO) -> None:
        self._file = Path(f"{out}{ENDING}")
        self._to = to
        self._last = ""

    def look(self) -> None:
        """Pass on what is new."""
        words = self._file.read_text("utf-8") if self._file.exists() else ""
        if words and words != self._last:
            self._last = words
            self._to.write(f"  {words}\n")
            self._to.flush()


TELL = Tell()
