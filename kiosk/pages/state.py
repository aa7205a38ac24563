"""The state label of a listing: what it is now, in one word on its ground, and the words that follow it."""

from __future__ import annotations

from datetime import date

from kiosk.domain.first_step import FirstStep, first_step
from kiosk.domain.kept import Kept
from kiosk.domain.listing import Listing
from kiosk.domain.opening import Opening
from kiosk.domain.places import freshness
from kiosk.pages.parts import State
from kiosk.pages.person import reached_by
from kiosk.pages.reader import Ask


def state_of(ask: Ask, kept: Kept) -> State:
    """The state of one listing now."""
    opening = ask.center.directory.opening(kept, ask.now)
    return state(ask, kept.listing, opening, first_step(kept.listing, opening, ask.now))


def state(ask: Ask, listing: Listing, opening: Opening, step: FirstStep) -> State:
    """The label follows the first step, so that both say the same."""
    say, words = ask.words.say, ask.words
    match step.kind:
        case "sign-up":
            until = say("until {day}", day=words.date(step.day)) if step.day is not None else say("now")
            return State(label=say("SIGN UP"), tone="open", words=until)
        case "waitlist":
            return State(label=say("WAITLIST"), tone="care", words=_full(ask, listing))
        case "full":
            return State(label=say("FULL"), tone="shut", words=_said(ask, listing))
        case "save-day":
            return _soon(ask, step)
        case "set-a-time":
            return _set_a_time(ask, listing)
        case "ended":
            return State(label=say("CLOSED"), tone="shut", words=say("this one is over"))
        case "sign-up-over":
            return State(label=say("CLOSED"), tone="shut", words=say("sign-up is over"))
        case "off":
            return State(label=say("OFF"), tone="shut", words=say("not offered now"))
        case "call" | "ask-room" if opening.state == "unknown" or _doubtful(ask, listing, opening):
            return _call_first(ask, listing, opening)
    return by_opening(ask, listing, opening)


def by_opening(ask: Ask, listing: Listing, opening: Opening) -> State:
    """The state that the hours alone give."""
    say, words = ask.words.say, ask.words
    if opening.state == "open":
        return State(label=say("OPEN"), tone="open", words=_until(ask, opening))
    if opening.state == "appointment":
        return _set_a_time(ask, listing)
    if opening.state == "unknown":
        return State(label=say("CALL FIRST"), tone="care", words=say("hours not known"))
    if opening.next is not None:
        return State(
            label=say("OPENS"),
            tone="shut",
            words=words.when(opening.next, ask.now),
            words_short=words.when(opening.next, ask.now, short=True),
        )
    if opening.next_day is not None:
        return State(label=say("OPENS"), tone="shut", words=words.weekday_date(opening.next_day))
    return State(label=say("CLOSED"), tone="shut", words=words.pick(opening.reason))


def _set_a_time(ask: Ask, listing: Listing) -> State:
    say = ask.words.say
    words = {"call": say("call us"), "text": say("text us"), "": say("ask us")}[reached_by(listing)]
    return State(label=say("SET A TIME"), tone="care", words=words)


def _until(ask: Ask, opening: Opening) -> str:
    say, until = ask.words.say, opening.until
    if until is None or (until - ask.now).total_seconds() > 24 * 3600:
        return say("day and night")
    return say("until {hour}", hour=ask.words.time(until))


def _soon(ask: Ask, step: FirstStep) -> State:
    say, words = ask.words.say, ask.words
    if step.day is None:
        return State(label=say("SOON"), tone="shut", words=say("sign-up opens later"))
    return State(
        label=say("SOON"),
        tone="shut",
        words=say("sign-up opens {day}", day=words.weekday_date(step.day)),
        words_short=say("from {day}", day=words.date(step.day)),
    )


def _doubtful(ask: Ask, listing: Listing, opening: Opening) -> bool:
    """Nobody checked its hours for long, so neither open nor the next opening is promised.

    A line that has no door is called too, but it is open all the same. What nobody has checked yet is not called open.
    """
    checked = freshness(listing, ask.today)
    return checked in ("call-first", "old") or (checked == "never" and opening.state == "open")


def _call_first(ask: Ask, listing: Listing, opening: Opening) -> State:
    """No hours known; or hours that nobody checked for long, with the day when somebody last did."""
    say = ask.words.say
    if opening.state == "unknown":
        return State(label=say("CALL FIRST"), tone="care", words=say("hours not known"))
    checked = listing.assured_date
    words = say("checked {day}", day=ask.words.date_near(checked, ask.today)) if checked else say("not checked yet")
    return State(label=say("CALL FIRST"), tone="care", words=words)


def _full(ask: Ask, listing: Listing) -> str:
    said = _said_day(listing)
    if said is None:
        return ask.words.say("full now")
    return ask.words.say("full, said {day}", day=ask.words.said(said, ask.today))


def _said(ask: Ask, listing: Listing) -> str:
    said = _said_day(listing)
    return ask.words.say("said {day}", day=ask.words.said(said, ask.today)) if said is not None else ""


def _said_day(listing: Listing) -> date | None:
    return listing.places.said if listing.places is not None else None
