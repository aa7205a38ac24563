"""What the keys do that are the same on every page: they lead to a page, hide the screen, end the visit."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from kiosk.pages.route import Act, Go, PageName, Route
from kiosk.pages.visit import Visit
from kiosk.tui.keys import KEYS
from kiosk.tui.seen import SeenApp


class ActingApp(SeenApp):
    """An app whose keys act on a visit. *Back* is not among them: three in a row hide everything."""

    ACTIONS: ClassVar[frozenset[str]] = frozenset({"back", "go", "home", "text_size", "hide", "done", "repaint"})
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    visit: Visit

    async def follow(self, go: Go) -> None:
        """Does it, and shows what is to be shown now."""
        raise NotImplementedError

    async def action_go(self, page: PageName) -> None:
        """Opens a page by its key."""
        if self.visit.is_under_way or page == "help-now":
            await self.follow(Route(page))

    async def action_home(self) -> None:
        """Home, or from the first screen into it."""
        await self.follow(Act("home"))

    async def action_text_size(self) -> None:
        """Bigger or smaller text."""
        if self.visit.is_under_way:
            await self.follow(Act("text-size"))

    async def action_hide(self) -> None:
        """Hides everything at once."""
        await self.follow(Act("hide"))

    async def action_done(self) -> None:
        """Ends the visit."""
        if self.visit.is_under_way:
            await self.follow(Act("done"))

    def action_repaint(self) -> None:
        """Draws the screen anew."""
        self.repaint()
