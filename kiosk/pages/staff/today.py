"""The first page of the desk: what needs somebody today, each line leading to where it is mended."""

from __future__ import annotations

from kiosk.domain.values import dataclass
from kiosk.pages.staff.job_words import HELP_LINES, JobLine, job_line
from kiosk.pages.staff.lobby_facts import LobbySide, lobby_side
from kiosk.pages.staff.parts import Key, StaffAsk, StaffPage, staff_frame
from kiosk.services.backups import last_backup
from kiosk.services.jobs import Job, jobs

_MINUTES = {"due": 2, "no-spanish": 3, "help-lines": 1, "help-line-wrong": 5, "backup": 1}
"""What one listing or help line of a job takes, about; 2 for any other job."""
_LONG = 120
"""Minutes that are no longer said."""

__all__ = ["HELP_LINES", "JobLine", "TodayPage", "today_page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage(StaffPage):
    """Jobs, and what the lobby shows now."""

    jobs: tuple[JobLine, ...]
    lobby: LobbySide
    """What families see there now, and what they opened today."""
    all_well: str
    """What is true beside the jobs: that nothing else is wrong, and the last backup."""


def today_page(ask: StaffAsk) -> TodayPage:
    """What needs you today."""
    say, count = ask.words.say, ask.words.count
    found = jobs(ask.desk)
    minutes = sum(_minutes(job) for job in found)
    lines = tuple(job_line(ask, job) for job in found)
    title = count("{n} thing", "{n} things", len(lines))
    well = say("Nothing else is wrong.") if lines else say("Nothing is wrong. All listings are checked.")
    return TodayPage(
        frame=staff_frame(ask),
        title=say("What needs you today"),
        subtitle=_subtitle(ask, title, minutes) if lines else "",
        keys=_keys(ask),
        jobs=lines,
        lobby=lobby_side(ask),
        all_well=" ".join(filter(None, (well, _backup(ask)))),
    )


def _keys(ask: StaffAsk) -> tuple[Key, ...]:
    say, off = ask.words.say, not ask.desk.who.may_change
    return (
        Key(key="N", label=say("New listing"), short=say("New"), action="open('form')", off=off),
        Key(key="F", label=say("Find"), action="open('list')"),
        Key(key="H", label=say("Shelf and here"), short=say("Shelf"), action="open('shelf')"),
        Key(key="S", label=say("Snow day"), short=say("Snow"), action="open('snow-day')", off=off),
        Key(key="C", label=say("Calendar"), action="open('calendar')"),
        Key(key="?", label=say("All keys"), short=say("Keys"), action="open('keys')"),
    )


def _subtitle(ask: StaffAsk, things: str, minutes: int) -> str:
    """How long it takes, where that is a help: a number of hours is none."""
    if minutes > _LONG:
        return things
    return ask.words.say("{things}, about {n} minutes", things=things, n=ask.words.number(minutes))


def _minutes(job: Job) -> int:
    return _MINUTES.get(job.kind, 2) * max(1, len(job.ids))


def _backup(ask: StaffAsk) -> str:
    """`Last backup: today, 6:00 AM, checked.`"""
    last = last_backup(ask.desk.notes, ask.desk.center.zone)
    if last is None:
        return ""
    words = ask.words
    if last.at.date() == ask.today:
        return words.say("Last backup: today, {hour}, checked.", hour=words.time(last.at))
    return words.say("Last backup: {day}, checked.", day=words.said(last.at.date(), ask.today))
