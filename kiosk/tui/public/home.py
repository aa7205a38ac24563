"""Home: six pictures and the day's notice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.containers import Container, Horizontal
from textual.widget import Widget

from kiosk.pages.home import HomePage
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.button import Button
from kiosk.tui.widgets.card import NoticeCard
from kiosk.tui.widgets.tile import BigTile, Tile
from kiosk.tui.widgets.words import Title

ACTION_HINTS = ("7", "8", "9")


class HomeScreen(PageScreen[HomePage]):
    """Six tiles, then Search, Today and My list. Its bar offers a person in place of Back and Home."""

    OFFERS: ClassVar[frozenset[str]] = frozenset({"person", "help", "hide", "done"})
    FIRST: ClassVar[str] = "Tile, BigTile"

    def body(self) -> Iterable[Widget]:
        """In big text the tiles are two by three with the actions at their side."""
        page, art = self.page, self.look.art
        notice = [NoticeCard(page.notice, hint="0")] if page.notice else []
        actions = [Button(choice, hint=hint) for choice, hint in zip(page.actions, ACTION_HINTS, strict=False)]
        if self.large:
            tiles: list[Widget] = [
                BigTile(tile, art.picture(tile.pictogram), art.name(tile.big or tile.label, 30), hint=str(n))
                for n, tile in enumerate(page.tiles, 1)
            ]
            yield Container(*tiles, classes="big-tiles")
            yield Container(*actions, classes="side")
            yield Container(*notice, classes="notice")
            return
        below = "\n".join(filter(None, (page.subtitle, page.frame.not_reviewed)))
        yield Horizontal(Title(page.title, below, classes="three"), *notice, classes="head")
        yield Container(
            *(
                Tile(tile, art.picture(tile.pictogram, lowered=not self.lobby), hint=str(n))
                for n, tile in enumerate(page.tiles, 1)
            ),
            classes="tiles",
        )
        yield Container(*actions, classes="actions")
