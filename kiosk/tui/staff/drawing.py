"""Drawing a week by keys: arrows move a day's ends, wherever the week is drawn."""

from __future__ import annotations

from textual.binding import Binding, BindingType
from textual.message import Message

from kiosk.pages.staff.hours_week import Stroke


class Drawn(Message):
    """A day is to be drawn otherwise: what (`end`, `start`, `gap`, `closed`, `copy`), and which way."""

    def __init__(self, day: int, what: Stroke, way: int) -> None:
        super().__init__()
        self.day = day
        self.what = what
        self.way = way


def strokes(part: str) -> list[BindingType]:
    """The keys that draw, for the part of that name; each runs `action_draw(what, way)`."""
    return [
        Binding("left", "draw('end', -1)", show=False, id=f"{part}.shorter"),
        Binding("right", "draw('end', 1)", show=False, id=f"{part}.longer"),
        Binding("shift+left", "draw('start', -1)", show=False, id=f"{part}.earlier"),
        Binding("shift+right", "draw('start', 1)", show=False, id=f"{part}.later"),
        Binding("delete,backspace", "draw('closed', 0)", show=False, id=f"{part}.closed"),
        Binding("equals_sign", "draw('copy', 0)", show=False, id=f"{part}.copy"),
    ]
