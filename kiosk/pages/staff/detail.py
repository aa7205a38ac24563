"""What stands beside a list of the desk and tells of the line that is chosen: names, words, hours drawn as bars."""

from __future__ import annotations

from typing import Literal

from kiosk.domain.values import dataclass
from kiosk.pages.staff.hours_change import Bar

Style = Literal["name", "plain", "quiet", "go"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailLine:
    """One thing that is told. All empty, it is a blank line."""

    name: str = ""
    """`After`: quiet, above the words where there is room, else before them."""
    words: str = ""
    style: Style = "name"
    bars: tuple[Bar, ...] = ()
    is_now: bool = False
    """The bars are of hours that stand, in green; else grey."""
    wide_only: bool = False
    """Left out at 80 columns."""


BLANK = DetailLine(wide_only=True)
