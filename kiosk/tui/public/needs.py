"""The tiles under one home tile."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.containers import Container, Horizontal
from textual.widget import Widget

from kiosk.pages.needs import NeedsPage
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.card import NoticeCard
from kiosk.tui.widgets.tile import BigTile, Tile
from kiosk.tui.widgets.words import Title

BIG_TILES = 6


class NeedsScreen(PageScreen[NeedsPage]):
    """At most nine tiles; a card that families do not know to ask for stands beside the title."""

    FIRST: ClassVar[str] = "Tile, BigTile"

    def body(self) -> Iterable[Widget]:
        """Title, tiles, cards."""
        page, art = self.page, self.look.art
        cards = [NoticeCard(card, hint="0") for card in page.cards[:1]]
        yield Horizontal(Title(page.title, page.subtitle), *cards, classes="head")
        if self.large and len(page.tiles) <= BIG_TILES:
            tiles: list[Widget] = [
                BigTile(tile, art.picture(tile.pictogram), art.name(tile.big or tile.label, 40), hint=str(n))
                for n, tile in enumerate(page.tiles, 1)
            ]
            yield Container(*tiles, classes="big-tiles")
        else:
            yield Container(
                *(
                    Tile(tile, art.picture(tile.pictogram, lowered=self.lobby), hint=str(n))
                    for n, tile in enumerate(page.tiles, 1)
                ),
                classes="tiles",
            )
