"""The driver's parts without a terminal: the parser that no forged input deceives, the outlet that never blocks."""

from __future__ import annotations

import os
import threading
from typing import cast

from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._parser import ParseTimeout
from textual.app import App
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from kiosk.tui.driver import MOST_MOVES, MOST_WAITING, RESERVE, CellParser, KioskDriver
from kiosk.tui.outlet import MOST_KEPT, Outlet


def keys(parser: CellParser, text: str) -> list[str]:
    """The names of the keys that a text makes."""
    return [event.key for event in parser.feed(text) if isinstance(event, events.Key)]


def pause(parser: CellParser) -> None:
    """Nothing comes for a while."""
    parser._timeout_time = None
    parser._awaiting = parser._gen.throw(ParseTimeout())
    parser._tokens.clear()


def test_keys_and_taps_are_read() -> None:
    parser = CellParser()
    assert keys(parser, "a\r\x1bOP\x1b[20~") == ["a", "enter", "f1", "f9"]
    taps = list(parser.feed("\x1b[<0;41;12M\x1b[<0;41;12m"))
    assert [type(tap) for tap in taps] == [events.MouseDown, events.MouseUp]
    assert [(tap.x, tap.y) for tap in taps if isinstance(tap, events.MouseEvent)] == [(40, 11)] * 2


def test_taps_are_in_cells_whatever_the_terminal_claims() -> None:
    parser = CellParser()
    list(parser.feed("\x1b[48;24;80;0;0t\x1b[48;24;80;480;800t"))
    (tap,) = parser.feed("\x1b[<0;41;12M")
    assert isinstance(tap, events.MouseDown)
    assert (tap.x, tap.y) == (40, 11)


def test_a_paste_is_known_from_its_start_to_its_end() -> None:
    parser = CellParser()
    counts = [parser.pasted]
    assert keys(parser, "\x1b[200~ab") == []
    counts.append(parser.pasted)
    pasted = list(parser.feed("c\x1b[201~"))
    assert [event.text for event in pasted if isinstance(event, events.Paste)] == ["abc"]
    counts.append(parser.pasted)
    assert counts == [None, 2, None]
    assert keys(parser, "x") == ["x"]


def test_a_pause_in_a_sequence_is_no_part_of_it() -> None:
    parser = CellParser()
    list(parser.feed("\x1b[200~abc\x1b"))
    pause(parser)
    list(parser.feed("[201~"))
    assert keys(parser, "x") == []
    assert parser.pasted is not None  # the paste goes on, and the parser knows


PIECES = ["\x1b[200~", "\x1b[201~", "\x1b", "[200~", "[201~", "a", "7", "\x1b[<0;1;1M", "pause"]


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_what_the_parser_says_of_a_paste_is_so(pieces: list[str]) -> None:
    parser = CellParser()
    for piece in (*pieces, "pause"):
        if piece != "pause":
            list(parser.feed(piece))
        elif parser._awaiting.timeout is not None:
            pause(parser)
    assert (keys(parser, "q") == []) == (parser.pasted is not None)


class Busy:
    """An app that takes nothing up."""

    def __init__(self) -> None:
        self.waiting: list[Message] = []

    def post_message(self, message: Message) -> bool:
        """What waits for it."""
        self.waiting.append(message)
        return True


def handing_to(app: Busy) -> KioskDriver:
    """A driver without a terminal."""
    driver = object.__new__(KioskDriver)
    driver._app = cast("App[object]", app)
    driver._most_waiting, driver._handed, driver._answered = MOST_WAITING, 0, 0
    driver._is_told = False
    return driver


def test_a_flood_does_not_wait_for_a_busy_app_but_keys_that_count_everywhere_find_room() -> None:
    app = Busy()
    driver = handing_to(app)
    move = events.MouseMove(None, 1, 1, 0, 0, 0, False, False, False)
    for _ in range(1_000):
        driver.send_message(move)
    assert len(app.waiting) == MOST_MOVES
    for _ in range(1_000):
        driver.send_message(events.Key("1", "1"))
        driver.send_message(TerminalSupportsSynchronizedOutput())
    assert len(app.waiting) == MOST_WAITING + 1
    driver.send_message(events.Key("f9", None))
    assert getattr(app.waiting[-1], "key", "") == "f9"
    for _ in range(1_000):
        driver.send_message(events.Key("escape", None))
    assert len(app.waiting) == MOST_WAITING + RESERVE + 1
    driver._answered += RESERVE + 1
    driver.send_message(events.Key("2", "2"))
    assert getattr(app.waiting[-1], "key", "") == "2"


def test_what_is_written_is_sent_at_the_flush() -> None:
    ours, theirs = os.pipe()
    outlet = Outlet(theirs)
    assert outlet.write("ñ \udc80") == 3
    outlet.write("!")
    outlet.flush()
    os.close(theirs)
    with os.fdopen(ours, "rb") as file:
        assert file.read() == "ñ ?!".encode()


def test_much_is_sent_before_the_flush() -> None:
    ours, theirs = os.pipe()
    read: list[bytes] = []

    def take() -> None:
        with os.fdopen(ours, "rb") as file:
            read.append(file.read())

    reader = threading.Thread(target=take)
    reader.start()
    outlet = Outlet(theirs)
    outlet.write("x" * (MOST_KEPT + 1))
    os.close(theirs)
    reader.join(10)
    assert len(read[0]) == MOST_KEPT + 1


def test_a_terminal_that_is_gone_is_no_error() -> None:
    ours, theirs = os.openpty()
    os.close(ours)
    outlet = Outlet(theirs)
    assert outlet.isatty() in (True, False)
    for _ in range(3):
        outlet.write("lost")
        outlet.flush()
    assert outlet.fileno() == theirs
    os.close(theirs)
