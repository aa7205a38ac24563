"""Search: what a family types, in their words and spelling, to the listings that answer it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.kept import Kept
from kiosk.services.directory import Directory
from kiosk.services.protocols import Vocabulary


@dataclass(frozen=True, slots=True)
class Hit:
    """One listing that answers, and how well: higher is better."""

    kept: Kept
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, best first. `corrected` is what was looked for where a word was mended, else empty."""

    hits: tuple[Hit, ...]
    corrected: str
    total: int


class Search:
    """Full text over the directory's active listings. Nothing that was typed is kept."""

    def __init__(self, directory: Directory, content: Vocabulary) -> None: ...

    def find(self, text: str, language: str, now: datetime, limit: int = 50) -> Found: ...

    def warm(self) -> None:
        """Build the index ahead of need."""
