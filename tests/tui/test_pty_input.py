"""Bytes that no keyboard sends: none ends the kiosk, none is shown, and it answers the next touch."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.tui.terminal import Terminal, at_school

HOME = "What would help today?"
F2, F3 = "\x1bOQ", "\x1bOR"
TAP = b"\x1b[<0;40;12M\x1b[<0;40;12m"
NOISE, NOISY = 100_000, 60.0
"""Bytes of noise, thousands of them keys that open a page, and seconds that a busy machine may take for them."""
GROWTH_MOST = 40_000
"""Kilobytes by which a flood may make the kiosk grow: what some hundred pages leave behind until it is cleared away."""
FORGED = {
    "not UTF-8": b"\xff\xfe\x80\xc3(",
    "half a character": b"\xf0\x9f",
    "a size of no pixels": b"\x1b[48;24;80;0;0t" + TAP,
    "a size of few cells": b"\x1b[48;5;5;0;0t" + TAP,
    "a size of no cells": b"\x1b[48;0;0;0;0t" + TAP,
    "reports of the window's size are offered": b"\x1b[?2048;1$y\x1b[48;5;5;50;50t",
    "a key beyond Unicode": b"\x1b[1114112u\x1b[99999999999999999999u",
    "a key that is half a character": b"\x1b[55296u\x1b[0;;55296u",
    "a key that is no number": b"\x1b[1:2:3;;:u\x1b[;;u\x1b[97;1:3u",
    "a key that is a control character": b"\x1b[155u\x1b[27u\x1b[0u\x1b[7u\x1b[;;155u\x1b[;;27:91:50:74u",
    "a far touch": b"\x1b[<0;99999999999;99999999999M\x1b[<0;99999999999;99999999999m\x1b[<0;0;0M\x1b[<0;-5;-5m",
    "a mouse that is no mouse": b"\x1b[<999999999;1;1M\x1b[<;;M\x1b[M\x00\x00\x00\x1b[M",
    "the cursor's place": b"\x1b[1;1R\x1b[99999;99999R",
    "the window is left": b"\x1b[O",
    "an answer without end": b"\x1b]11;rgb:ffff/ffff",
    "a long sequence": b"\x1b[" + b"1;" * 3000,
    "a command to the terminal": b"\x1b]0;hacked\x07\x1b]52;c;aGFja2Vk\x07\x1bP$q\x1b\\",
    "a paste": b"\x1b[200~hacked\r\x1b[2J\x1b[201~",
    "a paste in a paste": b"\x1b[200~hacked\x1b[200~\x1b[201~",
}

FLOODS = {
    "pages": b"1\x1bOQ\x1bOR\x1b[15~",
    "visits that end": b"1\x1b[21~2\x1b[20~",
    "letters": b"17lonche\x7f",
    "toggles": b"11113",
    "taps": b"".join(b"\x1b[<0;%d;%dM\x1b[<0;%d;%dm" % (x, y, x, y) for x in range(3, 80, 7) for y in range(2, 24, 2)),
    "moves of a mouse": b"\x1b[<35;10;5M\x1b[<35;60;20M",
    "whole screens": b"\x0c",
}
"""What is sent over and over."""


def answers(terminal: Terminal) -> None:
    """Whatever it shows, in whatever language: Home, the languages, English, Home."""
    terminal.type(F2)
    terminal.wait_for("F10")
    terminal.type(F3)
    terminal.wait_for("Idioma")
    terminal.type("1")
    terminal.wait_for("F10", absent="Idioma")
    terminal.type(F2)
    terminal.wait_for(HOME)
    assert terminal.is_alive


@pytest.mark.slow
def test_forged_input_neither_ends_it_nor_shows(tmp_path: Path) -> None:
    with at_school(tmp_path) as terminal:
        terminal.type("1")
        terminal.wait_for(HOME)
        for name, forged in FORGED.items():
            terminal.type(forged)
            terminal.settle(0.15)  # a sequence cut off is known to be one after 0.1 s
            assert terminal.is_alive, name
            answers(terminal)
        assert b"hacked" not in terminal.sent
        assert b"Traceback" not in terminal.sent


def test_forged_keys_in_a_search_are_no_letters(tmp_path: Path) -> None:
    with at_school(tmp_path) as terminal:
        terminal.type("1")
        terminal.wait_for(HOME)
        terminal.type("7")
        terminal.wait_for("Search", absent=HOME)
        terminal.type(FORGED["a key that is half a character"] + FORGED["not UTF-8"])
        terminal.type("\x1b[155u\x1b[0u\x1b[;;155u\x1b[;;1564u\x1b[8238u")  # CSI, and marks that turn the writing
        terminal.type("food")
        terminal.wait_for("food")
        for sign in ("\u061c", "\u202e", "\x9b"):
            assert sign.encode() not in terminal.sent
        answers(terminal)


def test_a_touch_after_a_forged_size_hits_what_is_seen(tmp_path: Path) -> None:
    with at_school(tmp_path) as terminal:
        terminal.type("1")
        terminal.wait_for(HOME)
        terminal.type(b"\x1b[48;24;80;240;800t")
        terminal.tap_on("Search")
        terminal.wait_for("Search", absent=HOME)


@pytest.mark.slow
def test_a_paste_without_end_is_given_up(tmp_path: Path) -> None:
    with at_school(tmp_path) as terminal:
        terminal.type(b"\x1b[200~" + b"hacked" * 100)
        terminal.until(lambda: _is_heard(terminal), "an answer after the paste")
        answers(terminal)
        assert b"hacked" not in terminal.sent


@pytest.mark.slow
def test_a_paste_whose_end_is_torn_is_given_up(tmp_path: Path) -> None:
    with at_school(tmp_path) as terminal:
        terminal.type(b"\x1b[200~hacked\x1b")
        terminal.settle(0.2)
        terminal.type(b"[201~")
        terminal.until(lambda: _is_heard(terminal), "an answer after the paste")
        answers(terminal)


@pytest.mark.slow
def test_a_very_long_paste_is_given_up(tmp_path: Path) -> None:
    with at_school(tmp_path) as terminal:
        terminal.type(b"\x1b[200~" + b"hacked" * 20_000)
        answers(terminal)


def _is_heard(terminal: Terminal) -> bool:
    """Knock now and then: a key inside a paste is swallowed, and only silence for a second ends one."""
    if not terminal.settle(1.1):
        terminal.type(F2)
        terminal.settle()
    assert terminal.is_alive
    return HOME in terminal.shown or "¿Qué le ayudaría hoy?" in terminal.shown


def _peak(terminal: Terminal) -> int:
    """The most memory that the program has had so far, in kilobytes (VmHWM of proc(5))."""
    status = Path(f"/proc/{terminal.pid}/status").read_text("utf-8")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_noise_does_not_end_it(tmp_path: Path, seed: int) -> None:
    noise = random.Random(seed).randbytes(NOISE)
    with at_school(tmp_path) as terminal:
        terminal.settle()
        before = _peak(terminal)
        terminal.type(noise)
        terminal.settle()
        terminal.until(lambda: _is_heard(terminal), "an answer after the noise", NOISY)
        answers(terminal)
        assert b"Traceback" not in terminal.sent
        assert _peak(terminal) - before < GROWTH_MOST


@pytest.mark.slow
@pytest.mark.parametrize("flood", FLOODS)
def test_a_flood_of_one_thing_does_not_hold_it_up(tmp_path: Path, flood: str) -> None:
    with at_school(tmp_path) as terminal:
        terminal.settle()
        before = _peak(terminal)
        terminal.type(FLOODS[flood] * (NOISE // len(FLOODS[flood])))
        terminal.settle()
        terminal.until(lambda: _is_heard(terminal), "an answer after the flood", NOISY)
        answers(terminal)
        assert _peak(terminal) - before < GROWTH_MOST


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_noise_of_escapes_does_not_end_it(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    pieces = (b"\x1b[", b"\x1b", *(bytes([sign]) for sign in b"<;:MmuRt~01"), b"$y", b"48", b"99999")
    with at_school(tmp_path) as terminal:
        terminal.type(b"".join(dice.choices(pieces, k=5_000)))
        terminal.settle()
        terminal.until(lambda: _is_heard(terminal), "an answer after the noise", NOISY)
        answers(terminal)
        assert b"Traceback" not in terminal.sent
