"""What a title in a school's calendar says of a day: `Labor Day - No School`, `Salida temprana 12:30`.

A title is taken apart at its dashes, colons, commas and brackets. Each part has to be wholly understood, or it is the
reason. A word that says that only some are meant (a grade, a building, `only`) makes the whole of it not understood:
nothing is guessed.
"""

from __future__ import annotations

import re
from typing import Literal

from kiosk.domain.calendar import DayKind
from kiosk.domain.day_words import DELAY, NEAR, NUMBERS, PHRASES, SOME, TIME, WITH_A_TIME
from kiosk.domain.text import fold
from kiosk.domain.values import dataclass

Why = Literal["", "no-kind", "only-some", "two-times", "two-kinds"]
"""Why a title was not understood: it names no kind of day; it is about some only; it says two times, or two kinds."""

LONGEST = 200
REASON_LONGEST = 80
_SPLIT = re.compile(r"\s-+\s*|[–—]+|(?<!\d):|:(?=\s)|[(),;|\[\]!]|\s/\s")
_EDGES = " .-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title that was read. `why` is empty when it was understood."""

    kind: DayKind = "no-school"
    at: str = ""
    """`HH:MM` when the title says a time."""
    late_by: int = 0
    """Minutes of a delay, when it says how long rather than until when."""
    reason: str = ""
    language: str = "en"
    why: Why = ""
    is_near: bool = False
    """Not understood, though a word in it could be about a school day: for a person to look at."""


def read_title(text: str) -> Title:
    """Reads a title."""
    line = " ".join(text.replace("’", "'").split())
    near = NEAR.search(fold(line)) is not None
    if len(line) > LONGEST:
        return Title(why="no-kind", is_near=near)
    reading = _Reading()
    for part in _SPLIT.split(line):
        words = part.strip(_EDGES)
        if words:
            reading.take(words)
    return reading.title(near)


class _Reading:
    """A title being read, part by part."""

    def __init__(self) -> None:
        self._kinds: list[DayKind] = []
        self._times: list[str] = []
        self._late_by = 0
        self._reasons: list[str] = []
        self._names: list[str] = []
        self._language = ""
        self._needs_time = False
        self._left_over = False

    def take(self, part: str) -> None:
        """One part: what it says of the day, else the reason."""
        folded = fold(part)
        rest, times = _timed(folded)
        if not self._understood(rest, part, times) and (rest or not times):
            self._left_over = self._left_over or bool(times)
            self._reasons.append(part)
            return
        self._times += times

    def _understood(self, words: str, part: str, times: list[str]) -> bool:
        for phrase in (*PHRASES, *WITH_A_TIME):
            if phrase.pattern.fullmatch(words):
                self._needs_time = self._needs_time or phrase in WITH_A_TIME
                if phrase.is_reason and not times:
                    self._names.append(part)
                self._note(phrase.kind, phrase.language)
                return True
        delay = DELAY.fullmatch(words)
        if delay is None:
            return False
        number = str(delay["number"] or delay["numero"])
        is_hours = str(delay["unit"] or delay["unidad"]).startswith("h")
        self._late_by = (NUMBERS.get(number) or int(number)) * (60 if is_hours else 1)
        self._note("delayed-opening", "es" if delay["numero"] else "en")
        return True

    def _note(self, kind: DayKind, language: str) -> None:
        self._kinds.append(kind)
        self._language = self._language or language

    def title(self, near: bool) -> Title:
        """What all of it comes to."""
        why = self._why()
        if why:
            return Title(why=why, is_near=near)
        return Title(
            kind="snow-day" if "snow-day" in self._kinds else self._kinds[0],
            at=next(iter(self._times), ""),
            late_by=self._late_by,
            reason=", ".join(self._reasons or dict.fromkeys(self._names))[:REASON_LONGEST].strip(),
            language=self._language,
        )

    def _why(self) -> Why:
        kinds = set(self._kinds)
        if not kinds or self._left_over or (self._needs_time and not self._times):
            return "no-kind"
        if any(SOME.search(fold(reason)) for reason in self._reasons):
            return "only-some"
        if len(kinds) > 1 and kinds != {"snow-day", "no-school"}:
            return "two-kinds"
        if len(set(self._times)) > 1 or (self._times and self._late_by):
            return "two-times"
        return ""


def _timed(folded: str) -> tuple[str, list[str]]:
    """A part without its times, and those times."""
    times = []
    for match in TIME.finditer(folded):
        clock = _clock(match)
        if not clock:
            return folded, []
        times.append(clock)
    return " ".join(TIME.sub(" ", folded).strip(_EDGES).split()), times


def _clock(match: re.Match[str]) -> str:
    """`1:10` is in the afternoon: no school begins or ends before seven in the morning. Empty when it is no time."""
    if match["noon"]:
        return "12:00"
    hour, minute = int(match["hour"] or match["bare"]), int(match["minute"] or 0)
    half = match["half"] or match["bare_half"]
    if half and not 1 <= hour <= 12:
        return ""
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif 1 <= hour <= 6:
        hour += 12
    return f"{hour:02}:{minute:02}" if hour < 24 else ""
