"""The hours of one listing at the desk: a line to type them in, what was read from it, the drawn week, the rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from kiosk.domain.listing import Schedule
from kiosk.domain.values import dataclass
from kiosk.pages.staff.hours_lines import ReadLine, following, standing_lines
from kiosk.pages.staff.hours_read import Proposal, Typed, read
from kiosk.pages.staff.hours_week import DrawnWeek, draw_hint, drawn_week, has_both
from kiosk.pages.staff.parts import Key, StaffAsk, StaffPage, staff_frame
from kiosk.pages.staff.said_hours import said_sentence
from kiosk.services.form_hours import FormHours

_WAYS = ("lun a vie 8-4", "2nd Tue noon-2", "8-12, 1-4", "closed Dec 9")
"""Ways to type hours, in both languages: shown as they are."""
At = Literal["line", "week", "rows"]
"""What has the keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursState:
    """Where somebody is on the screen: what is typed and for what, and what the keys chose."""

    typed: Typed = Typed()
    reason: str = ""
    """The language in which the reason of the changed day is typed; empty while hours are typed."""
    at: At = "line"
    on: Literal["school-days", "no-school-days"] = "school-days"
    """Which days are drawn, where those with school and without differ."""
    cursor: int = 0
    """The line of the list that has the keys, or had them last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sayings:
    """What is said after a key: that something was taken, or why not."""

    taken: str
    taken_away: str
    as_it_was: str
    mend_first: str
    only_look: str
    closed: str
    """What a closing begins with when it is typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursPage(StaffPage):
    """The whole screen."""

    prompt: str
    also: str
    heading: str
    hint: str
    reading: tuple[ReadLine, ...]
    """Empty while nothing is typed: then the week is drawn."""
    week: DrawnWeek
    lines: tuple[ReadLine, ...]
    """Rows, then the days that differ."""
    row_count: int
    said: str
    following: str
    proposal: Proposal | None
    sayings: Sayings


def hours_page(ask: StaffAsk, hours: FormHours, state: HoursState) -> HoursPage:
    """The hours as they stand in the form, with what is typed beside them."""
    say, listing = ask.words.say, hours.listing()
    proposal, reading = (None, ()) if state.reason else read(ask, listing, state.typed)
    shown = listing
    if proposal is not None and proposal.is_clear:
        needs = listing.by_appointment if proposal.by_appointment is None else proposal.by_appointment
        shown = replace(listing, schedules=proposal.rows, schedule_exceptions=proposal.closings, by_appointment=needs)
    name = hours.form.doc.get("name")
    texts = {str(code): str(text) for code, text in name.items()} if isinstance(name, dict) else {}
    return HoursPage(
        frame=staff_frame(ask),
        title=say("Hours: {name}", name=ask.words.pick(texts) or say("New listing")),
        subtitle=_subtitle(ask, hours),
        keys=_keys(ask, state, len(listing.schedules), proposal),
        prompt=_prompt(ask, state),
        also=say("Also: {ways}", ways=" · ".join(_WAYS if ask.size.wide else _WAYS[:2])),
        heading=_heading(ask, listing.schedules, state, bool(reading)),
        hint=_hint(ask, state),
        reading=reading if state.at == "line" else (),
        week=drawn_week(ask.words, listing.schedules, ask.today, state.on),
        lines=standing_lines(ask, listing),
        row_count=len(listing.schedules),
        said=said_sentence(ask.words, shown.schedules, ask.today, shown.by_appointment),
        following=following(ask, shown),
        proposal=proposal,
        sayings=Sayings(
            taken=say("Taken. ^Z takes it back."),
            taken_away=say("Taken away. ^Z brings it back."),
            as_it_was=say("Left as it was. ^Z brings it back."),
            mend_first=say("Mend what is marked first."),
            only_look=say("You may look here, and not change it."),
            closed=say("closed"),
        ),
    )


# -- round it


def _subtitle(ask: StaffAsk, hours: FormHours) -> str:
    """The number, and what is to be known first; at 80 columns the number alone."""
    say, number = ask.words.say, hours.form.doc.get("number")
    numbered = say("No. {number}", number=number) if number else ""
    if not hours.is_readable:
        return say("The hours that stand here cannot be read. What you take replaces them.")
    if not ask.size.wide:
        return numbered
    return f"{numbered}  {say('Nothing is taken before you press Enter.')}".strip()


def _prompt(ask: StaffAsk, state: HoursState) -> str:
    say, place = ask.words.say, state.typed.changing
    if state.reason:
        language = ask.words.language_name(state.reason, own=False)
        return say("Why, as families read it ({language})", language=language)
    if place is None:
        return say("Type hours as you say them")
    return say("Line {n}, typed anew", n=place + 1)


def _heading(ask: StaffAsk, rows: Sequence[Schedule], state: HoursState, is_typed: bool) -> str:
    say = ask.words.say
    if is_typed:
        return say("This is what was read")
    if not has_both(rows):
        return say("An ordinary week")
    return say("A week with school") if state.on == "school-days" else say("A week with no school")


def _hint(ask: StaffAsk, state: HoursState) -> str:
    """What the keys do where they are; in few words at 80 columns."""
    say, wide = ask.words.say, ask.size.wide
    if state.at == "week":
        return draw_hint(ask)
    if state.at == "rows" and wide:
        return say("Enter types a line anew · Del takes it away · letters begin a new one")
    if state.at == "rows":
        return say("Enter: type it anew · Del: take it away")
    return say("Only the days you name change.")


def _keys(ask: StaffAsk, state: HoursState, rows: int, proposal: Proposal | None) -> tuple[Key, ...]:
    say, off = ask.words.say, not ask.desk.who.may_change
    line = state.cursor if state.at == "rows" else state.typed.changing
    is_closing = state.at != "week" and line is not None and line >= rows
    take = Key(
        key="Enter", label=say("Take it"), action="enter", off=proposal is not None and not proposal.can_be_taken
    )
    if state.at == "line" and proposal is None and not state.reason:
        take = Key(key="Enter", label=say("Done"), action="enter")
    elif state.at == "week":
        take = Key(key="Enter", label=say("Lunch gap"), action="enter", off=off)
    elif state.at == "rows":
        take = Key(key="Enter", label=say("Change it"), action="enter", off=off)
    follow = Key(key="Tab", label=say("Follows school"), short=say("School"), action="follow", off=off)
    if is_closing:
        follow = Key(key="Tab", label=say("Reason"), action="follow", off=off)
    return (
        take,
        follow,
        Key(key="^D", label=say("Short days"), action="short", off=off),
        Key(key="^W", label=say("Draw it"), action="draw"),
        Key(key="^E", label=say("Closings"), action="closings"),
        Key(key="Esc", label=say("Leave"), action="leave"),
    )
