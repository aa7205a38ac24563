"""The settings one can write at the desk: what a typed line sets each to, and which rule it would break.

Names of languages and tiles are understood in the words that a page hands in; everything else is the same in any
language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from kiosk.domain.hours_reading import Reading
from kiosk.domain.listing import LocalText, Schedule
from kiosk.domain.settings import Settings, StaffHours
from kiosk.domain.text import clean_text, fold
from kiosk.domain.typed_hours import read_hours
from kiosk.domain.typed_span import read_span
from kiosk.domain.values import dataclass
from kiosk.school_rules import Wrong, wrong_settings

Kind = Literal["text", "languages", "tiles", "attract", "seconds", "look", "size", "span", "hours"]
BETWEEN = " | "
"""What stands between two messages of the first screen."""
_NUMBER = re.compile(r"\d+")
_SECONDS = {"s", "sec", "secs", "second", "seconds", "segundos", "seg", "then", "luego", "y", "and"}
_LOOK = re.compile(r"(\w+)\W*(.*)")


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the settings: what it is called inside, its kind, and the keys of the file that it sets."""

    id: str
    kind: Kind
    keys: tuple[str, ...]
    language: str = ""
    """Of a message of the first screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Folded words, and the language, tile, look or size each means."""

    languages: Callable[[str], tuple[tuple[str, ...], str]]
    """What was typed -> the codes, and the first name that nobody knows."""
    tiles: Mapping[str, str]
    looks: Mapping[str, str]
    sizes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Typed:
    """What a typed line comes to: the keys it sets, or the rule it breaks."""

    values: Mapping[str, object]
    wrong: Wrong | None = None


def items(settings: Settings, languages: Sequence[str]) -> tuple[Item, ...]:
    """Every line, in the order of the screen; `languages` are those of the first screen's messages."""
    return (
        Item("school", "text", ("school",)),
        Item("zone", "text", ("zone",)),
        Item("region", "text", ("region",)),
        Item("languages", "languages", ("languages",)),
        Item("tiles", "tiles", ("tiles",)),
        *(Item(f"attract.{code}", "attract", ("attract",), code) for code in languages),
        Item("idle", "seconds", ("idle", "idle_warning")),
        Item("look", "look", ("theme", "night_from", "night_to")),
        Item("text_size", "size", ("text_size",)),
        Item("quiet", "span", ("quiet_from", "quiet_to")),
        Item("idle_long", "seconds", ("idle_long",)),
        Item("idle_staff", "seconds", ("idle_staff",)),
        *([_hours("office")] if settings.office is not None else []),
        *(_hours(f"staff[{place}]") for place in range(len(settings.staff))),
    )


def _hours(row: str) -> Item:
    return Item(row, "hours", tuple(f"{row}.{key}" for key in ("days", "opens_at", "closes_at")))


def row_of(settings: Settings, item: Item) -> StaffHours:
    """The office or the role whose hours a line sets."""
    found = settings.office if item.id == "office" else settings.staff[int(_NUMBER.findall(item.id)[0])]
    assert found is not None
    return found


def as_schedule(staff: StaffHours) -> tuple[Schedule, ...]:
    """The hours of a role as rows of hours; none when they are not set."""
    row = Schedule(byday=staff.days, opens_at=staff.opens_at, closes_at=staff.closes_at)
    return (row,) if staff.opens_at and staff.closes_at else ()


def shipped(item: Item) -> Mapping[str, object] | None:
    """What a line was set to when the kiosk was shipped; None where a school has to say it itself."""
    if item.kind == "hours" or item.id == "school":
        return None
    new = Settings(school="")
    return {key: getattr(new, key) for key in item.keys}


def read_typed(item: Item, typed: str, settings: Settings, names: Names, today: date) -> Typed:
    """What a line sets when this is typed in it."""
    text = " ".join(clean_text(typed).split())
    try:
        values = dict(zip(item.keys, _READERS[item.kind](item, text, settings, names, today), strict=True))
    except _Unread as unread:
        return Typed({}, unread.wrong)
    broken = {wrong.key: wrong for wrong in wrong_settings(applied(settings, values))}
    wrong = next((each for key, each in broken.items() if _is_of(key, item)), None)
    return Typed(values, wrong)


def applied(settings: Settings, values: Mapping[str, object]) -> Settings:
    """The settings with keys set to other values."""
    for path, value in values.items():
        row, _, key = path.rpartition(".")
        if not row:
            settings = replace(settings, **{key: value})  # type: ignore[arg-type]  # keys of the file are fields
        elif row == "office" and settings.office is not None:
            settings = replace(settings, office=_with(settings.office, key, value))
        else:
            at = int(_NUMBER.findall(row)[0])
            staff = tuple(_with(each, key, value) if place == at else each for place, each in enumerate(settings.staff))
            settings = replace(settings, staff=staff)
    return settings


