"""The report in words, a line each: for the command line, to be read, printed or mailed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from kiosk.pages.fit import cells
from kiosk.services.report import AGES, OpenedTimes, Report, monday

if TYPE_CHECKING:
    from datetime import date

    from kiosk.words import Words

WEEKS = 5
"""Weeks that have a column."""
NAME = 32
"""Cells of a name."""


def report_lines(words: Words, school: str, found: Report) -> Iterator[str]:
    """How the listings stand, how old their checks are, then how often each was opened."""
    say, number = words.say, words.number
    yield f"{school}, {words.long_date(found.day)}"
    yield ""
    counted = say("{n} shown, {hidden} hidden", n=number(found.shown), hidden=number(found.hidden))
    yield f"{say('Listings')}: {counted}"
    yield f"{say('To check')}: {number(len(found.due))}"
    yield f"{say('Hours not known')}: {number(len(found.no_hours))}"
    for code, ids in found.lacking.items():
        yield f"{say('Without {language}', language=words.language_name(code, own=False))}: {number(len(ids))}"
    yield ""
    yield from _ages(words, found)
    yield ""
    yield from _opened(words, found)


def _ages(words: Words, found: Report) -> Iterator[str]:
    say, number = words.say, words.number
    first = 0
    for last, many in zip(AGES, found.checked, strict=False):
        yield f"{say('Checked {first} to {last} days ago', first=number(first), last=number(last))}: {number(many)}"
        first = last + 1
    yield f"{say('Checked longer ago')}: {number(found.checked[-1])}"
    yield f"{say('Never checked')}: {number(found.never)}"
    if found.oldest is not None and found.oldest.head.assured_date is not None:
        day = words.date_near(found.oldest.head.assured_date, found.day)
        name = f"{found.oldest.number or ''} {words.pick(found.oldest.head.name)}".strip()
        yield say("The oldest check: {day}, {name}", day=day, name=name)


def _opened(words: Words, found: Report) -> Iterator[str]:
    say, number = words.say, words.number
    since = words.date_near(found.first, found.day)
    if not found.opened:
        yield say("No listing was opened since {day}.", day=since)
        return
    total = sum(row.times for row in found.opened)
    yield words.count("Opened {n} time since {day}.", "Opened {n} times since {day}.", total, day=since)
    mondays = list(_mondays(found))
    heads = [say("today"), *(words.date(day) for day in mondays)]
    wide = max(7, *(cells(head) + 2 for head in heads))
    title = say("weeks from Monday")
    yield _row("", title, heads, wide)
    for row in found.opened:
        times = [row.days.get(found.day, 0), *(row.weeks.get(day, 0) for day in mondays)]
        yield _row(_number(row), _name(words, row), [number(each) for each in times], wide)


def _mondays(found: Report) -> Iterator[date]:
    """The newest week first, no further back than the openings go."""
    day = monday(found.day)
    for back in range(WEEKS):
        if day - timedelta(weeks=back) >= monday(found.first):
            yield day - timedelta(weeks=back)


def _row(first: str, name: str, columns: list[str], wide: int) -> str:
    shown = name
    while cells(shown) > NAME:
        shown = shown[:-1]
    return f"{first:>5}  {shown}{' ' * (NAME - cells(shown))}" + "".join(
        " " * (wide - cells(each)) + each for each in columns
    )


def _number(row: OpenedTimes) -> str:
    return str(row.kept.number or "") if row.kept is not None else ""


def _name(words: Words, row: OpenedTimes) -> str:
    return words.pick(row.kept.head.name) if row.kept is not None else row.id
