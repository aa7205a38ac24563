"""One change of a listing in one line: `Friday ends at 2:00 PM, was 4:00 PM`, `Room 104, was 101`, `First saved`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from kiosk.domain.differences import Difference, differences
from kiosk.domain.kept import Altered
from kiosk.pages.staff.hours_change import one_line
from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.staff.path_words import path_words
from kiosk.pages.staff.value_words import value_words

LONGEST = 60
"""Signs of a line; beside a longer value, the one before is not said."""


def change_words(ask: StaffAsk, altered: Altered) -> str:
    """What a change came to, with why it was made where that is not a plain save."""
    say, why = ask.words.say, altered.version.why
    if altered.after is None:
        return say("Deleted")
    if altered.before is None and why in ("add", "set", "sample"):
        return say("First saved")
    told = differences_words(ask, differences(altered.before, altered.after))
    if why == "undo":
        return say("Undo: {what}", what=told) if told else say("Undo")
    if why == "merge":
        return say("From another kiosk: {what}", what=told) if told else say("From another kiosk")
    if why.startswith("answer"):
        return say("Chosen: {what}", what=told) if told else say("Chosen: what stood")
    if why.startswith("restore"):
        return say("Put back: {what}", what=told)
    return told or say("A question, nothing else")


def differences_words(ask: StaffAsk, found: Sequence[Difference]) -> str:
    """The first difference, and how many more there are; empty when there is none."""
    if not found:
        return ""
    say = ask.words.say
    added = _language_added(ask, found)
    if added:
        return say("{language} words added", language=added)
    ordered = sorted(found, key=lambda each: each.path.startswith(("assured_date", "assurer", "number")))
    first = difference_words(ask, ordered[0])
    return (
        ask.words.count("{first}, and {n} more", "{first}, and {n} more", len(found) - 1, first=first)
        if found[1:]
        else first
    )


def difference_words(ask: StaffAsk, each: Difference) -> str:
    """`Room: 104, was 101`."""
    say = ask.words.say
    if each.path == "assured_date+assurer" and each.after is not None:
        return say("Checked: still true")
    if each.path == "schedules" and (hours := one_line(ask, each.before, each.after)):
        return hours
    name, after = path_words(ask, each.path), value_words(ask, each.path, each.after)
    if each.before is None:
        return say("{name}: {value}", name=name, value=after)
    before = value_words(ask, each.path, each.before)
    if after == before:
        return say("{name}: written another way", name=name)
    if len(name) + len(after) + len(before) > LONGEST:
        return say("{name}: {value}", name=name, value=after)
    return say("{name}: {value}, was {before}", name=name, value=after, before=before)


def moment_words(ask: StaffAsk, at: str, *, inside: bool = False) -> str:
    """`Today 2:58 PM` (`inside` a sentence `today 2:58 PM`), `Nov 3`; empty for a moment that nobody noted."""
    moment = local(ask, at)
    if moment is None:
        return ""
    if moment.date() == ask.today:
        hour = ask.words.time(moment)
        return ask.words.say("today {hour}", hour=hour) if inside else ask.words.say("Today {hour}", hour=hour)
    return ask.words.date_near(moment.date(), ask.today)


def local(ask: StaffAsk, at: str) -> datetime | None:
    """A moment (UTC, ISO 8601) by the school's clock; None where it is none."""
    try:
        return datetime.fromisoformat(at).astimezone(ask.desk.center.zone)
    except ValueError:
        return None


def _language_added(ask: StaffAsk, found: Sequence[Difference]) -> str:
    """The language whose words are all that came, by its name; empty for any other change."""
    ends = {each.path.rpartition(".")[2] for each in found}
    if len(ends) != 1 or any(each.before is not None for each in found):
        return ""
    code = ends.pop()
    return ask.words.language_name(code, own=False) if ask.desk.center.content.language(code) else ""
