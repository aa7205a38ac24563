"""My list: up to ten listings, one code that holds them, and their numbers in a line."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Choice, Code, Page, Paged, silent


@dataclass(frozen=True, slots=True, kw_only=True)
class MyListPage(Page):
    """`takes[i]` takes `rows[i]` off. `codes` hold all of it as plain text, in order."""

    rows: tuple[Choice, ...]
    takes: tuple[Choice, ...]
    numbers: str
    say: str
    goes_away: tuple[str, ...]
    codes: tuple[Code, ...]
    """The codes for this screen's size, in order; one is usual."""
    next_code: Choice | None
    dates: Choice
    photo: Choice
    clear: Choice
    nothing: str
    turning: Paged
    code_index: int = silent(0)
