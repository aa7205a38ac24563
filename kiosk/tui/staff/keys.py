"""All keys, drawn in two columns: those of the screen below at the left, those that work everywhere at the right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import events
from textual.content import Content
from textual.widget import Widget

from kiosk.pages.staff.keys import KeysPage, keys_page
from kiosk.pages.staff.parts import StaffAsk
from kiosk.tui.plain import line
from kiosk.tui.staff.aside import AsideScreen
from kiosk.tui.staff.key_table import keys_everywhere, keys_of
from kiosk.tui.widgets.leaf import Leaf
from kiosk.tui.widgets.staff_reading import Reading, SheetHead, key_rows, side_by_side


class KeyRows(Reading):
    """Two columns: quiet heads, then keys and what they do."""

    def __init__(self, page: KeysPage) -> None:
        super().__init__(classes="card sheet")
        self.page = page

    def rows(self, width: int) -> Sequence[Content]:
        """Each column's lines beside the other's."""
        page, half = self.page, width // 2
        quiet = self.style_of("quiet")
        left = [line((page.here_title, quiet)), line(), *key_rows(self, page.here, half)]
        right = [line((page.everywhere_title, quiet)), line(), *key_rows(self, page.everywhere, width - half)]
        return side_by_side(left, right, half)


class GuideLine(Leaf):
    """The way to the guide: a tap or its key opens it."""

    def __init__(self, words: str) -> None:
        super().__init__(classes="guide-line")
        self.words = words

    def update(self, words: str) -> None:
        """In another language."""
        self.words = words
        self.refresh()

    def lines(self, width: int, height: int) -> list[Content]:
        """Bold words, the key, a sign that it leads on."""
        return [line((self.words, self.style_of("name")), "   ", ("F12  ›", self.style_of("touch")))]

    async def on_click(self, event: events.Click) -> None:
        """Open the guide."""
        event.stop()
        await self.screen.run_action("open('guide')")


class KeysScreen(AsideScreen[KeysPage]):
    """Shows the keys; each of them also works from here."""

    def build(self, ask: StaffAsk) -> KeysPage:
        """The keys of the screen below as it is now."""
        below = self.below
        bar = below.build(ask).keys
        return keys_page(ask, below.route.screen, keys_of(below), keys_everywhere(self.app), bar)

    def body(self) -> Iterable[Widget]:
        """A head where there is room, the keys, the way to the guide."""
        page = self.page
        if self.look.wide:
            yield SheetHead(page.title, page.closes)
        yield KeyRows(page)
        yield GuideLine(page.guide)

    def show(self) -> None:
        """In another language."""
        for head in self.query(SheetHead):
            head.update(self.page.title, self.page.closes)
        rows = self.query_one(KeyRows)
        rows.page = self.page
        rows.refresh()
        self.query_one(GuideLine).update(self.page.guide)

    def begin(self) -> None:
        """Arrows turn the keys."""
        self.query_one(KeyRows).focus()

    def on_key(self, event: events.Key) -> None:
        """A key that is told of here does what it does on the screen below."""
        for use in keys_of(self.below):
            if event.key in use.key.split(",") and (len(event.key) == 1 or event.key.startswith("ctrl+")):
                event.stop()
                self.post_message(self.Run(use.action))
                return
