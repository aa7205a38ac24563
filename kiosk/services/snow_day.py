"""A snow day: today there is no school. What closes by it is shown first; undone, everything is as it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from kiosk.domain.calendar import SpecialDay, is_school_day
from kiosk.domain.errors import Refused
from kiosk.domain.kept import Kept
from kiosk.domain.school_days import SNOW, put, take, touching
from kiosk.domain.values import dataclass
from kiosk.services.all_languages import Speeches, in_all_languages
from kiosk.services.effects import Effects, effects
from kiosk.services.school_year import SchoolYear, YearChange


@dataclass(frozen=True, slots=True)
class SnowDayView:
    """What a snow day today does, or did: each listing that is or would be open from now on."""

    day: date
    is_snow_day: bool
    """It is one already: the effects are those it had."""
    has_school: bool
    """Whether there would be school without it."""
    effects: Effects

    @property
    def closes(self) -> int:
        """How many listings close by it."""
        return self.effects.count("off")


class SnowDay:
    """Today becomes a snow day by one call, and what it was by another."""

    def __init__(
        self,
        year: SchoolYear,
        listings: Callable[[], tuple[Kept, ...]],
        zone: ZoneInfo,
        clock: Callable[[], datetime],
        speeches: Speeches,
    ) -> None:
        """`listings`: those that families may see. `speeches`: the languages the reason is written in."""
        self._year = year
        self._listings = listings
        self._zone = zone
        self._clock = clock
        self._speeches = speeches

    def look(self) -> SnowDayView:
        """What it does: nothing is changed. `Refused` without a school year, for then nothing follows the school."""
        now, calendar = self._clock(), self._year.calendar()
        if calendar is None:
            raise Refused("There is no school year yet, so nothing closes with the school. Begin one first.")
        today = now.date()
        without = take(calendar, today, today, SNOW)
        return SnowDayView(
            day=today,
            is_snow_day=bool(touching(calendar, today, today, SNOW)),
            has_school=is_school_day(without, today) is True,
            effects=effects(self._listings(), today, without, put(without, self._day(today)), self._zone, now),
        )

    def close(self, by: str) -> YearChange:
        """Today is a snow day now."""
        return self._year.put([self._day(self._clock().date())], by, "snow-day")

    def undo(self, by: str) -> YearChange:
        """Today is what it was before."""
        today = self._clock().date()
        return self._year.take(today, today, by, SNOW, "snow-day")

    def _day(self, day: date) -> SpecialDay:
        reason = in_all_languages(self._speeches, lambda speech: speech.say("Snow day"))
        return SpecialDay(from_=day, to=day, kind="snow-day", reason=reason)
