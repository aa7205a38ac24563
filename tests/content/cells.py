"""Whether words fit where they stand: in lines of cells."""

from __future__ import annotations

import textwrap


def lines(text: str, width: int) -> list[str]:
    """The lines a text takes at this width; a word that is too long keeps its own, longer line."""
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def fits(text: str, width: int, most_lines: int) -> bool:
    """Whether a text stands in so many lines of so many cells."""
    found = lines(text, width)
    return len(found) <= most_lines and all(len(line) <= width for line in found)
