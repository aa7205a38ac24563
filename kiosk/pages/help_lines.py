"""The help-now numbers of this school's region: those to show large first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.needs import HelpLine

if TYPE_CHECKING:
    from kiosk.pages.reader import Ask


def lines(ask: Ask) -> tuple[HelpLine, ...]:
    """The lines, in order: the large ones first. There are always some: the words keep a copy that needs no file."""
    every = ask.center.content.region(ask.center.settings.region).lines
    return tuple(line for line in every if line.big) + tuple(line for line in every if not line.big)


def line(ask: Ask, id: str) -> HelpLine | None:
    """One line by its id."""
    return next((each for each in lines(ask) if each.id == id), None)
