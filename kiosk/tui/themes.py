"""The kiosk's colours: one palette, and for each kind of terminal the numbers it is drawn in.

The tokens are named for what they mean (`sign`, `open`, `care`, `help`), never for a hue. A terminal with 256 or 16
colours gets numbers chosen by hand, since an automatic mapping turns paper and card into the same grey.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from rich.color import Color as RichColor
from rich.color import ColorType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

PALETTE: dict[str, tuple[str, str, int, int, int]] = {
    # token: day, night, 256 colours by day, by night, 16 colours
    "paper": ("#E7E1D4", "#10161D", 254, 233, 7),
    "card": ("#FFFFFF", "#212C39", 231, 236, 15),
    "shelf": ("#D3CBBA", "#0A0F14", 251, 16, 7),
    "ink": ("#17202A", "#F3F0E9", 16, 255, 0),
    "quiet": ("#38424D", "#BDC6D0", 238, 251, 0),
    "edge": ("#17202A", "#8E9AA8", 16, 246, 0),
    "sign": ("#0F4A7F", "#205B97", 24, 24, 4),
    "on-sign": ("#FFFFFF", "#FFFFFF", 231, 231, 15),
    "sign2": ("#225D93", "#2F6AA8", 25, 25, 4),
    "touch": ("#0F4A7F", "#9CCBF5", 24, 117, 0),
    "open": ("#085630", "#83D9A8", 22, 115, 2),
    "on-open": ("#FFFFFF", "#0A1A12", 231, 16, 0),
    "go": ("#085630", "#83D9A8", 22, 115, 0),
    "care": ("#FFD98A", "#F0C366", 222, 221, 11),
    "on-care": ("#17202A", "#17120A", 16, 16, 0),
    "shut": ("#CAC2B2", "#3A4653", 250, 240, 7),
    "on-shut": ("#17202A", "#F3F0E9", 16, 231, 0),
    "none": ("#DDDDDF", "#2B3746", 253, 237, 7),
    "help": ("#9C1431", "#A51B39", 88, 124, 1),
    "on-help": ("#FFFFFF", "#FFFFFF", 231, 231, 15),
    "focus": ("#FFD23F", "#FFD23F", 220, 220, 11),
    "on-focus": ("#17202A", "#17202A", 16, 16, 0),
    "attract": ("#0F4A7F", "#10161D", 24, 233, 4),
    "on-attract": ("#FFFFFF", "#F3F0E9", 231, 255, 15),
    "picture": ("#FFFFFF", "#9CCBF5", 231, 117, 15),
    "dark": ("#000000", "#000000", 16, 16, 0),
    "on-dark": ("#8E9AA8", "#8E9AA8", 246, 246, 7),
    "qr-paper": ("#FFFFFF", "#FFFFFF", 231, 231, 15),
    "qr-ink": ("#000000", "#000000", 16, 16, 0),
}
_DAY, _NIGHT, _DAY_256, _NIGHT_256, _ANSI_16 = range(5)

LIT, UNLIT = "#D0D0D0", "#101010"
_REVERSED = frozenset({"sign", "sign2", "open", "help", "focus", "touch"})
_ON_REVERSED = frozenset({"on-sign", "on-open", "on-help", "on-focus"})
_UNLIT = _ON_REVERSED | {"paper", "card", "shelf", "care", "shut", "none", "attract", "dark", "qr-paper"}
"""Without colour a ground is either the terminal's own or its reverse; these tokens stand on the reverse."""


def _xterm_hex(number: int) -> str:
    """The usual colour of a number of the 256-colour palette, as `#RRGGBB`."""
    return RichColor.from_ansi(number).get_truecolor().hex.upper()


def _no_color(token: str) -> str:
    if token in _REVERSED:
        return LIT
    return UNLIT if token in _UNLIT else LIT


def _theme(name: str, colours: Mapping[str, str], *, dark: bool) -> Theme:
    return Theme(
        name=name,
        primary=colours["sign"],
        foreground=colours["ink"],
        background=colours["paper"],
        surface=colours["card"],
        panel=colours["shelf"],
        accent=colours["focus"],
        dark=dark,
        text_alpha=1.0,
        variables=dict(colours),
    )


def _named(column: int) -> dict[str, str]:
    """Token -> `#RRGGBB`; a palette number stands as its usual colour until it is drawn."""
    colours = {token: row[column] for token, row in PALETTE.items()}
    return {token: _xterm_hex(colour) if isinstance(colour, int) else colour for token, colour in colours.items()}


THEMES: dict[str, Theme] = {
    theme.name: theme
    for theme in (
        _theme("day", _named(_DAY), dark=False),
        _theme("night", _named(_NIGHT), dark=True),
        _theme("day-256", _named(_DAY_256), dark=False),
        _theme("night-256", _named(_NIGHT_256), dark=True),
        _theme("day-16", _named(_ANSI_16), dark=False),
        _theme("no-color", {token: _no_color(token) for token in PALETTE}, dark=True),
    )
}
"""Every theme by its name. `day-16` serves night too: sixteen colours have one blue and one grey."""


def theme_name(wanted: str, color_system: str | None, *, no_color: bool) -> str:
    """The theme for a terminal: `wanted` is `day` or `night`, `color_system` as Rich names it."""
    if no_color or color_system is None:
        return "no-color"
    if color_system == "truecolor":
        return wanted
    if color_system == "256":
        return f"{wanted}-256"
    return "day-16"


def _numbers(theme: str) -> dict[str, int]:
    """`#RRGGBB` -> palette number, for the themes that are drawn in numbers."""
    column = _ANSI_16 if theme.endswith("-16") else _DAY_256 if theme.startswith("day") else _NIGHT_256
    numbers = (row[column] for row in PALETTE.values())
    return {_xterm_hex(number): number for number in numbers if isinstance(number, int)}


class PaletteFilter(LineFilter):
    """Draws a theme's colours by their palette numbers, or without colour by reverse video."""

    def __init__(self, theme: str) -> None:
        super().__init__()
        self._restyle = _no_colour_style if theme == "no-color" else _numbered_style(_numbers(theme))

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments in the terminal's own colours."""
        restyle = self._restyle
        return [
            segment if segment.style is None else Segment(segment.text, restyle(segment.style), segment.control)
            for segment in segments
        ]


def _hex(color: RichColor | None) -> str:
    return "" if color is None or color.type is not ColorType.TRUECOLOR else color.get_truecolor().hex.upper()


@lru_cache(4096)
def _no_colour_style(style: Style) -> Style:
    """Default colours, reversed where the ground is lit."""
    lit = _hex(style.bgcolor) == LIT
    return Style(bold=style.bold, reverse=lit, meta=style.meta or None)


def _numbered_style(numbers: Mapping[str, int]) -> Callable[[Style], Style]:
    """A function that maps each colour of a style to its palette number; a colour it does not know stays."""

    def number(color: RichColor | None) -> RichColor | None:
        known = numbers.get(_hex(color))
        return color if known is None else RichColor.from_ansi(known)

    @lru_cache(4096)
    def restyle(style: Style) -> Style:
        return style + Style(color=number(style.color), bgcolor=number(style.bgcolor))

    return restyle
