"""The themes: which terminal gets which, and that each is drawn in its own numbers."""

from __future__ import annotations

import pytest
from rich.color import Color as RichColor
from rich.color import ColorType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from kiosk.tui.themes import LIT, PALETTE, THEMES, UNLIT, PaletteFilter, theme_name

GROUND = Color(0, 0, 0)


@pytest.mark.parametrize(
    ("wanted", "system", "no_color", "name"),
    [
        ("day", "truecolor", False, "day"),
        ("night", "truecolor", False, "night"),
        ("day", "256", False, "day-256"),
        ("night", "256", False, "night-256"),
        ("day", "standard", False, "day-16"),
        ("night", "standard", False, "day-16"),
        ("day", None, False, "no-color"),
        ("night", "truecolor", True, "no-color"),
    ],
)
def test_a_terminal_gets_its_theme(wanted: str, system: str | None, no_color: bool, name: str) -> None:
    assert theme_name(wanted, system, no_color=no_color) == name
    assert name in THEMES


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_has_every_token(name: str) -> None:
    assert set(THEMES[name].variables) == set(PALETTE)


def restyled(theme: str, style: Style) -> Style:
    """The style that is drawn."""
    (segment,) = PaletteFilter(theme).apply([Segment("x", style)], GROUND)
    assert segment.style is not None
    return segment.style


@pytest.mark.parametrize(("theme", "column"), [("day-256", 2), ("night-256", 3), ("day-16", 4)])
@pytest.mark.parametrize("token", PALETTE)
def test_a_token_is_drawn_by_its_number(theme: str, column: int, token: str) -> None:
    colour = THEMES[theme].variables[token]
    drawn = restyled(theme, Style(color=colour, bgcolor=colour, bold=True))
    for part in (drawn.color, drawn.bgcolor):
        assert part is not None
        assert part.type in (ColorType.STANDARD, ColorType.EIGHT_BIT)
        assert part.get_truecolor() == RichColor.from_ansi(int(PALETTE[token][column])).get_truecolor()
        assert column < 4 or (part.number is not None and part.number < 16)
    assert drawn.bold


def test_without_colour_a_lit_ground_is_reversed() -> None:
    assert restyled("no-color", Style(color=UNLIT, bgcolor=LIT, bold=True)) == Style(bold=True, reverse=True)
    assert restyled("no-color", Style(color=LIT, bgcolor=UNLIT)) == Style(reverse=False)


def test_what_can_be_tapped_in_a_style_stays() -> None:
    assert restyled("no-color", Style(color=LIT, meta={"line": 3})).meta == {"line": 3}
    assert restyled("day-16", Style(color="#123456", meta={"line": 3})).meta == {"line": 3}


def test_a_segment_without_style_stays() -> None:
    assert PaletteFilter("day-16").apply([Segment("x")], GROUND) == [Segment("x")]
