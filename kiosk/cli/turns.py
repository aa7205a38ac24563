"""The lobby's screen and the desk by turns in one terminal. Between the two no shell is seen, and none is reached."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Timer
from types import FrameType
from typing import TYPE_CHECKING

from kiosk.cli.main import FAULT
from kiosk.cli.watchdog import CURSOR, ENDS, LEFT_BEHIND, deaf_terminal

if TYPE_CHECKING:
    from kiosk.services.who import Who

SOON = 0.1
"""Seconds until a signal comes again that came between the two."""
Lobby = Callable[[bool], tuple[int, "Who | None"]]
"""Shows the family side, in a terminal that shows the desk still or not; its exit status, and who wants the desk."""
Desk = Callable[["Who"], int]
"""Shows the desk to somebody; its exit status."""


def by_turns(lobby: Lobby, desk: Desk) -> int:
    """The lobby; the desk when somebody signed in; then the lobby again. A desk that fell over leads back to it."""
    is_taken = is_shared = False
    with deaf_terminal(sys.stdin.fileno()):
        try:
            while True:
                status, who = lobby(is_taken)
                is_shared = is_shared or who is not None
                if who is None or status:
                    return status
                _keep_signals()
                status = desk(who)
                is_taken = status in (0, FAULT)
                if not is_taken:
                    return status
                _keep_signals()
        finally:
            if is_shared:  # told to end while the terminal is handed on, neither of the two gives it back
                with suppress(OSError):  # it is gone
                    os.write(sys.stdout.fileno(), (LEFT_BEHIND + CURSOR).encode("ascii"))


def _keep_signals() -> None:
    """While neither of the two listens, a signal waits until one does, which then ends with the terminal as it was."""

    def again(number: int, _frame: FrameType | None) -> None:
        later = Timer(SOON, os.kill, (os.getpid(), number))
        later.daemon = True
        later.start()

    for number in ENDS:
        signal.signal(number, again)
