"""A real terminal with the kiosk in it, as a person would see it: a pseudo-terminal, and pyte to look at it.

Every wait reads until something is so, or until nobody would wait any longer; nothing sleeps.
"""

from __future__ import annotations

import atexit
import fcntl
import os
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pyte

from tests.house.reading import ROOT
from tests.pages.center import _lay_down

PATIENCE = 40.0
"""Seconds: far more than anything takes on a busy machine, so that only what never happens fails."""
QUIET = 0.3
"""Seconds without a byte after which a screen counts as drawn."""
AT = "2026-11-24T15:05"
BRANDS = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
SUPPORTS_FRAMES = b"\x1b[?2026;2$y"
"""What most terminals of today answer at the start: they show whole frames only."""
_TAKES_TERMINAL = (
    "import fcntl, os, sys, termios;"
    "os.setsid(); fcntl.ioctl(1, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"
)
"""Makes the terminal the program's own, as a login does. (A fork from a test run with threads is not safe.)"""
_UNSEEN = re.compile(rb"\x1b\[[<>=][\d;]*[A-Za-z]")
"""Codes that pyte would show as letters."""


@cache
def _school() -> Path:
    """The sample school, laid down once."""
    there = Path(mkdtemp(prefix="kiosk-school-"))
    atexit.register(shutil.rmtree, there, ignore_errors=True)
    _lay_down(there)
    return there


def school(directory: Path) -> Path:
    """A copy of the sample school in a directory of its own."""
    return shutil.copytree(_school(), directory / "school")


def kiosk(data: Path, *options: str) -> list[str]:
    """The command that starts the family side on a school."""
    return [sys.executable, "-m", "kiosk", "--data", str(data), "--at", AT, "run", *options]


class Terminal:
    """A terminal with one program in it."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        stdin: int | None = None,
    ) -> None:
        self.screen = pyte.Screen(*size)
        self._pyte = pyte.ByteStream(self.screen)
        self.sent = bytearray()
        """Every byte the program sent."""
        self.master, slave = os.openpty()
        self.before = termios.tcgetattr(slave)
        self._set_size(size)
        os.set_blocking(self.master, False)
        launched = [sys.executable, "-S", "-c", _TAKES_TERMINAL, *command]
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        self.program = subprocess.Popen(
            launched, stdin=slave if stdin is None else stdin, stdout=slave, stderr=slave, cwd=ROOT,
            env=kept | BRANDS | dict(env or {}),
        )  # fmt: skip
        self._slave: int | None = slave
        """Held so that the terminal's settings can be looked at when the program is gone."""

    @property
    def pid(self) -> int:
        """The program's number."""
        return self.program.pid

    @property
    def shown(self) -> str:
        """The screen as text."""
        return "\n".join(self.screen.display)

    @property
    def is_alive(self) -> bool:
        """Whether the program still runs."""
        return self.program.poll() is None

    def wait_for(self, words: str, absent: str = "") -> str:
        """Read until these words are on the screen (and others are not)."""
        self.until(lambda: words in self.shown and not (absent and absent in self.shown), f"{words!r} to be shown")
        return self.shown

    def until(self, is_so: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
        """Read until something is so; fails when it never is."""
        deadline = time.monotonic() + patience
        while not is_so():
            ended = not self.is_alive
            said = self._read(0.05)
            late = time.monotonic() > deadline or (ended and not said)
            state = f"ended with {self.program.returncode}" if ended else "runs"
            assert is_so() or not late, f"waited in vain for {what}; the program {state}:\n{self.shown}"

    def settle(self, quiet: float = QUIET) -> int:
        """Read until nothing has come for a while; how many bytes came."""
        start = len(self.sent)
        while self._read(quiet):
            pass
        return len(self.sent) - start

    def type(self, keys: str | bytes) -> None:
        """Send what a keyboard or a mouse would, while reading what comes."""
        left = keys.encode() if isinstance(keys, str) else keys
        deadline = time.monotonic() + PATIENCE
        while left:
            assert time.monotonic() < deadline, "the program reads no more"
            _, ready, _ = select.select([], [self.master], [], 0.05)
            if ready:
                left = left[os.write(self.master, left[:1024]) :]
                deadline = time.monotonic() + PATIENCE
            self._read(0)

    def tap(self, column: int, row: int) -> None:
        """A finger goes down and up on a cell, counted from 1."""
        self.type(f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m")

    def tap_on(self, words: str) -> None:
        """A finger on these words, once they are shown."""
        self.wait_for(words)
        row = next(number for number, line in enumerate(self.screen.display) if words in line)
        self.tap(self.screen.display[row].index(words) + len(words) // 2 + 1, row + 1)

    def resize(self, columns: int, rows: int) -> None:
        """Another size of window."""
        self._set_size((columns, rows))
        self.screen.resize(rows, columns)

    def end(self, number: signal.Signals, patience: float = 5.0) -> int:
        """Send a signal; the exit status, as a shell says it."""
        self.program.send_signal(number)
        return self.status(patience)

    def status(self, patience: float = PATIENCE) -> int:
        """Read until the program ends; its exit status, as a shell says it."""
        self.until(lambda: not self.is_alive, "the program to end", patience)
        self.settle(0.01)
        code = self.program.wait()
        return 128 - code if code < 0 else code

    def hang_up(self) -> None:
        """The terminal goes away."""
        self.close_slave()
        os.close(self.master)
        self.master = -1

    def close_slave(self) -> None:
        """Let go of the program's side, so that it alone holds it."""
        if self._slave is not None:
            os.close(self._slave)
            self._slave = None

    @property
    def side(self) -> int:
        """The program's side of the terminal."""
        assert self._slave is not None
        return self._slave

    def settings(self) -> list[object]:
        """The terminal's settings now (termios)."""
        return termios.tcgetattr(self.side)

    def close(self) -> None:
        """End whatever still runs."""
        if self.is_alive:
            self.program.kill()
        self.program.wait()
        self.close_slave()
        if self.master >= 0:
            os.close(self.master)
            self.master = -1

    def _set_size(self, size: tuple[int, int]) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def _read(self, patience: float) -> bool:
        ready, _, _ = select.select([self.master], [], [], patience)
        try:
            said = os.read(self.master, 65536) if ready else b""
        except OSError:  # the program has ended, and nobody else holds the other side
            return False
        self.sent += said
        self._pyte.feed(_UNSEEN.sub(b"", said))
        return bool(said)


@contextmanager
def at_school(
    directory: Path, *, size: tuple[int, int] = (80, 24), env: Mapping[str, str] | None = None
) -> Iterator[Terminal]:
    """The kiosk on the sample school, its first screen shown."""
    with running(kiosk(school(directory)), size=size, env=env) as terminal:
        terminal.wait_for("Touch to start")
        yield terminal


@contextmanager
def running(
    command: Sequence[str], *, size: tuple[int, int] = (80, 24), env: Mapping[str, str] | None = None
) -> Iterator[Terminal]:
    """Any command in a terminal, ended at the end."""
    terminal = Terminal(command, size=size, env=env)
    try:
        yield terminal
    finally:
        terminal.close()
