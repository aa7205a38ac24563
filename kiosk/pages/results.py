"""The listings that answer a need, a support, a walk or a search: usable now first."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Choice, Page, Paged, silent


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty:
    """Nothing matches: why, which toggle to lift, and a person to ask. Never a dead end."""

    why: str
    turn: str
    lift: tuple[Choice, ...]
    ask: str
    ask_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultsPage(Page):
    """Toggles above, one screenful of rows, and where the rest is."""

    toggles: tuple[Choice, ...]
    """Six; `note` is how many are left, `go` an `Act("toggle", id)`."""
    rows: tuple[Choice, ...]
    empty: Empty | None
    turning: Paged
    notes: tuple[str, ...] = ()
    choices: Choice | None = silent(None)
    """In big text the toggles are a page of their own."""
    subtitle_short: str = silent("")
