"""How school can help."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from kiosk.pages.supports import SupportsPage
from kiosk.tui.plain import line, padded, wrap
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.button import Button
from kiosk.tui.widgets.leaf import Leaf, Touch
from kiosk.tui.widgets.rail import turns
from kiosk.tui.widgets.words import Title, Words


class SupportButton(Touch):
    """A support: a green dot when it is at this school, an empty square when it is elsewhere."""

    def lines(self, width: int, height: int) -> list[Content]:
        """In the middle row."""
        here = self.choice.is_open
        mark = ("● ", self.style_of("go")) if here else ("□ ", self.style_of("plain"))
        pad = "  " if self.screen.has_class("-lobby") else " "
        label = (self.choice.short if not self.screen.has_class("-lobby") else "") or self.choice.label
        name = self.style_of("name")
        words = wrap(label, width - len(pad) - 5, 2)
        hint = [(f"{self.shown_hint} ", self.style_of("quiet"))] if self.shown_hint else []
        if len(words) == 1:
            return [padded([], width, right=hint), line(pad, mark, (words[0], name)), *[line()] * (height - 2)]
        first = padded([pad, mark, (words[0], name)], width, right=hint)
        return [first, line(f"{pad}  ", (words[1], name)), *[line()] * (height - 2)]


class Legend(Leaf):
    """What the dot and the square mean."""

    def __init__(self, here: str, elsewhere: str) -> None:
        super().__init__()
        self.here = here
        self.elsewhere = elsewhere

    def lines(self, width: int, height: int) -> list[Content]:
        """One line."""
        quiet = self.style_of("quiet")
        return [line(("● ", self.style_of("go")), (self.here, quiet), "     □ ", (self.elsewhere, quiet))]


class SupportsScreen(PageScreen[SupportsPage]):
    """Fifteen supports in three columns."""

    def body(self) -> Iterable[Widget]:
        """Title, supports, legend."""
        page = self.page
        yield Title(page.title, page.subtitle, classes="title")
        buttons = [SupportButton(support, hint=str(n) if n < 10 else "") for n, support in enumerate(page.supports, 1)]
        rail = list(turns(page.turning)) if page.turning.before or page.turning.more else []
        grid = Container(*buttons, classes="supports")
        yield Horizontal(grid, Vertical(*rail, classes="rail"), classes="list") if rail else grid
        legend, foot = Legend(page.legend_here, page.legend_else), Words(page.foot, style="quiet", classes="foot")
        center = Button(page.center, hint="0", classes="-center")
        if self.lobby:
            yield Horizontal(Vertical(legend, foot), center, classes="under")
        else:
            yield legend
            yield Horizontal(foot, center, classes="under")
