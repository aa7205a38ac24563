"""Mine, theirs, before: one of three cards that stand side by side, each taken by its key, by Enter or by a tap."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from kiosk.pages.parts import Choice
from kiosk.pages.route import Act
from kiosk.pages.staff.question import Joined, SideCard
from kiosk.tui.plain import cells, cut, line, padded, wrap
from kiosk.tui.widgets.leaf import Leaf, Touch
from kiosk.tui.widgets.staff_detail import bar_parts

_NOWHERE = Act("back")


class Side(Touch):
    """A card: its name and key, who wrote it, the value, its hours drawn, what was noted."""

    def __init__(self, card: SideCard) -> None:
        super().__init__(_choice(card), classes="side")
        self.card = card

    def show(self, card: SideCard) -> None:
        """Another side in the same place."""
        self.card = card
        self.update(_choice(card))

    def lines(self, width: int, height: int) -> list[Content]:
        """From the second row down; a long value ends with the card."""
        card, room = self.card, width - 4
        name, plain = self.style_of("name"), self.style_of("plain")
        quiet = self.style_of("plain" if self.ground == "focus" else "quiet")  # seen on every theme's focus
        rows = [
            line(),
            padded(["  ", (card.label, name)], width, right=[(card.key, quiet), "  "]),
            line("  ", (cut(card.who, room), quiet)),
            line(),
        ]
        drawn = [line("  ", *bar_parts(self, card.bars, room, is_now=True))] if card.bars and height > 9 else []
        quote = [line("  ", (cut(card.quote, room), plain))] if card.quote else []
        left = height - 1 - len(rows) - (2 if drawn else 0) - (2 if quote else 0)
        words = wrap(card.words, room)
        if len(words) > left:
            words = [*words[: left - 1], f"{cut(words[left - 1], room - 2)} …"]
        rows += [line("  ", (each, name)) for each in words]
        rows += [line(), *drawn] if drawn else []
        rows += [line(), *quote] if quote else []
        return [*rows, *[line()] * (height - len(rows))][:height]

    async def on_touch_chosen(self, event: Touch.Chosen) -> None:
        """Take it."""
        event.stop()
        await self.screen.run_action(f"take('{self.card.take}')")


class JoinedRows(Leaf):
    """What was put together: its name, what stands now, whose it is."""

    NAME, WORDS, MOST_NAME, MOST_WORDS = 17, 28, 24, 50
    """Cells of the columns, at least and at most."""

    def __init__(self, joined: Sequence[Joined]) -> None:
        super().__init__(classes="joined")
        self.joined = tuple(joined)

    def update(self, joined: Sequence[Joined]) -> None:
        """Others in the same place."""
        self.joined = tuple(joined)
        self.refresh()

    def lines(self, width: int, height: int) -> list[Content]:
        """A line each."""
        name, plain, quiet = self.style_of("name"), self.style_of("plain"), self.style_of("quiet")
        names = max([self.NAME, *(cells(each.name) + 1 for each in self.joined)])
        names = min(names, self.MOST_NAME)
        words = max([self.WORDS, *(cells(each.words) + 2 for each in self.joined)])
        words = min(words, self.MOST_WORDS, width - names - 8)
        return [
            line(
                (cut(each.name, names - 1).ljust(names), plain),
                (cut(each.words, words - 1).ljust(words), name),
                (each.whose, quiet),
            )
            for each in self.joined[:height]
        ]


def _choice(card: SideCard) -> Choice:
    return Choice(go=_NOWHERE, label=card.label, off=card.off)
