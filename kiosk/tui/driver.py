"""The terminal as the kiosk reads it: no byte that comes in can end the program, and a lost terminal does."""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message
from textual.messages import InBandWindowResize

READ_SIZE = 4096
POLL = 0.1
"""Seconds between looks at whether the program has ended; an Escape alone is known after as long."""


class CellParser(XTermParser):
    """Reads the mouse in cells, whatever size in pixels the terminal claims: a claim of 0 would divide by zero."""

    def parse_mouse_code(self, code: str) -> Message | None:
        """A mouse event in cells."""
        self.mouse_pixels = False
        return super().parse_mouse_code(code)


class KioskDriver(LinuxDriver):
    """Textual's own driver, but for the thread that reads.

    The stock one ends the program with exit 0 at the first byte that is not UTF-8, takes its size from whatever the
    input claims, and spins when standard input ends without a hang-up.
    """

    def run_input_thread(self) -> None:
        """Read until the program ends; when the input ends first, end the program."""
        parser: XTermParser = CellParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                read = self._read() if selector.select(POLL) else None
                if read == b"":
                    self._app.call_later(self._app.exit)
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

    def _feed(self, parser: XTermParser, text: str) -> XTermParser:
        """Turn text into events, and give the parser to go on with: a new one when these bytes broke it."""
        try:
            for event in parser.feed(text) if text else parser.tick():
                self.process_message(event)
        except Exception:  # noqa: BLE001 -- forged input breaks the parser in many ways; none may end the kiosk
            return CellParser(self._debug)
        return parser

    def process_message(self, message: Message) -> None:
        """Hand on what came in, but for claims about the window's size: that comes from the system."""
        if not isinstance(message, InBandWindowResize | events.Resize):
            super().process_message(message)

    def _query_in_band_window_resize(self) -> None:
        """Sizes are not asked of the terminal's input."""
