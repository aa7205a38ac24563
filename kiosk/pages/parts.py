"""The parts every page is made of: choices to touch, states, facts, codes. All are finished words.

The fields of a page and of its parts stand in reading order, so one walk over them reads any page aloud: that is what
the plain mode and the command line do. Fields that only help the eye are `silent`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field, fields
from typing import Any, Literal, Protocol, runtime_checkable

from kiosk.domain.values import dataclass
from kiosk.pages.route import Go, Route

Tone = Literal["open", "shut", "care", "plain"]
"""Which ground a state stands on: you can go; not now; first do something; none."""


def silent(default: Any) -> Any:
    """A field with a default that is seen but not read aloud."""
    return field(default=default, metadata={"silent": True})


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state label and what follows it: `OPEN` · `until 4:00 PM`."""

    label: str
    tone: Tone
    words: str = ""
    words_short: str = silent("")
    """For 80 columns; `words` when empty."""

    def spoken(self) -> Iterator[str]:
        """`OPEN until 4:00 PM`."""
        yield f"{self.label} {self.words}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to touch: where it leads and all the words that may stand on it.

    `label` is the name; `note` one quiet line; `big` a short name for big letters; `state`, `detail`, `place` and
    `number` are the columns of a list row. An `off` choice is shown but cannot be touched; its reason is its note.
    """

    go: Go
    label: str
    short: str = ""
    """For 80 columns; `label` when empty."""
    big: str = ""
    number: str = ""
    """`No. 214`."""
    state: State | None = None
    note: str = ""
    detail: str = ""
    """Cost or places, beside the note in a list row."""
    place: str = ""
    because: str = ""
    """Why a guided walk put it here."""
    pictogram: str = ""
    is_open: bool = False
    """The note is good news (a green dot before it)."""
    selected: bool = False
    off: bool = False
    main: bool = False
    """The one thing most people should do here: at most one a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of facts: its quiet name and its text, each paragraph an item."""

    name: str
    text: tuple[str, ...]
    name_short: str = silent("")
    short: str = silent("")
    """All of it in a line or two for 80 columns; the first paragraph when empty."""

    def spoken(self) -> Iterator[str]:
        """`Papers: No papers.`, then the further paragraphs."""
        yield " ".join((f"{self.name}:", *self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The first step: one thing to do now, on its state's ground."""

    text: str
    tone: Tone = silent("plain")
    short: str = silent("")
    big: tuple[str, ...] = silent(())
    """At most two lines of big letters, 68 columns wide each."""

    def spoken(self) -> Iterator[str]:
        """The sentence."""
        yield self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A QR code with its words: what scanning does, what it opens, what to do without internet or phone."""

    kind: str
    payload: str
    does: str
    opens: str
    instead: str
    needs_internet: bool
    does_short: str = ""
    """One line of at most 35 cells for 80 columns."""
    small_payload: str = ""
    """A shorter payload as plain text, for a screen that the first does not fit on."""
    small_does: str = ""
    keeps: str = ""
    """What a date code keeps, in words: `Fri Dec 4, 3:30 PM. Room 112.`"""

    def spoken(self) -> Iterator[str]:
        """What the code says in words: the words themselves are the way out for who cannot scan."""
        yield from (words for words in (self.does, self.keeps, self.opens, self.instead) if words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands round every page: the band above and the bar below, the same on every screen."""

    school: str
    center: str
    """`Family Resource Center`; in the sample, the words that say it is a sample."""
    clock: str
    """`Tue Nov 24  3:05 PM`."""
    time: str
    languages: str
    """The other languages by their own names: `Español · Kreyòl`."""
    languages_short: str
    """`Español +2`."""
    text_size: str
    """What touching it does: `Bigger text` or `Smaller text`."""
    back: str
    home: str
    help_now: str
    help_numbers: str
    """`911 · 988 · 2-1-1`."""
    hide: str
    done: str
    person: str
    person_room: str
    not_reviewed: str
    """Empty, or the note that no person has reviewed this language yet."""
    sample: str
    """Empty in a real school, else one short word or two: `Sample`."""
    help_now_go: Go = Route("help-now")
    language_go: Go = Route("language")
    """What touching the languages does: with only one other it switches at once."""


@runtime_checkable
class SaysItself(Protocol):
    """A part with an order of words of its own."""

    def spoken(self) -> Iterator[str | Choice]:
        """Its sentences and choices, in order."""


def spoken(value: object) -> Iterator[str | Choice]:
    """All of a page, part or tuple in reading order: sentences, and the choices among them."""
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, Choice):
        yield value
    elif isinstance(value, SaysItself) and not isinstance(value, Page):
        yield from value.spoken()
    elif isinstance(value, tuple):
        for item in value:
            yield from spoken(item)
    elif hasattr(value, "__dataclass_fields__"):
        for each in _read_aloud(value):
            yield from spoken(getattr(value, each))


def _read_aloud(value: Any) -> Iterable[str]:
    return (f.name for f in fields(value) if f.name not in ("route", "frame") and not f.metadata.get("silent"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What every page has: its address, the frame round it, and its title. Subclasses add their own in order."""

    route: Route
    frame: Frame
    title: str
    subtitle: str = ""

    def spoken(self) -> Iterator[str | Choice]:
        """The whole page in reading order, for plain mode, the command line and a voice."""
        return spoken(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paged:
    """The turning of a list that is longer than the screen."""

    before: Choice | None = None
    more: Choice | None = None
    """`More`, its note `(3 left)`."""
    where: str = silent("")
    """`1 to 4 of 6`."""
