"""The tiles under one home tile."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Choice, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsPage(Page):
    """At most nine tiles; when there are fewer, the rest stays paper."""

    tiles: tuple[Choice, ...]
    cards: tuple[Choice, ...] = ()
    """Things families do not know to ask for, in plain words (see `rights`): at most two."""
