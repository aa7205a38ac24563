"""Reads pixel pictures: text files where `= name` heads the rows of a picture, `#` the picture and `.` the ground."""

from __future__ import annotations

from pathlib import Path

from kiosk.domain.pixels import GROUND, INK, Glyph
from kiosk.words.shapes import BadContent


def read_glyphs(path: Path) -> dict[str, Glyph]:
    """The pictures of a file by their names. BadContent, with the line, when a row is not a row or not as wide."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise BadContent(path.name, "", f"this file cannot be read ({problem})") from problem
    glyphs: dict[str, list[str]] = {}
    rows: list[str] = []
    for at, line in enumerate(lines, start=1):
        if line.startswith("= "):
            rows = glyphs.setdefault(line[2:], [])
        elif glyphs and line:
            if set(line) - {INK, GROUND} or (rows and len(line) != len(rows[0])):
                raise BadContent(path.name, f"line {at}", "a row is '#' and '.' only, and as wide as those above it")
            rows.append(line)
    return _level({name: tuple(rows) for name, rows in glyphs.items()}, path.name)


def _level(glyphs: dict[str, Glyph], name: str) -> dict[str, Glyph]:
    """The glyphs, all of them as high as each other."""
    heights = {len(rows) for rows in glyphs.values()}
    if len(heights) != 1:
        raise BadContent(name, "", "the pictures of a file must all be as high as each other")
    return glyphs
