"""What is being typed at the desk and was not taken yet: kept at every letter, whatever ends the program.

A line of a prompt is kept for one person, one screen and one prompt. It is found again when that prompt is opened
next, and let go once it is taken or cleared. PINs are never typed at such a prompt.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from hashlib import blake2b

from kiosk.domain.errors import KioskError
from kiosk.domain.values import dataclass
from kiosk.services.desk import Notebook

FOLDER = "typing"


@dataclass(frozen=True, slots=True)
class TypedBefore:
    """What was typed at a prompt, a text for each of its lines, and on which day."""

    texts: tuple[str, ...]
    on: date


class Unfinished:
    """The lines that one person left on one screen."""

    def __init__(self, notes: Notebook, by: str, screen: str, clock: Callable[[], datetime]) -> None:
        self._notes = notes
        self._by = by
        self._screen = screen
        self._clock = clock

    def find(self, prompt: str) -> TypedBefore | None:
        """What was typed at a prompt and not taken; None when nothing was."""
        note = self._notes.read(FOLDER, self._name(prompt))
        texts, on = (note.get("texts"), note.get("on")) if note is not None else (None, None)
        if not isinstance(texts, list) or not isinstance(on, str):
            return None
        try:
            return TypedBefore(tuple(map(str, texts)), date.fromisoformat(on))
        except ValueError:
            return None

    def keep(self, prompt: str, texts: Sequence[str]) -> None:
        """Keep what is typed. A disk that takes nothing stops nobody from typing: taking the line says so."""
        note = {"by": self._by, "screen": self._screen, "prompt": prompt, "texts": list(texts)}
        with suppress(KioskError):
            self._notes.write(FOLDER, self._name(prompt), {**note, "on": self._clock().date().isoformat()})

    def drop(self, prompt: str) -> None:
        """Let it go: it was taken, or cleared."""
        with suppress(KioskError):
            self._notes.remove(FOLDER, self._name(prompt))

    def _name(self, prompt: str) -> str:
        """One note for each; a name of any letters, and a path that is typed about, make a name that is safe."""
        return blake2b("\0".join((self._by, self._screen, prompt)).encode(), digest_size=16).hexdigest()
