"""What the kiosk is compared with: Textual apps with stock widgets and nothing of ours. Run by itself: two labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, Input, Label

READY = "Ready to start"


class Part(NamedTuple):
    """A widget of some screen: what kind of thing it is, and what stands in it."""

    kind: str
    """`box`, `button`, `field` or `label`."""
    parts: Sequence[Part] = ()


class TwoLabels(App[None]):
    """The least that an app can show."""

    def compose(self) -> ComposeResult:
        """Two labels."""
        yield Label("A bare Textual app")
        yield Label(READY)


class StockScreen(Screen[None]):
    """A screen with as many stock widgets as one of the kiosk's has of its own, in the same nesting."""

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__()
        self._parts = parts

    def compose(self) -> ComposeResult:
        """Each part in its stock form."""
        return _widgets(self._parts)


class Pusher(App[None]):
    """A bare app with one button, which pushes the next of the screens it was given."""

    def __init__(self, screens: Sequence[Sequence[Part]]) -> None:
        super().__init__()
        self._next = iter(screens)

    def compose(self) -> ComposeResult:
        """Something to touch."""
        push = Button("Push")
        push.active_effect_duration = 0  # else a stock button ignores a second press for a while
        yield push

    async def on_button_pressed(self) -> None:
        """Pushes the next screen."""
        await self.push_screen(StockScreen(next(self._next)))


class TypingHost(App[None]):
    """A bare app with a field and as many other stock widgets as some screen has; all are drawn at each key."""

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__()
        self._parts = parts

    def compose(self) -> ComposeResult:
        """Each part in its stock form."""
        return _widgets(self._parts)

    def on_input_changed(self) -> None:
        """What was typed changes what stands on the other widgets, as it does at the desk."""
        for label in self.query(Label):
            label.refresh()


def _widgets(parts: Sequence[Part]) -> Iterator[Widget]:
    for kind, inner in parts:
        if kind == "box":
            yield Vertical(*_widgets(inner))
        else:
            yield _leaf(kind)


def _leaf(kind: str) -> Widget:
    if kind == "field":
        return Input()
    return Button("Food today") if kind == "button" else Label("Room 104, until 4 PM")


if __name__ == "__main__":
    TwoLabels().run()
