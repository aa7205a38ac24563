"""A Textual app with every way out closed: a visitor can neither quit it, nor see its inside, nor leave it hanging."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from typing import ClassVar

from textual.app import App

from kiosk.tui.driver import KioskDriver
from kiosk.tui.themes import THEMES, PaletteFilter, theme_name

FAULT = 70
"""Exit status of a fault in the program (EX_SOFTWARE of sysexits.h): who supervises it starts it again."""
_OBEYED = ("TEXTUAL", "TEXTUAL_DRIVER", "TEXTUAL_PRESS", "TEXTUAL_SCREENSHOT", "TEXTUAL_ALLOW_SIGNALS")
"""Variables of the environment that Textual obeys; a kiosk obeys none."""

_log = logging.getLogger(__name__)


class ClosedApp(App[None], inherit_bindings=False):
    """Only the actions it names can be run, a fault shows nothing and exits 70, and a hang-up ends it."""

    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False
    ALLOW_SELECT: ClassVar[bool] = False
    ACTIONS: ClassVar[frozenset[str]] = frozenset()
    """The actions of the app itself that a key may run."""

    def __init__(self, look: str) -> None:
        for name in _OBEYED:
            os.environ.pop(name, None)
        super().__init__(driver_class=KioskDriver)
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = theme_name(look, self.console.color_system, no_color=self.no_color)
        if self.theme.endswith(("-256", "-16")) or self.theme == "no-color":
            self._filters = [PaletteFilter(self.theme)]

    def watch_signals(self) -> None:
        """End by oneself at a hang-up or a polite kill: Textual would leave the terminal as it is, or spin."""
        loop = asyncio.get_running_loop()
        for signum in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(signum, self._end, signum)

    def _end(self, signum: int) -> None:
        self.exit(return_code=128 + signum)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only actions of this list: a link in some text, or a stray key, can run no other."""
        return action in self.ACTIONS

    async def action_quit(self) -> None:
        """A visitor cannot quit."""

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """No browser is ever opened."""

    def copy_to_clipboard(self, text: str) -> None:
        """Nothing of a visitor goes to the terminal's clipboard."""

    def _handle_exception(self, error: Exception) -> None:
        """A fault is logged and ends the program with 70; Textual would show all its values and exit 0."""
        if self.is_headless:
            super()._handle_exception(error)
            return
        _log.error("A fault ended the screen.", exc_info=error)
        self.exit(return_code=FAULT)
