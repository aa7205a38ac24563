"""The screen that needs no file: shown while the kiosk cannot be built, until it can."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from kiosk.pages.out_of_order import OutOfOrderPage
from kiosk.tui.closed import ClosedApp
from kiosk.tui.widgets.leaf import InkScreen
from kiosk.tui.widgets.words import BigText, Words

RETRY = 15.0
"""Seconds between attempts to build the kiosk after all."""


class OutOfOrderScreen(InkScreen):
    """That it is being fixed, and the numbers to call."""

    def __init__(self, page: OutOfOrderPage) -> None:
        super().__init__()
        self.page = page

    def compose(self) -> ComposeResult:
        """The notice, three numbers with their words, the others in a line each, and whom to ask."""
        page = self.page
        yield Words(*page.notices, style="name", classes="band")
        with Container(classes="numbers"):
            for number in [each for each in page.numbers if each.is_large][:3]:
                with Vertical(classes="number"):
                    yield BigText(number.rows, classes="digits")
                    yield Words(*number.titles, style="name", classes="titles")
                    yield Words(*number.notes, classes="notes")
        others = [f"{each.number}   {' / '.join(each.titles)}" for each in page.numbers if not each.is_large]
        yield Words(*others, classes="others")
        yield Words(*page.adult, *page.office, style="name", classes="adult")
        yield Words(page.checked, style="quiet", classes="checked")


class OutOfOrderApp(ClosedApp):
    """Shows the one screen. It ends with 0 when the kiosk can be built again."""

    CSS_PATH: ClassVar = ["styles/parts.tcss", "styles/out_of_order.tcss"]

    def __init__(self, page: OutOfOrderPage, is_mended: Callable[[], bool], *, look: str = "day") -> None:
        super().__init__(look)
        self.page = page
        self._is_mended = is_mended

    def get_default_screen(self) -> OutOfOrderScreen:
        """The only screen there is."""
        return OutOfOrderScreen(self.page)

    def on_mount(self) -> None:
        """Try again now and then."""
        self.set_interval(RETRY, self.retry)

    def retry(self) -> None:
        """End when the kiosk can be built."""
        if self._is_mended():
            self.exit()
