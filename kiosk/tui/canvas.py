"""What the terminal shows now, so that only what changed is sent: a screen over a slow line in a few kilobytes.

Textual sends every changed widget whole, with each run of cells in its complete style, and a new screen more than once.
Here each frame is compared cell by cell with the last one, and a style is sent as its difference from the one before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size
from rich.color import Color, ColorSystem
from rich.style import Style
from textual.strip import Strip

Look = tuple[str, str, bool, bool]
"""The codes of the ink, the codes of the ground, bold, reversed."""
Cell = tuple[str, Look]
"""A glyph and how it looks; the second cell of a wide glyph is an empty string."""

PLAIN: Look = ("39", "49", False, False)
NEAR = 6
"""Cells that did not change are sent again rather than skipped when fewer than a cursor move costs."""


class Canvas:
    """The frame that was sent last. `paint` gives what to send for the next one."""

    def __init__(self, color_system: ColorSystem | None) -> None:
        self._color_system = color_system
        self._strips: list[Strip] = []
        self._rows: list[list[Cell]] = []
        """The cells of the strips."""

    def forget(self) -> None:
        """Whatever is on the terminal now is not ours: the next frame is sent whole."""
        self._strips, self._rows = [], []

    def paint(self, strips: Sequence[Strip]) -> str:
        """The codes that turn the last frame into this one; nothing when they are equal."""
        same = [strip == before for strip, before in zip(strips, self._strips, strict=False)]
        rows = [self._rows[y] if y < len(same) and same[y] else self._cells(strip) for y, strip in enumerate(strips)]
        known = self._rows if [len(row) for row in self._rows] == [len(row) for row in rows] else [[] for _ in rows]
        self._strips, self._rows = list(strips), rows
        pen = _Pen()
        for y, (before, after) in enumerate(zip(known, rows, strict=True)):
            if before is not after and before != after:
                for start, end in _changed(before, after):
                    pen.draw(start, y, after[start:end])
        return pen.text()

    def _cells(self, strip: Strip) -> list[Cell]:
        cells: list[Cell] = []
        for text, style, control in strip:
            if control:
                continue
            look = _look(style, self._color_system) if style else PLAIN
            alike = {glyph: (glyph, look) for glyph in text}  # most cells of a run are blank: they are one
            for glyph in text:
                if width := get_character_cell_size(glyph):
                    cells.append(alike[glyph])
                    cells.extend([("", look)] * (width - 1))
                elif cells:
                    _join(cells, glyph)
        return cells


class _Pen:
    """Writes runs of cells and remembers where it stands and in what style."""

    def __init__(self) -> None:
        self._codes: list[str] = []
        self._look = PLAIN
        self._place = (-1, -1)

    def draw(self, x: int, y: int, cells: Iterable[Cell]) -> None:
        if self._place != (x, y):
            self._codes.append(_move(x, y))
        for glyph, look in cells:
            self._turn(look, blank=glyph == " ")
            if len(glyph) > 1:  # terminals differ in how wide they draw a glyph of several signs
                width = cell_len(glyph)
                glyph = " " * width + _move(x, y) + glyph + _move(x + width, y)
            self._codes.append(glyph)
            x += 1
        self._place = (x, y)

    def _turn(self, look: Look, *, blank: bool) -> None:
        """Send the difference to the style before. The ink of a blank cell shows nothing, nor does its weight."""
        ink, ground, bold, reverse = look
        if blank and not reverse and not self._look[3]:
            ink, bold = self._look[0], self._look[2]
            look = (ink, ground, bold, reverse)
        if look == self._look:
            return
        was_ink, was_ground, was_bold, was_reverse = self._look
        codes = []
        if bold != was_bold:
            codes.append("1" if bold else "22")
        if reverse != was_reverse:
            codes.append("7" if reverse else "27")
        if ink != was_ink:
            codes.append(ink)
        if ground != was_ground:
            codes.append(ground)
        self._codes.append(f"\x1b[{';'.join(codes)}m")
        self._look = look

    def text(self) -> str:
        """All of it, with the style put back to plain."""
        if not self._codes:
            return ""
        return "".join((*self._codes, "\x1b[0m"))


def _move(x: int, y: int) -> str:
    return f"\x1b[{y + 1};{x + 1}H"


def _join(cells: list[Cell], mark: str) -> None:
    """A sign that takes no cell of its own joins the glyph before it, which some of them make wide."""
    base = len(cells) - 1
    while base and not cells[base][0]:
        base -= 1
    glyph, look = cells[base][0] + mark, cells[base][1]
    cells[base] = glyph, look
    cells.extend([("", look)] * (cell_len(glyph) - (len(cells) - base)))


def _changed(before: Sequence[Cell], after: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """The spans of a row that differ; spans that lie near each other are one. A wide glyph is never cut in two."""
    if len(before) != len(after):
        yield 0, len(after)
        return
    start = end = -1
    for x, (old, new) in enumerate(zip(before, after, strict=True)):
        if old == new:
            continue
        if start < 0:
            start = x
        elif x - end > NEAR:
            yield _whole(after, start, end)
            start = x
        end = x + 1
    if start >= 0:
        yield _whole(after, start, end)


def _whole(row: Sequence[Cell], start: int, end: int) -> tuple[int, int]:
    while start > 0 and row[start][0] == "":
        start -= 1
    while end < len(row) and row[end][0] == "":
        end += 1
    return start, end


@lru_cache(4096)
def _look(style: Style, color_system: ColorSystem | None) -> Look:
    return (
        _codes(style.color, color_system, foreground=True) or PLAIN[0],
        _codes(style.bgcolor, color_system, foreground=False) or PLAIN[1],
        bool(style.bold),
        bool(style.reverse),
    )


def _codes(color: Color | None, color_system: ColorSystem | None, *, foreground: bool) -> str:
    if color is None or color_system is None:
        return ""
    return ";".join(color.downgrade(color_system).get_ansi_codes(foreground))
