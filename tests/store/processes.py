"""Writers in processes of their own (`tests.store.writers`): started, stopped, ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.store.writers import Kept, said

Process = subprocess.Popen[str]
ALWAYS_FOLDS = 0
"""A size of the journal at which nearly each save folds."""


@contextmanager
def running(*writers: Process) -> Iterator[list[Process]]:
    """Writers that do not outlive the test, whatever becomes of it."""
    try:
        yield list(writers)
    finally:
        for writer in writers:
            with writer:  # closes what it writes to, and waits for its end
                if writer.poll() is None:
                    writer.kill()


def start(what: str, directory: Path, name: str, changes: int, journal: int | None = None) -> Process:
    """A writer at a directory."""
    words = [what, str(directory), name, str(changes), *([] if journal is None else [str(journal)])]
    command = [sys.executable, "-m", "tests.store.writers", *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def finish(writers: list[Process]) -> list[Kept]:
    """Wait for all of them; what they were told is kept."""
    kept = [each for writer in writers for each in said(writer.communicate()[0])]
    assert {writer.returncode for writer in writers} == {0}
    return kept


def race(what: str, directory: Path, processes: int, changes: int, journal: int | None = None) -> list[Kept]:
    """As many writers as that at once, until all have ended; what they were told is kept."""
    with running(*(start(what, directory, f"p{each}", changes, journal) for each in range(processes))) as writers:
        return finish(writers)


def wait_until_stopped(writer: Process) -> None:
    """Come back when it stands still (SIGSTOP)."""
    _, status = os.waitpid(writer.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status), f"it ended with {os.waitstatus_to_exitcode(status)}"


def go_on(writer: Process) -> None:
    """Let one that stands still go on."""
    os.kill(writer.pid, signal.SIGCONT)
