"""The desk in a real terminal: over SSH's own command, or at the lobby behind a PIN."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kiosk.services.accounts import Accounts
from kiosk.services.who import Role, Who
from kiosk.store.people_file import PeopleFile, account
from tests.tui.terminal import AT, Terminal, kiosk, running, school

PIN, WRONG = "482915", "730264"
FIRST = "What needs you today"
"""The title of the desk's first page."""
CTRL_D, CTRL_S, ESCAPE, ENTER, DOWN, F1, F2 = "\x04", "\x13", "\x1b", "\r", "\x1b[B", "\x1bOP", "\x1bOQ"


def staff(data: Path, *options: str) -> list[str]:
    """The command that starts the desk on a school."""
    return [sys.executable, "-m", "kiosk", "--data", str(data), "--at", AT, "staff", *options]


@contextmanager
def at_desk(
    directory: Path, *, size: tuple[int, int] = (80, 24), env: Mapping[str, str] | None = None
) -> Iterator[Terminal]:
    """The desk on the sample school, its first page shown."""
    with running(staff(school(directory)), size=size, env=env) as terminal:
        terminal.wait_for(FIRST)
        yield terminal


def name_mary(data: Path, role: Role = "liaison") -> None:
    """Mary has a PIN; this account is an admin."""
    Accounts(PeopleFile(data)).keep("Mary Cole", Who("admin", "admin"), account(), role=role, pin=PIN.encode())


@contextmanager
def at_lobby(directory: Path, *, size: tuple[int, int] = (80, 24)) -> Iterator[Terminal]:
    """The family side of a school where Mary has a PIN."""
    data = school(directory)
    name_mary(data)
    with running(kiosk(data), size=size) as terminal:
        terminal.wait_for("Touch to start")
        yield terminal


def change_the_name(terminal: Terminal) -> None:
    """From the desk's first page to No. 214, and a word more in its name: it is not saved yet."""
    for keys, words in (("f", "Listings"), ("214", "1 of "), (ENTER, "As families see it"), ("1", "Name (Spanish)"),
                        (ENTER, "Name (Spanish)"), (" now", "School food shelf now")):  # fmt: skip
        terminal.type(keys)
        terminal.wait_for(words)
        terminal.settle(0.2)