def _with(staff: StaffHours, key: str, value: object) -> StaffHours:
    return replace(staff, **{key: value})  # type: ignore[arg-type]  # keys of the file are fields


def _is_of(key: str, item: Item) -> bool:
    """Whether a broken rule is one of the keys that a line sets, or of what lies in them."""
    return any(key == own or key.startswith((f"{own}[", f"{own}.")) for own in item.keys)


class _Unread(Exception):
    """A line that cannot be read: the rule for how to write it."""

    def __init__(self, item: Item, code: str, **values: object) -> None:
        super().__init__(code)
        self.wrong = Wrong(item.keys[0], code, values)


def _text(item: Item, text: str, *_: object) -> Iterator[object]:
    yield text.upper() if item.id == "region" else text


def _languages(item: Item, text: str, _: Settings, names: Names, __: date) -> Iterator[object]:
    codes, unknown = names.languages(text)
    if unknown:
        raise _Unread(item, "unknown-language", value=unknown)
    yield codes


def _tiles(item: Item, text: str, _: Settings, names: Names, __: date) -> Iterator[object]:
    found = [(name, names.tiles.get(fold(name))) for name in _parts(text, ",")]
    for name, tile in found:
        if tile is None:
            raise _Unread(item, "unknown-tile", value=name)
    yield tuple(str(tile) for _, tile in found)


def _attract(item: Item, text: str, settings: Settings, *_: object) -> Iterator[object]:
    """The messages with those of one language set anew; what is left without any words goes."""
    typed = _parts(text, BETWEEN.strip())
    messages: list[LocalText] = []
    for place in range(max(len(typed), len(settings.attract))):
        message = dict(settings.attract[place]) if place < len(settings.attract) else {}
        message.pop(item.language, None)
        if place < len(typed):
            message[item.language] = typed[place]
        messages.append(message)
    yield tuple(message for message in messages if message)


def _seconds(item: Item, text: str, *_: object) -> Iterator[object]:
    numbers = _NUMBER.findall(text)
    others = {word.casefold() for word in re.findall(r"[^\W\d]+", text)}
    if len(numbers) != len(item.keys) or others - _SECONDS or "-" in text:
        raise _Unread(item, "two-numbers" if len(item.keys) == 2 else "one-number")
    for number in numbers:
        yield int(number[:6])


def _look(item: Item, text: str, _: Settings, names: Names, __: date) -> Iterator[object]:
    found = _LOOK.fullmatch(text)
    look = names.looks.get(fold(found[1])) if found else None
    hours = _night_hours(found[2], names) if found else None
    if look is None or hours is None:
        raise _Unread(item, "look")
    yield look
    yield from hours


def _night_hours(text: str, names: Names) -> tuple[str, str] | None:
    """The hours after `day;`, with or without `night` before them."""
    if not text:
        return "", ""
    first, _, rest = text.partition(" ")
    return read_span(rest if fold(first) in names.looks else text)


def _size(item: Item, text: str, _: Settings, names: Names, __: date) -> Iterator[object]:
    size = names.sizes.get(fold(text))
    if size is None:
        raise _Unread(item, "size")
    yield size


def _span(item: Item, text: str, *_: object) -> Iterator[object]:
    span = read_span(text) if text else ("", "")
    if span is None:
        raise _Unread(item, "span")
    yield from span


def _staff_hours(item: Item, text: str, settings: Settings, _: Names, today: date) -> Iterator[object]:
    if not text:
        yield from (row_of(settings, item).days, "", "")
        return
    row = _one_row(read_hours(text, today))
    if row is None:
        raise _Unread(item, "hours")
    yield from (row.byday, row.opens_at, row.closes_at)


def _one_row(reading: Reading) -> Schedule | None:
    """The row that was read, when it is one, and says no more than days and two times."""
    if not reading.can_be_taken or len(reading.rows) != 1 or reading.exceptions or reading.by_appointment:
        return None
    (row,) = reading.rows
    is_plain = row == Schedule(byday=row.byday, opens_at=row.opens_at, closes_at=row.closes_at)
    return row if is_plain and row.byday else None


def _parts(text: str, between: str) -> list[str]:
    return [part for part in (part.strip() for part in text.split(between)) if part]


_Reader = Callable[[Item, str, Settings, Names, date], Iterator[object]]
_READERS: Mapping[Kind, _Reader] = {
    "text": _text,
    "languages": _languages,
    "tiles": _tiles,
    "attract": _attract,
    "seconds": _seconds,
    "look": _look,
    "size": _size,
    "span": _span,
    "hours": _staff_hours,
}
