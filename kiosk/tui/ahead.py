"""What a first screen can do without comes after it: the other style sheets, and all that a touch would wait for."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from textual import events, on
from textual.worker import Worker, WorkerState

from kiosk.tui.aside import aside
from kiosk.tui.closed import ClosedApp
from kiosk.tui.rubbish import look_seldom

_log = logging.getLogger(__name__)


class AheadApp(ClosedApp):
    """An app whose first screen stands early. A thread in the background then reads ahead."""

    def __init__(self, look: str, *warm: Callable[[], None], news: Callable[[], object]) -> None:
        """`warm` reads ahead, one after the other; they are called in a thread of their own.

        `news` reads only what changed. What is shown is right from then on, and all else that a touch would wait for,
        seconds of work in a very large directory, comes after it.
        """
        super().__init__(look)
        self._warm = warm
        self._news = news
        self._reader: Worker[None] | None = None
        self._is_news = False
        """What is being read ahead is to be shown."""
        self._has_news = False
        """It was read, and is not shown yet."""
        self._at_once = False
        """It is to be shown before the rest is read."""
        self._worn: set[Path] = set()
        self._stands = False

    @property
    def is_read(self) -> bool:
        """Whether all is read that a screen shows."""
        raise NotImplementedError

    @property
    def sheets(self) -> tuple[Path, ...]:
        """Style sheets that the first screen has no rule in, and others have on a terminal of this size."""
        raise NotImplementedError

    @property
    def is_touched(self) -> bool:
        """Whether a finger lies on something: nothing is pulled from under it."""
        return bool(self.screen.query(".-pressed"))

    async def on_event(self, event: events.Event) -> None:
        """Somebody is there: a flood of keys makes much rubbish, and may hold up the reader for long."""
        if isinstance(event, events.InputEvent):
            look_seldom()
        await super().on_event(event)

    async def present(self) -> None:
        """Shows what is to be shown now."""
        raise NotImplementedError

    async def show_news(self) -> None:
        """Show what was read ahead, once no finger is down."""
        if self._has_news and not self.is_touched:
            self._has_news = self._is_news = False
            await self.present()

    def post_display_hook(self) -> None:
        """Something was painted, for the first time once all that is shown at the start is there."""
        super().post_display_hook()
        if not self._stands and not self._batch_count:
            self._stands = True
            self.call_later(self.go_on)

    async def go_on(self) -> None:
        """The first screen stands: now the rest."""
        await self.present()
        self.read_ahead(show=not self.is_read)

    def dress(self) -> None:
        """Read the style sheets of the other screens, each once."""
        new = [sheet for sheet in self.sheets if sheet not in self._worn]
        for sheet in new:
            self.stylesheet.read(sheet)
        if new:
            self.stylesheet.parse()
            self._worn.update(new)

    def read_ahead(self, *, show: bool, at_once: bool = False) -> None:
        """Have it read ahead, unless it still does; `show` what it then knows, `at_once` what changed before that."""
        self._is_news = self._is_news or show
        self._at_once = self._at_once or at_once
        if self._reader is None or self._reader.is_finished:
            self._reader = self.run_worker(aside(self._read), group="ahead", exit_on_error=False)

    def _read(self) -> None:
        if self._at_once:
            self._at_once = False
            self._news()
            self.call_later(self._show_what_changed)
        for warm in self._warm:
            warm()

    async def _show_what_changed(self) -> None:
        if not self.is_touched:
            await self.present()

    @on(Worker.StateChanged)
    async def _has_read(self, event: Worker.StateChanged) -> None:
        """Show what is known now. A reader that failed is noted; a touch then does its work."""
        if event.worker is not self._reader or not self.screen_stack:  # the app ends
            return
        if self._reader.is_finished:
            look_seldom()
        self._has_news = event.state is WorkerState.SUCCESS and self._is_news
        await self.show_news()
        if event.state is WorkerState.ERROR:
            _log.error("Reading ahead failed.", exc_info=event.worker.error)
