"""A QR code as cells: black on white whatever the theme, four modules of quiet zone, never clipped."""

from __future__ import annotations

from textual.color import Color
from textual.content import Content
from textual.style import Style

from kiosk.domain.qr import Matrix, half_blocks, inverse_half_blocks
from kiosk.pages.parts import Code
from kiosk.tui.plain import line, wrap
from kiosk.tui.widgets.leaf import Leaf

_WHITE, _BLACK = Color(255, 255, 255), Color(0, 0, 0)


class QrCode(Leaf):
    """A white panel with the code in its middle and, under it, what it does, opens, and what to do instead.

    A code that does not fit is not drawn at all: `fits` tells before, and the words stand alone.
    """

    def __init__(self, code: Code, matrix: Matrix | None, *, captions: bool = True, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.code = code
        self.matrix = matrix
        self.captions = captions

    def lines(self, width: int, height: int) -> list[Content]:
        """The panel, row by row."""
        words = self._captions(width) if self.captions else []
        no_color = self.screen.has_class("-no-color")
        drawn = self._drawn(ink_is_light=no_color)
        if not drawn or len(drawn[0]) > width or len(drawn) > height:
            return [*[line()] * max(0, (height - len(words)) // 2), *self._alone(width)]
        style = self.style_of("plain") if no_color else Style(background=_WHITE, foreground=_BLACK)
        left = (width - len(drawn[0])) // 2
        rows = [line(" " * left, (row, style)) for row in drawn]
        free = height - len(rows)
        # The words stand on the last rows; the longest ones go first when the code leaves little room.
        shown = words[: max(0, free)]
        return [*rows, *[line()] * (free - len(shown)), *shown]

    def _drawn(self, *, ink_is_light: bool) -> list[str]:
        if self.matrix is None:
            return []
        return inverse_half_blocks(self.matrix) if ink_is_light else half_blocks(self.matrix)

    def _captions(self, width: int) -> list[Content]:
        code = self.code
        name, plain = self.style_of("name"), self.style_of("plain")
        does = [self.centered([(words, name)], width) for words in wrap(code.does, width - 2)]
        opens = [self.centered([(words, plain)], width) for words in wrap(code.opens, width - 2)] if code.opens else []
        instead = [self.centered([(words, plain)], width) for words in wrap(code.instead, width - 2)]
        if code.instead:
            return [*does, *opens, line(), *instead, line()]
        return [*does, *opens]

    def _alone(self, width: int) -> list[Content]:
        plain = self.style_of("plain")
        return [self.centered([(words, plain)], width) for words in wrap(self.code.payload, width - 4)]
