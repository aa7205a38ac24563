"""Search: the words, the answers, the keys."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events, on
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from kiosk.pages.parts import Choice
from kiosk.pages.route import Act, Go
from kiosk.pages.search import SearchPage
from kiosk.tui.art import Art
from kiosk.tui.plain import line, padded
from kiosk.tui.public.base import Look, PageScreen
from kiosk.tui.widgets.button import Button
from kiosk.tui.widgets.keyboard import Keyboard
from kiosk.tui.widgets.leaf import Leaf, Touch
from kiosk.tui.widgets.row import ShortRow
from kiosk.tui.widgets.words import Title

BIG_LETTERS = 6
"""Rows of a line in big letters."""


class Typed(Leaf):
    """What was typed, with a bar where the next letter goes, and what was found."""

    def __init__(self, typed: str, found: str, art: Art) -> None:
        super().__init__()
        self.words = (typed, found)
        self.art = art

    def update(self, typed: str, found: str) -> None:
        """Another letter."""
        if (typed, found) != self.words:
            self.words = (typed, found)
            self.refresh()

    def lines(self, width: int, height: int) -> list[Content]:
        """One line in the middle; the end of a long one is what is seen."""
        typed, found = self.words
        pad = "  " if height > 1 else " "
        if height > BIG_LETTERS:
            rows = self.art.title(typed) or ("",) * BIG_LETTERS
            drawn = [line(pad, (row[-(width - 8) :], self.style_of("plain"))) for row in rows]
            bar = line(" ", ("  ", self.style_of("cursor")))
            return [drawn[0], *(row + bar for row in drawn[1:5]), drawn[5], line()]
        room = width - len(found) - 6
        shown = typed[-max(1, room) :]
        words = padded(
            [pad, (shown, self.style_of("name")), (" ", self.style_of("cursor"))],
            width,
            right=[(found, self.style_of("quiet")), pad],
        )
        return [words] if height == 1 else [line(), words, line()]


class SearchScreen(PageScreen[SearchPage]):
    """Answers stand above the keys and change with each letter; the keys are mounted once."""

    def __init__(self, page: SearchPage, look: Look) -> None:
        super().__init__(page, look)
        self.typed = Typed(page.typed, page.found, look.art)
        self.rows = self._rows()
        self.show_all = Button(page.show_all, classes="-all")

    def body(self) -> Iterable[Widget]:
        """Words, answers, keys."""
        page = self.page
        self._fill(page)
        erase = Choice(go=Act("erase"), label=f"‹ {page.erase}")
        clear = Choice(go=Act("clear"), label=page.clear)
        yield Title(page.title, page.subtitle, classes="title")
        yield self.typed
        yield Container(*self.rows, classes="answers")
        side = Vertical(Button(erase, classes="-erase"), Button(clear, classes="-clear"), self.show_all, classes="side")
        yield Horizontal(Keyboard(page.letters, page.space), side, classes="keys")

    async def present(self, page: SearchPage, look: Look) -> None:
        """The same screen with other answers: only what changed is drawn again."""
        if look != self.look or page.letters != self.page.letters or page.frame != self.page.frame:
            self.look = look
            self.typed = Typed(page.typed, page.found, look.art)
            self.rows = self._rows()
            self.show_all = Button(page.show_all, classes="-all")
            is_typing = isinstance(self.focused, Keyboard)
            await super().present(page, look)
            if is_typing:  # more answers stand before the keys now; none of them takes the next key
                self.focus_first()
            return
        self.page = page
        self.typed.update(page.typed, page.found)
        self._fill(page)
        self.show_all.update(page.show_all)

    def _rows(self) -> list[ShortRow]:
        return [ShortRow(_NOTHING) for _ in range(2 if self.large else 4 if self.lobby else 3)]

    def _fill(self, page: SearchPage) -> None:
        for index, row in enumerate(self.rows):
            row.update(page.rows[index] if index < len(page.rows) else _NOTHING)

    def focus_first(self) -> None:
        """The keys."""
        self.query_one(Keyboard).focus()

    @on(Keyboard.Typed)
    def _type(self, event: Keyboard.Typed) -> None:
        self.want(Act("type", event.char))

    @on(Keyboard.Left)
    def _leave_keys(self, event: Keyboard.Left) -> None:
        """Up to the answers, right to the buttons."""
        if event.way < 0:
            shown = [row for row in self.rows if not row.disabled]
            self.set_focus(shown[-1] if shown else None)
        elif event.way == 0:
            self.query_one(".-erase", Touch).focus()
        else:
            self.query_one("Bar Touch", Touch).focus()

    def types(self, event: events.Key) -> bool:
        """Every sign, a space unless something else is in focus that it chooses, and the key that takes one back."""
        if event.key == "space":
            return isinstance(self.focused, Keyboard | None)
        return event.key == "backspace" or (event.key != "enter" and bool(event.character) and event.is_printable)

    def leads_to(self, event: events.Key) -> Go | None:
        """A real keyboard types too."""
        if not self.types(event):
            return None
        return Act("erase") if event.key == "backspace" else Act("type", event.character or " ")


_NOTHING = Choice(go=Act("clear"), label="", off=True)
