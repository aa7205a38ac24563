"""The terminal as the kiosk reads it: no byte that comes in can end the program, and a lost terminal does."""

from __future__ import annotations

import asyncio
import os
import selectors
import signal
import sys
import termios
import time
from codecs import getincrementaldecoder
from collections.abc import Generator
from contextlib import suppress

from textual import events
from textual._parser import ParseTimeout, Peek1, Read1, TokenCallback
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.message import Message
from textual.messages import InBandWindowResize

from kiosk.tui.keys import EACH_COUNTS, LAST_COUNTS
from kiosk.tui.outlet import Outlet

READ_SIZE = 4096
POLL = 0.1
"""Seconds between looks at whether the program has ended; an Escape alone is known after as long."""
PASTE_PAUSE, PASTE_MOST = 1.0, 100_000
"""Seconds of silence, or characters, after which a paste that has no end is given up."""
COUNTED = (events.InputEvent, events.Paste)
"""What a person makes, and a flood is made of."""
MOST_WAITING = 64
"""Keys and taps that may wait to be answered: more than anybody makes meanwhile. An app may have its own number."""
MOST_MOVES = 16
"""How much may wait before a move of the mouse: only the last ones matter."""
RESERVE = 16
"""Places kept for the keys that do the same on every page, and for a finger that lifts."""
LAST_WORDS = 2.0
"""Seconds that the end of the program waits for a terminal that takes nothing more."""
HUNG_UP = 128 + signal.SIGHUP
"""Exit status when the input ends: the terminal is gone, with or without a hang-up."""
ENTERS, LEAVES = frozenset({"\x1b[?1049h"}), frozenset({"\x1b[?1049l", "\x1b[?25h"})
"""The terminal's second screen is entered; it is left, and the cursor is shown again."""
CLAIMS = (InBandWindowResize, events.Resize, events.AppFocus, events.AppBlur, events.CursorPosition)
"""What the input may say about the window and nobody believes: the system tells its size; its focus is no matter."""


class CellParser(XTermParser):
    """Reads the mouse in cells, whatever size in pixels the terminal claims: a claim of 0 would divide by zero.

    It knows whether it is inside a paste, where every key and every tap is swallowed until the paste's end comes.
    """

    pasted: int | None = None
    """Characters of the paste so far; None outside one."""

    def parse_mouse_code(self, code: str) -> Message | None:
        """A mouse event in cells."""
        self.mouse_pixels = False
        return super().parse_mouse_code(code)

    def parse(self, token_callback: TokenCallback[Message]) -> Generator[Read1 | Peek1, str, None]:
        """The stock parser, watched from outside for the start and the end of a paste."""
        stock = super().parse(token_callback)
        awaited = next(stock)
        recent = ""
        while True:
            try:
                character = yield awaited
            except ParseTimeout as pause:
                recent = ""
                awaited = stock.throw(pause)
                continue
            recent = (recent + character)[-len(BRACKETED_PASTE_START) :]
            if recent == BRACKETED_PASTE_START:
                self.pasted = 0
            elif recent == BRACKETED_PASTE_END:
                self.pasted = None
            elif self.pasted is not None:
                self.pasted += 1
            awaited = stock.send(character)


