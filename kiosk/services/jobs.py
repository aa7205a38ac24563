"""What needs staff today, by urgency: each job with the listings it is about and the day it is about.

Among ten thousand listings nothing is read but their heads and what falls due of them, and that once for each listing
as it stands (see `Kept.dates`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from kiosk.domain.kept import Kept, Snapshot
from kiosk.domain.values import dataclass
from kiosk.services.backups import last_backup
from kiosk.services.desk import Desk
from kiosk.services.drafts import DRAFTS

if TYPE_CHECKING:
    from kiosk.school_file import SchoolProblem

JobKind = Literal[
    "damage",  # the store found something wrong in its files, or will not be able to write soon
    "school-file",  # something is wrong in the settings or the calendar: families see the last good one
    "help-line-wrong",  # somebody called a help-now line and it was wrong
    "help-lines",  # help-now lines not called for 30 days
    "question",  # two people changed one value
    "no-hours",  # families cannot be told when
    "hours-ended",  # hours that are known only up to a day that is past
    "sign-up-opens",
    "sign-up-ends",
    "draft",  # somebody was writing and stopped
    "due",  # the Friday round
    "no-spanish",
    "backup",  # none for a week
]
HOURS_DAYS, RECORD_DAYS, SOON_DAYS, BACKUP_DAYS = 90, 180, 7, 7
FEW = 3
"""More listings than these with the same job are one job together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One thing to do. `days` is how long it has been due, or how long there is yet."""

    kind: JobKind
    ids: tuple[str, ...] = ()
    """The listings, the help-now lines or the school's file that it is about."""
    day: date | None = None
    days: int = 0
    words: str = ""
    """A sentence of the store's own, where there is one; of a question its field."""
    problem: SchoolProblem | None = None
    """What is wrong in a school's file."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the listings of one snapshot need: a job for each, and those to check, the longest unchecked first."""

    jobs: tuple[Job, ...]
    due: tuple[str, ...]
    no_spanish: tuple[str, ...]


def jobs(desk: Desk) -> list[Job]:
    """Everything that needs somebody today, the most urgent first."""
    today, found = desk.clock().date(), standing(desk)
    return [
        *(Job(kind="damage", words=told) for told in desk.records.told()),
        *_school_files(desk),
        *_help_lines(desk, today),
        *(Job(kind="question", ids=(each.id,), words=each.field) for each in desk.records.questions()),
        *_together(found.jobs),
        *_drafts(desk),
        *([Job(kind="due", ids=found.due)] if found.due else []),
        *([Job(kind="no-spanish", ids=found.no_spanish)] if found.no_spanish else []),
        *_backup(desk, today),
    ]


def standing(desk: Desk) -> Standing:
    """What the listings need as they stand now; worked out once while nothing changes."""
    others = tuple(code for code in desk.center.settings.languages if code != "en")
    return _standing(desk.records.load(), desk.clock().date(), others)


def ids_of(desk: Desk, kind: str) -> tuple[str, ...]:
    """The listings that have a job of one kind."""
    found = standing(desk)
    if kind == "due":
        return found.due
    if kind == "no-spanish":
        return found.no_spanish
    if kind == "question":
        return tuple(dict.fromkeys(each.id for each in desk.records.questions()))
    return tuple(job.ids[0] for job in found.jobs if job.kind == kind)


def due(desk: Desk) -> list[Kept]:
    """The listings to be checked, the longest unchecked first: hours and sign-ups after 90 days, the rest after 180."""
    snapshot = desk.records.load()
    return [snapshot.listings[id] for id in standing(desk).due if id in snapshot.listings]


@lru_cache(maxsize=1)
def _standing(snapshot: Snapshot, today: date, others: tuple[str, ...]) -> Standing:
    shown = [kept for kept in snapshot if kept.head.status == "active"]
    to_check = [(-_days(kept, today), kept.id) for kept in shown if _is_due(kept, today)]
    lacking = tuple(kept.id for kept in shown if not all(kept.head.name.get(code) for code in others))
    found = [*_hours(shown, today), *_sign_ups(shown, today)]
    return Standing(tuple(found), tuple(id for _, id in sorted(to_check)), lacking)


