"""Search: what was typed, what was found, and the keys."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Choice, Page, silent


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage(Page):
    """Answers stand above the keys, as one types."""

    typed: str
    found: str
    """`4 found for “diapers”`, or what to try when nothing was."""
    rows: tuple[Choice, ...]
    show_all: Choice
    letters: tuple[str, ...] = silent(())
    """The rows of the keyboard, digits first, as strings of single keys."""
    space: str = silent("")
    erase: str = silent("")
    clear: str = silent("")
