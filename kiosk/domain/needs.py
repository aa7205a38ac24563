"""What families come for and what a school offers: needs, supports, the seven parts of a center, help-now lines.

These are the types of the files in `content/`: a key of a file is a field here, and a file with a key that is not here
is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Literal

from kiosk.domain.listing import Grade, LocalText
from kiosk.domain.values import dataclass


def _none() -> dict[str, str]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One tile: a thing a family needs. `parent` is the tile it stands under, empty on Home."""

    id: str
    parent: str = ""
    name: LocalText
    """At most two lines of 19 cells."""
    narrow: LocalText = field(default_factory=_none)
    """For 80 columns, at most three lines of 9 cells; `name` when empty."""
    short: LocalText = field(default_factory=_none)
    """One word for big letters: at most 30 cells of them."""
    note: LocalText = field(default_factory=_none)
    """One quiet line, at most 19 cells, where it says more than how many are open."""
    pictogram: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """One of the fifteen school-based supports, in plain words."""

    id: str
    order: int
    name: LocalText
    """The plain name on the tile (at most 27 cells)."""
    formal_name: LocalText
    """The name schools use, for search and staff."""
    pictogram: str
    what: LocalText
    who: LocalText
    """For whom; where a special education plan may be asked for, it says so in words."""
    cost: LocalText
    first: LocalText = field(default_factory=_none)
    helps_with: LocalText
    how_to_ask: LocalText
    say: LocalText
    """A sentence to say, without quotation marks."""
    needs: tuple[str, ...] = ()
    """The needs it answers, so that each leads to the other."""
    region: str = ""
    """Where `regional` and `url` hold (ISO 3166-2); empty: everywhere."""
    regional: LocalText = field(default_factory=_none)
    """What is true only in `region`; shown to no school elsewhere."""
    url: str = ""
    """A public page; one with a `region` is shown to no school elsewhere."""
    checked: date | None = None
    """When its facts were last checked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CenterPart:
    """One of the seven parts of a family resource center, and the needs that belong to it."""

    id: str
    name: LocalText
    what: LocalText
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RightsFact:
    """One line of a rights card: its quiet name and what is true."""

    name: LocalText
    text: LocalText


@dataclass(frozen=True, slots=True, kw_only=True)
class RightsCard:
    """A thing families do not know to ask for: what is true, what to say, whom to ask."""

    id: str
    order: int
    name: LocalText
    """The card's words: a question a family knows the answer to (at most 58 cells)."""
    short: LocalText
    """The title of its page in the band: neutral, since others can read it (at most 27 cells)."""
    formal_name: LocalText
    """The name schools and laws use, for search and staff."""
    pictogram: str
    lead: LocalText
    facts: tuple[RightsFact, ...]
    ask: LocalText
    """Whom to ask."""
    say: LocalText
    """A sentence to say, without quotation marks."""
    under: tuple[str, ...] = ()
    """The needs whose page shows the card."""
    needs: tuple[str, ...] = ()
    """The needs whose listings stand behind it."""
    checked: date | None = None


WalkQuestionId = Literal["who", "age", "what", "when", "special"]
WalkTime = Literal["now", "after-school", "evening", "weekend"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkAnswer:
    """One answer of the guided walk: its words, and what it means for the listings (see `walk`)."""

    id: str
    label: LocalText
    """The whole answer, for a button (at most 36 cells)."""
    big: LocalText = field(default_factory=_none)
    """One word for big letters (at most 26 cells of them); neutral where others may read it."""
    note: LocalText = field(default_factory=_none)
    """One quiet line below the big word (at most 26 cells)."""
    because: LocalText = field(default_factory=_none)
    """Why a result is there, as the family said it; empty when the answer gives no reason."""
    region: str = ""
    """Offered only in this region (ISO 3166-2); empty: everywhere."""
    unless: tuple[str, ...] = ()
    """Not offered after these answers, each `question.answer`."""
    ages: tuple[int, int] | None = None
    """Whole years, both included."""
    grades: tuple[Grade, ...] = ()
    needs: tuple[str, ...] = ()
    """The needs it asks for, with all that stand under them."""
    supports: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    """Listings with one of these in `eligibility.conditions` are meant for this family."""
    time: WalkTime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkQuestion:
    """One question of the guided walk. The first four answers offered stand large, the rest (two at most) below."""

    id: WalkQuestionId
    question: LocalText
    """In big letters: at most 116 cells of them."""
    answers: tuple[WalkAnswer, ...]
    unless: tuple[str, ...] = ()
    """Left out after these answers, each `question.answer`."""
    relaxed: LocalText = field(default_factory=_none)
    """Said above the results when this answer had to be let go to find any."""
    near: LocalText = field(default_factory=_none)
    """Said when the answer was widened to what lies near it instead (`what` only)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonyms:
    """What families type -> what we call it: an id -> a language -> phrases, lower case, as they are typed.

    `parts` leaves out the part that every other need belongs to: its phrases stand under the support of that name.
    """

    needs: Mapping[str, Mapping[str, tuple[str, ...]]]
    supports: Mapping[str, Mapping[str, tuple[str, ...]]]
    rights: Mapping[str, Mapping[str, tuple[str, ...]]]
    parts: Mapping[str, Mapping[str, tuple[str, ...]]]


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
    """For 80 columns (at most 23 cells)."""
    large: LocalText = field(default_factory=_none)
    """For big letters beside a big number (at most 85 cells of them); `short` when empty."""
    note: LocalText
    note_short: LocalText = field(default_factory=_none)
    note_large: LocalText = field(default_factory=_none)
    """Beside the big letters of `large`, which say less than `title`; `note` when empty."""
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
class CalendarNames:
    """A language's own names in dates, where CLDR has none or spells them otherwise. An empty one is CLDR's."""

    days: tuple[str, ...] = ()
    """Seven, Monday first."""
    short_days: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    """Twelve, January first."""
    short_months: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    """The words for before and after noon."""


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
    another_language: str = ""
    word: str = ""
    """The word for *language*."""
    not_reviewed: str = ""
    """What the screen says until a person has reviewed it."""
    calendar: CalendarNames | None = None
    joins: Mapping[str, str] = field(default_factory=_none)
    """The words that join a list, `and` and `or`, for a language that CLDR does not know."""
    layouts: Mapping[str, str] = field(default_factory=_none)
    """CLDR date patterns narrower than CLDR's own, by the form's name (`words/dates`)."""
