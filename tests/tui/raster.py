"""Draws what a Textual screen shows as a picture, cell by cell: what an eye, a camera or a code reader would see.

Block elements are filled exactly; other glyphs are drawn with a font where one is given, else as a dot of ink. Colours
are those that would go to the terminal, after every filter.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont
from rich.color import Color
from rich.segment import Segment
from rich.terminal_theme import TerminalTheme
from textual.app import App

CELL = (8, 16)
"""Pixels of a cell, wide and high."""
Cell = tuple[str, tuple[int, int, int], tuple[int, int, int], bool]
"""A glyph, its ink, its ground, and whether it is bold."""
TERMINAL = TerminalTheme(
    (16, 16, 16),
    (208, 208, 208),
    [(0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0), (0, 0, 170), (170, 0, 170), (0, 170, 170), (170, 170, 170)],
    [(85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85), (85, 85, 255), (255, 85, 255), (85, 255, 255),
     (255, 255, 255)],
)  # fmt: skip
"""The usual sixteen colours, on a dark ground."""


def cells_of(app: App[Any]) -> list[list[Cell]]:
    """The screen as rows of (glyph, ink, ground, is bold), as the terminal would draw them."""
    return [[cell for segment in strip for cell in _cells(segment)] for strip in app.screen._compositor.render_strips()]


def _cells(segment: Segment) -> list[Cell]:
    style = segment.style
    ink = _rgb(style.color if style else None, foreground=True)
    ground = _rgb(style.bgcolor if style else None, foreground=False)
    if style and style.reverse:
        ink, ground = ground, ink
    return [(glyph, ink, ground, bool(style and style.bold)) for glyph in segment.text]


def _rgb(color: Color | None, *, foreground: bool) -> tuple[int, int, int]:
    triplet = (color or Color.default()).get_truecolor(TERMINAL, foreground=foreground)
    return triplet.red, triplet.green, triplet.blue


def picture(app: App[Any], *, font: Path | None = None, bold: Path | None = None, scale: int = 1) -> Image.Image:
    """The screen as an image, `CELL` times `scale` pixels a cell."""
    rows = cells_of(app)
    width, height = CELL[0] * scale, CELL[1] * scale
    image = Image.new("RGB", (len(rows[0]) * width, len(rows) * height))
    draw = ImageDraw.Draw(image)
    faces = {
        is_bold: ImageFont.truetype(str(path), 13 * scale) for is_bold, path in ((False, font), (True, bold)) if path
    }
    for y, row in enumerate(rows):
        for x, (glyph, ink, ground, is_bold) in enumerate(row):
            left, top = x * width, y * height
            draw.rectangle((left, top, left + width - 1, top + height - 1), fill=ground)
            box = _BLOCKS.get(glyph)
            if box is not None:
                a, b, c, d = box
                draw.rectangle(
                    (
                        left + a * width // 8,
                        top + b * height // 8,
                        left + c * width // 8 - 1,
                        top + d * height // 8 - 1,
                    ),
                    fill=ink,
                )
            elif glyph.strip():
                face = faces.get(is_bold)
                if face:
                    draw.text((left, top - scale), glyph, font=face, fill=ink)
                else:
                    draw.point((left + width // 2, top + height // 2), fill=ink)
    return image


def block_of(glyph: str) -> tuple[int, int, int, int] | None:
    """What a block element fills, in eighths of a cell (left, top, right, bottom); None for any other glyph."""
    return _BLOCKS.get(glyph)


_BLOCKS = {
    "█": (0, 0, 8, 8),
    "▀": (0, 0, 8, 4),
    "▄": (0, 4, 8, 8),
    "▁": (0, 7, 8, 8),
    "▂": (0, 6, 8, 8),
    "▔": (0, 0, 8, 1),
}
"""Block elements -> left, top, right, bottom in eighths of a cell."""
