"""The way to a room, its number as large as the screen allows."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Choice, Page, State


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomPage(Page):
    """`room_word` in big letters over `room` in block digits; then the way in steps."""

    room_word: str
    room: str
    from_here: str
    steps: tuple[str, ...]
    access: str
    state: State | None
    who: str
    languages: str
    call: Choice | None
