"""Ask without words: a screen to show to any adult."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Choice, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietPage(Page):
    """`please` in big letters, and the same in every language offered."""

    please: str
    others: tuple[str, ...]
    room_word: str
    room: str
    show: str
    no_why: str
    way: str
    staff: str
    bigger: Choice
    call: Choice | None
