"""Help now: numbers first, any adult last."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Choice, Page, silent


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLineCard:
    """One large number. `go` opens the code that calls."""

    title: str
    number: str
    note: str
    go: Choice
    short: str = silent("")
    note_short: str = silent("")
    number_short: str = silent("")


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLineRow:
    """A further number in one line."""

    title: str
    number: str
    note: str
    note_short: str = silent("")


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpNowPage(Page):
    """Three large numbers, the others, and any adult at this school."""

    cards: tuple[HelpLineCard, ...]
    rows: tuple[HelpLineRow, ...]
    adult: str
    adult_where: str
    adult_say: str
    quiet: Choice
    person: Choice
    checked: str
    no_phone: str
    more: Choice | None = None
    """Further lines of the region, when there are more than fit."""
