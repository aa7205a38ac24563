"""A Textual app with every way out closed: a visitor can neither quit it, nor see its inside, nor leave it hanging."""

from __future__ import annotations

import asyncio
import logging
import signal
from typing import Any, ClassVar

from textual import events
from textual._compositor import CompositorUpdate, LayoutUpdate
from textual.app import App
from textual.screen import Screen
from textual.strip import Strip

from kiosk.tui.canvas import Canvas
from kiosk.tui.driver import COUNTED, MOST_WAITING, KioskDriver
from kiosk.tui.sheet import Sheet
from kiosk.tui.themes import THEMES, PaletteFilter, theme_name

FAULT = 70
"""Exit status of a fault in the program (EX_SOFTWARE of sysexits.h): who supervises it starts it again."""
_ENDS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
"""Signals that end it. No key sends one: the terminal is read raw."""

_log = logging.getLogger(__name__)


class ClosedApp(App[None], inherit_bindings=False):
    """Only the actions it names can be run, a fault shows nothing and exits 70, and a hang-up ends it."""

    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False
    ALLOW_SELECT: ClassVar[bool] = False
    ACTIONS: ClassVar[frozenset[str]] = frozenset()
    """The actions of the app itself that a key may run."""
    MOST_WAITING: ClassVar[int] = MOST_WAITING
    """Keys and taps that may wait while it is busy; of a flood the rest is lost."""

    takes_over: bool = False
    """The terminal still shows another app of this program, and is taken as it is."""
    hands_over: bool = False
    """At an ordinary end, or a fault, another app of this program takes the terminal: it goes on showing this one."""

    def __init__(self, look: str) -> None:
        super().__init__(driver_class=KioskDriver)
        self.stylesheet = Sheet(variables=self.get_css_variables())
        for theme in THEMES.values():
            self.register_theme(theme)
        self.wear(look)
        self._canvas = Canvas(None if self.theme == "no-color" else self.console._color_system)

    def wear(self, look: str) -> None:
        """Day or night, as this terminal can draw it."""
        name = theme_name(look, self.console.color_system, no_color=self.no_color)
        if name != self.theme:
            self.theme = name
            if name.endswith(("-256", "-16", "no-color")):
                self._filters = [PaletteFilter(name)]

    async def on_event(self, event: events.Event) -> None:
        """Tell the driver that a key or a tap is being answered, so that it knows how many wait."""
        if isinstance(event, COUNTED) and not event.is_forwarded and isinstance(self._driver, KioskDriver):
            self._driver.answered()
        await self.hand_on(event)

    async def hand_on(self, event: events.Event) -> None:
        """Give an event to what it is meant for."""
        await super().on_event(event)

    def _display(self, screen: Screen[object], renderable: Any) -> None:
        """Send what changed since the last frame, instead of every widget that was touched.

        `renderable` is any: naming its type would open Rich's door from strings to the screen.
        """
        if not isinstance(renderable, CompositorUpdate):
            super()._display(screen, renderable)
            return
        if self._running and not self.is_headless and not self._batch_count and screen is self.screen:
            painted = self._canvas.paint(_whole(screen, renderable))
            if painted and self._driver is not None:
                self._begin_update()
                self._driver.write(painted)
                self._end_update()
                self._driver.flush()
        self.post_display_hook()

    def repaint(self) -> None:
        """Send the whole screen again: a bad line may have garbled it."""
        self._canvas.forget()
        self.screen.refresh()

    async def _on_resize(self, _event: events.Resize) -> None:
        """Terminals move, cut or wipe what they show when they change size, even when they change it back at once."""
        self.repaint()

    def on_load(self) -> None:
        """End by itself at a hang-up or a polite kill: Textual would leave the terminal as it is, or spin."""
        loop = asyncio.get_running_loop()
        for signum in _ENDS:
            loop.add_signal_handler(signum, self._end, signum)

    @property
    def is_handed_over(self) -> bool:
        """Whether the terminal goes to another app of this program now."""
        return self.hands_over and (self.return_code or 0) in (0, FAULT)

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
        self.exit(return_code=self.return_code or FAULT)  # told to end while it was starting, it still ends as told


def _whole(screen: Screen[object], update: CompositorUpdate) -> list[Strip]:
    """All rows of the screen: those of the update where it has them all, else asked for once more."""
    if isinstance(update, LayoutUpdate):
        return [Strip.join(row) for row in update.strips]
    return screen._compositor.render_strips()
