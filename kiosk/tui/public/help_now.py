"""Help now."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Container, Horizontal
from textual.content import Content
from textual.widget import Widget

from kiosk.pages.help_now import HelpLineRow, HelpNowPage
from kiosk.pages.parts import Choice
from kiosk.tui.plain import Part, cut, line, padded
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.card import BigNumberCard, NumberCard, TextCard
from kiosk.tui.widgets.leaf import Leaf, Touch
from kiosk.tui.widgets.words import Title, Words

NUMBER_AT = 56
"""The column of the numbers in a card of further lines."""


class FurtherLines(Touch):
    """Further numbers in a card, and that there are more."""

    def __init__(self, rows: Iterable[HelpLineRow], checked: str, more: Choice, *, hint: str) -> None:
        super().__init__(more, hint=hint, classes="others")
        self.rows = tuple(rows)
        self.checked = checked

    def lines(self, width: int, height: int) -> list[Content]:
        """Two rows a number, an empty one between; at the foot that there are more, and the day they were checked."""
        name, quiet = self.style_of("name"), self.style_of("quiet")
        rows: list[Content] = [padded([], width, right=[(f"{self.shown_hint} ", quiet)])]
        for row in self.rows[: (height - 2) // 3]:
            first = padded(["  ", (cut(row.title, NUMBER_AT - 3), name)], NUMBER_AT)
            rows += [first + line((row.number, name)), line("  ", (cut(row.note, width - 3), quiet)), line()]
        more: list[Part] = [] if self.choice.off else ["  ", (f"{self.choice.label}  ›", self.style_of("touch"))]
        rows[height - 2 :] = [padded(more, width, right=[(self.checked, quiet), "  "])]
        return rows


class MoreLines(Leaf):
    """Further numbers at 80 columns: what for, the number, when."""

    def __init__(self, rows: Iterable[HelpLineRow], last: tuple[str, str, str], checked: str) -> None:
        super().__init__(classes="more-lines")
        self.rows = tuple(rows)
        self.last = last
        self.checked = checked

    def lines(self, width: int, height: int) -> list[Content]:
        """One row a number."""
        name, quiet = self.style_of("name"), self.style_of("quiet")
        at, note_at = width * 27 // 76, width * 43 // 76
        table = [
            *((row.short or row.title, row.number, row.note_short or row.note) for row in self.rows[: height - 3]),
            self.last,
        ]
        rows = []
        for title, number, note in table:
            first = cut(title, at - 1)
            second = cut(number, note_at - at - 1)
            rows.append(
                line((first.ljust(at), name), (second.ljust(note_at - at), name), (cut(note, width - note_at), quiet))
            )
        return [*rows, *[line()] * (height - len(rows) - 1), line((self.checked, quiet))]


class HelpNowScreen(PageScreen[HelpNowPage]):
    """Three numbers in block digits, the others in lines, any adult last."""

    def body(self) -> Iterable[Widget]:
        """Title, cards, lines, any adult."""
        page, art = self.page, self.look.art
        if self.large:
            for n, card in enumerate(page.cards, 1):
                yield BigNumberCard(
                    card,
                    art.number(card.number_short or card.number, 28),
                    art.name(card.large or card.short, 84),
                    hint=str(n),
                    classes="-help" if n == 1 else "",
                )
            yield Words(f"{page.no_phone}  {page.adult_where}", style="name", classes="foot")
            return
        yield (
            Title(page.title, f"{page.subtitle} {page.no_phone}", classes="title")
            if self.lobby
            else Words(page.no_phone, classes="title")
        )
        width = 32 if self.lobby else 22
        cards = [
            NumberCard(card, art.number(card.number, width), hint=str(n), classes="-help" if n == 1 else "")
            for n, card in enumerate(page.cards, 1)
        ]
        yield Container(*cards, classes="numbers")
        adult = (page.adult, page.frame.person_room, page.adult_say)
        if not self.lobby:
            yield MoreLines(page.rows, adult, page.checked)
            return
        leads = page.quiet
        any_adult = Choice(go=leads.go, label=page.adult, note=page.adult_where, detail=page.adult_say)
        any_adult_card = TextCard(any_adult, leads=leads.label, hint="5", classes="adult")
        more = page.more or Choice(go=leads.go, label="", off=True)
        yield Horizontal(FurtherLines(page.rows, page.checked, more, hint="4"), any_adult_card, classes="foot")
