"""Signing in: big digits for a finger, the same on the keyboard, and squares in place of what was typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from kiosk.pages.parts import Choice
from kiosk.pages.route import Act, Go
from kiosk.pages.sign_in import SignInPage
from kiosk.tui.plain import line
from kiosk.tui.public.base import Look, PageScreen
from kiosk.tui.widgets.band import BandWords
from kiosk.tui.widgets.bar import Bar
from kiosk.tui.widgets.button import Button
from kiosk.tui.widgets.leaf import Leaf
from kiosk.tui.widgets.words import Title, Words

MOST_DIGITS = 12
DIGITS = "1234567890"
CLEAR, ENTER = "clear", "enter"
_NOWHERE = Act("back")
"""A key of the pad leads nowhere: the screen itself takes what it types."""


class PadKey(Button, can_focus=False):
    """One big key. It has no focus: the keyboard's own digits do the same."""

    class Pressed(Message):
        """A finger chose it."""

        def __init__(self, types: str) -> None:
            super().__init__()
            self.types = types

    def __init__(self, types: str, label: str, *, main: bool = False) -> None:
        super().__init__(Choice(go=_NOWHERE, label=label, main=main))
        self.types = types

    def action_choose(self) -> None:
        """Say what it types."""
        self.post_message(self.Pressed(self.types))


class Squares(Leaf):
    """As many squares as digits were typed, and where the next one goes."""

    def __init__(self) -> None:
        super().__init__(classes="squares card")
        self.count = 0

    def show(self, count: int) -> None:
        """More or fewer."""
        self.count = count
        self.refresh()

    def lines(self, width: int, height: int) -> list[Content]:
        """One row in the middle: the squares stand closer where there are many."""
        pitch = next((each for each in (6, 4, 2) if 3 + each * (self.count + 1) <= width), 2)
        square = ("█" * min(2, pitch - 1)).ljust(pitch)
        above = (height - 1) // 2
        row = line("    ", (square * self.count, self.style_of("name")), ("█", self.style_of("blue")))
        return [*[line()] * above, row]


class SignInScreen(PageScreen[SignInPage]):
    """Holds the digits that are typed, and nobody else does: they are handed out once, and wiped."""

    class Entered(Message):
        """The PIN is typed. It is not in this message: `take` gives it."""

    OFFERS: ClassVar[frozenset[str]] = frozenset({"back", "home", "help"})
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("backspace", "erase", show=False, id="sign-in.erase"),
        Binding("delete,ctrl+u", "clear", show=False, id="sign-in.clear"),
        Binding("enter", "enter", show=False, id="sign-in.enter"),
    ]

    def __init__(self, page: SignInPage, look: Look) -> None:
        super().__init__(page, look)
        self._digits = bytearray()

    def compose(self) -> ComposeResult:
        """Its band has no buttons, for it is no page for families."""
        with Container(classes="stage"):
            words = (self.page.frame.school, self.page.frame.center) if self.lobby else self._head
            yield BandWords(self.page.frame, *words)
            with Vertical(classes="body"):
                yield from self.body()
            yield Bar(self.page.frame, offers=self.OFFERS)

    @property
    def _head(self) -> tuple[str, str]:
        return self.page.title, self.page.subtitle

    def body(self) -> Iterable[Widget]:
        """Squares and words at the left, the pad at the right."""
        page = self.page
        if self.lobby:
            yield Title(*self._head, classes="title")
        left = (
            Squares(),
            Words(*self._says, style="name", classes="says"),
            Words(*page.notes, style="quiet", classes="sign-notes"),
            Words(*page.helps, style="quiet", classes="helps"),
        )
        keys = [PadKey(each, each) for each in DIGITS]
        pad = (*keys[:-1], PadKey(CLEAR, page.clear), keys[-1], PadKey(ENTER, page.enter, main=True))
        yield Horizontal(Vertical(*left, classes="left"), Container(*pad, classes="pad"), classes="columns")

    @property
    def _says(self) -> tuple[str, ...]:
        return self.page.says if self.lobby else self.page.says_short

    async def present(self, page: SignInPage, look: Look) -> None:
        """Other words in place; the digits stay. Whether keys are shown is no matter: a finger may lie on the pad."""
        if replace(look, keys=self.look.keys) != self.look:
            await super().present(page, look)
            self._show()
            return
        self.page, self.look = page, look
        frame = page.frame
        words = (frame.school, frame.center) if self.lobby else self._head
        self.query_one(BandWords).update(frame, *words)
        self.query_one(".says", Words).update(*self._says)

    def focus_first(self) -> None:
        """Nothing has the focus at first: Enter belongs to the PIN."""

    def types(self, event: events.Key) -> bool:
        """Digits count however early they come."""
        return event.key in DIGITS

    def leads_to(self, event: events.Key) -> Go | None:
        """No key chooses a part here."""
        return None

    def take(self) -> bytearray:
        """What was typed, for whoever compares it and wipes it. Here it is gone."""
        taken, self._digits = self._digits, bytearray()
        self._show()
        return taken

    def on_unmount(self) -> None:
        """Nothing is left of what was typed."""
        self.action_clear()

    def on_key(self, event: events.Key) -> None:
        """A digit."""
        if event.key in DIGITS:
            event.stop()
            self._type(event.key)

    @on(PadKey.Pressed)
    def press(self, event: PadKey.Pressed) -> None:
        """The same by a finger."""
        event.stop()
        if event.types == CLEAR:
            self.action_clear()
        elif event.types == ENTER:
            self.action_enter()
        else:
            self._type(event.types)

    def action_erase(self) -> None:
        """The last digit goes."""
        if self._digits:
            self._digits[-1] = 0
            self._digits.pop()
            self._show()

    def action_clear(self) -> None:
        """All digits go."""
        for place in range(len(self._digits)):
            self._digits[place] = 0
        self._digits.clear()
        self._show()

    def action_enter(self) -> None:
        """Try it."""
        if self._digits:
            self.post_message(self.Entered())

    def _type(self, digit: str) -> None:
        if len(self._digits) < MOST_DIGITS:
            self._digits += digit.encode()
            self._show()

    def _show(self) -> None:
        for squares in self.query(Squares):
            squares.show(len(self._digits))
