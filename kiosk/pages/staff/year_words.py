"""The school year in sentences: what a day is, what a change came to, what a day does to the listings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

from kiosk.domain.calendar import DayKind, SchoolCalendar, SpecialDay, school_day
from kiosk.domain.clock_time import minutes
from kiosk.domain.school_days import Difference, school_days
from kiosk.pages.staff.parts import StaffAsk
from kiosk.services.effects import Effect, Effects


def clock(ask: StaffAsk, at: str) -> str:
    """`12:30` as people here read it: `12:30 PM`."""
    after = minutes(at)
    return ask.words.time(time(after // 60 % 24, after % 60)) if after is not None else at


def kind_words(ask: StaffAsk, kind: DayKind, at: str = "") -> str:
    """`no school`, `ends early, 12:30 PM`."""
    say, shown = ask.words.say, clock(ask, at)
    match kind:
        case "no-school":
            return say("no school")
        case "snow-day":
            return say("snow day")
        case "early-dismissal":
            return say("ends early, {time}", time=shown) if at else say("ends early")
        case "delayed-opening":
            return say("late start, {time}", time=shown) if at else say("late start")


def day_words(ask: StaffAsk, day: SpecialDay) -> str:
    """`Nov 26 and 27: no school. Thanksgiving`."""
    reason, kind = ask.words.pick(day.reason), kind_words(ask, day.kind, day.at)
    said = f"{days_words(ask, day.from_, day.to)}: {kind}"
    return f"{said}. {reason}" if reason and reason.casefold() != kind.casefold() else said


def days_words(ask: StaffAsk, first: date, last: date) -> str:
    """`Wed Nov 25`, `Nov 26 and 27`."""
    return ask.words.weekday_date(first) if first == last else ask.words.days(first, last)


def year_name(calendar: SchoolCalendar) -> str:
    """`2026-27`, or `2027` for a year within one."""
    first, last = calendar.first_day.year, calendar.last_day.year
    return f"{first}" if first == last else f"{first}-{last % 100:02}"


def bounds_words(ask: StaffAsk, calendar: SchoolCalendar) -> str:
    """`Aug 31 to Jun 11. 181 school days.`"""
    words, count = ask.words, school_days(calendar)
    days = words.count("{n} school day.", "{n} school days.", count)
    first, last = words.date(calendar.first_day), words.date(calendar.last_day)
    return words.say("{first} to {last}. {days}", first=first, last=last, days=days)


def what_it_is(ask: StaffAsk, calendar: SchoolCalendar, day: date) -> str:
    """What a day is at school, and why."""
    say, found = ask.words.say, school_day(calendar, day)
    if found.closed is not None:
        said = say("Snow day: no school.") if found.closed.kind == "snow-day" else say("No school.")
    elif not calendar.first_day <= day <= calendar.last_day:
        return say("Not in the school year.")
    elif found.late is not None and found.early is not None:
        start, end = clock(ask, found.late.at), clock(ask, found.early.at)
        said = say("School starts at {start} and ends at {end}.", start=start, end=end)
    elif found.early is not None:
        said = say("School ends at {time}.", time=clock(ask, found.early.at))
    elif found.late is not None:
        said = say("School starts at {time}.", time=clock(ask, found.late.at))
    else:
        start, end = clock(ask, calendar.starts_at), clock(ask, calendar.dismisses_at)
        return say("A school day, {start} to {end}.", start=start, end=end)
    reason = ask.words.pick(found.special.reason) if found.special else ""
    if found.special is not None and reason.casefold() == kind_words(ask, found.special.kind).casefold():
        return said
    return f"{said} {say('Reason: {reason}.', reason=reason)}" if reason else said


def effects_words(ask: StaffAsk, effects: Effects) -> str:
    """`4 are off, 3 have fewer hours, 2 move, 11 stay as they are.`; at 80 columns in fewer words."""
    count, wide, said = ask.words.count, ask.size.wide, []
    off, shorter, moved, opens, same = (effects.count(way) for way in ("off", "shorter", "moved", "opens", "same"))
    if off:
        said.append(count("{n} is off", "{n} are off", off) if wide else count("{n} off", "{n} off", off))
    if shorter:
        long = count("{n} has fewer hours", "{n} have fewer hours", shorter)
        said.append(long if wide else count("{n} shorter", "{n} shorter", shorter))
    if moved:
        said.append(count("{n} moves", "{n} move", moved))
    if opens:
        said.append(
            count("{n} opens for it", "{n} open for it", opens) if wide else count("{n} opens", "{n} open", opens)
        )
    stays = count("{n} stays as it is", "{n} stay as they are", same)
    said.append(stays if wide else count("{n} stays", "{n} stay", same))
    return f"{', '.join(said)}."


def listing_words(ask: StaffAsk, each: Effect, *, hours: bool = True) -> str:
    """`118 School clinic: 8:00 AM to 12:30 PM`."""
    name = ask.words.pick(each.kept.listing.name)
    named = f"{each.kept.number} {name}" if each.kept.number else name
    spans = ask.words.names(ask.words.span(span.start, span.end) for span in each.hours) if hours else ""
    return f"{named}: {spans}" if spans else named


def change_words(ask: StaffAsk, change: Difference) -> str:
    """What was done, in a sentence or two: what came, else what went, else that the bounds are others."""
    say = ask.words.say
    if change.added:
        return say("Done: {days}.", days=_listed(ask, change.added))
    if change.removed:
        return say("Ordinary again: {days}.", days=_listed(ask, change.removed))
    return say("Done.") if change.bounds else say("Nothing was changed: it is so already.")


def undone_words(ask: StaffAsk, change: Difference, by: str) -> str:
    """What was taken back, and whose it was."""
    say = ask.words.say
    days = _listed(ask, change.added or change.removed)
    if not days:
        return say("Taken back, by {who}: the first or last day, or the bells.", who=by)
    return say("Taken back, by {who}: {days}.", who=by, days=days)


def _listed(ask: StaffAsk, days: Iterable[SpecialDay]) -> str:
    """The first two of them, and how many more."""
    every = list(days)
    said = "; ".join(day_words(ask, day) for day in every[:2])
    more = len(every) - 2
    return f"{said}; {ask.words.count('{n} more', '{n} more', more)}" if more > 0 else said


def only_look(ask: StaffAsk) -> str:
    """To somebody who may not change anything."""
    return ask.words.say("You may look here, and not change it.")


def was_quicker(ask: StaffAsk) -> str:
    """To somebody whose days were changed by another person while they looked at them."""
    return ask.words.say("Somebody else changed these days just now. Look at them, then do it again.")


def from_here(ask: StaffAsk) -> str:
    """How to go on from the first day of a run."""
    return ask.words.say("From here: move to the last day, then press a letter.")


def no_time(ask: StaffAsk) -> str:
    """There is no time to change on this day."""
    return ask.words.say("Only a day that ends early or starts late has a time.")


def no_reason(ask: StaffAsk) -> str:
    """There is nothing to give a reason for."""
    return ask.words.say("This is an ordinary day. Press a letter first.")


def nothing_to_undo(ask: StaffAsk) -> str:
    """There is no change to take back."""
    return ask.words.say("There is nothing to take back.")


def goes_on(ask: StaffAsk, calendar: SchoolCalendar) -> str:
    """A school year cannot begin in place of one that goes on."""
    last = ask.words.full_date(calendar.last_day)
    return ask.words.say("This school year goes on until {day}. Begin the next one after that day.", day=last)


def no_file(ask: StaffAsk, path: str, *, is_there: bool) -> str:
    """Why a calendar file is not taken."""
    say = ask.words.say
    if is_there:
        return say("{file} is no calendar file (iCalendar, .ics), or it is too large. Nothing was changed.", file=path)
    return say("{file} cannot be read. Look at its name. Nothing was changed.", file=path)
