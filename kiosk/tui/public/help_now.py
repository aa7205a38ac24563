"""Help now."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from kiosk.pages.help_now import HelpLineRow, HelpNowPage
from kiosk.pages.parts import Choice
from kiosk.tui.plain import cut, line, padded
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.button import Button
from kiosk.tui.widgets.card import BigNumberCard, NumberCard, TextCard
from kiosk.tui.widgets.leaf import Leaf
from kiosk.tui.widgets.words import Title, Words


class MoreLines(Leaf):
    """Further numbers: what for, the number, when."""

    def __init__(self, rows: Iterable[HelpLineRow], last: tuple[str, str, str], checked: str) -> None:
        super().__init__(classes="more-lines")
        self.rows = tuple(rows)
        self.last = last
        self.checked = checked

    def lines(self, width: int, height: int) -> list[Content]:
        """Two rows a number in the lobby, one at 80 columns."""
        name, quiet = self.style_of("name"), self.style_of("quiet")
        if self.screen.has_class("-lobby"):
            rows: list[Content] = [line()]
            for row in self.rows[: (height - 1) // 3 + 1]:
                number = [(row.number, name), " " * max(1, 22 - len(row.number))]
                rows.append(padded(["  ", (row.title, name)], width, right=number))
                rows += [padded(["  ", (cut(row.note, width - 3), quiet)], width), line()]
            del rows[height:]
            last = rows[-2] if len(rows) == height else rows[-1]
            end = [(self.checked, quiet), " " * max(1, 22 - len(self.checked))]
            if last.cell_length and last.plain.rstrip() and len(last.plain.rstrip()) + 24 < width:
                rows[rows.index(last)] = padded([(last.plain.rstrip(), quiet)], width, right=end)
            return rows
        at, note_at = width * 27 // 76, width * 43 // 76
        table = [*((row.title, row.number, row.note_short or row.note) for row in self.rows[: height - 3]), self.last]
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
                    art.name(card.short or card.title, 84),
                    hint=str(n),
                    classes="-help" if n == 1 else "",
                )
            yield Words(f"{page.no_phone}  {page.adult_where}", style="name", classes="foot")
            return
        yield Title(page.title, page.no_phone, classes="title") if self.lobby else Words(page.no_phone, classes="title")
        width = 34 if self.lobby else 22
        cards = [
            NumberCard(card, art.number(card.number, width), hint=str(n), classes="-help" if n == 1 else "")
            for n, card in enumerate(page.cards, 1)
        ]
        yield Container(*cards, classes="numbers")
        adult = (page.adult, page.adult_where, page.adult_say)
        lines = MoreLines(page.rows, adult, page.checked)
        if not self.lobby:
            yield lines
            return
        leads = page.quiet
        any_adult = Choice(go=leads.go, label=page.adult, note=page.adult_where, detail=page.adult_say)
        card = TextCard(any_adult, leads=leads.label, hint="4", classes="adult")
        more = [Button(page.more, classes="-more")] if page.more else []
        yield Horizontal(Vertical(lines, *more, classes="others"), card, classes="foot")