class KioskDriver(LinuxDriver):
    """Textual's own driver, but for the thread that reads and the file that is written to.

    The stock one ends the program with exit 0 at the first byte that is not UTF-8, takes its size from whatever the
    input claims, spins when standard input ends without a hang-up, and draws on standard error.
    """

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        outlet = Outlet((sys.__stdout__ or sys.stdout).fileno())
        self._file = outlet  # type: ignore[assignment]  # it has what the writing thread asks of a file
        self._fed_at = 0.0
        self._most_waiting: int = getattr(app, "MOST_WAITING", MOST_WAITING)
        self._handed = 0
        """Keys, taps and moves handed to the app: counted by the thread that reads."""
        self._answered = 0
        """How many of them the app has taken up: counted by the app's own thread."""
        self._is_told = False
        self._unsent: frozenset[str] = ENTERS if getattr(app, "takes_over", False) else frozenset()
        """Codes that are left out, so that between two apps of this program no shell is seen."""
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)  # a kiosk is not put aside
        signal.signal(signal.SIGCONT, signal.SIG_DFL)  # comes with every hang-up; the stock driver would start again

    def start_application_mode(self) -> None:
        """Take the terminal. From here on a terminal that takes nothing more no longer holds up the program.

        What was typed before the kiosk was there to read it is not meant for it.
        """
        with suppress(termios.error):  # it is gone already: reading finds out
            termios.tcflush(self.fileno, termios.TCIFLUSH)
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual gives it no types
        if self._writer_thread is not None:
            self._writer_thread._queue.maxsize = 0
        # A handler of Python's own can be interrupted by the next one, which then tells its size first and is undone.
        asyncio.get_running_loop().add_signal_handler(signal.SIGWINCH, self._tell_size)

    def write(self, data: str) -> None:
        """Send something to the terminal."""
        if data not in self._unsent:
            super().write(data)

    def stop_application_mode(self) -> None:
        """Give the terminal back, or on to the next app of this program, which then finds it as it is."""
        if getattr(self._app, "is_handed_over", False):
            self._unsent = LEAVES
        super().stop_application_mode()

    def _tell_size(self) -> None:
        size = Size(*self._get_terminal_size())
        self._app.post_message(events.Resize(size, size))

    def close(self) -> None:
        """Wait for the last words to be sent, but not for ever."""
        if self._writer_thread is not None:
            self._writer_thread._queue.put(None)
            self._writer_thread.join(LAST_WORDS)

    def run_input_thread(self) -> None:
        """Read until the program ends; when the input ends first, end the program."""
        parser = CellParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                read = self._read() if selector.select(POLL) else None
                if read == b"":
                    self._app.call_later(self._app.exit, return_code=HUNG_UP)
                    return
                parser = self._feed(parser, decode(read) if read else "")

    def _read(self) -> bytes | None:
        """What has come in: None when nothing has yet, empty when the input has ended or its terminal is gone."""
        try:
            return os.read(self.fileno, READ_SIZE)
        except BlockingIOError:
            return None
        except OSError:
            return b""

    def _feed(self, parser: CellParser, text: str) -> CellParser:
        """Turn text into events, and give the parser to go on with: a new one when these bytes broke it."""
        now = time.monotonic()
        if text:
            self._fed_at = now
        try:
            for event in parser.feed(text) if text else parser.tick():
                self.process_message(event)
        except Exception:  # noqa: BLE001 -- forged input breaks the parser in many ways; none may end the kiosk
            return CellParser(self._debug)
        if parser.pasted is not None and (parser.pasted > PASTE_MOST or now - self._fed_at > PASTE_PAUSE):
            return CellParser(self._debug)
        return parser

    def process_message(self, message: Message) -> None:
        """Hand on what came in, but for claims about the window."""
        if not isinstance(message, CLAIMS):
            super().process_message(message)

    def send_message(self, message: Message) -> None:
        """Hand it to the app, unless more waits there than anybody can mean.

        A key that lies on the keyboard, or a broken touch panel, must neither fill the memory nor keep the kiosk busy
        for minutes.
        """
        if isinstance(message, COUNTED):
            if self._handed - self._answered < self._most(message):
                self._handed += 1
                self._app.post_message(message)
        elif not self._is_told:  # that the terminal shows whole frames only: once is enough
            self._is_told = True
            self._app.post_message(message)

    def answered(self) -> None:
        """One key or tap fewer waits."""
        self._answered += 1

    def _most(self, message: Message) -> int:
        """How many may wait before this one."""
        if isinstance(message, events.MouseMove):
            return MOST_MOVES
        if isinstance(message, events.MouseUp) or getattr(message, "key", "") in EACH_COUNTS | LAST_COUNTS:
            return self._most_waiting + RESERVE
        return self._most_waiting

    def _query_in_band_window_resize(self) -> None:
        """Sizes are not asked of the terminal's input."""
