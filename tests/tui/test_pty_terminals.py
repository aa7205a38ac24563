"""What the kiosk makes of the terminal it finds, and of the environment it is started in."""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.terminal import Terminal, at_school, kiosk, running, school

HOME = "What would help today?"
_STYLE = re.compile(rb"\x1b\[([\d;]*)m")
NO_COLOURS = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}
PALETTES = {
    # terminal: its variables, whether it has the 256 colours
    "256 colours": ({"TERM": "xterm-256color", "COLORTERM": ""}, True),
    "tmux": ({"TERM": "tmux-256color", "COLORTERM": ""}, True),
    "16 colours": ({"TERM": "xterm", "COLORTERM": ""}, False),
    "console": ({"TERM": "linux", "COLORTERM": ""}, False),
    "screen": ({"TERM": "screen", "COLORTERM": ""}, False),
    "nothing known": ({"TERM": "", "COLORTERM": ""}, False),
}
OBEYED_BY_TEXTUAL = {
    "TEXTUAL": "debug,devtools",
    "TEXTUAL_DRIVER": "textual.drivers.headless_driver:HeadlessDriver",
    "TEXTUAL_PRESS": "1,1,1",
    "TEXTUAL_SCREENSHOT": "0",
    "TEXTUAL_ALLOW_SIGNALS": "1",
    "TEXTUAL_DEBUG": "1",
    "TEXTUAL_COLOR_SYSTEM": "standard",
    "TEXTUAL_FILTERS": "dim",
    "TEXTUAL_SHOW_RETURN": "1",
    "TEXTUAL_THEME": "dracula",
    "TEXTUAL_DISABLE_KITTY_KEY": "1",
    "COLUMNS": "40",
    "LINES": "10",
    "ESCDELAY": "60000",
}


def styles(terminal: Terminal) -> Iterator[list[int]]:
    """The numbers of every style that was sent."""
    for codes in _STYLE.findall(bytes(terminal.sent)):
        yield [int(code or 0) for code in codes.split(b";")]


def walk(terminal: Terminal) -> None:
    """From the first screen to a code and to the help lines."""
    for key, words in (("1", HOME), ("1", "Getting"), ("1", "School food shelf"), ("1", "Opens example.org/food"),
                       ("\x1bOP", "Danger right now")):  # fmt: skip
        terminal.type(key)
        terminal.wait_for(words)


def test_without_colour_no_colour_is_sent(tmp_path: Path) -> None:
    with at_school(tmp_path, env=NO_COLOURS) as terminal:
        walk(terminal)
        assert {code for style in styles(terminal) for code in style} <= {0, 1, 7, 22, 27}
        assert any(7 in style for style in styles(terminal))  # what is lit is reversed


def test_a_no_color_that_is_empty_is_none(tmp_path: Path) -> None:
    with at_school(tmp_path, env={"NO_COLOR": ""}) as terminal:
        assert any(style[:2] == [48, 2] for style in styles(terminal))


@pytest.mark.parametrize(
    "name", ["16 colours", *(pytest.param(each, marks=pytest.mark.slow) for each in PALETTES if each != "16 colours")]
)
def test_a_palette_gets_its_own_numbers(tmp_path: Path, name: str) -> None:
    variables, has_256 = PALETTES[name]
    with at_school(tmp_path, env=variables) as terminal:
        walk(terminal)
        sent = list(styles(terminal))
        assert any(code in style for style in sent for code in (*range(40, 48), *range(100, 108), 48))
        for style in sent:
            for place, code in enumerate(style):
                if code in (38, 48) and (place == 0 or style[place - 1] != 5):
                    assert has_256 and style[place + 1] == 5, style


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_terminal_without_a_cursor_is_told_of_the_plain_form(tmp_path: Path, term: str) -> None:
    with running(kiosk(school(tmp_path)), env={"TERM": term}) as terminal:
        assert terminal.status() == 2
        said = terminal.sent.decode().strip()
        assert said == f"This terminal cannot show a full screen (TERM is {term}): run it with --plain."


def test_a_terminal_without_utf8_is_told_of_the_plain_form(tmp_path: Path) -> None:
    with running(kiosk(school(tmp_path)), env={"PYTHONIOENCODING": "latin-1"}) as terminal:
        assert terminal.status() == 2
        assert "UTF-8" in terminal.shown
        assert "--plain" in terminal.shown


def test_the_plain_form_runs_on_a_terminal_without_a_cursor(tmp_path: Path) -> None:
    with running(kiosk(school(tmp_path), "--plain"), env={"TERM": "dumb"}) as terminal:
        terminal.wait_for("Touch to start")
        assert b"\x1b" not in terminal.sent


def test_no_variable_is_obeyed(tmp_path: Path) -> None:
    with at_school(tmp_path, env=OBEYED_BY_TEXTUAL) as terminal:
        terminal.settle()
        assert "Touch to start" in terminal.shown  # nobody pressed a key
        assert any(style[:3] == [48, 2, 15] for style in styles(terminal))  # its own colours, and all of them
        terminal.type("\x03")
        terminal.type("1")
        terminal.wait_for(HOME)
        terminal.wait_for("I'm done")  # the last row: the size is the terminal's
        terminal.type("7")
        terminal.wait_for("Search", absent=HOME)
        terminal.type("\x1b")
        terminal.wait_for(HOME)
        assert terminal.end(signal.SIGTERM) == 143
        assert b"returned" not in terminal.sent
