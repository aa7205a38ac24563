"""Who else has a listing open, in a sentence."""

from __future__ import annotations

from kiosk.pages.staff.parts import StaffAsk


def open_words(ask: StaffAsk, listing: str) -> str:
    """`Mary has this open since 3:05 PM.`; empty when nobody else has."""
    say, words = ask.words.say, ask.words
    seats = ask.desk.presence.writing(listing)
    if not seats:
        return ""
    names = sorted({seat.by for seat in seats})
    if len(names) > 1:
        return say("{names} have this open.", names=words.names(names))
    since = seats[0].since.astimezone(ask.now.tzinfo) if seats[0].since is not None else ask.now
    at = words.time(since)
    if since.date() != ask.today:
        at = f"{words.said(since.date(), ask.today)}, {at}"
    if names[0] == ask.desk.who.name:
        return say("You have this open in another window too, since {moment}. Each keeps its own draft.", moment=at)
    return say("{who} has this open since {moment}.", who=names[0], moment=at)
