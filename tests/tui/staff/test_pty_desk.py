"""The desk in a real terminal: what it sends, in which colours, at any size, and how it ends."""

from __future__ import annotations

import os
import random
import re
import signal
import termios
from pathlib import Path

import pytest

from kiosk.store.notes import Notes
from tests.tui.staff.terminals import (
    CTRL_S,
    DOWN,
    ESCAPE,
    FIRST,
    at_desk,
    change_the_name,
    staff,
)
from tests.tui.terminal import Terminal, running, school

pytestmark = pytest.mark.slow

MOST_BYTES = 12_000
"""Of one change of screen at 80 x 24 (DESIGN section 7)."""
IDLE = 2.5
"""Seconds in which a desk that nobody touches must send nothing."""
SOON = 5.0
"""Seconds in which it must be gone."""
WALK = ["f", "2", "\x7f", DOWN, "\r", "5", "1", "\r", "x", "\x1b", "\x1b", "\x1b", "c", "\x1b", "h", "\x1b", "s",
        "\x1b", "?", "\x1b", "\x1bOR", "\x1bOR"]  # fmt: skip
"""Keys through the list, the form, the calendar, the shelf, the snow day, all keys, and another language."""
TERMS = {
    # terminal: its variables; whether it may be sent the 256 colours, and all colours
    "console": ({"TERM": "linux", "COLORTERM": ""}, False, False),
    "screen": ({"TERM": "screen", "COLORTERM": ""}, False, False),
    "screen, 256": ({"TERM": "screen-256color", "COLORTERM": ""}, True, False),
    "tmux": ({"TERM": "tmux-256color", "COLORTERM": ""}, True, False),
    "xterm": ({"TERM": "xterm", "COLORTERM": ""}, False, False),
    "256 colours": ({"TERM": "xterm-256color", "COLORTERM": ""}, True, False),
    "all colours": ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, True, True),
    "no colour": ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, False, False),
}
_STYLE = re.compile(rb"\x1b\[([\d;]*)m")


def styles(terminal: Terminal) -> list[list[int]]:
    """The numbers of every style that was sent."""
    return [[int(code or 0) for code in codes.split(b";")] for codes in _STYLE.findall(bytes(terminal.sent))]


def leave(terminal: Terminal) -> None:
    """However deep it went, Escape leads out."""
    for _ in range(12):
        if terminal.is_alive:
            terminal.type(ESCAPE)
            terminal.settle(0.4)
    assert terminal.status() == 0


def draft(data: Path) -> list[dict[str, object]]:
    """What is kept of what was typed and not saved."""
    return [note for _, note in Notes(data).all("drafts")]


@pytest.mark.parametrize("name", TERMS)
def test_each_terminal_gets_what_it_can_show_and_no_screen_is_large(tmp_path: Path, name: str) -> None:
    variables, has_256, has_all = TERMS[name]
    with at_desk(tmp_path, env=variables) as terminal:
        terminal.settle()
        sizes = []
        for key in WALK:
            terminal.type(key)
            sizes.append(terminal.settle(0.2))
        assert max(sizes) <= MOST_BYTES, dict(zip(WALK, sizes, strict=True))
        assert terminal.settle(IDLE) == 0
        for style in styles(terminal) if not has_all else ():
            for place, code in enumerate(style):
                if code in (38, 48) and (place == 0 or style[place - 1] not in (2, 5)):
                    assert has_256, style
                    assert style[place + 1] == 5, style
        codes = {code for style in styles(terminal) for code in style}
        if name == "no colour":
            assert codes <= {0, 1, 7, 22, 27}
        assert codes & {7, 48, *range(40, 48), *range(100, 108)}  # what has the focus is seen


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_terminal_without_a_cursor_is_told_of_the_plain_commands(tmp_path: Path, term: str) -> None:
    with running(staff(school(tmp_path)), env={"TERM": term}) as terminal:
        assert terminal.status() == 2
        assert terminal.sent.decode().strip() == (
            f"This terminal cannot show a full screen (TERM is {term}): use the plain commands, such as kiosk list, "
            "show, set and check."
        )


