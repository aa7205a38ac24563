"""Starts the screen again when it fell over: `kiosk run --watchdog`.

A fault of the program (exit status 70) or a crash of it (killed by a signal, as by lack of memory) brings it back,
after pauses that grow while it keeps falling. Any other end is an end: wrong usage, or a person who stopped it.
"""

from __future__ import annotations

import logging
import os
import select
import signal
import subprocess
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType

from kiosk.cli.main import FAULT

PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0)
"""Seconds before the first start again, the second and so on; the last one stays."""
STEADY = 60.0
"""Seconds after which a start counts as a good one, and the pauses begin anew."""
PATIENCE = 4
"""Seconds that the screen has to end when it is told to."""
ENDS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
"""Signals that mean: stop. Each is passed on to the screen."""
LEFT_BEHIND = "".join(f"\x1b[?{mode}l" for mode in (1000, 1003, 1015, 1006, 1004, 2004, 1049)) + "\x1b[<u\x1b[?7h"
"""Puts right a terminal that a crash left as it was: the mouse, the second screen, the keyboard, the wrapping."""
CLEAN, CURSOR = "\x1b[?25l\x1b[0m\x1b[2J\x1b[H", "\x1b[?25h"
"""An empty screen without a cursor; the cursor again."""

_log = logging.getLogger(__name__)


class Watchdog:
    """Runs one command, again and again if need be."""

    def __init__(self, command: Sequence[str], down: Callable[[], None], pauses: Sequence[float] = PAUSES) -> None:
        self._command = command
        self._down = down
        """Is called each time it fell, before the pause."""
        self._pauses = pauses
        self._screen: subprocess.Popen[bytes] | None = None
        self._told = 0
        """The signal that told this program to end."""

    def run(self) -> int:
        """Run until it ends by itself or is told to. The exit status as a shell says it: 128 + n for a signal."""
        falls = 0
        with self._listening() as ear:
            while True:
                began = time.monotonic()
                status = self._run_once()
                if self._told or not _fell(status):
                    break
                if time.monotonic() - began >= STEADY:
                    falls = 0
                pause = self._pauses[min(falls, len(self._pauses) - 1)]
                falls += 1
                _log.warning("The screen ended with %d. It starts again in %g seconds.", _as_shell(status), pause)
                self._down()
                if select.select([ear], [], [], pause)[0]:
                    break
        return 128 + self._told if self._told else _as_shell(status)

    def _run_once(self) -> int:
        self._screen = subprocess.Popen(self._command)
        if self._told:  # told while it was being started
            self._screen.send_signal(self._told)
        return self._screen.wait()

    @contextmanager
    def _listening(self) -> Iterator[int]:
        """Hear the signals; gives a file that can be read from once one was heard."""
        ear, mouth = os.pipe()

        def stop(number: int, _frame: FrameType | None) -> None:
            self._told = number
            os.write(mouth, b"!")
            if self._screen is not None:
                self._screen.send_signal(number)
            signal.alarm(PATIENCE)

        def give_up(_number: int, _frame: FrameType | None) -> None:
            if self._screen is not None:
                self._screen.kill()

        before = {number: signal.signal(number, stop) for number in ENDS}
        before[signal.SIGALRM] = signal.signal(signal.SIGALRM, give_up)
        try:
            yield ear
        finally:
            signal.alarm(0)
            for number, handler in before.items():
                signal.signal(number, handler)
            os.close(ear)
            os.close(mouth)


@contextmanager
def deaf_terminal(fileno: int) -> Iterator[None]:
    """While the screen is down, what is typed is neither shown nor obeyed: Ctrl+C must not lead to a shell."""
    before = termios.tcgetattr(fileno)
    deaf = termios.tcgetattr(fileno)
    deaf[3] &= ~(termios.ECHO | termios.ICANON | termios.ISIG)
    termios.tcsetattr(fileno, termios.TCSANOW, deaf)
    try:
        yield
    finally:
        with suppress(termios.error):  # it is gone
            termios.tcsetattr(fileno, termios.TCSANOW, before)


def _fell(status: int) -> bool:
    return status == FAULT or (status < 0 and -status not in ENDS)


def _as_shell(status: int) -> int:
    return 128 - status if status < 0 else status
