"""How the kiosk ends: by a signal, by the loss of its terminal, by a fault. The terminal is left as it was."""

from __future__ import annotations

import os
import signal
import sys
import termios
from functools import partial
from pathlib import Path

import pytest

from tests.properties import first
from tests.tui.faulty import PARTS, SECRET
from tests.tui.terminal import Terminal, at_school, kiosk, running, school

HOME = "What would help today?"
RESTORED = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?1006l", b"\x1b[?2004l", b"\x1b[?7h")
"""The first screen again, the cursor, no mouse, no marked pastes, lines that wrap."""
SOON = 5.0
"""Seconds in which it must be gone."""
DEAF = "import signal, os, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN); os.execv(sys.argv[1], sys.argv[1:])"
"""Starts a program that a hang-up does not reach, as `nohup` does."""


def _is_restored(terminal: Terminal) -> bool:
    last = bytes(terminal.sent)
    return terminal.settings() == terminal.before and all(
        last.rfind(code) > last.rfind(code[:-1] + {b"l": b"h", b"h": b"l"}[code[-1:]]) for code in RESTORED
    )


@pytest.mark.parametrize("number", first([signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT], quick=2))
def test_a_signal_ends_it_and_gives_the_terminal_back(tmp_path: Path, number: signal.Signals) -> None:
    with at_school(tmp_path) as terminal:
        assert terminal.settings() != terminal.before
        assert terminal.end(number, SOON) == 128 + number
        assert _is_restored(terminal)
        assert b"Traceback" not in terminal.sent


def test_stopped_and_continued_it_goes_on(tmp_path: Path) -> None:
    with at_school(tmp_path) as terminal:
        for number in (signal.SIGTSTP, signal.SIGSTOP, signal.SIGCONT, signal.SIGCONT):
            terminal.program.send_signal(number)
        terminal.type("1")
        terminal.wait_for(HOME)
        assert terminal.end(signal.SIGTERM) == 143
        assert _is_restored(terminal)


def test_a_signal_ends_it_on_any_page(tmp_path: Path) -> None:
    with at_school(tmp_path) as terminal:
        terminal.type("1")
        terminal.wait_for(HOME)
        terminal.type("7")
        terminal.wait_for("Search", absent=HOME)
        terminal.type("food")
        assert terminal.end(signal.SIGTERM, SOON) == 143
        assert _is_restored(terminal)


def test_a_signal_ends_it_while_the_terminal_takes_nothing(tmp_path: Path) -> None:
    with at_school(tmp_path) as terminal:
        terminal.settle()
        termios.tcflow(terminal.side, termios.TCOOFF)  # as Ctrl+S does on the other end of a line
        os.write(terminal.master, b"1" + b"\x1bOQ\x1bOR" * 20)
        terminal.program.send_signal(signal.SIGTERM)
        assert terminal.program.wait(SOON * 2) == 143


@pytest.mark.parametrize("start", first(["direct", "hang-up ignored"]))
def test_it_ends_when_its_terminal_goes_away(tmp_path: Path, start: str) -> None:
    command = kiosk(school(tmp_path))
    if start == "hang-up ignored":
        command = [sys.executable, "-c", DEAF, *command]
    with running(command) as terminal:
        terminal.wait_for("Touch to start")
        terminal.type("1")
        terminal.wait_for(HOME)
        terminal.hang_up()
        assert terminal.program.wait(SOON) == 128 + signal.SIGHUP


def test_it_ends_when_its_terminal_goes_away_in_the_middle_of_things(tmp_path: Path) -> None:
    with running([sys.executable, "-c", DEAF, *kiosk(school(tmp_path))]) as terminal:
        terminal.wait_for("Touch to start")
        terminal.settle()
        os.write(terminal.master, b"1" + b"\x1bOQ\x1bOR" * 40)  # and nobody reads what it draws
        terminal.hang_up()
        assert terminal.program.wait(SOON) == 128 + signal.SIGHUP


def test_it_ends_when_only_its_input_ends(tmp_path: Path) -> None:
    ours, theirs = os.openpty()
    terminal = Terminal(kiosk(school(tmp_path)), stdin=theirs)
    os.close(theirs)
    try:
        terminal.wait_for("Touch to start")
        os.close(ours)
        assert terminal.status(SOON) == 128 + signal.SIGHUP
        assert b"\x1b[?1049l" in terminal.sent
    finally:
        terminal.close()


@pytest.mark.parametrize("closing", ["<&-", "</dev/null"])
def test_without_input_it_says_so_in_one_sentence(tmp_path: Path, closing: str) -> None:
    command = ["/bin/sh", "-c", f'exec "$@" {closing}', "sh", *kiosk(school(tmp_path))]
    with running(command) as terminal:
        assert terminal.status() == 2
        assert terminal.sent.decode().strip() == (
            "The kiosk needs a terminal to draw on: run it in a terminal window, or with --plain."
        )


def _ended_or_shown(terminal: Terminal, words: str) -> bool:
    return not terminal.is_alive or words in terminal.shown


@pytest.mark.parametrize("part", first(PARTS, quick=2))
def test_a_fault_shows_nothing_and_is_logged(tmp_path: Path, part: str) -> None:
    data = school(tmp_path)
    command = kiosk(data)
    command[2:3] = ["tests.tui.faulty", part]
    with running(command) as terminal:
        terminal.until(partial(_ended_or_shown, terminal, "Touch to start"), "a start")
        for words in (HOME, "Getting"):
            if terminal.is_alive:
                os.write(terminal.master, b"1")
                terminal.until(partial(_ended_or_shown, terminal, words), "an end")
        assert terminal.status() == 70
        assert _is_restored(terminal)
        for inside in (b"Traceback", b"RuntimeError", b".py", SECRET.encode()):
            assert inside not in terminal.sent
    log = (data / "logs" / "kiosk.log").read_text("utf-8")
    assert "RuntimeError" in log
    assert "faulty.py" in log
    assert SECRET not in log
