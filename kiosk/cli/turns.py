"""The lobby's screen and the desk by turns in one terminal. Between the two no shell is seen, and none is reached."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import TYPE_CHECKING

import click

from kiosk.cli.main import FAULT
from kiosk.cli.watchdog import CURSOR, ENDS, LEFT_BEHIND, deaf_terminal

if TYPE_CHECKING:
    from kiosk.services.who import Who

Lobby = Callable[[bool], tuple[int, "Who | None"]]
"""Shows the family side, in a terminal that shows the desk still or not; its exit status, and who wants the desk."""
Desk = Callable[["Who"], int]
"""Shows the desk to somebody; its exit status."""


def by_turns(lobby: Lobby, desk: Desk) -> int:
    """The lobby; the desk when somebody signed in; then the lobby again. A desk that fell over leads back to it."""
    is_taken = False
    with deaf_terminal(sys.stdin.fileno()):
        try:
            while True:
                status, who = lobby(is_taken)
                is_taken = who is not None
                if who is None:
                    return status
                _end_politely()
                status = desk(who)
                is_taken = status in (0, FAULT)
                if not is_taken:
                    return status
                _end_politely()
        finally:
            if is_taken:  # ended between the two
                with suppress(OSError):  # its terminal is gone
                    click.echo(LEFT_BEHIND + CURSOR, nl=False)


def _end_politely() -> None:
    """While neither of the two listens, a signal ends the program all the same, with the terminal as it was."""

    def stop(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    for number in ENDS:
        signal.signal(number, stop)
