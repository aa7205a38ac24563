"""The canvas: whatever is painted after whatever, the terminal shows it, and only what changed is sent."""

from __future__ import annotations

import re
import unicodedata

import pyte
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import Color, ColorSystem, ColorType
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from kiosk.tui.canvas import Canvas
from tests.properties import tried

WIDTH, HEIGHT = 12, 4
INKS = [None, "#0f4a7f", "#ffffff", "#17202a", "color(24)", "red"]
GLYPHS = ["a", "b", " ", " ", "█", "▁", "ñ", "e\u0301", "中", "界", "🍎", "❤\ufe0f"]

Frame = list[list[tuple[str, Style]]]

styles = st.builds(
    lambda ink, ground, bold, reverse: Style(color=ink, bgcolor=ground, bold=bold, reverse=reverse),
    st.sampled_from(INKS),
    st.sampled_from(INKS),
    st.booleans(),
    st.booleans(),
)


@st.composite
def rows(draw: st.DrawFn, width: int = WIDTH) -> list[tuple[str, Style]]:
    """A row of runs that fill the width; a wide glyph may stand anywhere but half outside."""
    runs: list[tuple[str, Style]] = []
    left = width
    while left:
        glyphs = draw(st.lists(st.sampled_from(GLYPHS), min_size=1, max_size=left))
        while cell_len("".join(glyphs)) > left:
            glyphs.pop()
        text = "".join(glyphs)
        runs.append((text, draw(styles)))
        left -= cell_len(text)
    return runs


frames = st.lists(rows(), min_size=HEIGHT, max_size=HEIGHT)


def strips(frame: Frame) -> list[Strip]:
    """A frame as Textual hands it on."""
    return [Strip([Segment(text, style) for text, style in row]) for row in frame]


class Watched:
    """A canvas, and the terminal that it paints on."""

    def __init__(self, width: int = WIDTH, height: int = HEIGHT, colours: ColorSystem | None = ColorSystem.TRUECOLOR):
        self.canvas = Canvas(colours)
        self.screen = pyte.Screen(width, height)
        self.screen.reset_mode(7, private=True)  # as the driver does: lines do not wrap
        self._stream = pyte.Stream(self.screen)

    def paint(self, frame: Frame) -> str:
        """Paint a frame, and show it."""
        sent = self.canvas.paint(strips(frame))
        self._stream.feed(sent)
        return sent

    def shown(self) -> list[list[tuple[object, ...]]]:
        """Every cell; what cannot be seen on a blank is left out."""
        return [[_seen(self.screen.buffer[y][x]) for x in range(self.screen.columns)] for y in range(self.screen.lines)]


def _seen(cell: pyte.screens.Char) -> tuple[object, ...]:
    ink, ground = (cell.bg, cell.fg) if cell.reverse else (cell.fg, cell.bg)
    if cell.reverse:
        ink, ground = f"reversed {ink}", f"reversed {ground}"
    return (cell.data, ground) if cell.data in (" ", "") else (cell.data, ink, ground, cell.bold)


def anew(frame: Frame) -> list[list[tuple[object, ...]]]:
    """How a frame looks on a terminal that showed nothing before."""
    fresh = Watched()
    fresh.paint(frame)
    return fresh.shown()


@tried(100)
@given(st.lists(frames, min_size=1, max_size=4))
def test_after_each_frame_the_terminal_shows_it(several: list[Frame]) -> None:
    watched = Watched()
    for frame in several:
        watched.paint(frame)
        assert watched.shown() == anew(frame)


@tried(100)
@given(frames)
def test_a_terminal_that_showed_nothing_shows_each_cell_as_it_is(frame: Frame) -> None:
    watched = Watched()
    watched.paint(frame)
    for y, row in enumerate(frame):
        x = 0
        for text, style in row:
            for glyph in _GLYPH.findall(text):
                cell = watched.screen.buffer[y][x]
                assert cell.data == unicodedata.normalize("NFC", glyph.rstrip("\ufe0f"))  # pyte knows no such sign
                if glyph == " ":
                    assert _seen(cell)[1] == _ground(style)
                else:
                    assert (cell.fg, cell.bg) == (_colour(style.color), _colour(style.bgcolor))
                    assert (cell.bold, cell.reverse) == (bool(style.bold), bool(style.reverse))
                x += cell_len(glyph)


_GLYPH = re.compile(".[\u0301\ufe0f]?")


def _colour(color: Color | None) -> str:
    """A colour as pyte names it."""
    if color is None:
        return "default"
    return color.name if color.type is ColorType.STANDARD else color.get_truecolor().hex.lower().lstrip("#")


def _ground(style: Style) -> str:
    return f"reversed {_colour(style.color)}" if style.reverse else _colour(style.bgcolor)


@tried(100)
@given(frames)
def test_the_same_frame_again_sends_nothing(frame: Frame) -> None:
    watched = Watched()
    watched.paint(frame)
    assert watched.paint(frame) == ""


@tried(100)
@given(frames)
def test_what_was_forgotten_is_sent_whole(frame: Frame) -> None:
    watched = Watched()
    first = watched.paint(frame)
    watched.canvas.forget()
    watched.screen.reset()
    watched.screen.reset_mode(7, private=True)
    assert watched.paint(frame) == first
    assert watched.shown() == anew(frame)


def test_another_size_is_sent_whole() -> None:
    canvas = Canvas(ColorSystem.TRUECOLOR)
    plain = Style()
    canvas.paint(strips([[("abcd", plain)]] * 2))
    assert canvas.paint(strips([[("abc", plain)]] * 2)).count("abc") == 2
    assert canvas.paint(strips([[("abc", plain)]] * 3)).count("abc") == 3


def test_only_what_changed_is_sent() -> None:
    canvas = Canvas(ColorSystem.TRUECOLOR)
    plain = Style()
    canvas.paint(strips([[("0123456789 0123456789", plain)], [("same", plain)]]))
    assert canvas.paint(strips([[("0123456789 01234X6789", plain)], [("same", plain)]])) == "\x1b[1;17HX\x1b[0m"


def test_the_second_half_of_a_wide_glyph_is_never_sent_alone() -> None:
    canvas = Canvas(ColorSystem.TRUECOLOR)
    plain, bold = Style(), Style(bold=True)
    canvas.paint(strips([[("a中b", plain)]]))
    assert "中" in canvas.paint(strips([[("a", plain), ("中", bold), ("b", plain)]]))


def test_no_colour_is_sent_where_there_is_none_but_bold_and_reverse_are() -> None:
    sent = Canvas(None).paint(strips([[("ab", Style(color="red", bgcolor="#0f4a7f", bold=True, reverse=True))]]))
    assert sent == "\x1b[1;1H\x1b[1;7mab\x1b[0m"


def test_colours_are_sent_as_the_terminal_has_them() -> None:
    frame = strips([[("a", Style(color="#ff0000", bgcolor="color(24)"))]])
    assert "38;2;255;0;0;48;5;24" in Canvas(ColorSystem.TRUECOLOR).paint(frame)
    assert "38;5;196;48;5;24" in Canvas(ColorSystem.EIGHT_BIT).paint(frame)
    assert "38" not in Canvas(ColorSystem.STANDARD).paint(frame)


def test_a_mark_without_a_glyph_before_it_is_left_out() -> None:
    assert Canvas(None).paint(strips([[("\u0301ab", Style())]])) == "\x1b[1;1Hab\x1b[0m"
