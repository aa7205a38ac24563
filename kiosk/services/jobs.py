"""What needs staff today, by urgency: each job with the listings it is about and the screen where it is mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal

from kiosk.domain.kept import Kept
from kiosk.domain.listing import Listing
from kiosk.domain.values import dataclass
from kiosk.services.desk import Desk

JobKind = Literal[
    "damage",  # the store found something wrong in its files
    "help-lines",  # help-now lines not called for 30 days
    "question",  # two people changed one value
    "no-hours",  # families cannot be told when
    "hours-ended",  # hours that are known only up to a day that is past
    "sign-up-opens",
    "sign-up-ends",
    "due",  # the Friday round
    "no-spanish",
    "draft",  # somebody was writing and stopped
]
HELP_LINES_DAYS, HOURS_DAYS, RECORD_DAYS, SOON_DAYS = 30, 90, 180, 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One thing to do. `days` is how long it has been due, or how long there is yet."""

    kind: JobKind
    ids: tuple[str, ...] = ()
    day: date | None = None
    days: int = 0
    words: str = ""
    """A sentence of the store's own, where there is one."""


def jobs(desk: Desk) -> list[Job]:
    """Everything that needs somebody today, the most urgent first."""
    today = desk.clock().date()
    shown = [kept for kept in desk.records.load() if kept.head.status == "active"]
    return [
        *_files(desk),
        *_help_lines(desk, today),
        *(Job(kind="question", ids=(each.id,), words=each.field) for each in desk.records.questions()),
        *_hours(shown, today),
        *_sign_ups(shown, today),
        *_drafts(desk),
        *_due(shown, today),
        *_words(desk, shown),
    ]


def due(kepts: Iterable[Kept], today: date) -> list[Kept]:
    """The listings to be checked, the longest unchecked first: hours and sign-ups after 90 days, the rest after 180."""
    found = [kept for kept in kepts if _days(kept, today) >= HOURS_DAYS and _days(kept, today) >= _limit(kept.listing)]
    return sorted(found, key=lambda kept: (-_days(kept, today), kept.id))


def _days(kept: Kept, today: date) -> int:
    return (today - (kept.head.assured_date or date.min)).days


def _limit(listing: Listing) -> int:
    return HOURS_DAYS if listing.schedules or listing.sign_up else RECORD_DAYS


def _files(desk: Desk) -> Iterator[Job]:
    for told in desk.records.load().told:
        yield Job(kind="damage", words=told)


def _help_lines(desk: Desk, today: date) -> Iterator[Job]:
    region = desk.center.content.region(desk.center.settings.region)
    days = (today - region.checked).days
    if days > HELP_LINES_DAYS:
        yield Job(kind="help-lines", day=region.checked, days=days)


def _hours(shown: Iterable[Kept], today: date) -> Iterator[Job]:
    for kept in shown:
        listing = kept.listing
        if not listing.schedules and not listing.by_appointment and listing.sign_up is None:
            yield Job(kind="no-hours", ids=(kept.id,), day=listing.assured_date)
            continue
        ends = [row.valid_to for row in listing.schedules]
        last = max((end for end in ends if end is not None), default=None)
        if ends and None not in ends and last is not None and last < today:
            yield Job(kind="hours-ended", ids=(kept.id,), day=last, days=(today - last).days)


def _sign_ups(shown: Iterable[Kept], today: date) -> Iterator[Job]:
    soon: list[Job] = []
    for kept in shown:
        sign_up = kept.listing.sign_up
        if sign_up is None:
            continue
        if sign_up.opens is not None and today <= sign_up.opens <= today + timedelta(days=SOON_DAYS):
            days = (sign_up.opens - today).days
            soon.append(Job(kind="sign-up-opens", ids=(kept.id,), day=sign_up.opens, days=days))
        if sign_up.closes is not None and today <= sign_up.closes <= today + timedelta(days=SOON_DAYS):
            days = (sign_up.closes - today).days
            soon.append(Job(kind="sign-up-ends", ids=(kept.id,), day=sign_up.closes, days=days))
    yield from sorted(soon, key=lambda job: (job.days, job.ids))


def _drafts(desk: Desk) -> Iterator[Job]:
    for _, note in desk.notes.all("drafts"):
        if note.get("by") == desk.who.name:
            yield Job(kind="draft", ids=(str(note.get("id", "")),))


def _due(shown: Iterable[Kept], today: date) -> Iterator[Job]:
    found = due(shown, today)
    if found:
        yield Job(kind="due", ids=tuple(kept.id for kept in found))


def _words(desk: Desk, shown: Iterable[Kept]) -> Iterator[Job]:
    """Listings that lack one of the school's languages in what families read first."""
    others = [code for code in desk.center.settings.languages if code != "en"]
    if others:
        lacking = tuple(kept.id for kept in shown if not all(kept.head.name.get(code) for code in others))
        if lacking:
            yield Job(kind="no-spanish", ids=lacking)
