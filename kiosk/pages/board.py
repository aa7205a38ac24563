"""The neutral board that Hide this leaves: today at school, and nothing of the visit."""

from __future__ import annotations

from datetime import date, timedelta

from kiosk.domain.listing import WEEK
from kiosk.domain.settings import BoardLine
from kiosk.domain.values import dataclass
from kiosk.pages.fit import capital
from kiosk.pages.frame import frame, offered_languages
from kiosk.pages.parts import Fact, Page, silent
from kiosk.pages.place import short_place
from kiosk.pages.reader import Ask
from kiosk.pages.route import Go, Route
from kiosk.pages.today import coming, coming_name, coming_text
from kiosk.services.days import OnDay

EVENING = 17
"""The hour from which something is *tonight*."""
NOON = 12
MOST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardPage(Page):
    """`title` is the day in big letters."""

    lines: tuple[Fact, ...]
    starts: tuple[str, ...]
    """Touch anywhere to start, in every language."""
    go: Go = silent(Route("attract"))
    """What touching it anywhere does."""


def board_page(ask: Ask) -> BoardPage:
    """What anybody behind the visitor would expect to see: lunch, clubs, the evening, the days ahead."""
    lines = (*_lunch(ask), *_on_today(ask), *_ahead(ask), *_events(ask))
    return BoardPage(
        route=ask.route,
        frame=frame(ask),
        title=ask.words.long_date(ask.today),
        lines=lines[:MOST] or (Fact(name=ask.words.say("Today"), text=(ask.words.say("Welcome to our school."),)),),
        starts=tuple(f"{language.touch_to_start}." for language in offered_languages(ask)),
    )


def _lunch(ask: Ask) -> tuple[Fact, ...]:
    """The school's own lines for today."""
    return tuple(_fact(ask, line) for line in ask.center.settings.board if _is_on(line, ask.today))


def _fact(ask: Ask, line: BoardLine, name: str = "") -> Fact:
    return Fact(name=name or ask.words.pick(line.label), text=(ask.words.pick(line.text),))


def _is_on(line: BoardLine, day: date) -> bool:
    return line.on in (day.isoformat(), WEEK[day.weekday()])


def _on_today(ask: Ask) -> tuple[Fact, ...]:
    """This afternoon's and tonight's programs at the school, never a sensitive one."""
    say = ask.words.say
    rows = [
        row
        for row in ask.center.directory.today(ask.today)
        if not row.off and not row.outline.sensitive and row.start is not None
    ]
    after = [row for row in rows if row.start is not None and NOON <= row.start.hour < EVENING]
    tonight = [row for row in rows if row.start is not None and row.start.hour >= EVENING]
    facts = []
    if after:
        facts.append(Fact(name=say("After school"), text=(" ".join(_named(ask, row) for row in after[:2]),)))
    if tonight:
        facts.append(Fact(name=say("Tonight"), text=(_timed(ask, tonight[0]),)))
    return tuple(facts)


def _named(ask: Ask, row: OnDay) -> str:
    listing = row.kept.listing
    return ask.words.say("{name}, {place}.", name=ask.words.pick(listing.name), place=short_place(ask, listing))


def _timed(ask: Ask, row: OnDay) -> str:
    words, listing = ask.words, row.kept.listing
    hour = words.time(row.start) if row.start is not None else ""
    return words.say(
        "{name}, {hour}, {place}", name=words.pick(listing.name), hour=hour, place=short_place(ask, listing)
    )


def _ahead(ask: Ask) -> tuple[Fact, ...]:
    return tuple(
        Fact(name=capital(coming_name(ask, days)), text=(capital(coming_text(ask, days)),)) for days in coming(ask)[:2]
    )


def _events(ask: Ask) -> tuple[Fact, ...]:
    """Events with a date of their own in the coming week, under their day."""
    found = []
    for ahead in range(1, 8):
        day = ask.today + timedelta(days=ahead)
        name = ask.words.say("Tomorrow") if ahead == 1 else capital(ask.words.weekday(day))
        found += [_fact(ask, line, name) for line in ask.center.settings.board if line.on == day.isoformat()]
    return tuple(found)
