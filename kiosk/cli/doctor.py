"""`kiosk doctor`: is this machine fit for the kiosk, and are the school's files well?"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.context import Wanted, answer, answer_json, json_option, tell
from kiosk.cli.fitness import Finding, clock, directory, machine
from kiosk.domain.errors import KioskError

if TYPE_CHECKING:
    from kiosk.wiring import Kiosk

MOUNTS = Path("/proc/self/mounts")
OLD_BACKUP = 7
"""Days after which a backup is old."""
_SHOWN = {"ok": "ok", "wrong": "WRONG", "unknown": "?"}


@click.command("doctor")
@json_option
@click.pass_obj
@click.pass_context
def doctor_command(ctx: click.Context, wanted: Wanted, as_json: bool) -> None:
    """Look at this machine and at the school's files, and say what to mend. Exit status 1 if anything is wrong.

    What cannot be seen from here, such as the touch of a finger, is said so.

    \b
    Example:
      kiosk doctor
    """
    found = [*machine(os.environ, _size(), sys.stdout.encoding if sys.stdout else ""), *_data(wanted)]
    if as_json:
        answer_json([_as_json(each) for each in found])
    else:
        answer(line for each in found for line in _lines(each))
    wrong = sum(1 for each in found if each.state == "wrong")
    unseen = sum(1 for each in found if each.state == "unknown")
    if not as_json:
        told = {0: "Nothing is wrong.", 1: "1 thing is wrong."}.get(wrong, f"{wrong} things are wrong.")
        tell(f"{told} {unseen} could not be seen from here." if unseen else told)
    if wrong:
        ctx.exit(1)


def _lines(each: Finding) -> Iterator[str]:
    yield f"{_SHOWN[each.state]:<6} {each.check:<9} {each.detail}"
    if each.mend:
        yield f"{'':<16} {each.mend}"


def _as_json(each: Finding) -> dict[str, str]:
    return {"check": each.check, "state": each.state, "detail": each.detail, "mend": each.mend}


def _size() -> tuple[int, int] | None:
    """The terminal's columns and rows, None where there is no terminal."""
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    columns, rows = os.get_terminal_size(sys.stdout.fileno())
    return columns, rows


def _data(wanted: Wanted) -> Iterator[Finding]:
    """Where the data lies, and then what is in it. Nothing is written: no sample is laid down here."""
    from kiosk.config import SETTINGS, find_places

    places = find_places(wanted.data)
    data = places.data
    yield from directory(data, MOUNTS.read_text("utf-8", "replace") if MOUNTS.exists() else "")
    if not data.is_dir():
        return
    if not (data / SETTINGS).is_file():
        yield Finding("school", "wrong", f"There are no settings in {data} yet.", "Make them: kiosk init --help")
        if places.is_default or not any(data.iterdir()):
            return
    from kiosk.wiring import make_kiosk

    kiosk = make_kiosk(wanted.data, wanted.at)
    yield from _school(kiosk)
    yield from _content(kiosk)
    yield from _kept(kiosk)


def _school(kiosk: Kiosk) -> Iterator[Finding]:
    """The two files of a school."""
    from kiosk.config import CALENDAR, SETTINGS

    for file, check in ((SETTINGS, "settings"), (CALENDAR, "calendar")):
        problems = [problem for problem in kiosk.school.problems if problem.file == file]
        if problems:
            yield Finding(check, "wrong", str(problems[0]), "Put the line right. See all: kiosk check")
        elif check == "calendar" and kiosk.school.calendar is None:
            yield Finding(check, "wrong", "There is no school year yet.", "Begin one: kiosk calendar --help")
        else:
            yield Finding(check, "ok", f"{file} can be read")


def _content(kiosk: Kiosk) -> Iterator[Finding]:
    """The words that ship."""
    problems = kiosk.content.problems()
    if problems:
        yield Finding("content", "wrong", str(problems[0]), "Install the kiosk again. See all: kiosk check")
    else:
        yield Finding("content", "ok", "every file of words and pictures can be read")


def _kept(kiosk: Kiosk) -> Iterator[Finding]:
    """The listings, their clock, and their backup."""
    now, last = kiosk.clock(), None
    try:
        damage = next(iter(kiosk.store.check()), None)
        count = len(kiosk.store.load())
        last = next((_moment(moment.at) for moment in kiosk.store.moments()), None)
    except KioskError as error:
        yield Finding("listings", "wrong", str(error), "See: kiosk check")
    else:
        if damage is not None:
            yield Finding("listings", "wrong", f"{damage.where}: {damage.problem}", "See all: kiosk check")
        else:
            yield Finding("listings", "ok", f"{count} listings, every byte of them read")
    yield clock(now, last)
    yield _backup(kiosk, now)


def _backup(kiosk: Kiosk, now: datetime) -> Finding:
    from kiosk.services.backups import last_backup
    from kiosk.store.notes import Notes

    last = last_backup(Notes(kiosk.places.data), kiosk.center.zone)
    mend = "Put a stick in, and: kiosk backup FILE"
    if last is None:
        return Finding("backup", "wrong", "There is no backup yet.", mend)
    days = (now.date() - last.at.date()).days
    said = f"the last one is {days} days old" if days != 1 else "the last one is 1 day old"
    return Finding("backup", "wrong", said, mend) if days > OLD_BACKUP else Finding("backup", "ok", said)


def _moment(at: str) -> datetime:
    return datetime.fromisoformat(at)
