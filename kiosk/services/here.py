"""Who is in today: roles, said by one key in the morning. What was said holds for its day, and is gone at its end.

A word of today beats the settings' hours; where nobody said anything, those hold. A word from before the school was
closed for the day (a snow day) is not believed, for nobody stayed who said it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import CalendarNow, school_day
from kiosk.domain.clock_time import MIDNIGHT, Interval, Span, minutes, on_the_clock
from kiosk.domain.errors import NoSuch, Refused
from kiosk.domain.settings import StaffHours
from kiosk.domain.values import dataclass
from kiosk.services.here_note import MOST, cleaned, key_of, noted_staff, staff_in
from kiosk.services.noted import Noted, Said
from kiosk.services.staff_hours import usual_spans

__all__ = ["STATES", "Here", "HereRow", "Presence", "PresenceState", "key_of"]

PresenceState = Literal["here", "later", "away"]
STATES: tuple[PresenceState, ...] = ("here", "later", "away")
_HOUR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """What was said today of one role: in until `until`, in from `starts` on, or not in at all (times `HH:MM`)."""

    state: PresenceState
    starts: str = ""
    until: str = ""
    languages: tuple[str, ...] = ()
    """Those spoken today; empty for the settings' own."""
    at: datetime | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class HereRow:
    """A role at the desk: what was said of it today, None when nothing was, and its usual hours of today."""

    key: str
    staff: StaffHours
    presence: Presence | None
    usual: tuple[Interval, ...]
    is_added: bool = False
    """The desk added it: the desk may take it off."""