def _days(kept: Kept, today: date) -> int:
    return (today - (kept.head.assured_date or date.min)).days


def _is_due(kept: Kept, today: date) -> bool:
    days = _days(kept, today)
    if days < HOURS_DAYS or days >= RECORD_DAYS:
        return days >= RECORD_DAYS
    return bool(kept.dates.schedules or kept.dates.sign_up)


def _together(found: Iterable[Job]) -> Iterator[Job]:
    """A job for each listing; one for all where there are many of a kind."""
    kinds: dict[JobKind, list[Job]] = {}
    for job in found:
        kinds.setdefault(job.kind, []).append(job)
    for kind, same in kinds.items():
        if len(same) > FEW:
            yield Job(kind=kind, ids=tuple(job.ids[0] for job in same), day=same[0].day, days=same[0].days)
        else:
            yield from same


def _school_files(desk: Desk) -> Iterator[Job]:
    """One job a file: its first problem, and in `days` how many more there are."""
    first: dict[str, SchoolProblem] = {}
    more: Counter[str] = Counter()
    for problem in desk.wrong():
        more[problem.file] += problem.file in first
        first.setdefault(problem.file, problem)
    for name, problem in first.items():
        yield Job(kind="school-file", ids=(name,), problem=problem, days=more[name])


def _help_lines(desk: Desk, today: date) -> Iterator[Job]:
    calls = desk.center.help_calls
    wrong = calls.wrong(today)
    for line, call in wrong:
        yield Job(kind="help-line-wrong", ids=(line.id,), day=call.day, words=line.shown)
    known_wrong = {line.id for line, _ in wrong}
    to_call = [line for line in calls.due(today) if line.id not in known_wrong]
    if to_call:
        oldest = min(calls.checked(line, today) for line in to_call)
        yield Job(kind="help-lines", ids=tuple(line.id for line in to_call), day=oldest, days=(today - oldest).days)


def _hours(shown: Iterable[Kept], today: date) -> Iterator[Job]:
    for kept in shown:
        if not kept.dates.says_when:
            yield Job(kind="no-hours", ids=(kept.id,), day=kept.head.assured_date)
    for kept in shown:
        last = kept.dates.known_until
        if last is not None and last < today:
            yield Job(kind="hours-ended", ids=(kept.id,), day=last, days=(today - last).days)


def _sign_ups(shown: Iterable[Kept], today: date) -> Iterator[Job]:
    soon: list[Job] = []
    for kept in shown:
        sign_up = kept.dates.sign_up
        if sign_up is None:
            continue
        windows: tuple[tuple[JobKind, date | None], ...] = (
            ("sign-up-opens", sign_up.opens),
            ("sign-up-ends", sign_up.closes),
        )
        for kind, day in windows:
            if day is not None and today <= day <= today + timedelta(days=SOON_DAYS):
                soon.append(Job(kind=kind, ids=(kept.id,), day=day, days=(day - today).days))
    yield from sorted(soon, key=lambda job: (job.days, job.ids))


def _drafts(desk: Desk) -> Iterator[Job]:
    mine = (note for _, note in desk.notes.all(DRAFTS) if note.get("by") == desk.who.name)
    for id in dict.fromkeys(str(note.get("id", "")) for note in mine):  # two windows of mine may each have one
        yield Job(kind="draft", ids=(id,))


def _backup(desk: Desk, today: date) -> Iterator[Job]:
    """None for a week, or none ever. The sample has nothing to lose."""
    if desk.center.settings.sample or not len(desk.records.load()):
        return
    last = last_backup(desk.notes, desk.center.zone)
    days = (today - last.at.date()).days if last is not None else 0
    if last is None or days > BACKUP_DAYS:
        yield Job(kind="backup", day=last.at.date() if last is not None else None, days=days)
