"""Reads `settings.toml` and `calendar.toml` into values, and says by file, line and key what is wrong in them.

One wrong value costs that value, never the file: a row that cannot be read is left out, a key falls back to what it
would be without it, and the rest stands.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date, time
from difflib import get_close_matches
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from kiosk.domain.calendar import SchoolCalendar, SpecialDay
from kiosk.domain.settings import MOST_MIB, BoardLine, Keeping, Settings, ShelfThing, StaffHours
from kiosk.domain.values import dataclass

_Kind = TypeVar("_Kind", Settings, SchoolCalendar)
_Tree = dict[str, object]
_ROWS: dict[str, type] = {
    "staff": StaffHours,
    "office": StaffHours,
    "board": BoardLine,
    "shelf": ShelfThing,
    "days": SpecialDay,
    "store": Keeping,
}
"""The keys that hold rows or a table of their own, and what those are."""
_APART = frozenset({"store"})
"""Tables whose keys say nothing about each other: a wrong one costs no other."""
_WEEKDAYS = frozenset(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")
_REGION = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
_HEADER = re.compile(r"\s*\[\[?\s*([\w.-]+)\s*\]\]?")
_WHERE = re.compile(r"(?P<problem>.*?)(?: - at `\$(?P<path>.*)`)?", re.DOTALL)
_WITHOUT_NAME = "School"
_REST_AT_LEAST = 20
"""Seconds: the least warning before a screen is wiped (WCAG 2.2, 2.2.1)."""


@dataclass(frozen=True, slots=True)
class SchoolProblem:
    """One thing wrong in a school's file: `settings.toml`, line, key (`staff[0].opens_at`) and a sentence."""

    file: str
    line: int
    key: str
    problem: str
    costs_value: bool = True
    """Something that was meant is not there now; an unknown key costs nothing that is known."""

    def __str__(self) -> str:
        """`settings.toml, line 3, zone: ...`"""
        return ", ".join(filter(None, (self.file, f"line {self.line}", self.key))) + f": {self.problem}"


def read_settings(text: str, name: str) -> tuple[Settings, list[SchoolProblem]]:
    """The settings in `text` (TOML), whatever was wrong in it; `name` is the file's name for the problems."""
    if not text:
        return Settings(school=_WITHOUT_NAME), []
    settings, problems = _SchoolFile(text, name).read(Settings, {"school": _WITHOUT_NAME}, _wrong_settings)
    return settings or Settings(school=_WITHOUT_NAME), problems


def read_calendar(text: str, name: str) -> tuple[SchoolCalendar | None, list[SchoolProblem]]:
    """The school calendar in `text` (TOML); None when there is none, or when its first or last day cannot be read."""
    if all(line.lstrip()[:1] in ("", "#") for line in text.splitlines()):
        return None, []
    return _SchoolFile(text, name).read(SchoolCalendar, {}, _wrong_calendar)


