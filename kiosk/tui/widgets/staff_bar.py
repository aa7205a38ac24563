"""The band and the six keys of the desk, in the same places on each of its screens."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from kiosk.pages.parts import Choice
from kiosk.pages.route import Act
from kiosk.pages.staff.parts import Key, StaffFrame
from kiosk.tui.plain import Part, cells, cut, line, padded, write_on_edge
from kiosk.tui.widgets.leaf import Leaf, Touch

_NOWHERE = Act("back")
"""A key of the desk runs an action; it leads nowhere on the family side."""


class StaffBand(Leaf):
    """School, desk and who else is here at the left, the clock at the right; at 80 columns the page's title."""

    def __init__(self, frame: StaffFrame, title: str, subtitle: str) -> None:
        super().__init__()
        self.words = (frame, title, subtitle)

    def update(self, frame: StaffFrame, title: str, subtitle: str) -> None:
        """Other words in the same place."""
        self.words = (frame, title, subtitle)
        self.refresh()

    def lines(self, width: int, height: int) -> list[Content]:
        """One line, in the middle of the band."""
        frame, title, subtitle = self.words
        name, plain = self.style_of("name"), self.style_of("plain")
        if height == 1:
            right = "  ".join(filter(None, (frame.also_here, frame.time)))
            room = width - cells(right) - 6
            left: list[Part] = ["   ", (cut(title, room), name)]
            if cells(title) + cells(subtitle) + 3 <= room:
                left += ["   ", (subtitle, plain)]
            return [padded(left, width, right=[(right, plain), "  "])]
        left = ["   ", (frame.school, name), "  ", (frame.place, plain)]
        if frame.also_here:
            left += ["      ", (frame.also_here, plain)]
        return [line(), padded(left, width, right=[(frame.clock, plain), "   "]), line()]


class StaffKey(Touch, can_focus=False):
    """One of the six: its key in the corner, its word in the middle. It cannot have the focus: its key reaches it."""

    def __init__(self, key: Key) -> None:
        super().__init__(_choice(key), classes="" if key.key else "-gap")
        self._take(key)

    def show(self, key: Key) -> None:
        """Another key in the same place; one without a word leaves a gap."""
        self._take(key)
        self.update(_choice(key))

    def _take(self, key: Key) -> None:
        """Without colour the key stands in the box's upper edge, which then lies over the row it has else."""
        self.key = key
        self.visible = bool(key.label)
        write_on_edge(self, key.key)

    def lines(self, width: int, height: int) -> list[Content]:
        """The key at the right end above, the word under it."""
        label = self.key.label if cells(self.key.label) <= width - 2 else self.key.short or self.key.label
        hint = padded([], width, right=[(f"{self.key.key} ", self.style_of("quiet"))])
        return [hint, self.centered([(cut(label, width), self.style_of("name"))], width), line()]

    async def on_touch_chosen(self, event: Touch.Chosen) -> None:
        """Run its action on the screen."""
        event.stop()
        await self.screen.run_action(self.key.action)


SIX = 6
_GAP = Key(key="", label="", action="", off=True)


class StaffBar(Horizontal):
    """Six keys; fewer leave gaps before the last one, which leads back: so it has one place on every screen."""

    def __init__(self, keys: tuple[Key, ...]) -> None:
        super().__init__()
        self._keys = _six(keys)

    def compose(self) -> ComposeResult:
        """The keys."""
        for key in self._keys:
            yield StaffKey(key)

    def update(self, keys: tuple[Key, ...]) -> None:
        """Other keys in the same places."""
        for button, key in zip(self.query(StaffKey), _six(keys), strict=False):
            if button.key != key:
                button.show(key)


def _six(keys: tuple[Key, ...]) -> tuple[Key, ...]:
    return (*keys[:-1], *[_GAP] * (SIX - len(keys)), *keys[-1:])


def _choice(key: Key) -> Choice:
    return Choice(go=_NOWHERE, label=key.label, off=key.off, main=key.main)
