"""Writers that are killed (SIGKILL), again and again; after each round everything acknowledged must be there.

`python -m tests.store.killing ROUNDS [SEED]` prints what was found, and ends with 1 when anything was lost.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sys
import time
import traceback
from dataclasses import dataclass, fields
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.domain.errors import KioskError
from kiosk.store import Bounds, Store, open_store
from tests.store.faults import FaultyDisk
from tests.store.writers import Kept, lay_down, marks, mix, said, say, state_of, written

ERA = 50
"""Rounds in one directory; then another one is begun, so that first changes are killed as well."""
MOST_WRITERS = 4
LONGEST = 0.25
"""Seconds that writers are left alone at most."""
STEPS = 40
"""Steps on the disk (a write, a sync, a new name) of which one is a writer's last, where it ends by itself."""
ONLY_IN_FOLDS = frozenset({"rename", "unlink", "sync"})
"""Kinds of steps that a save without a fold, and without repair, does not take."""


@dataclass(slots=True)
class Report:
    """What was done, and what became of it."""

    rounds: int = 0
    writers_killed: int = 0
    killed_inside_a_fold_or_repair: int = 0
    killed_several_at_once: int = 0
    acknowledged_changes: int = 0
    lost: int = 0
    unreadable_openings: int = 0
    found_by_a_check: int = 0
    writers_that_failed: int = 0

    @property
    def is_clean(self) -> bool:
        """Whether nothing was lost and everything could be read."""
        return not (self.lost or self.unreadable_openings or self.found_by_a_check or self.writers_that_failed)

    def __str__(self) -> str:
        return "\n".join(f"{each.name.replace('_', ' ')}: {getattr(self, each.name):,}" for each in fields(self))


class Writer:
    """One process that makes changes until it is killed, or until it kills itself at a step on the disk."""

    def __init__(self, directory: Path, name: str, chance: random.Random) -> None:
        bounds = Bounds(journal=chance.choice((0, 0, 1500, 4 * 1024 * 1024)))
        last = chance.choice((-1, chance.randrange(STEPS)))
        self.pipe, pipe = os.pipe()
        self.heard = b""
        self.process = os.fork()
        if self.process == 0:
            os.close(self.pipe)
            _write(directory, name, bounds, last, pipe)
        os.close(pipe)

    def listen(self) -> bool:
        """Take in what it says; False when it has ended."""
        heard = os.read(self.pipe, 65536)
        self.heard += heard
        return bool(heard)

    def end(self) -> int:
        """Kill it, hear it out; what it ended with."""
        os.kill(self.process, signal.SIGKILL)
        while self.listen():
            pass
        os.close(self.pipe)
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])


def _write(directory: Path, name: str, bounds: Bounds, last: int, pipe: int) -> None:
    """What a writer does; it never returns."""

    def end_here() -> BaseException:
        if disk.steps[-1] in ONLY_IN_FOLDS:
            say(pipe, ("!", "fold"))
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError("it is killed by now")

    try:
        disk = FaultyDisk(last, end_here)
        for kept in mix(Store(directory, disk=disk, bounds=bounds), name):
            say(pipe, kept)
    except (KioskError, AssertionError, OSError):
        traceback.print_exc()
    finally:
        os._exit(1)  # whatever happens, this process must not go on with the rounds


def killed(rounds: int, seed: str) -> Report:
    """Rounds of writers, each killed at a moment of chance, the same for the same seed as far as the machine allows."""
    report = Report()
    while report.rounds < rounds:
        with TemporaryDirectory(prefix="kiosk-killing-") as there:
            directory = Path(there) / "data"
            lay_down(directory)
            reader = open_store(directory)
            acknowledged: set[Kept] = set()
            for _ in range(min(ERA, rounds - report.rounds)):
                acknowledged |= _round(directory, report, random.Random(f"{seed}-{report.rounds}"))
                _look(directory, reader, acknowledged, report)
            report.found_by_a_check += sum(each.where != "." for each in open_store(directory).check())
    return report


def _round(directory: Path, report: Report, chance: random.Random) -> set[Kept]:
    """Start writers, let them write for a while, kill them all at once; what they were told is kept."""
    report.rounds += 1
    writers = [
        Writer(directory, f"w{report.rounds}-{number}", chance) for number in range(chance.randint(1, MOST_WRITERS))
    ]
    until = time.monotonic() + chance.uniform(0, LONGEST)
    living = {writer.pipe: writer for writer in writers}
    while living and (left := until - time.monotonic()) > 0:
        for pipe in select.select(list(living), [], [], left)[0]:
            if not living[pipe].listen():
                del living[pipe]
    ends = [writer.end() for writer in writers]
    heard = [kept for writer in writers for kept in said(writer.heard.decode())]
    acknowledged = {kept for kept in heard if kept[0] != "!"}
    report.writers_killed += ends.count(-signal.SIGKILL)
    report.writers_that_failed += len(ends) - ends.count(-signal.SIGKILL)
    report.killed_inside_a_fold_or_repair += len(heard) - len(acknowledged)
    report.killed_several_at_once += len(living) > 1
    report.acknowledged_changes += len(acknowledged)
    return acknowledged


def _look(directory: Path, reader: Store, acknowledged: set[Kept], report: Report) -> None:
    """Open the directory anew; beside it there is a reader that has it open all the time."""
    try:
        opened, beside = open_store(directory).load(), reader.load()
        is_right = len(marks(opened)) == 1 and state_of(opened) == state_of(beside) and opened.told == beside.told == ()
    except KioskError:
        traceback.print_exc()
        is_right = False
    report.unreadable_openings += not is_right
    lost = acknowledged - written(directory)
    acknowledged -= lost  # each is counted once
    report.lost += len(lost)


def main(rounds: str = "1000", seed: str = "1") -> int:
    """Run, and print what was found."""
    report = killed(int(rounds), seed)
    sys.stdout.write(f"{report}\n")
    return 0 if report.is_clean else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
