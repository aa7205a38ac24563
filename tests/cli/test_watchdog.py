"""The watchdog starts the screen again when it fell, and ends when it is told to: with real programs."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.cli.watchdog import PAUSES, Watchdog
from tests.house.reading import ROOT
from tests.tui.terminal import Terminal, kiosk, school

COUNTED = """
import os, pathlib, resource, signal, sys
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
count = pathlib.Path(sys.argv[1])
count.write_text(count.read_text() + "x" if count.exists() else "x")
ends = sys.argv[2].split()
end = ends[min(len(count.read_text()), len(ends)) - 1]
if end.isdigit():
    sys.exit(int(end))
os.kill(os.getpid(), getattr(signal, end))
"""
"""A program that ends each time in the next of several ways: by a status, or by a signal."""
WATCHED = """
import sys
from kiosk.cli.watchdog import Watchdog
sys.exit(Watchdog(sys.argv[2:], lambda: print("down", flush=True), pauses=(float(sys.argv[1]),)).run())
"""
PATIENT = "import signal, time; print('up', flush=True); signal.pause()"
STUBBORN = "import signal, sys; [signal.signal(n, lambda *_: 0) for n in (1, 2, 3, 15)]; print('up', flush=True)\n" + (
    "while True: signal.pause()"
)


def runs(tmp_path: Path, ends: str) -> tuple[int, int]:
    """How often a program with these ends is started, and the status at last."""
    count = tmp_path / "count"
    status = Watchdog([sys.executable, "-c", COUNTED, str(count), ends], lambda: None, pauses=(0.01,)).run()
    return len(count.read_text("utf-8")), status


@pytest.mark.parametrize(
    ("ends", "starts", "status"),
    [
        ("0", 1, 0),
        ("2", 1, 2),
        ("143", 1, 143),
        ("SIGTERM", 1, 143),
        ("SIGHUP", 1, 129),
        ("70 70 0", 3, 0),
        ("SIGSEGV SIGKILL SIGABRT 0", 4, 0),
        ("70 6", 2, 6),
    ],
)
def test_only_a_fall_starts_it_again(tmp_path: Path, ends: str, starts: int, status: int) -> None:
    assert runs(tmp_path, ends) == (starts, status)


def test_the_pauses_grow_to_a_bound_and_each_start_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    count = tmp_path / "count"
    command = [sys.executable, "-c", COUNTED, str(count), "70 SIGSEGV 70 70 0"]
    downs: list[float] = []
    with caplog.at_level(logging.WARNING):
        Watchdog(command, lambda: downs.append(time.monotonic()), pauses=(0.01, 0.02, 0.03)).run()
    assert len(downs) == 4
    said = [record.getMessage() for record in caplog.records]
    assert [words.rpartition("again in ")[2] for words in said] == [
        "0.01 seconds.", "0.02 seconds.", "0.03 seconds.", "0.03 seconds.",
    ]  # fmt: skip
    assert "ended with 70" in said[0]
    assert "ended with 139" in said[1]
    assert list(PAUSES) == sorted(PAUSES)
    assert PAUSES[-1] <= 60


def test_what_it_changed_about_signals_is_put_back(tmp_path: Path) -> None:
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGALRM)}
    runs(tmp_path, "0")
    assert {number: signal.getsignal(number) for number in before} == before


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_passes_it_on_and_ends(number: signal.Signals) -> None:
    with _watched(PATIENT) as dog:
        assert dog.stdout is not None
        assert dog.stdout.readline() == "up\n"
        dog.send_signal(number)
        assert dog.wait(10) == 128 + number
        assert dog.stdout.read() == ""  # it was not started again


@pytest.mark.slow
def test_a_screen_that_does_not_listen_is_killed() -> None:
    with _watched(STUBBORN) as dog:
        assert dog.stdout is not None
        assert dog.stdout.readline() == "up\n"
        dog.send_signal(signal.SIGTERM)
        assert dog.wait(10) == 143


def test_told_to_end_in_a_pause_it_ends_at_once() -> None:
    with _watched("import sys; sys.exit(70)", pause=600) as dog:
        assert dog.stdout is not None
        assert dog.stdout.readline() == "down\n"
        dog.send_signal(signal.SIGTERM)
        assert dog.wait(10) == 143


@pytest.mark.slow
def test_the_kiosk_comes_back_after_a_crash_and_keys_reach_no_shell(tmp_path: Path) -> None:
    data = school(tmp_path)
    terminal = Terminal(kiosk(data, "--watchdog"))
    try:
        terminal.wait_for("Touch to start")
        terminal.type("1")
        terminal.wait_for("What would help today?")
        os.kill(_screen_of(terminal.pid), signal.SIGSEGV)
        terminal.wait_for("Help is still here.")
        assert "911" in terminal.shown
        terminal.type("\x03\x1a\x1c1rm")
        terminal.wait_for("Touch to start", absent="Help is still here.")
        terminal.settle()
        assert "Touch to start" in terminal.shown  # what was typed in the pause is not meant for it
        assert terminal.end(signal.SIGTERM, 10) == 143
        assert terminal.settings() == terminal.before
        assert terminal.sent.rfind(b"\x1b[?25h") > terminal.sent.rfind(b"\x1b[?25l")
    finally:
        terminal.close()
    assert "ended with 139" in (data / "logs" / "kiosk.log").read_text("utf-8")


def _watched(program: str, pause: float = 0.01) -> subprocess.Popen[str]:
    """A watchdog in a process of its own."""
    command = [sys.executable, "-c", WATCHED, str(pause), sys.executable, "-c", program]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def _screen_of(watchdog: int) -> int:
    """The process that a watchdog watches."""
    listed = subprocess.run(["pgrep", "-P", str(watchdog)], capture_output=True, text=True, check=True)
    return int(listed.stdout.split()[0])
