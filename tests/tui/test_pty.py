"""The kiosk in a real terminal: what a family sees, what keys do, what is sent."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.tui.terminal import SUPPORTS_FRAMES, at_school

HOME = "What would help today?"
READ = "Care room"
"""What the first screen shows of today: it comes once the listings were read in the background."""
F1, F2, F3, F5, F9, F10 = "\x1bOP", "\x1bOQ", "\x1bOR", "\x1b[15~", "\x1b[20~", "\x1b[21~"
ESCAPE, PAGE_DOWN, ENTER = "\x1b", "\x1b[6~", "\r"
MOST_BYTES = 12_000
"""Of one change of screen at 80 x 24 (DESIGN section 7)."""
IDLE = 2.5
"""Seconds in which a screen that nobody touches must send nothing."""
WALK = [
    # the key, what is on the screen then, what no longer is
    ("1", HOME, "Touch to start"),
    ("0", "No school Fri", HOME),
    (PAGE_DOWN, "Before", ""),
    (F2, HOME, "Before"),
    ("8", "Today at school", HOME),
    (F2, HOME, "Today at school"),
    ("7", "Search", HOME),
    ("f", "Show all", ""),
    (F2, HOME, "Show all"),
    ("6", "Help me choose", HOME),
    ("1", "How old", ""),
    (F2, HOME, "How old"),
    ("5", "How school can help", HOME),
    ("1", "How to ask", ""),
    (F3, "Idioma", "How to ask"),
    (ESCAPE, "How to ask", "Idioma"),
    (F5, "A person now", "How to ask"),
    ("1", "Walk past the gym", ""),
    (F1, "Danger right now", "Walk past the gym"),
    ("1", "Scan to call 911", ""),
    (F2, HOME, "Scan to call 911"),
    ("1", "Getting", HOME),
    ("1", "School food shelf", "Getting"),
    ("1", "Walk in now", ""),
    ("9", "✓ My list", ""),
    ("2", "Form asks", ""),
    (F2, HOME, "Form asks"),
    ("9", "Scan to keep", HOME),
    (F9, "Picture day", "My list"),
    (ENTER, "Touch to start", "Picture day"),
    ("2", "¿", "Touch to start"),
    (F10, "What your phone scanned stays in your phone.", ""),
]
CONTROL = "".join(chr(code) for code in range(1, 32) if chr(code) not in "\t\r\n\x1b")
"""Every Ctrl and letter, but those that are Tab, Enter and Escape: Ctrl+C, Ctrl+D, Ctrl+P, Ctrl+Q, Ctrl+S, Ctrl+Z..."""
KEYS = [
    *CONTROL,
    *("\x1b[17~", "\x1b[18~", "\x1b[19~", "\x1b[23~", "\x1b[24~"),  # F6, F7, F8, F11, F12
    *(f"\x1b[{ord(letter)};5u" for letter in "cdpqsxz\\"),  # Ctrl and a letter as newer terminals send them
    *("\x1bx", "\x1b[1;3S", "\x1b[3~", "\x1b[2~", "\x1b[Z"),
]


def test_a_key_journey_ends_on_a_code(tmp_path: Path) -> None:
    with at_school(tmp_path) as terminal:
        assert "Toque para empezar" in terminal.shown
        for key, words in (("1", HOME), ("1", "Getting"), ("1", "School food shelf"), ("1", "Opens example.org/food")):
            terminal.type(key)
            terminal.wait_for(words)
        assert "█▀▀▀▀▀█" in terminal.shown


def test_a_finger_reaches_home_and_the_help_lines(tmp_path: Path) -> None:
    with at_school(tmp_path, size=(120, 33)) as terminal:
        terminal.tap_on("Touch to start")
        terminal.wait_for(HOME)
        terminal.tap_on("Help now")
        terminal.wait_for("Danger right now", absent=HOME)


def test_no_key_leads_out_or_inside(tmp_path: Path) -> None:
    with at_school(tmp_path) as terminal:
        terminal.type("1")
        terminal.wait_for(HOME)
        for key in KEYS:
            terminal.type(key)
        terminal.type(F3)
        terminal.wait_for("Idioma")
        terminal.type(ESCAPE)
        terminal.wait_for(HOME, absent="Idioma")
        assert terminal.is_alive
        assert b"\x1b]52" not in terminal.sent  # the terminal's clipboard
        assert b"\x1b[?1049l" not in terminal.sent  # it never left the screen


@pytest.mark.slow
def test_nothing_is_sent_while_nobody_uses_it(tmp_path: Path) -> None:
    with at_school(tmp_path) as terminal:
        terminal.settle(1.0)  # what it reads ahead at the start may change the first screen once
        assert terminal.settle(IDLE) == 0
        terminal.type("1")
        terminal.wait_for(HOME)
        terminal.settle(1.0)
        assert terminal.settle(IDLE) == 0


@pytest.mark.slow
@pytest.mark.parametrize("frames", [b"", SUPPORTS_FRAMES], ids=["plain", "whole frames"])
def test_a_change_of_screen_is_small(tmp_path: Path, frames: bytes) -> None:
    with at_school(tmp_path) as terminal:
        terminal.type(frames)
        terminal.settle()
        sizes = {}
        for step, (key, words, gone) in enumerate(WALK):
            before = len(terminal.sent)
            terminal.type(key)
            terminal.wait_for(words, absent=gone)
            terminal.settle(0.15)
            sizes[step, words] = len(terminal.sent) - before
        assert {step: size for step, size in sizes.items() if not 0 < size <= MOST_BYTES} == {}


def test_another_size_at_any_moment(tmp_path: Path) -> None:
    with at_school(tmp_path) as terminal:
        terminal.type("1")
        terminal.wait_for(HOME)
        for size, words in (
            ((200, 60), "What would help"),
            ((79, 23), "988"),
            ((80, 24), HOME),
            ((20, 5), "988"),
            ((1, 1), ""),
            ((120, 33), "What would help"),
            ((80, 24), HOME),
        ):
            terminal.resize(*size)
            terminal.wait_for(words, absent=HOME if words == "988" else "")
        terminal.type("1")
        terminal.wait_for("Getting", absent=HOME)


@pytest.mark.slow
def test_a_change_of_size_and_back_draws_all_anew(tmp_path: Path) -> None:
    with at_school(tmp_path) as terminal:
        terminal.wait_for(READ)
        terminal.settle()
        before = terminal.shown
        terminal.resize(100, 30)
        terminal.screen.reset()
        terminal.resize(80, 24)
        terminal.until(lambda: terminal.shown == before, "the same screen as before")


def test_a_garbled_screen_is_drawn_anew_by_ctrl_l(tmp_path: Path) -> None:
    with at_school(tmp_path) as terminal:
        terminal.wait_for(READ)
        terminal.settle()
        before = terminal.shown
        terminal.screen.reset()
        terminal.type("\x0c")
        terminal.until(lambda: terminal.shown == before, "the same screen as before")


@pytest.mark.slow
def test_a_window_dragged_to_and_fro_ends_at_its_last_size(tmp_path: Path) -> None:
    dice = random.Random(1)
    with at_school(tmp_path) as terminal:
        terminal.type("1")
        terminal.wait_for(HOME)
        for last, words in (((79, 23), "988 "), ((80, 24), "I'm done")):
            for _ in range(60):
                terminal.resize(*dice.choice([(200, 60), (79, 23), (80, 24), (20, 5), (1, 1), (120, 33)]))
            terminal.resize(*last)
            terminal.wait_for(words)
