"""Writes a school year into the text of `calendar.toml`: what did not change stays as somebody wrote it, comments too.

The text is taken apart at its `[[days]]` lines, so that an entry that goes takes its own lines with it and leaves the
comments around it, and one that comes stands between its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import InlineTable

from kiosk.domain.calendar import SchoolCalendar, SpecialDay
from kiosk.domain.errors import Refused
from kiosk.domain.values import dataclass
from kiosk.school_file import read_calendar

HEAD = "# The school year. The desk writes this file too, and keeps your comments.\n\n"
_DAYS = re.compile(r"""\s*\[\[\s*(["']?)days\1\s*\]\]""")
_REMARK = re.compile(r"\s*(#.*)?")
_BOUNDS = ("first_day", "last_day", "starts_at", "dismisses_at")


@dataclass(frozen=True, slots=True)
class _Piece:
    """The head of the file or one entry: its own lines, and the blank lines and comments after them."""

    own: str
    tail: str = ""

    @property
    def speaks(self) -> bool:
        """Whether there are comments after it."""
        return "#" in self.tail


def fresh(calendar: SchoolCalendar) -> str:
    """The text of a school year that nobody wrote by hand."""
    head = "".join(f"{key} = {_value(_bound(calendar, key))}\n" for key in _BOUNDS)
    return HEAD + head + "".join(f"\n{_entry(day)}" for day in calendar.days)


def edited(text: str, before: SchoolCalendar | None, after: SchoolCalendar) -> str:
    """The text with `after` in it in place of `before`, which is what it says now.

    `Refused` for a file that is written in a way that cannot be changed line by line.
    """
    if before is None:
        new = f"{text.rstrip()}\n\n{fresh(after).removeprefix(HEAD)}" if text.strip() else fresh(after)
    else:
        new = _changed(text, before, after)
    if read_calendar(new, "") != (after, []):
        raise Refused(
            "calendar.toml is written in a way that only a text editor can change. Nothing was changed. "
            "Write each day under its own [[days]] line."
        ).coded("by-hand-only", file="calendar.toml")
    return new


def _changed(text: str, before: SchoolCalendar, after: SchoolCalendar) -> str:
    head, *entries = _pieces(text)
    pieces = [_Piece(_with_bounds(head.own, before, after), head.tail)]
    old, new = [repr(day) for day in before.days], [repr(day) for day in after.days]
    for what, i, to_i, j, to_j in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            pieces += entries[i:to_i]
            continue
        pairs = min(to_i - i, to_j - j)
        for entry, is_now, was in zip(entries[i:], after.days[j : j + pairs], before.days[i:], strict=False):
            pieces.append(_Piece(_with_day(entry.own, was, is_now), entry.tail))
        for entry in entries[i + pairs : to_i]:
            pieces[-1] = _closed(pieces[-1], entry.tail)
        for day in after.days[j + pairs : to_j]:
            pieces[-1:] = _parted(pieces[-1], _entry(day), is_last=i + pairs >= len(entries))
    return "".join(piece.own + piece.tail for piece in pieces)


def _pieces(text: str) -> list[_Piece]:
    """The head, then one piece for each `[[days]]`."""
    groups: list[list[str]] = [[]]
    for line in text.splitlines(keepends=True):
        if _DAYS.match(line):
            groups.append([])
        groups[-1].append(line if line.endswith("\n") else f"{line}\n")
    return [_piece(lines) for lines in groups]


def _piece(lines: Sequence[str]) -> _Piece:
    end = len(lines)
    while end and _REMARK.fullmatch(lines[end - 1].rstrip("\n")):
        end -= 1
    return _Piece("".join(lines[:end]), "".join(lines[end:]))


def _closed(piece: _Piece, tail: str) -> _Piece:
    """A piece after which an entry went that had this tail: no comment is lost, no blank line is left over."""
    if not piece.speaks:
        return _Piece(piece.own, tail)
    return _Piece(piece.own, piece.tail + tail.removeprefix("\n") if "#" in tail else piece.tail)


def _parted(piece: _Piece, entry: str, *, is_last: bool) -> list[_Piece]:
    """A piece and a new entry after it; the comments that head what follows stay with that."""
    if not piece.own:  # a file that is all comments so far
        return [_Piece("", piece.tail), _Piece(entry)]
    apart = "\n" if piece.tail or is_last else ""
    return [_Piece(piece.own, apart), _Piece(entry, piece.tail)]


def _entry(day: SpecialDay) -> str:
    """One `[[days]]` with its lines."""
    lines = [f"{key} = {_value(value)}\n" for key, value in _keys(day)]
    return "[[days]]\n" + "".join(lines)


def _keys(day: SpecialDay) -> Iterator[tuple[str, object]]:
    yield "from", day.from_.isoformat()
    yield "to", day.to.isoformat()
    yield "kind", day.kind
    if day.at:
        yield "at", day.at
    if day.reason:
        yield "reason", dict(day.reason)


def _value(value: object) -> str:
    """A text or a table of texts as TOML writes it, on one line."""
    if isinstance(value, dict):
        return (
            "{ " + ", ".join(f"{tomlkit.key(key).as_string()} = {_value(text)}" for key, text in value.items()) + " }"
        )
    return tomlkit.string(str(value)).as_string()


def _bound(calendar: SchoolCalendar, key: str) -> str:
    value = getattr(calendar, key)
    return value.isoformat() if isinstance(value, date) else str(value)


def _with_bounds(text: str, before: SchoolCalendar, after: SchoolCalendar) -> str:
    """The head of the file with its first and last day and bells set anew where they differ."""
    changed = [key for key in _BOUNDS if _bound(before, key) != _bound(after, key)]
    return _set(text, {key: _bound(after, key) for key in changed}) if changed else text


def _with_day(text: str, before: SpecialDay, after: SpecialDay) -> str:
    """An entry's lines with what differs set anew."""
    old, new = dict(_keys(before)), dict(_keys(after))
    changed = {key: new.get(key) for key in {**old, **new} if old.get(key) != new.get(key)}
    return _set(text, changed)


def _set(text: str, values: dict[str, object]) -> str:
    """A piece with keys set, or taken away where the value is None; everything else in it as it was."""
    try:
        document = tomlkit.parse(text)
        days = document.get("days")
        table = days[0] if days else document
        for key, value in values.items():
            if value is None:
                table.pop(key, None)
            elif isinstance(value, dict):
                table[key] = _inline(value)
            else:
                table[key] = str(value)
    except TOMLKitError as error:
        said = f"calendar.toml cannot be read ({error}). Nothing was changed."
        raise Refused(said).coded("by-hand-only", file="calendar.toml") from error
    return document.as_string()


def _inline(texts: dict[str, str]) -> InlineTable:
    table = tomlkit.inline_table()
    table.update(texts)
    return table
