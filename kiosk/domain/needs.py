"""What families come for and what a school offers: needs, supports, the seven parts of a center, help-now lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kiosk.domain.listing import LocalText


def _none() -> dict[str, str]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One tile: a thing a family needs. `parent` is the tile it stands under, empty on Home."""

    id: str
    parent: str = ""
    name: LocalText
    short: LocalText = field(default_factory=_none)
    """One word or two for big letters."""
    note: LocalText = field(default_factory=_none)
    pictogram: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """One of the fifteen school-based supports, in plain words."""

    id: str
    order: int
    name: LocalText
    """The plain name on the tile (at most 24 cells)."""
    formal_name: LocalText
    """The name schools use, for search and staff."""
    pictogram: str
    what: LocalText
    who: LocalText
    cost: LocalText
    first: LocalText = field(default_factory=_none)
    helps_with: LocalText
    how_to_ask: LocalText
    say: LocalText
    """A sentence to say, without quotation marks."""
    needs_iep: bool = False
    url: str = ""
    checked: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CenterPart:
    """One of the seven parts of a family resource center, and the needs that belong to it."""

    id: str
    name: LocalText
    what: LocalText
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """A number to call in need. `dial` is what the code calls (`911`, `+18775528247`); `shown` is what is read."""

    id: str
    shown: str
    dial: str
    text_to: str = ""
    """A number that takes text messages, empty when none does."""
    title: LocalText
    short: LocalText
    """At most 12 cells, for big letters."""
    note: LocalText
    note_short: LocalText = field(default_factory=_none)
    hours: LocalText = field(default_factory=_none)
    big: bool = False
    """One of the three shown large."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicPage:
    """A public web page that exists, with the day it was seen."""

    url: str
    name: LocalText
    seen: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """The help-now lines and public pages of one country or state (ISO 3166), and the day they were checked."""

    code: str
    name: LocalText
    checked: date
    lines: tuple[HelpLine, ...] = ()
    pages: tuple[PublicPage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language the kiosk offers: its BCP 47 code, own names, CLDR locale, and whether a person reviewed it."""

    code: str
    name: str
    full_name: str = ""
    locale: str
    """As Babel reads it, with the territory (`es_US`)."""
    reviewed: bool
    letters: str = "QWERTYUIOPASDFGHJKLZXCVBNM"
    """The keyboard's letters, in three rows of ten, nine (+ extras) and seven: see `widgets/keyboard`."""
    touch_to_start: str = ""
    please_help_me: str = ""
    interpreter: str = ""
