"""Programs in a pseudo-terminal that only take notes: which bytes came when. They are looked at afterwards.

So no time is lost to looking while the program is being timed.
"""

from __future__ import annotations

import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte

from tests.house.reading import ROOT

PATIENCE = 120.0
"""Seconds after which a program that says nothing is given up."""
REST, IDLE = 2.0, 0.05
"""A program that says nothing for so many seconds, and works for no larger share of them, is at rest."""
LOBBY, SMALL = (120, 33), (80, 24)
TERMINAL = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "PYTHONUTF8": "1"}
_TAIL = 1_000
"""Reads that are kept of a program that is only waited for: hours of painting would not fit."""
_UNSEEN = re.compile(rb"\x1b\[[<>=][\d;]*[A-Za-z]")
"""Codes that pyte would show as letters."""


class Unmeasured(Exception):
    """A row that could not be measured, and why."""


class Terminal:
    """A terminal with one program in it."""

    def __init__(self, command: Sequence[str], size: tuple[int, int], env: Mapping[str, str] | None = None) -> None:
        self.size = size
        self.notes: list[tuple[float, bytes]] = []
        """When bytes came (seconds since the program was started), and which."""
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ}
        self._start = time.perf_counter()
        self._program = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, cwd=ROOT, start_new_session=True,
            env=kept | TERMINAL | dict(env or {}),
        )  # fmt: skip
        os.close(slave)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self._program.poll() is None:
            self._program.kill()
        self._program.wait()
        os.close(self._master)

    def read(self, patience: float) -> bytes:
        """What comes within so many seconds; nothing when the program is quiet or gone."""
        if not select.select([self._master], [], [], patience)[0]:
            return b""
        try:
            said = os.read(self._master, 1 << 16)
        except OSError:  # the program has ended
            return b""
        self.notes.append((time.perf_counter() - self._start, said))
        return said

    def wait_until_quiet(self, quiet: float) -> None:
        """Read until nothing has come for so long, but something has."""
        deadline = time.monotonic() + PATIENCE
        while self.read(quiet) or not self.notes:
            if time.monotonic() > deadline or (not self.notes and self._program.poll() is not None):
                raise Unmeasured(f"the program never came to rest: {self.said()[-300:]!r}")

    def memory_at_rest(self) -> int:
        """Bytes of memory (RSS, as Linux counts it) once the program has come to rest: all it reads ahead is read."""
        self.wait_until_quiet(REST)
        deadline, worked = time.monotonic() + PATIENCE, self._seconds_worked()
        while True:
            self.wait_until_quiet(REST)
            before, worked = worked, self._seconds_worked()
            if worked - before < IDLE * REST:
                break
            if time.monotonic() > deadline:
                raise Unmeasured(f"the program never came to rest: {self.said()[-300:]!r}")
        status = Path(f"/proc/{self._program.pid}/status").read_text("ascii")
        return int(next(line for line in status.splitlines() if "VmRSS" in line).split()[1]) * 1024

    def _seconds_worked(self) -> float:
        times = Path(f"/proc/{self._program.pid}/stat").read_text("ascii").rpartition(")")[2].split()[11:13]
        return sum(map(int, times)) / os.sysconf("SC_CLK_TCK")

    def wait_for_end(self, patience: float, meanwhile: Callable[[], None] = lambda: None) -> None:
        """Read until the program ends by itself; it is given up only when nothing at all comes for so many seconds."""
        deadline = time.monotonic() + patience
        while self._program.poll() is None:
            if self.read(0.05):
                deadline = time.monotonic() + patience
                del self.notes[:-_TAIL]
            elif time.monotonic() > deadline:
                raise Unmeasured(f"the program said nothing for {patience:g} s: {self.said()[-300:]!r}")
            meanwhile()
        while self.read(0):
            pass
        if self._program.returncode:
            raise Unmeasured(f"the program ended with {self._program.returncode}: {self.said()[-1500:]!r}")

    def said(self) -> bytes:
        """All bytes so far."""
        return b"".join(said for _, said in self.notes)

    def seen_at(self, words: str) -> float | None:
        """Seconds from the program's start until these words stood on the screen; None when they do not yet."""
        screen = pyte.Screen(*self.size)
        stream = pyte.ByteStream(screen)
        for when, said in self.notes:
            stream.feed(_UNSEEN.sub(b"", said))
            if any(words in row for row in screen.display):
                return when
        return None

    @property
    def has_ended(self) -> bool:
        """Whether the program is gone."""
        return self._program.poll() is not None


def python(module: str, *arguments: str | Path) -> list[str]:
    """The command that runs a module of this checkout."""
    return [sys.executable, "-m", module, *map(str, arguments)]


def first_paint(command: Sequence[str], words: str, size: tuple[int, int], quiet: float = 0.3) -> float:
    """Seconds from the start of the whole process until these words stood on its screen."""
    with Terminal(command, size) as terminal:
        deadline = time.monotonic() + PATIENCE
        while True:
            terminal.wait_until_quiet(quiet)
            if (seen := terminal.seen_at(words)) is not None:
                return seen
            if terminal.has_ended or time.monotonic() > deadline:  # it may still work, on a busy machine
                raise Unmeasured(f"{words!r} never came: {terminal.said()[-300:]!r}")
