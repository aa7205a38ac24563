"""The toggles of a result, in big text."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Container, Horizontal
from textual.widget import Widget

from kiosk.pages.choices import ChoicesPage
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.button import Button
from kiosk.tui.widgets.card import BigCard


class ChoicesScreen(PageScreen[ChoicesPage]):
    """Six large toggles, then show what they leave, or lift them all."""

    def body(self) -> Iterable[Widget]:
        """Two by three, and two buttons."""
        page, art = self.page, self.look.art
        width = 46 if self.lobby else 0
        yield Container(
            *(
                BigCard(toggle, art.name(toggle.big or toggle.label, width), hint=str(n))
                for n, toggle in enumerate(page.toggles, 1)
            ),
            classes="choices",
        )
        yield Horizontal(Button(page.show, classes="-show"), Button(page.all_off, classes="-all-off"), classes="ends")
