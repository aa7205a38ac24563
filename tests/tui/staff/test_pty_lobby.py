"""From the lobby to the desk and back, in one real terminal: no shell is seen between them, and none is reached."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from kiosk.services.accounts import Accounts
from kiosk.services.who import Who
from kiosk.store import open_store
from kiosk.store.notes import Notes
from kiosk.store.people_file import PeopleFile
from tests.tui.staff.terminals import (
    CTRL_D,
    CTRL_S,
    ENTER,
    ESCAPE,
    F1,
    F2,
    FIRST,
    PIN,
    WRONG,
    at_lobby,
    change_the_name,
    name_mary,
)
from tests.tui.terminal import Terminal, kiosk, running, school

pytestmark = pytest.mark.slow

DIGITS = "Type your PIN."
START = "Touch to start"
LEFT = (b"\x1b[?1049l", b"\x1b[?25h")
"""The shell's own screen, and its cursor."""


def sign_in(terminal: Terminal) -> None:
    """The chord, the PIN, the desk."""
    terminal.settle()
    terminal.type(CTRL_D)
    terminal.wait_for(DIGITS)
    terminal.type(PIN + ENTER)
    terminal.wait_for(FIRST)


def test_a_pin_leads_to_the_desk_and_escape_back_to_families_without_a_glimpse_of_the_shell(tmp_path: Path) -> None:
    with at_lobby(tmp_path) as terminal:
        sign_in(terminal)
        terminal.settle()
        terminal.type(ESCAPE)
        terminal.wait_for(START)
        sign_in(terminal)  # and again
        terminal.type(ESCAPE)
        terminal.wait_for(START)
        assert not any(code in terminal.sent for code in LEFT)
        terminal.settle()
        terminal.type("1")
        terminal.wait_for("What would help today?")
        assert terminal.end(signal.SIGTERM) == 143
        assert terminal.settings() == terminal.before
        assert all(code in terminal.sent for code in LEFT)


def test_a_finger_held_on_the_corner_leads_to_the_digits(tmp_path: Path) -> None:
    with at_lobby(tmp_path, size=(120, 33)) as terminal:
        terminal.settle()
        terminal.type("\x1b[<0;2;2M")
        terminal.settle(2.2)  # the finger lies there
        terminal.type("\x1b[<0;2;2m")
        terminal.wait_for(DIGITS)
        for digit in PIN:
            terminal.tap_on(f" {digit} ")
        terminal.tap_on("Enter")
        terminal.wait_for(FIRST)


def test_a_change_carries_the_name_of_who_signed_in(tmp_path: Path) -> None:
    with at_lobby(tmp_path) as terminal:
        sign_in(terminal)
        change_the_name(terminal)
        terminal.type(CTRL_S)
        terminal.wait_for("Saved as No. 214")
        (newest, *_) = open_store(tmp_path / "school").history("food-shelf")
        assert newest.by == "Mary Cole"


def test_a_wrong_pin_makes_one_wait_and_a_restart_does_not_help(tmp_path: Path) -> None:
    with at_lobby(tmp_path) as terminal:
        for _ in range(2):
            terminal.settle()
            terminal.type(CTRL_D)
            terminal.wait_for(DIGITS)
            terminal.until(lambda: "Wait" not in terminal.shown, "the wait to be over")
            terminal.type(WRONG + ENTER)
            terminal.wait_for("Not right. Wait")
            terminal.type(F2)
            terminal.wait_for("What would help today?")
            terminal.type(F1)
            terminal.wait_for("Danger right now")
        assert terminal.end(signal.SIGKILL) == 128 + signal.SIGKILL
    with running(kiosk(tmp_path / "school")) as terminal:
        terminal.wait_for(START)
        terminal.settle()
        terminal.type(CTRL_D)
        terminal.wait_for("Wait 4 seconds.")
        terminal.type(PIN + ENTER)
        terminal.settle()
        assert FIRST not in terminal.shown
        assert DIGITS in terminal.shown


def test_nothing_of_the_pin_is_sent_logged_or_kept(tmp_path: Path) -> None:
    with at_lobby(tmp_path) as terminal:
        terminal.settle()
        terminal.type(CTRL_D)
        terminal.wait_for(DIGITS)
        terminal.type(WRONG + ENTER)
        terminal.wait_for("Not right.")
        terminal.until(lambda: "Type it again" in terminal.shown, "the wait to be over")
        terminal.type(PIN + ENTER)
        terminal.wait_for(FIRST)
        for pin in (PIN, WRONG):
            assert pin.encode() not in terminal.sent
    kept = b"".join(path.read_bytes() for path in (tmp_path / "school").rglob("*") if path.is_file())
    assert PIN.encode() not in kept
    assert WRONG.encode() not in kept


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_at_the_desk_ends_the_program_and_gives_the_terminal_back(
    tmp_path: Path, number: signal.Signals
) -> None:
    with at_lobby(tmp_path) as terminal:
        sign_in(terminal)
        assert terminal.end(number) == 128 + number
        assert terminal.settings() == terminal.before
        assert all(code in terminal.sent for code in LEFT)


@pytest.mark.parametrize("after", [0.05, 0.3, 0.6])
def test_a_signal_on_the_way_to_the_desk_ends_it_with_the_terminal_given_back(tmp_path: Path, after: float) -> None:
    with at_lobby(tmp_path) as terminal:
        terminal.settle()
        terminal.type(CTRL_D)
        terminal.wait_for(DIGITS)
        terminal.type(PIN + ENTER)
        moment = time.monotonic() + after
        terminal.until(lambda: time.monotonic() >= moment, "that moment")
        assert terminal.end(signal.SIGTERM) == 143
        assert terminal.settings() == terminal.before
        assert all(code in terminal.sent for code in LEFT)
        assert b"Traceback" not in terminal.sent


def test_a_line_that_breaks_at_the_desk_keeps_the_draft(tmp_path: Path) -> None:
    with at_lobby(tmp_path) as terminal:
        sign_in(terminal)
        change_the_name(terminal)
        terminal.hang_up()
        assert terminal.program.wait(5.0) == 128 + signal.SIGHUP
    assert "School food shelf now" in str(list(Notes(tmp_path / "school").all("drafts")))


def test_keys_pressed_between_the_two_reach_no_shell(tmp_path: Path) -> None:
    with at_lobby(tmp_path) as terminal:
        terminal.settle()
        terminal.type(CTRL_D)
        terminal.wait_for(DIGITS)
        terminal.type(PIN + ENTER)
        for _ in range(40):  # the whole while that the desk takes to come
            os.write(terminal.master, b"\x03\x1c\x1a")
            terminal.settle(0.02)
        terminal.wait_for(FIRST)
        assert terminal.is_alive
        assert b"^C" not in terminal.sent


def test_a_pin_taken_away_opens_nothing_and_the_corner_is_dead_again(tmp_path: Path) -> None:
    data = school(tmp_path)
    name_mary(data)
    with running(kiosk(data)) as terminal:
        terminal.wait_for(START)
        people = Accounts(PeopleFile(data))
        people.keep("Mary Cole", Who("admin", "admin"), "", pin=b"")
        terminal.settle()
        terminal.type(CTRL_D)
        terminal.settle()
        assert START in terminal.shown
