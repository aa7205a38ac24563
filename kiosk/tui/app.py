"""The full-screen kiosk: a router from pages to screens, the clock, and what is due when nobody uses it."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import events

from kiosk.pages.parts import Page
from kiosk.pages.reader import Size
from kiosk.pages.route import Act, Go, Route
from kiosk.pages.visit import Visit
from kiosk.tui.art import Art
from kiosk.tui.idle import Idle
from kiosk.tui.public.base import Look, PageScreen
from kiosk.tui.public.screens import read_screens, screen_for
from kiosk.tui.signing import Door, SigningApp
from kiosk.tui.traces import forget_words

TICK = 0.25
"""Seconds between looks at the clock, the listings and the time nobody used it."""
HIDE_PRESSES, HIDE_WITHIN = 3, 1.5
"""Escape so often within so many seconds hides everything."""
DONE_FOR = 8.0
"""Seconds that *Nothing about you was kept* stays."""
LEAST = (80, 24)
"""Below this only the help-now numbers are shown."""
STYLES = Path(__file__).with_name("styles")
LOBBY, SMALL = STYLES / "lobby.tcss", STYLES / "small.tcss"


class KioskApp(SigningApp):
    """Draws `visit.page()` and hands each touch to `visit.follow`. It decides nothing else."""

    CSS_PATH: ClassVar = ["styles/parts.tcss", "styles/attract.tcss"]

    def __init__(
        self,
        visit: Visit,
        art: Art,
        *,
        changed: Callable[[], bool] = lambda: False,
        steady: Callable[[], float] = time.monotonic,
        door: Door | None = None,
    ) -> None:
        center = visit.center
        look = center.settings.look_at(visit.now())
        super().__init__(look, read_screens, lambda: center.warm(visit.now()), news=center.take_news)
        self.visit = visit
        self.art = art
        self.door = door
        self._changed = changed
        """Whether the listings changed since they were last read."""
        self._steady = steady
        self._idle = Idle(visit.center.settings.idle_warning, wound_at=steady())
        self._keys = False
        self._escapes: deque[float] = deque(maxlen=HIDE_PRESSES)
        self._done_at: float | None = None
        self._shown_minute = self._minute()
        self._shown_route = visit.route
        self._is_due = False
        """What was asked for is done, but not shown yet."""

    def _minute(self) -> datetime:
        return self.visit.now().replace(second=0, microsecond=0)

    def get_default_screen(self) -> PageScreen[Page]:
        """The first page is on the first screen: no empty one of Textual's is made, styled and laid out before it."""
        self.visit.size = Size(self.size.width, self.size.height)
        page = self.visit.numbers() if self.is_tiny else self.visit.page(hurried=True)
        screen = screen_for(page, tiny=self.is_tiny)(page, self._look())
        screen._push_result_callback(self, None)  # as for a screen that is pushed: the next one takes its place
        return screen

    def on_mount(self) -> None:
        """Start the clock."""
        self.set_interval(TICK, self.tick)

    # What a person does

    async def on_event(self, event: events.Event) -> None:
        """Every kind of input winds the clock up: a key, a tap on nothing, a drag, a scroll."""
        if isinstance(event, events.InputEvent) and not event.is_forwarded and _is_use(event):
            if self._idle.asked_at is None:
                self._idle.wind(self._steady())
            self._note_keys(event)
        await super().on_event(event)
        if isinstance(event, events.Key) and self.visit.route.page == "dark":
            await self.follow(Route("attract"))  # whatever the key: only the help-now numbers are reached at once

    def _note_keys(self, event: events.InputEvent) -> None:
        """Keys and focus are shown from the first key on, and no longer once a finger is used."""
        if isinstance(event, events.Key) and event.key == "escape":  # it may have waited while a page was built
            self._escapes.append(self._steady() - (time.monotonic() - event.time))
        screen = self.screen
        if not isinstance(screen, PageScreen):
            return
        if isinstance(event, events.Key):
            self._keys = True
            screen.show_keys()
        elif isinstance(event, events.MouseDown):
            self._keys = False
            screen.hide_keys()

    def ask(self, go: Go, at: object) -> None:
        """Do it, if that page is still the one; what many keys ask for at once is then shown once."""
        screen = self.screen
        if not isinstance(screen, PageScreen) or screen.address != at or self._shown_route != self.visit.route:
            return
        self._do(go)
        if not self._is_due:
            self._is_due = True
            self.call_later(self.present)

    async def follow(self, go: Go) -> None:
        """Does it, and shows what is to be shown now."""
        self._do(go)
        await self.present()

    def _do(self, go: Go) -> None:
        self._idle.wind(self._steady())
        self.leave_sign_in()
        was_under_way = self.visit.is_under_way
        self.visit.follow(go)
        self._done_at = self._steady() if self.visit.route.page == "done" else None
        if not self.visit.is_under_way:
            self._escapes.clear()
            self._keys = False
            if was_under_way:  # it takes a tenth of a second: not for every key that is pressed on a first screen
                self.call_after_refresh(forget_words)

    async def action_back(self) -> None:
        """One step back; three in a row hide everything."""
        if len(self._escapes) == HIDE_PRESSES and self._escapes[-1] - self._escapes[0] <= HIDE_WITHIN:
            await self.follow(Act("hide"))
        elif self.visit.is_under_way or self.signing is not None:
            await self.follow(Act("back"))

    # What the screen shows

    def _page(self) -> Page:
        if self.is_tiny:
            return self.visit.numbers()
        if self.signing is not None:
            return self.sign_in_page(self.signing)
        if self._idle.asked_at is not None and self.visit.is_under_way:
            return self.visit.still_there(self._idle.seconds_left(self._steady()))
        return self.visit.page()

    @property
    def sheets(self) -> tuple[Path, ...]:
        """The rules for small terminals are read where one is: they change those of the lobby, so they come after."""
        return (LOBBY,) if self.visit.size.wide else (LOBBY, SMALL)

    @property
    def is_tiny(self) -> bool:
        """Whether the terminal has room for nothing but numbers to call."""
        size = self.visit.size  # Textual learns of a new size only after this app has
        return size.columns < LEAST[0] or size.rows < LEAST[1]

    def _look(self) -> Look:
        size = replace(self.visit.size, large=self.visit.session.large)
        keys = self._keys or not size.wide
        return Look(size=size, art=self.art, keys=keys, no_color=self.theme == "no-color")

    @property
    def is_read(self) -> bool:
        """Whether every listing was read once: before that, screens leave out what would take long to know."""
        return self.visit.center.is_read

    async def present(self) -> None:
        """Shows the visit's page: in place when it is of the same kind, else on a screen of its own."""
        self.dress()
        if not self.visit.is_under_way:  # never under a visitor's eyes
            self.wear(self.visit.center.settings.look_at(self.visit.now()))
        self._is_due = False
        self._shown_minute = self._minute()
        is_another, self._shown_route = self._shown_route != self.visit.route, self.visit.route
        page, look = self._page(), self._look()
        screen = self.screen
        kind = screen_for(page, tiny=self.is_tiny)
        if type(screen) is not kind or not isinstance(screen, PageScreen):
            await self.switch_screen(kind(page, look))
        elif (page, look) != (screen.page, screen.look):
            self.is_drawn_anew(screen, as_another=is_another)
            await screen.present(page, look)
            self.is_drawn_anew(screen, as_another=is_another)

    async def on_resize(self, event: events.Resize) -> None:
        """Another size of terminal is another grid."""
        size = Size(event.size.width, event.size.height)
        if size != self.visit.size and isinstance(self.screen, PageScreen):
            self.visit.size = size
            await self.present()

    async def tick(self) -> None:
        """A little time went by: the minute may have turned, a listing may have changed, nobody may be there."""
        if not self.screen_stack:
            return  # a last tick while the app ends
        now = self._steady()
        self._idle.warning = self.visit.center.settings.idle_warning
        if self.signing is not None:
            await self.tick_sign_in(now - self._idle.wound_at)
        if self._done_at is not None and now - self._done_at >= DONE_FOR:
            await self.follow(Route("attract"))
            return
        due = self._idle.due(now, self.visit.quiet_time) if self.visit.is_under_way else "nothing"
        if due == "clear":
            await self.follow(Route("attract"))
            return
        if self.is_touched:
            return
        await self._rest(now)
        await self.show_news()
        is_late = self._minute() != self._shown_minute
        if due != "nothing" or is_late:
            await self.present()
        is_changed = self._changed()
        if is_late or is_changed:
            self.read_ahead(show=True, at_once=is_changed)

    async def _rest(self, now: float) -> None:
        """In quiet hours a screen that nobody uses is dark; when they end it is lit."""
        visit, settings = self.visit, self.visit.center.settings
        is_quiet = settings.is_quiet_at(visit.now())
        if visit.route.page == "dark" and not is_quiet:
            await self.follow(Route("attract"))
        elif is_quiet and visit.route.page in ("attract", "board") and now - self._idle.wound_at >= settings.idle:
            await self.follow(Route("dark"))


def _is_use(event: events.InputEvent) -> bool:
    """A pointer that only lies there trembles; it is no use."""
    return not isinstance(event, events.MouseMove) or bool(event.button)
