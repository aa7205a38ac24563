"""The bar at the bottom: Back, Home, Help now, Hide this and I'm done, in the same place on every screen."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from kiosk.pages.parts import Choice, Frame
from kiosk.pages.route import Act, Route
from kiosk.tui.plain import cells, line
from kiosk.tui.widgets.button import Button
from kiosk.tui.widgets.leaf import Leaf


class BarButton(Button):
    """A button of the bar: a word and, beside it or below it, what belongs to it (a room, the numbers)."""

    def lines(self, width: int, height: int) -> list[Content]:
        """One line in the lobby; at 80 columns a second one under it."""
        name = self.style_of("name")
        choice = self.choice
        if not choice.note:
            return [self._hinted(""), self.centered([(choice.label, name)], width), line()]
        both = f"{choice.label}    {choice.note}"
        if cells(both) <= width - 4:
            return [self._hinted(""), self.centered([(both, name)], width), line()]
        return [self._hinted(choice.label), self.centered([(choice.note, name)], width), line()]

    def _hinted(self, words: str) -> Content:
        return self.centered([(words, self.style_of("name"))], self.outer_size.width, hint=self.shown_hint)


class Gap(Leaf):
    """A place in the bar where nothing is offered now."""

    def lines(self, width: int, height: int) -> list[Content]:
        """Nothing."""
        return []


class Bar(Horizontal):
    """The last three rows. What is not offered leaves a gap, so nothing moves."""

    def __init__(self, frame: Frame, *, offers: frozenset[str]) -> None:
        super().__init__()
        self.frame = frame
        self.offers = offers
        """Which of `back`, `home`, `person`, `help`, `hide`, `done` are offered."""

    def compose(self) -> ComposeResult:
        """Back and Home (or, on Home, a person now), Help now, Hide this, I'm done."""
        frame = self.frame
        if "person" in self.offers:
            person = Choice(go=Route("person-now"), label=frame.person, note=frame.person_room)
            yield BarButton(person, hint="F5", classes="-person")
        else:
            yield self._offer("back", Choice(go=Act("back"), label=f"‹ {frame.back}"), "Esc")
            yield self._offer("home", Choice(go=Act("home"), label=f"⌂ {frame.home}"), "F2")
        yield self._offer("help", Choice(go=Route("help-now"), label=frame.help_now, note=frame.help_numbers), "F1")
        yield self._offer("hide", Choice(go=Act("hide"), label=frame.hide), "F9")
        yield self._offer("done", Choice(go=Act("done"), label=frame.done), "F10")

    def _offer(self, name: str, choice: Choice, hint: str) -> Leaf:
        if name not in self.offers:
            return Gap(classes=f"-{name}")
        return BarButton(choice, hint=hint, classes=f"-{name}")
