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

import msgspec

from kiosk.domain.calendar import SchoolCalendar, SpecialDay
from kiosk.domain.settings import BoardLine, Keeping, Settings, ShelfThing, StaffHours
from kiosk.domain.text import clean
from kiosk.domain.values import dataclass
from kiosk.school_rules import Wrong, is_region, wrong_calendar, wrong_settings

__all__ = ["SchoolProblem", "is_region", "line_of", "read_calendar", "read_settings"]

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
_HEADER = re.compile(r"\s*\[\[?\s*([\w.-]+)\s*\]\]?")
_WHERE = re.compile(r"(?P<problem>.*?)(?: - at `\$(?P<path>.*)`)?", re.DOTALL)
_WITHOUT_NAME = "School"
_NOTHING = "", "", Wrong("", "")
msgspec.convert({"school": _WITHOUT_NAME}, Settings)
msgspec.convert({"first_day": date.min, "last_day": date.min}, SchoolCalendar)
# Both once while this is imported: two threads that are the first to ask for one dataclass can end the process.


@dataclass(frozen=True, slots=True)
class SchoolProblem:
    """One thing wrong in a school's file: `settings.toml`, line, key (`staff[0].opens_at`) and a sentence."""

    file: str
    line: int
    key: str
    problem: str
    wrong: Wrong
    """The rule that is broken, for who says it in other words."""
    costs_value: bool = True
    """Something that was meant is not there now; an unknown key costs nothing that is known."""

    def __str__(self) -> str:
        """`settings.toml, line 3, zone: ...`"""
        return ", ".join(filter(None, (self.file, f"line {self.line}", self.key))) + f": {self.problem}"


def read_settings(text: str, name: str) -> tuple[Settings, list[SchoolProblem]]:
    """The settings in `text` (TOML), whatever was wrong in it; `name` is the file's name for the problems."""
    if not text:
        return Settings(school=_WITHOUT_NAME), []
    settings, problems = _SchoolFile(text, name).read(Settings, {"school": _WITHOUT_NAME}, wrong_settings)
    return settings or Settings(school=_WITHOUT_NAME), problems


def read_calendar(text: str, name: str) -> tuple[SchoolCalendar | None, list[SchoolProblem]]:
    """The school calendar in `text` (TOML); None when there is none, or when its first or last day cannot be read."""
    if all(line.lstrip()[:1] in ("", "#") for line in text.splitlines()):
        return None, []
    return _SchoolFile(text, name).read(SchoolCalendar, {}, wrong_calendar)


class _SchoolFile:
    """One file being read: its text, to find lines in, and the problems so far."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name
        self._problems: list[SchoolProblem] = []
        self._left: dict[str, list[int]] = {}
        """Rows that still stand, by the place they have in the file."""

    def read(
        self, kind: type[_Kind], standing_in: _Tree, wrong: Callable[[_Kind], Iterator[Wrong]]
    ) -> tuple[_Kind | None, list[SchoolProblem]]:
        """Take out one wrong value after another until the rest is right; None when nothing is left to stand on."""
        try:
            tree: _Tree = tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"at line (\d+)", str(error))
            line = int(found[1]) if found else len(self._text.splitlines())
            said, rule = f"This line cannot be read: {error}.", Wrong("", "line-not-read")
            self._problems.append(SchoolProblem(self._name, line, "", said, rule))
            return None, self._problems
        for key, likely in _unknown(tree, kind):
            hint = f" Did you mean {likely}?" if likely else ""
            rule = Wrong(key, "unknown-key-like", {"value": likely}) if likely else Wrong(key, "unknown-key")
            self._note(key, f"This key is not known.{hint}", rule, costs_value=False)
        tree = _as_named(tree)
        while True:
            rejected, value = _try(tree, kind, wrong)
            if value is not None:
                return value, self._problems
            key, problem, rule = rejected
            self._note(self._in_file(key), problem, rule)
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

    def _note(self, key: str, problem: str, rule: Wrong, *, costs_value: bool = True) -> None:
        line = line_of(self._text, key)
        self._problems.append(SchoolProblem(self._name, line, key, problem, rule, costs_value))


def _try(
    tree: _Tree, kind: type[_Kind], wrong: Callable[[_Kind], Iterator[Wrong]]
) -> tuple[tuple[str, str, Wrong], _Kind | None]:
    """The tree as a value; or the first wrong key in it, what is wrong, and the rule that it breaks."""
    try:
        value = msgspec.convert(tree, kind)
    except msgspec.ValidationError as error:
        parts = _WHERE.fullmatch(str(error))
        path = (parts["path"] or "") if parts else ""
        key = path.lstrip(".").replace("from_", "from")
        return (key, f"{parts['problem'] if parts else error}.", Wrong(key, "other-kind")), None
    for broken in wrong(value):
        return (broken.key, str(broken), broken), None
    return _NOTHING, value


def _as_named(tree: _Tree) -> _Tree:
    """The tree with TOML's own times as text, no text that a terminal obeys, and `from` as the field is named."""

    def named(value: object) -> object:
        if isinstance(value, dict):
            return {("from_" if key == "from" else key): named(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [named(inner) for inner in value]
        return value.isoformat("minutes") if isinstance(value, time) else value

    return clean({key: named(value) for key, value in tree.items()})


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


def line_of(text: str, key: str) -> int:
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
