"""The help-now lines to call, on the same page as the Friday round: still true, or wrong."""

from __future__ import annotations

from kiosk.domain.needs import HelpLine
from kiosk.pages.staff.parts import Key, StaffAsk, staff_frame
from kiosk.pages.staff.round import Called, RoundPage, round_keys
from kiosk.services.help_calls import Call
from kiosk.services.help_round import HelpRound

EMERGENCY = frozenset({"911", "112", "999"})
"""Numbers that nobody may call only to see whether they work."""


def help_round_page(ask: StaffAsk, round_: HelpRound) -> RoundPage:
    """The lines as they stand."""
    say = ask.words.say
    line, left = round_.line(), round_.left()
    done = [call for call in round_.done() if not _is_again(ask, call, left)]
    total = len(done) + len(left)
    place = say("{n} of {all}", n=min(len(done) + 1, total), all=total)
    stop = say("Stop anywhere; it goes on later.")
    return RoundPage(
        frame=staff_frame(ask),
        title=say("Help-now numbers"),
        subtitle=f"{place}. {stop}" if ask.size.wide and line is not None else place,
        keys=round_keys(ask, is_listing=False, is_over=line is None),
        called=_called(ask, line) if line is not None else None,
        at=len(done),
        of=total,
        ask=say("Ask"),
        see=say("Families see") if ask.size.wide else say("See"),
        answers=_answers(ask) if line is not None else (),
        lines=tuple(_line(ask, call) for call in done) if line is None else (),
        note=_note(ask, line, done),
    )


def _is_again(ask: StaffAsk, call: Call, left: list[str]) -> bool:
    """Whether a line that was called this week is called once more."""
    line = ask.desk.center.help_calls.line_of(call)
    return line is not None and line.id in left


def _answers(ask: StaffAsk) -> tuple[Key, ...]:
    say, off = ask.words.say, not ask.desk.who.may_change
    return (
        Key(key="T", label=say("Still true"), action="hear('true')", off=off),
        Key(key="W", label=say("It is wrong"), short=say("Wrong"), action="hear('wrong')", off=off),
    )


def _called(ask: StaffAsk, line: HelpLine) -> Called:
    say, words = ask.words.say, ask.words
    day = ask.desk.center.help_calls.checked(line, ask.today)
    checked = say("Last checked {day}", day=words.date_near(day, ask.today))
    if line.dial in EMERGENCY:
        asks = [say("Do not call it to try it. Ask the police on their ordinary number.")]
    else:
        asks = [say("Does somebody answer? Say at once that you only check the number, and thank them.")]
    hours = words.pick(line.hours)
    asks.append(say("Are these the hours? {hours}", hours=hours) if hours else say("Day and night?"))
    if line.text_to:
        asks.append(say("Do text messages to {number} work?", number=line.text_to))
    return Called(
        name=words.pick(line.title),
        number="",
        checked=checked,
        checked_short=checked,
        dial=line.shown,
        dial_note="",
        asks=tuple(asks),
        state=None,
        sees=words.pick(line.note),
    )


def _line(ask: StaffAsk, call: Call) -> tuple[str, str]:
    say = ask.words.say
    line = ask.desk.center.help_calls.line_of(call)
    heard = say("still true") if call.heard == "true" else say("wrong; families still see it")
    when = ask.words.said(call.day, ask.today)
    name = ask.words.pick(line.title) if line is not None else call.key
    return name, say("{what}, {day}, by {who}", what=heard, day=when, who=call.by)


def _note(ask: StaffAsk, line: HelpLine | None, done: list[Call]) -> str:
    say = ask.words.say
    if line is not None:
        return ""
    if any(call.heard == "wrong" for call in done):
        return say("Look up the right number. Whoever looks after this kiosk puts it into content/regions.")
    return say("All lines were called.") if done else say("No line is due. The round is done.")
