"""Pixel pictures as text: two rows of pixels in one row of half blocks (`█▀▄ `), so a cell is nearly two squares.

Pure: glyphs come in as rows of pixels, rows of cells come out. Big letters are 11 pixels high and take 6 rows, block
digits 10 pixels and 5 rows, pictograms 12 pixels and 6 rows.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

Glyph = tuple[str, ...]
"""Rows of pixels, all as wide: `#` is the picture, `.` the ground."""

Glyphs = Mapping[str, Glyph]
"""A character, or a picture's name -> its glyph."""

INK, GROUND = "#", "."
_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
_BARE = {"ı": "i", "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " "}


def half_blocks(glyph: Glyph) -> tuple[str, ...]:
    """A picture as rows of half blocks: as wide as its pixels, half as high, the last row half empty when odd."""
    rows = glyph if len(glyph) % 2 == 0 else (*glyph, GROUND * len(glyph[0]))
    return tuple(
        "".join(_HALVES[above == INK, below == INK] for above, below in zip(top, bottom, strict=True))
        for top, bottom in zip(rows[::2], rows[1::2], strict=True)
    )


def enlarged(glyph: Glyph, factor: int) -> Glyph:
    """A picture whose every pixel is `factor` pixels wide and high."""
    return tuple("".join(pixel * factor for pixel in row) for row in glyph for _ in range(factor))


def glyph_of(character: str, glyphs: Glyphs) -> Glyph | None:
    """The glyph of a character: its own, else that of the bare letter (`Ê` -> `E`), else of the other case; or None."""
    plain = _BARE.get(character, character)
    bare = unicodedata.normalize("NFD", plain)[:1]
    for candidate in (character, plain, bare, bare.upper(), bare.lower()):
        if candidate in glyphs:
            return glyphs[candidate]
    return glyphs.get("space") if plain == " " else None


def missing(text: str, glyphs: Glyphs) -> str:
    """The characters of a text that cannot be drawn, not even bare: each once, in order."""
    return "".join(dict.fromkeys(character for character in text if glyph_of(character, glyphs) is None))


def drawn(text: str, glyphs: Glyphs, gap: int = 1) -> Glyph:
    """A line of glyphs side by side, `gap` empty columns between; a character that has none is left out."""
    found = [glyph for glyph in (glyph_of(character, glyphs) for character in text) if glyph is not None]
    if not found:
        return ()
    return tuple((GROUND * gap).join(rows) for rows in zip(*found, strict=True))


def big_text(text: str, glyphs: Glyphs, factor: int = 1, gap: int = 1) -> tuple[str, ...]:
    """A line in big letters (or digits), as rows of half blocks."""
    return half_blocks(enlarged(drawn(text, glyphs, gap), factor)) if text else ()


def big_width(text: str, glyphs: Glyphs, factor: int = 1, gap: int = 1) -> int:
    """How many cells wide `big_text` is."""
    line = drawn(text, glyphs, gap)
    return len(line[0]) * factor if line else 0


def wrapped(text: str, glyphs: Glyphs, width: int, factor: int = 1, gap: int = 1) -> tuple[str, ...]:
    """A text broken at its spaces into lines of big letters that are at most `width` cells wide.

    A single word that is wider stands alone on its line: whoever draws it asks `big_width` first.
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and big_width(longer, glyphs, factor, gap) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
