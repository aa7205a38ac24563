"""What a family resource center does."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Container
from textual.content import Content
from textual.widget import Widget

from kiosk.pages.center import CenterPage
from kiosk.tui.plain import line, padded, wrap
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.leaf import Touch
from kiosk.tui.widgets.words import Title


class PartCard(Touch):
    """A part of the center: its name, how many places it has, and in the lobby what it is."""

    def lines(self, width: int, height: int) -> list[Content]:
        """From the second row down; at 80 columns the count stands where there is no room for more."""
        choice, quiet, name = self.choice, self.style_of("quiet"), self.style_of("name")
        hint = [(f"{self.shown_hint} ", quiet)] if self.shown_hint else []
        rows = [padded([], width, right=hint)]
        if not self.screen.has_class("-lobby"):
            rows += [line(" ", (words, name)) for words in wrap(choice.label, width - 2, 1)]
            rows.append(line(" ", (choice.detail or choice.note, quiet)))
        else:
            many = f"{choice.detail}  "
            label = wrap(choice.label, width - 4 - len(many), 1)[0]
            rows.append(padded(["  ", (label, name)], width, right=[(many, quiet)]))
            rows += [line("  ", (words, self.style_of("plain"))) for words in wrap(choice.note, width - 4, 2)]
        return [*rows, *[line()] * (height - len(rows))][:height]


class CenterScreen(PageScreen[CenterPage]):
    """Seven parts in two columns, and a person in the eighth place."""

    def body(self) -> Iterable[Widget]:
        """Title, parts."""
        page = self.page
        yield Title(page.title, page.subtitle, classes="title")
        cards = (PartCard(part, hint=str(n)) for n, part in enumerate((*page.parts, page.person), 1))
        yield Container(*cards, classes="parts")
