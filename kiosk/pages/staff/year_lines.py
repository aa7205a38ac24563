"""Before the school year is changed by more than a day: what a file or a new year brings, and what a day does."""

from __future__ import annotations

from datetime import date

from kiosk.domain.calendar import SchoolCalendar, SpecialDay
from kiosk.pages.staff.lines import LinesPage, TextLine
from kiosk.pages.staff.parts import GAP, Key, StaffAsk, staff_frame
from kiosk.pages.staff.year_unclear import unclear_words
from kiosk.pages.staff.year_words import (
    bounds_words,
    clock,
    day_words,
    effects_words,
    kind_words,
    listing_words,
    what_it_is,
    year_name,
)
from kiosk.services.effects import Effect, effects_of_day
from kiosk.services.school_import import Preview, Unread, Usual

MOST_UNREAD = 40
"""Events that were not understood and are named; of more, their number is told."""

_FIVE = (GAP,) * 5


def day_page(ask: StaffAsk, calendar: SchoolCalendar, day: date) -> LinesPage:
    """What a day that is different does to each listing."""
    say, center = ask.words.say, ask.desk.center
    found = effects_of_day(center.directory.all(), day, calendar, center.zone)
    lines = [
        *_group(ask, say("Off"), found.of("off"), hours=False),
        *_group(ask, say("Fewer hours"), found.of("shorter")),
        *_group(ask, say("Other hours"), found.of("moved")),
        *_group(ask, say("Opens for it"), found.of("opens")),
        *_group(ask, say("As they are"), found.of("same")),
    ]
    if not lines:
        lines = [TextLine(words=say("Nothing is open that day, whatever school does."))]
    return LinesPage(
        frame=staff_frame(ask),
        title=ask.words.long_date(day) if ask.size.wide else ask.words.weekday_date(day),
        subtitle=what_it_is(ask, calendar, day),
        lines=tuple(lines),
        note=effects_words(ask, found),
        keys=(*_FIVE, Key(key="Esc", label=say("Back"), action="leave")),
    )


def file_page(ask: StaffAsk, preview: Preview, usual: Usual, path: str) -> LinesPage:
    """What a school's calendar file would change, and what of it was not understood."""
    say, count = ask.words.say, ask.words.count
    near = [each for each in preview.unread if each.is_near]
    lines = [
        *(_new(say("New") if place == 0 else "", day_words(ask, day)) for place, day in enumerate(preview.added)),
        *(line for each in preview.changed for line in _changed(ask, each.new, each.old)),
        *(
            TextLine(name=say("Not understood") if place == 0 else "", words=_unread(ask, each))
            for place, each in enumerate(near[:MOST_UNREAD])
        ),
    ]
    others = len(preview.unread) - len(near[:MOST_UNREAD])
    if others:
        words = count(
            "{n} other event is not about a school day.", "{n} other events are not about a school day.", others
        )
        lines.append(TextLine(words=words))
    if not preview.days:
        lines.insert(0, TextLine(words=say("Nothing in it is new."), strong=True))
    off = not preview.days or not ask.desk.who.may_change
    return LinesPage(
        frame=staff_frame(ask),
        title=say("From a calendar file"),
        subtitle=path.rpartition("/")[2],
        lines=tuple(lines),
        note=_file_note(ask, preview, usual),
        keys=(
            Key(key="Y", label=say("Take it"), action="take", off=off),
            Key(key="E", label=say("Early at"), action="usual('early-dismissal')"),
            Key(key="L", label=say("Late at"), action="usual('delayed-opening')"),
            GAP,
            GAP,
            Key(key="Esc", label=say("Not now"), action="leave"),
        ),
    )


def new_year_page(ask: StaffAsk, year: SchoolCalendar) -> LinesPage:
    """A school year before it begins."""
    say = ask.words.say
    lines = [TextLine(words=bounds_words(ask, year), strong=True)]
    lines += [TextLine(name=ask.words.weekday_date(day.from_), words=_holiday(ask, day)) for day in year.days]
    if not year.days:
        words = say("No public holidays are known for {region}.", region=ask.desk.center.settings.region)
        lines.append(TextLine(words=words))
    return LinesPage(
        frame=staff_frame(ask),
        title=say("School year {name}", name=year_name(year)),
        subtitle=say("Nothing has changed yet."),
        lines=tuple(lines),
        note=say("The days of the year before go. You can take it back with ^Z."),
        keys=(
            Key(
                key="Y",
                label=say("Begin this year"),
                short=say("Begin"),
                action="take",
                off=not ask.desk.who.may_change,
            ),
            *_FIVE[1:],
            Key(key="Esc", label=say("Not now"), action="leave"),
        ),
    )


def problem_page(ask: StaffAsk, problem: str) -> LinesPage:
    """Why a calendar file cannot be shown."""
    return _one_line(ask, ask.words.say("From a calendar file"), problem)


def no_year_page(ask: StaffAsk) -> LinesPage:
    """There is no school year to look at or to change."""
    return _one_line(ask, ask.words.say("School year"), ask.words.say("There is no school year yet."))


def _one_line(ask: StaffAsk, title: str, words: str) -> LinesPage:
    back = Key(key="Esc", label=ask.words.say("Back"), action="leave")
    lines = (TextLine(words=words, strong=True),)
    return LinesPage(frame=staff_frame(ask), title=title, lines=lines, keys=(*_FIVE, back))


def _group(ask: StaffAsk, name: str, found: tuple[Effect, ...], *, hours: bool = True) -> list[TextLine]:
    """Listings that go the same way; the first has the name of the way and how many they are."""
    head = f"{name} ({ask.words.number(len(found))})"
    return [
        TextLine(name=head if place == 0 else "", words=listing_words(ask, each, hours=hours))
        for place, each in enumerate(found)
    ]


def _new(name: str, words: str) -> TextLine:
    return TextLine(name=name, words=words)


def _changed(ask: StaffAsk, new: SpecialDay, old: tuple[SpecialDay, ...]) -> list[TextLine]:
    say = ask.words.say
    return [
        TextLine(name=say("Changed"), words=day_words(ask, new)),
        *(TextLine(name=say("Now it says"), words=day_words(ask, day)) for day in old),
    ]


def _holiday(ask: StaffAsk, day: SpecialDay) -> str:
    return ask.words.pick(day.reason) or kind_words(ask, day.kind)


def _unread(ask: StaffAsk, each: Unread) -> str:
    day = ask.words.weekday_date(each.day) if each.day else ask.words.say("no day")
    title = each.title or ask.words.say("no title")
    return f"{day}  {title}: {unclear_words(ask.words, each.why)}."


def _file_note(ask: StaffAsk, preview: Preview, usual: Usual) -> str:
    say, number = ask.words.say, ask.words.number
    counted = say(
        "{new} new, {changed} changed, {same} there already, {outside} outside the year.",
        new=number(len(preview.added)),
        changed=number(len(preview.changed)),
        same=number(preview.same),
        outside=number(preview.outside),
    )
    set_times = [
        say("Short days without a time end at {time}.", time=clock(ask, usual.early)) if usual.early else "",
        say("Late starts without a time start at {time}.", time=clock(ask, usual.late)) if usual.late else "",
    ]
    return " ".join(filter(None, (counted, *set_times)))
