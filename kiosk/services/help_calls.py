"""The help-now lines as staff call them: the day each was last found right, and which were found wrong.

The lines themselves ship with the kiosk and are never changed here: a family sees every one of them, whatever a note
says. A note only moves the day on which a number was checked, and tells staff what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Literal

from kiosk.domain.needs import HelpLine, Region
from kiosk.domain.values import dataclass
from kiosk.services.noted import Noted, Said

Heard = Literal["true", "wrong"]
GOOD_FOR = 30
"""Days after which a line is called again."""
_MOST = 400
"""Calls that the note keeps: years of them."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a line: what was heard, on which day, by whom, and the number that was called."""

    key: str
    """Region and line: `US-CT/988`."""
    heard: Heard
    day: date
    by: str
    dial: str


class HelpCalls:
    """The lines of one region, and the calls of them."""

    def __init__(self, region: Callable[[], Region], noted: Noted) -> None:
        self._region = region
        self._noted = noted
        self._read: tuple[Said, tuple[Call, ...]] | None = None

    @property
    def region(self) -> Region:
        """The region of the settings."""
        return self._region()

    def line(self, id: str) -> HelpLine | None:
        """A line by its id."""
        return next((line for line in self.region.lines if line.id == id), None)

    def checked(self, line: HelpLine, today: date) -> date:
        """The day on which this number was last found right: by whoever wrote the content, or by a call since."""
        right = [call.day for call in self._of(line) if call.heard == "true" and call.day <= today]
        return max([self.region.checked, *right])

    def all_checked(self, today: date) -> date:
        """The day on which every number of the region was right: that of the line nobody called for longest."""
        return min((self.checked(line, today) for line in self.region.lines), default=self.region.checked)

    def wrong(self, today: date) -> tuple[tuple[HelpLine, Call], ...]:
        """The lines whose last call found them wrong. Words that ship later with a newer day settle it."""
        found = ((line, self._last(line)) for line in self.region.lines)
        return tuple(
            (line, call) for line, call in found if call and call.heard == "wrong" and call.day > self._shipped(today)
        )

    def due(self, today: date) -> tuple[HelpLine, ...]:
        """The lines to call, in their order: those nobody found right for so many days. One call a day is enough."""
        return tuple(
            line
            for line in self.region.lines
            if (today - self.checked(line, today)).days > GOOD_FOR and not self._called(line, today)
        )

    def done(self, today: date) -> tuple[Call, ...]:
        """The last calls of this week, a line each, in the order of the lines."""
        since = today - timedelta(days=today.weekday())
        calls = (self._last(line) for line in self.region.lines)
        return tuple(call for call in calls if call is not None and since <= call.day <= today)

    def hear(self, line: HelpLine, heard: Heard, by: str, now: datetime) -> None:
        """Keep what was heard."""
        call = {"key": self._key(line), "heard": heard, "day": now.date().isoformat(), "by": by, "dial": line.dial}
        self._noted.change(by, lambda said: {**said, "calls": [*_calls(said), call][-_MOST:]})

    def undo(self, by: str) -> Call | None:
        """Take this person's last call back; None when there is none."""
        mine = [call for call in self._calls() if call.by == by]
        if not mine:
            return None

        def make(said: Said) -> Said:
            calls = _calls(said)
            last = next((at for at in reversed(range(len(calls))) if _read(calls[at]) == mine[-1]), None)
            return {**said, "calls": [call for at, call in enumerate(calls) if at != last]}

        self._noted.change(by, make)
        return mine[-1]

    def line_of(self, call: Call) -> HelpLine | None:
        """The line that a call was about."""
        return next((line for line in self.region.lines if self._key(line) == call.key), None)

    def _called(self, line: HelpLine, today: date) -> bool:
        last = self._last(line)
        return last is not None and last.day == today

    def _shipped(self, today: date) -> date:
        """The day of the content; a call on that very day still counts."""
        return min(self.region.checked, today) - timedelta(days=1)

    def _last(self, line: HelpLine) -> Call | None:
        return next(reversed([*self._of(line)]), None)

    def _of(self, line: HelpLine) -> Iterator[Call]:
        """The calls of the number as it is now: one that ships anew begins anew."""
        key = self._key(line)
        return (call for call in self._calls() if call.key == key and call.dial == line.dial)

    def _key(self, line: HelpLine) -> str:
        return f"{self.region.code}/{line.id}"

    def _calls(self) -> tuple[Call, ...]:
        said = self._noted.now()
        if self._read is None or self._read[0] is not said:
            self._read = said, tuple(call for each in _calls(said) if (call := _read(each)) is not None)
        return self._read[1]


def _calls(said: Said) -> list[object]:
    calls = said.get("calls")
    return list(calls) if isinstance(calls, list) else []


def _read(written: object) -> Call | None:
    """A call as it is noted; None when it is none."""
    if not isinstance(written, dict) or written.get("heard") not in ("true", "wrong"):
        return None
    try:
        day = date.fromisoformat(str(written.get("day")))
    except ValueError:
        return None
    heard: Heard = "true" if written["heard"] == "true" else "wrong"
    return Call(str(written.get("key", "")), heard, day, str(written.get("by", "")), str(written.get("dial", "")))