class _SchoolFile:
    """One file being read: its text, to find lines in, and the problems so far."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name
        self._problems: list[SchoolProblem] = []
        self._left: dict[str, list[int]] = {}
        """Rows that still stand, by the place they have in the file."""

    def read(
        self, kind: type[_Kind], standing_in: _Tree, wrong: Callable[[_Kind], Iterator[tuple[str, str]]]
    ) -> tuple[_Kind | None, list[SchoolProblem]]:
        """Take out one wrong value after another until the rest is right; None when nothing is left to stand on."""
        try:
            tree: _Tree = tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"at line (\d+)", str(error))
            line = int(found[1]) if found else len(self._text.splitlines())
            self._problems.append(SchoolProblem(self._name, line, "", f"This line cannot be read: {error}."))
            return None, self._problems
        for key, likely in _unknown(tree, kind):
            hint = f" Did you mean {likely}?" if likely else ""
            self._note(key, f"This key is not known.{hint}", costs_value=False)
        tree = _as_named(tree)
        while True:
            key, problem, value = _try(tree, kind, wrong)
            if not problem:
                return value, self._problems
            self._note(self._in_file(key), problem)
            if not self._take_out(tree, key):
                if standing_in.items() <= tree.items():
                    return None, self._problems
                tree |= standing_in

    def _take_out(self, tree: _Tree, key: str) -> bool:
        """Remove the row or key that `key` lies in; False when there is nothing to remove."""
        head, index = _head(key)
        rows = tree.get(head)
        if head in _APART and isinstance(rows, dict) and (last := key.partition(".")[2]) in rows:
            del rows[last]
            return True
        if index is None or not isinstance(rows, list):
            return tree.pop(head, None) is not None
        del rows[index]
        del self._left.setdefault(head, list(range(len(rows) + 1)))[index]
        return True

    def _in_file(self, key: str) -> str:
        """`key` with the place its row has in the file, whatever rows were taken out before it."""
        head, index = _head(key)
        if index is None or head not in self._left:
            return key
        return f"{head}[{self._left[head][index]}]{key.partition(']')[2]}"

    def _note(self, key: str, problem: str, costs_value: bool = True) -> None:
        self._problems.append(SchoolProblem(self._name, _line(self._text, key), key, problem, costs_value))


def _try(
    tree: _Tree, kind: type[_Kind], wrong: Callable[[_Kind], Iterator[tuple[str, str]]]
) -> tuple[str, str, _Kind | None]:
    """The tree as a value; or the first wrong key in it and what is wrong."""
    try:
        value = msgspec.convert(tree, kind)
    except msgspec.ValidationError as error:
        parts = _WHERE.fullmatch(str(error))
        path = (parts["path"] or "") if parts else ""
        return path.lstrip(".").replace("from_", "from"), f"{parts['problem'] if parts else error}.", None
    for key, problem in wrong(value):
        return key, problem, None
    return "", "", value


def _as_named(tree: _Tree) -> _Tree:
    """The tree with TOML's own times as text, and `from` as the field is named."""

    def named(value: object) -> object:
        if isinstance(value, dict):
            return {("from_" if key == "from" else key): named(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [named(inner) for inner in value]
        return value.isoformat("minutes") if isinstance(value, time) else value

    return {key: named(value) for key, value in tree.items()}


def _unknown(tree: _Tree, kind: type, before: str = "") -> Iterator[tuple[str, str]]:
    """Each key that `kind` does not have, and the known one that is most like it."""
    known = [each.name.rstrip("_") for each in fields(kind)]
    for key, value in tree.items():
        if key not in known:
            yield before + key, next(iter(get_close_matches(key, known, 1)), "")
        elif key in _ROWS and not before:
            for index, row in enumerate(value if isinstance(value, list) else [value]):
                if isinstance(row, dict):
                    place = f"{key}[{index}]." if isinstance(value, list) else f"{key}."
                    yield from _unknown(row, _ROWS[key], place)


def _head(key: str) -> tuple[str, int | None]:
    """`staff[1].opens_at` -> `staff`, 1."""
    found = re.match(r"([\w-]*)(?:\[(\d+)\])?", key)
    return (found[1], int(found[2]) if found[2] else None) if found else (key, None)


def _line(text: str, key: str) -> int:
    """The line that `key` stands on, else that of the table or row it belongs to, else the first."""
    head, index = _head(key)
    last = re.split(r"[.\[]", key.rpartition("].")[2] if "]." in key else key.partition(".")[2])[0]
    found, rows, inside, top = 1, -1, False, True
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            rows += header[1] == head
            top, inside = False, header[1] == head and index in (None, rows)
            found = number if inside else found
        elif (top and _names(line, head)) or (inside and last and _names(line, last)):
            return number
    return found


def _names(line: str, key: str) -> bool:
    return re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line) is not None


def _wrong_settings(settings: Settings) -> Iterator[tuple[str, str]]:
    """What types cannot say about settings: key and problem."""
    try:
        ZoneInfo(settings.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield "zone", f"{settings.zone} is not a time zone. Write one as America/New_York."
    if not is_region(settings.region):
        yield "region", f"{settings.region} is not a region. Write a country or state as US or US-CT."
    if not settings.languages:
        yield "languages", "No language is named. Write at least one, as en."
    if not settings.school.strip():
        yield "school", "The school has no name. Write it."
    for key, seconds in (
        ("idle", settings.idle),
        ("idle_warning", settings.idle_warning),
        ("idle_long", settings.idle_long),
    ):
        if seconds < _REST_AT_LEAST:
            yield key, f"{seconds} seconds are too few to read by. Write {_REST_AT_LEAST} or more."
    for index, staff in enumerate(settings.staff):
        yield from ((f"staff[{index}].{key}", problem) for key, problem in _wrong_hours(staff))
    if settings.office is not None:
        yield from ((f"office.{key}", problem) for key, problem in _wrong_hours(settings.office))
    for field in fields(settings.store):
        yield from ((f"store.{field.name}", problem) for problem in _wrong_mib(getattr(settings.store, field.name)))
    for index, line in enumerate(settings.board):
        if line.on not in _WEEKDAYS and not _is_day(line.on):
            yield f"board[{index}].on", f"{line.on} is no day. Write a date as 2026-12-04, or a weekday as FR."


def _wrong_mib(size: int) -> Iterator[str]:
    if not 1 <= size <= MOST_MIB:
        yield f"{size} MiB is too {'little' if size < 1 else 'much'}. Write 1 to {MOST_MIB}."


def _wrong_hours(staff: StaffHours) -> Iterator[tuple[str, str]]:
    for key, at in (("opens_at", staff.opens_at), ("closes_at", staff.closes_at)):
        if at and not _TIME.fullmatch(at):
            yield key, f"{at} is no time. Write it as 08:00."
    if bool(staff.opens_at) != bool(staff.closes_at):
        yield "opens_at", "One of the two times is missing. Write both opens_at and closes_at."
    for day in staff.days:
        if day not in _WEEKDAYS:
            yield "days", f"{day} is no weekday. Write MO, TU, WE, TH, FR, SA or SU."


def _wrong_calendar(calendar: SchoolCalendar) -> Iterator[tuple[str, str]]:
    """What types cannot say about a calendar: key and problem."""
    if calendar.last_day < calendar.first_day:
        yield "last_day", "The last day is before the first."
    for key, at in (("starts_at", calendar.starts_at), ("dismisses_at", calendar.dismisses_at)):
        if not _TIME.fullmatch(at):
            yield key, f"{at} is no time. Write it as 15:00."
    for index, day in enumerate(calendar.days):
        if day.to < day.from_:
            yield f"days[{index}].to", "This day ends before it begins."
        if day.kind in ("early-dismissal", "delayed-opening") and not _TIME.fullmatch(day.at):
            yield f"days[{index}].at", "A short day needs its own time. Write it as 12:45."


def is_region(text: str) -> bool:
    """Whether this is written as a country or a state (ISO 3166-1, ISO 3166-2)."""
    return _REGION.fullmatch(text) is not None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