class Here:
    """The roles of the settings and those that the desk added, and what is said of them today."""

    def __init__(self, staff: tuple[StaffHours, ...], noted: Noted, calendar: CalendarNow, zone: ZoneInfo) -> None:
        self._settled = {key_of(each): each for each in staff}
        self._noted = noted
        self._read: tuple[Said, dict[str, StaffHours]] | None = None
        self._calendar = calendar
        self._zone = zone

    def staff(self) -> tuple[StaffHours, ...]:
        """Every role, those of the settings first."""
        return tuple(self._staff().values())

    def rows(self, now: datetime) -> tuple[HereRow, ...]:
        """Every role, in that order, for the desk."""
        day, calendar = self._today(now), self._calendar()
        return tuple(
            HereRow(
                key, staff, self.presence(staff, now), usual_spans(staff, day, calendar, self._zone),
                is_added=key not in self._settled,
            )
            for key, staff in self._staff().items()
        )  # fmt: skip

    def presence(self, staff: StaffHours, now: datetime) -> Presence | None:
        """What was said today of a role, None when nothing was that still holds."""
        said = self._noted.now()
        if not said or said.get("day") != self._today(now).isoformat():
            return None
        words = said.get("said")
        word = words.get(key_of(staff)) if isinstance(words, Mapping) else None
        if not isinstance(word, Mapping) or (word.get("school") is True and self._is_closed(now)):
            return None
        return _read(word)

    def spans(self, staff: StaffHours, now: datetime) -> tuple[Interval, ...] | None:
        """When a role is in today as it was said; None when nobody said."""
        presence = self.presence(staff, now)
        if presence is None:
            return None
        starts, until = minutes(presence.starts) or 0, minutes(presence.until) or 0
        if presence.state == "away" or starts >= until:
            return ()
        return on_the_clock(self._today(now), Span(starts, until), self._zone)

    def changed(self) -> bool:
        """Whether somebody said something new: one `stat`."""
        return self._noted.changed()

    def refresh(self) -> None:
        """Read what was said since."""
        self._noted.now()

    def note(self, key: str, presence: Presence, by: str, now: datetime) -> None:
        """Say it of a role, for today. `Refused` for times that are none, or that are over."""
        self._find(key)
        now = now.astimezone(self._zone)
        starts, until = minutes(presence.starts) or 0, minutes(presence.until)
        if presence.state != "away":
            if until is None or (presence.state == "later" and minutes(presence.starts) is None):
                raise Refused("Say until when. Nothing was changed. Write the time as 16:00.").coded("no-until")
            if until <= max(starts, now.hour * _HOUR + now.minute):
                said = f"{presence.until} is over by then. Nothing was changed. Say a later time."
                raise Refused(said).coded("over-by-then", time=presence.until)
        word: dict[str, object] = {
            "state": presence.state,
            "starts": presence.starts,
            "until": presence.until,
            "languages": list(presence.languages),
            "at": now.isoformat(timespec="seconds"),
            "by": by,
            "school": not self._is_closed(now),
        }
        self._change(key, word, by, now)

    def turn(self, key: str, by: str, now: datetime) -> Presence | None:
        """The next state by one key: here until the usual time, not here, nothing said, here again."""
        staff = self._find(key)
        presence = self.presence(staff, now)
        is_over = presence is not None and presence.state != "away" and not self._is_to_come(presence, now)
        if presence is None or is_over:
            self.note(key, Presence(state="here", until=self.until(key, now)), by, now)
        elif presence.state != "away":
            self.note(key, Presence(state="away"), by, now)
        else:
            self._change(key, None, by, now)
        return self.presence(staff, now)

    def speak(self, key: str, languages: tuple[str, ...], by: str, now: datetime) -> None:
        """Say which languages a role that is in speaks today."""
        presence = self.presence(self._find(key), now)
        if presence is None or presence.state == "away":
            raise Refused("Say first that they are here. Nothing was changed.").coded("not-here")
        self.note(key, replace(presence, languages=languages), by, now)

    def until(self, key: str, now: datetime) -> str:
        """Until when a role that comes in now is likely to stay: as usual, else to the end of school, else a while."""
        staff, now = self._find(key), now.astimezone(self._zone)
        calendar, minute = self._calendar(), now.hour * _HOUR + now.minute
        usual = usual_spans(staff, now.date(), calendar, self._zone)
        ends = [f"{each.end:%H:%M}" for each in usual if each.end.timestamp() > now.timestamp()]
        ends += [staff.closes_at, calendar.dismisses_at if calendar is not None else ""]
        later = [end for end in ends if (minutes(end) or 0) > minute]
        in_a_while = min((minute // _HOUR + 2) * _HOUR, MIDNIGHT)
        return next(iter(later), f"{in_a_while // _HOUR:02}:00")

    def last_by(self) -> str:
        """Whose the last word is; empty when nobody knows."""
        return self._noted.last_by()

    def undo(self, by: str) -> None:
        """What was said before the last key; once more brings it back."""
        self._noted.undo(by)

    def add(self, staff: StaffHours, by: str) -> str:
        """Name a role that the settings do not have, until it is taken off. Its key."""
        staff = cleaned(staff)
        key, named = key_of(staff), self._staff()
        if key in named:
            raise Refused("This role is here already. Nothing was changed.").coded("here-already")
        if len(named) >= MOST:
            said = f"There is room for {MOST} roles. Nothing was changed. Take one off first."
            raise Refused(said).coded("no-room", n=MOST)
        self._noted.change(by, lambda said: {**said, "staff": [*map(noted_staff, staff_in(said)), noted_staff(staff)]})
        return key

    def drop(self, key: str, by: str) -> None:
        """Take a role off that the desk added; those of the settings are taken off there."""
        self._find(key)
        if key in self._settled:
            said = "The settings name this role. Nothing was changed. Take it off in settings.toml."
            raise Refused(said).coded("in-settings")

        def make(said: Said) -> Said:
            words = said.get("said")
            kept = {other: word for other, word in words.items() if other != key} if isinstance(words, Mapping) else {}
            return {
                **said,
                "staff": [noted_staff(each) for each in staff_in(said) if key_of(each) != key],
                "said": kept,
            }

        self._noted.change(by, make)

    def _change(self, key: str, word: dict[str, object] | None, by: str, now: datetime) -> None:
        day = self._today(now).isoformat()

        def make(said: Said) -> Said:
            kept = _without(key, said) if said.get("day") == day else {}
            return {**said, "day": day, "said": kept | {key: word} if word is not None else kept}

        self._noted.change(by, make)

    def _is_to_come(self, presence: Presence, now: datetime) -> bool:
        now = now.astimezone(self._zone)
        return (minutes(presence.until) or 0) > now.hour * _HOUR + now.minute

    def _find(self, key: str) -> StaffHours:
        staff = self._staff().get(key)
        if staff is None:
            raise NoSuch(f"There is no “{key}” among the roles. Nothing was changed.").coded("gone-here", name=key)
        return staff

    def _staff(self) -> dict[str, StaffHours]:
        """Every role by its key; worked out again only when the note changed."""
        said = self._noted.now()
        if self._read is None or self._read[0] is not said:
            added = {key_of(each): each for each in staff_in(said)}
            self._read = said, dict(list((self._settled | (added | self._settled)).items())[:MOST])
        return self._read[1]

    def _today(self, now: datetime) -> date:
        return now.astimezone(self._zone).date()

    def _is_closed(self, now: datetime) -> bool:
        calendar = self._calendar()
        return calendar is not None and school_day(calendar, self._today(now)).closed is not None


def _without(key: str, said: Said) -> dict[str, object]:
    """What is said of every other role."""
    words = said.get("said")
    return {other: word for other, word in words.items() if other != key} if isinstance(words, Mapping) else {}


def _read(word: Mapping[str, object]) -> Presence | None:
    """A word of the note; None when it is none."""
    state = next((each for each in STATES if each == word.get("state")), None)
    languages = word.get("languages")
    if state is None:
        return None
    try:
        at = datetime.fromisoformat(str(word.get("at")))
    except ValueError:
        at = None
    return Presence(
        state=state,
        starts=str(word.get("starts", "")),
        until=str(word.get("until", "")),
        languages=tuple(map(str, languages)) if isinstance(languages, list) else (),
        at=at,
        by=str(word.get("by", "")),
    )