def test_keys_in_one_bunch_do_what_they_do_one_by_one(tmp_path: Path) -> None:
    """A slow line delivers a whole change at once."""
    with at_desk(tmp_path) as terminal:
        terminal.settle()
        os.write(terminal.master, f"f214\r1\r now\r{CTRL_S}".encode())
        terminal.wait_for("Saved as No. 214")
        assert "School food shelf now" in terminal.shown


def test_no_control_key_leads_out_or_stops_it(tmp_path: Path) -> None:
    with at_desk(tmp_path) as terminal:
        for code in range(1, 32):
            if code != 0x1B:
                terminal.type(bytes([code]))
        terminal.type("!:\\|")
        terminal.settle()
        assert terminal.is_alive
        assert terminal.program.poll() is None
        assert not termios.tcgetattr(terminal.side)[3] & termios.ISIG
        leave(terminal)
        assert terminal.settings() == terminal.before


@pytest.mark.parametrize("seed", range(3))
def test_it_is_resized_at_any_moment_to_any_size(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    sizes = [(20, 5), (300, 100), (80, 24), (120, 33), (81, 23), (1, 1), (200, 10), (30, 60)]
    with at_desk(tmp_path) as terminal:
        for _ in range(25):
            terminal.resize(*chance.choice(sizes))
            terminal.type(chance.choice([DOWN, "f", "?", "\r", "\t", "1"]))
            terminal.settle(chance.choice([0.0, 0.02, 0.1]))
        terminal.resize(80, 24)
        terminal.type("\x1b\x1b" if chance.random() < 0.5 else "\x0c")
        terminal.settle()
        leave(terminal)  # these keys may have led out of the desk by then: it ended as told, and with nothing else


def test_a_small_terminal_shows_what_fits_and_the_large_one_the_rest(tmp_path: Path) -> None:
    with at_desk(tmp_path) as terminal:
        for size in ((20, 5), (300, 100)):
            terminal.resize(*size)
            terminal.type("\x0c")
            assert terminal.settle() > 0
            assert terminal.is_alive
        terminal.wait_for(FIRST)


@pytest.mark.parametrize("how", ["hang-up", "signal", "kill"])
def test_an_end_in_the_middle_of_the_form_keeps_every_letter(tmp_path: Path, how: str) -> None:
    with at_desk(tmp_path) as terminal:
        change_the_name(terminal)
        if how == "hang-up":
            terminal.hang_up()
            assert terminal.program.wait(SOON) == 128 + signal.SIGHUP
        else:
            number = signal.SIGHUP if how == "signal" else signal.SIGKILL
            assert terminal.end(number, SOON) == 128 + number
    assert "School food shelf now" in str(draft(tmp_path / "school"))
    with running(staff(tmp_path / "school")) as again:
        again.wait_for("You were writing: School food shelf")


def test_a_line_that_takes_nothing_more_does_not_keep_it_alive(tmp_path: Path) -> None:
    with at_desk(tmp_path) as terminal:
        change_the_name(terminal)
        termios.tcflow(terminal.side, termios.TCOOFF)
        os.write(terminal.master, DOWN.encode() * 200)
        terminal.program.send_signal(signal.SIGHUP)
        assert terminal.program.wait(SOON * 2) == 128 + signal.SIGHUP
    assert "School food shelf now" in str(draft(tmp_path / "school"))


def test_the_desk_without_files_reads_and_writes_none_by_its_path(tmp_path: Path) -> None:
    with running(staff(school(tmp_path), "--no-files")) as terminal:
        terminal.wait_for(FIRST)
        terminal.settle()
        terminal.type("i")
        terminal.wait_for("Files are shut here.")
        assert FIRST in terminal.shown


def test_what_is_saved_is_kept_when_the_line_breaks_at_once(tmp_path: Path) -> None:
    with at_desk(tmp_path) as terminal:
        change_the_name(terminal)
        terminal.type(CTRL_S)
        terminal.wait_for("Saved as No. 214")
        terminal.hang_up()
        assert terminal.program.wait(SOON) == 128 + signal.SIGHUP
    assert draft(tmp_path / "school") == []
