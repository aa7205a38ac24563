"""The moments that everything can be taken back to: after each change that is kept, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.kept import Moment
from kiosk.domain.values import dataclass
from kiosk.pages.staff.change_words import moment_words
from kiosk.pages.staff.parts import GAP, Key, StaffAsk, StaffPage, staff_frame

MOST = 300
"""Moments that are shown: who wants an older one types its number at the command line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentLine:
    """One change: its number, when, by whom, and what it was."""

    when: int
    at: str
    who: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentsPage(StaffPage):
    """The moments."""

    lines: tuple[MomentLine, ...]
    note: str


def moments_page(ask: StaffAsk, moments: Sequence[Moment]) -> MomentsPage:
    """Each as the state just after it."""
    say = ask.words.say
    return MomentsPage(
        frame=staff_frame(ask),
        title=say("Go back to a moment"),
        subtitle=say("All listings as they were just after a change. Enter shows first what would change."),
        lines=tuple(_line(ask, each) for each in moments[:MOST]),
        note=say("Nothing goes away: going back is a change too, and can be undone."),
        keys=(
            Key(key="Enter", label=say("Show"), action="choose"), GAP, GAP, GAP, GAP,
            Key(key="Esc", label=say("Back"), action="leave"),
        ),
    )  # fmt: skip


def moment_name(ask: StaffAsk, moment: Moment | None, when: int) -> str:
    """`Today 2:58 PM, change 12`."""
    at = moment_words(ask, moment.at) if moment is not None else ""
    number = ask.words.say("change {n}", n=when)
    return ask.words.say("{when}, {what}", when=at, what=number) if at else number


def _line(ask: StaffAsk, each: Moment) -> MomentLine:
    say, count = ask.words.say, ask.words.count
    snapshot = ask.desk.records.load()
    if len(each.ids) == 1:
        kept = snapshot.get(each.ids[0])
        about = ask.words.pick(kept.head.name) if kept is not None else each.ids[0]
    else:
        about = count("{n} listing", "{n} listings", len(each.ids))
    why = each.why.partition(" ")[0]
    words = {
        "add": say("added: {what}", what=about),
        "sample": say("added: {what}", what=about),
        "delete": say("deleted: {what}", what=about),
        "undo": say("undone: {what}", what=about),
        "merge": say("from another kiosk: {what}", what=about),
        "import": say("from a sheet: {what}", what=about),
        "restore": say("went back: {what}", what=about),
        "answer": say("chosen: {what}", what=about),
    }.get(why, say("changed: {what}", what=about))
    return MomentLine(when=each.when, at=moment_words(ask, each.at), who=each.by or "?", words=words)
