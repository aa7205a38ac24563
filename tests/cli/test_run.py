"""`kiosk run` on a real terminal: it draws, and it ends by a signal with the terminal as it was."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

import pyte
import pytest

from kiosk.school_file import read_settings
from tests.house.reading import ROOT

PATIENCE = 30.0
"""Seconds: far more than a start takes, so that only a kiosk that never draws fails."""


class Terminal:
    """A terminal with one program in it, as a person would see it."""

    def __init__(self, *arguments: str, columns: int = 120, rows: int = 33) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.chdir(ROOT)
            os.environ |= {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
            os.execv(sys.executable, [sys.executable, "-m", "kiosk", *arguments])
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def wait_for(self, words: str) -> str:
        """Read until these words are on the screen, or until nobody would wait any longer."""
        until = time.monotonic() + PATIENCE
        while words not in (shown := "\n".join(self.screen.display)) and time.monotonic() < until and self._read():
            pass
        return shown

    def type(self, text: str) -> None:
        """Keys as a keyboard sends them."""
        os.write(self._fd, text.encode())

    def end(self, number: signal.Signals) -> int:
        """Send a signal and give the exit status."""
        os.kill(self.pid, number)
        while self._read():
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _read(self) -> bool:
        ready, _, _ = select.select([self._fd], [], [], PATIENCE)
        try:
            said = os.read(self._fd, 65536) if ready else b""
        except OSError:  # the program has ended
            return False
        self._stream.feed(said)
        return bool(said)


@pytest.mark.slow
@pytest.mark.parametrize("size", [(120, 33), (80, 24)])
def test_the_full_screen_starts_and_ends_by_a_signal(tmp_path: Path, size: tuple[int, int]) -> None:
    (tmp_path / "settings.toml").write_text('school = "Oak School"\n', "utf-8")
    terminal = Terminal("--data", str(tmp_path), "--at", "2026-12-02T10:00", "run", columns=size[0], rows=size[1])
    assert "Touch to start" in terminal.wait_for("Touch to start")
    terminal.type("\r")
    assert "What would help today?" in terminal.wait_for("What would help today?")
    assert terminal.end(signal.SIGTERM) == 128 + signal.SIGTERM
    kept = (tmp_path / ".last-good" / "settings.toml").read_text("utf-8")
    assert read_settings(kept, "settings.toml")[0].school == "Oak School"
