"""What the desk asks before it keeps something of the shelf or of a role: one question after another, one line each."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from kiosk.domain.clock_time import minutes
from kiosk.domain.errors import Refused
from kiosk.domain.settings import StaffHours
from kiosk.domain.values import dataclass
from kiosk.pages.hours_words import clock
from kiosk.pages.staff.language_names import language_codes, own_name
from kiosk.pages.staff.parts import StaffAsk
from kiosk.services.here import Presence

if TYPE_CHECKING:
    from kiosk.domain.listing import Schedule

AskedKind = Literal["hours", "thing", "role"]
"""Until when a role is in today, a thing to put on the shelf, a role to add."""
_BEFORE_AN_HOUR = re.compile(r"^\s*(?:until|till|to|hasta)?\s*(?:las?\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is being asked, of what, and the answers so far."""

    kind: AskedKind
    about: str = ""
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One line to write: what is asked, what stands in it, and how to write it."""

    label: str
    value: str = ""
    hint: str = ""


def questions(ask: StaffAsk, asked: Asked) -> tuple[Question, ...]:
    """All that is asked, in order."""
    say = ask.words.say
    spoken = say("By name, such as {names}.", names=ask.words.names(_names(ask)))
    if asked.kind == "hours":
        until, languages = _as_it_is(ask, asked.about)
        return (
            Question(label=say("Until when?"), value=until, hint=say("As 4 PM, or 10 to 2. Enter keeps it.")),
            Question(label=_read(ask, asked) or say("Which languages today?"), value=languages, hint=spoken),
        )
    if asked.kind == "thing":
        return (
            *_named(ask, say("What is it?"), say("As families say it: Diapers.")),
            Question(label=say("Which listing gives it out?"), hint=say("Its number, as 214.")),
        )
    hours = say("As Mon to Fri 8 to 4. Leave it empty when it changes from day to day.")
    return (
        *_named(ask, say("Which role?"), say("What they do, never a name: Nurse.")),
        Question(label=say("Which room?"), hint=say("As 112. Leave it empty for none.")),
        Question(label=say("Which languages?"), hint=spoken),
        Question(label=say("Which hours?"), hint=hours),
    )


def next_of(ask: StaffAsk, asked: Asked, typed: str) -> Asked | None:
    """The questions after one more answer; None when it was the last and all is kept. `Refused`: the same again."""
    names = len(_codes(ask))
    step, answers = len(asked.answers), (*asked.answers, typed.strip())
    if asked.kind == "hours":
        if step == 0:
            _presence(ask, answers[0])
        else:
            said = replace(_presence(ask, answers[0]), languages=_languages(ask, answers[1]))
            ask.desk.center.here.note(asked.about, said, ask.desk.who.name, ask.now)
            return None
    elif step < names:
        if step == 0 and not answers[0]:
            raise Refused(ask.words.say("It needs a name."))
    elif asked.kind == "thing":
        kept = ask.desk.records.get(answers[names])
        ask.desk.center.shelf.add(kept.id, _texts(ask, answers), ask.desk.who.name)
        return None
    elif step == names + 1:
        _languages(ask, answers[step])
    elif step == names + 2:
        ask.desk.center.here.add(_staff(ask, answers, names), ask.desk.who.name)
        return None
    return replace(asked, answers=answers)


def _named(ask: StaffAsk, label: str, hint: str) -> tuple[Question, ...]:
    """A name in each language of the school; only the first must be there."""
    first, *others = _codes(ask)
    empty = ask.words.say("Families who read it see this. Leave it empty to fill it in later.")
    in_other = (Question(label=f"{label} ({own_name(ask, code)})", hint=empty) for code in others)
    return (Question(label=f"{label} ({own_name(ask, first)})", hint=hint), *in_other)


def _codes(ask: StaffAsk) -> tuple[str, ...]:
    return ask.desk.center.settings.languages or ("en",)


def _texts(ask: StaffAsk, answers: tuple[str, ...]) -> dict[str, str]:
    return {code: text for code, text in zip(_codes(ask), answers, strict=False) if text}


def _names(ask: StaffAsk) -> list[str]:
    return [own_name(ask, code) for code in _codes(ask)]


def _languages(ask: StaffAsk, typed: str) -> tuple[str, ...]:
    codes, unknown = language_codes(ask, typed)
    if unknown:
        raise Refused(ask.words.say("“{name}” is no language that is known here.", name=unknown))
    return codes


def _read(ask: StaffAsk, asked: Asked) -> str:
    """What was understood of the hours, before they are kept; empty while nothing was answered."""
    if not asked.answers:
        return ""
    presence, say = _presence(ask, asked.answers[0]), ask.words.say
    starts, until = clock(presence.starts), clock(presence.until)
    end = ask.words.time(until) if until is not None else presence.until
    if starts is not None:
        return say("From {start} to {end}. Which languages today?", start=ask.words.time(starts), end=end)
    return say("Until {hour}. Which languages today?", hour=end)


def _as_it_is(ask: StaffAsk, key: str) -> tuple[str, str]:
    """Until when, and which languages, as they stand or are likely."""
    center = ask.desk.center
    row = next(row for row in center.here.rows(ask.now) if row.key == key)
    presence = row.presence
    until = presence.until if presence is not None and presence.until else center.here.until(key, ask.now)
    starts = presence.starts if presence is not None else ""
    spoken = presence.languages if presence is not None and presence.languages else row.staff.languages
    text = f"{starts} - {until}" if starts else until
    return text, ", ".join(own_name(ask, code) for code in spoken)


def _presence(ask: StaffAsk, typed: str) -> Presence:
    """`4 PM`, `10 to 2`: in until then, or from then on. `Refused` for what is no hour to come."""
    now = f"{ask.now:%H:%M}"
    row = _span(ask, typed) or _span(ask, f"{now} - {_BEFORE_AN_HOUR.sub('', typed)}")
    if row is None:
        raise Refused(ask.words.say("“{typed}” is no hour to come. Write it as 4 PM.", typed=typed))
    is_later = (minutes(row[0]) or 0) > (minutes(now) or 0)
    return Presence(state="later" if is_later else "here", starts=row[0] if is_later else "", until=row[1])


def _span(ask: StaffAsk, typed: str) -> tuple[str, str] | None:
    """The one span of hours that a text says, where only one ends after it begins."""
    from kiosk.domain.typed_hours import read_hours

    reading = read_hours(f"Mon {typed}", ask.today)
    spans = [(row.opens_at, row.closes_at) for row in reading.rows]
    for problem in reading.problems:
        spans += [(opens, closes) for opens, _, closes in (each.partition("-") for each in problem.readings)]
        if problem.code != "which-half":
            return None
    spans = [each for each in spans if (minutes(each[0]) or 0) < (minutes(each[1]) or 0)]
    return spans[0] if len(spans) == 1 else None


def _staff(ask: StaffAsk, answers: tuple[str, ...], names: int) -> StaffHours:
    room, languages, hours = answers[names : names + 3]
    staff = StaffHours(role=_texts(ask, answers), room=room, languages=_languages(ask, languages))
    if not hours:
        return staff
    row = _row(ask, hours)
    return replace(staff, days=row.byday, opens_at=row.opens_at, closes_at=row.closes_at)


def _row(ask: StaffAsk, typed: str) -> Schedule:
    """The one row of hours that a text says. `Refused` for none, and for more than one."""
    from kiosk.domain.typed_hours import read_hours

    reading = read_hours(typed, ask.today)
    if len(reading.rows) != 1 or reading.problems or reading.exceptions or reading.rows[0].freq != "WEEKLY":
        raise Refused(ask.words.say("“{typed}” cannot be read. Write it as Mon to Fri 8 to 4.", typed=typed))
    return reading.rows[0]
