"""The one door from words to the screen: here, and only here, a `str` becomes something that is drawn.

Textual reads a plain string as markup, so a listing that says `[/9am-5pm]` would end the program and `[@click=...]`
would be a live button. `Content` made from text is literal. A test forbids every other way in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, chop_cells
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from kiosk.domain.text import clean_text

Part = tuple[str, Style] | str
"""A run of words, with or without a style."""


def line(*parts: Part) -> Content:
    """One line made of runs, each drawn literally. A newline in a run becomes a space."""
    clean = [(_one_line(part), Style()) if isinstance(part, str) else (_one_line(part[0]), part[1]) for part in parts]
    return Content.assemble(*clean)


def write_on_edge(widget: Widget, words: str) -> None:
    """Put words into a widget's upper border, where it has one."""
    widget.border_title = line(words)


def block(lines: Iterable[Content]) -> Content:
    """Lines under each other."""
    return Content("\n").join(lines)


def wrap(words: str, width: int, most: int | None = None) -> list[str]:
    """`words` in lines of at most `width` cells, broken at spaces; no more than `most` lines, the rest is left out.

    A single word wider than a line is broken where the line ends.
    """
    lines: list[str] = []
    for paragraph in clean_text(words).split("\n"):
        current = ""
        for word in paragraph.split():
            for piece in chop_cells(word, max(1, width)):
                joined = f"{current} {piece}" if current else piece
                if cell_len(joined) <= width:
                    current = joined
                else:
                    lines.append(current)
                    current = piece
        lines.append(current)
    return lines if most is None else lines[:most]


def cut(words: str, width: int) -> str:
    """`words` in one line of at most `width` cells, ended at a whole word where there is one."""
    flat = _one_line(words)
    if cell_len(flat) <= width:
        return flat
    return wrap(flat, width, 1)[0]


def cells(words: str) -> int:
    """How many cells `words` takes in one line."""
    return cell_len(_one_line(words))


def padded(parts: Sequence[Part], width: int, *, right: Sequence[Part] = ()) -> Content:
    """A line of `width` cells: `parts` at the left, `right` at the right end, blanks between; too much is cut off."""
    left = line(*parts)
    end = line(*right)
    gap = width - left.cell_length - end.cell_length
    if gap < 0:
        left = left.truncate(max(0, width - end.cell_length))
        gap = max(0, width - left.cell_length - end.cell_length)
    return left + Content(" " * gap) + end


def _one_line(words: str) -> str:
    return clean_text(words).replace("\n", " ").replace("\t", " ")
