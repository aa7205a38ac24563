"""The parts every page of the desk is made of: the frame, six keys, labelled lines. All are finished words."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from kiosk.domain.values import dataclass
from kiosk.pages.fit import fit
from kiosk.pages.parts import Tone
from kiosk.pages.reader import Ask, Size
from kiosk.pages.route import Route
from kiosk.services.desk import Desk
from kiosk.services.session import Session

if TYPE_CHECKING:
    from kiosk.words import Words

_NAMES, _NAME = 2, 12
"""How many of those who are at the desk are named, and the cells of a name."""
ScreenName = Literal[
    "desk", "list", "form", "hours", "history", "question", "meanwhile", "preview", "round", "bulk", "calendar",
    "snow-day", "shelf", "lobby", "files", "arrivals", "moments", "settings", "settings-file", "commands", "help",
    "guide", "keys", "calendar-day", "calendar-file", "calendar-year",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class StaffRoute:
    """Where a staff screen is: its name, what it is about (a listing's id), and a detail (a field, a job's kind)."""

    screen: ScreenName
    about: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One of the six buttons below: its key as it is shown (`^S`), its words, the action it runs."""

    key: str
    label: str
    short: str = ""
    """One word of at most 11 cells for 80 columns; `label` when empty."""
    action: str
    off: bool = False
    main: bool = False
    """What this screen is for: white on blue."""


GAP = Key(key="", label="", action="", off=True)
"""A place of the six that offers nothing: what is not offered leaves a gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffFrame:
    """What stands round every page of the desk."""

    school: str
    place: str
    also_here: str
    clock: str
    time: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffPage:
    """What every page of the desk has."""

    frame: StaffFrame
    title: str
    subtitle: str = ""
    keys: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A word on its ground: `OVERDUE`, `OPEN`."""

    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class StaffAsk:
    """One question to a page of the desk: by whom, in which words, when, on what size."""

    desk: Desk
    words: Words
    now: datetime
    size: Size
    also_here: tuple[str, ...] = ()
    """Who else is at the desk, by account or role."""

    @property
    def today(self) -> date:
        """The school's own date."""
        return self.now.date()

    def family(self, route: Route) -> Ask:
        """The same moment as a family sees it."""
        session = Session(first_language=self.words.language.code)
        return Ask(self.desk.center, self.words, session, self.now, route, self.size)


def staff_frame(ask: StaffAsk) -> StaffFrame:
    """The band of the desk."""
    say, settings = ask.words.say, ask.desk.center.settings
    also = say("Also here: {names}", names=ask.words.names(_named(ask.also_here))) if ask.also_here else ""
    return StaffFrame(
        school=settings.school,
        place=say("Staff desk, sample") if settings.sample else say("Staff desk"),
        also_here=also,
        clock=ask.words.clock(ask.now),
        time=ask.words.time(ask.now),
    )


def _named(names: tuple[str, ...]) -> list[str]:
    """Two names, short enough for the band, and how many more there are."""
    short = [fit(name, _NAME) or name[:_NAME] for name in names[:_NAMES]]
    return short if len(names) <= _NAMES else [*short, f"+{len(names) - _NAMES}"]
