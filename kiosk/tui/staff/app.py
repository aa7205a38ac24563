"""The desk as a program: a stack of screens, and what is due when nobody uses it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType

from kiosk.pages.reader import Size
from kiosk.pages.staff.parts import ScreenName, StaffAsk, StaffRoute
from kiosk.pages.staff.shut import shut_words
from kiosk.services.desk import Desk
from kiosk.tui.rubbish import look_seldom
from kiosk.tui.staff.base import StaffLook, StaffScreen
from kiosk.tui.staff.in_turn import InTurnApp
from kiosk.tui.staff.screens import SCREENS, screen_class
from kiosk.tui.themes import PaletteFilter, theme_name
from kiosk.words import Words

TICK = 0.25
"""Seconds between looks at the listings and the clock."""
STYLES = Path(__file__).parent.parent / "styles"


class StaffApp(InTurnApp):
    """Opens screens of the desk over each other and keeps each up to date. It decides nothing else."""

    CSS_PATH: ClassVar = [STYLES / "parts.tcss", STYLES / "staff.tcss"]
    ACTIONS: ClassVar[frozenset[str]] = frozenset(
        {"focus_next", "focus_previous", "language", "repaint", "night", "end"}
    )
    MOST_WAITING: ClassVar[int] = 10_000  # what is pasted comes as keys where the terminal does not mark it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "language", show=False, priority=True, id="staff.language"),
        Binding("ctrl+l", "repaint", show=False, priority=True, id="staff.repaint"),
    ]

    def __init__(
        self,
        desk: Desk,
        words_for: Callable[[str], Words],
        language: str,
        *,
        at_lobby: bool = False,
        shut: frozenset[ScreenName] = frozenset(),
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(desk.center.settings.theme)
        self.desk = desk
        self._words_for = words_for
        self._language = language
        self._at_lobby = at_lobby
        self._shut = shut
        """Screens that are not to be had here."""
        self._steady = steady
        self._wound_at = steady()
        self._shown_minute = desk.clock().replace(second=0, microsecond=0)

    async def on_mount(self) -> None:
        """Open on what needs somebody today."""
        self.desk.presence.at("")
        self.desk.presence.look()
        await self.push_screen(self._screen(StaffRoute("desk")))
        self.set_interval(TICK, self.tick)
        self.call_after_refresh(look_seldom)

    async def on_event(self, event: events.Event) -> None:
        """Every kind of input winds the clock up."""
        if isinstance(event, events.InputEvent) and not event.is_forwarded:
            self._wound_at = self._steady()
        await super().on_event(event)

    def _ask(self) -> StaffAsk:
        size = Size(self.size.width, self.size.height)
        also_here = self.desk.presence.others()
        return StaffAsk(self.desk, self._words_for(self._language), self.desk.clock(), size, also_here)

    @property
    def offered(self) -> frozenset[ScreenName]:
        """The screens that there are, and that are not shut here."""
        return frozenset(SCREENS) - self._shut

    def _screen(self, route: StaffRoute) -> StaffScreen[Any]:
        ask = self._ask()
        look = StaffLook(wide=ask.size.wide, no_color=self.theme == "no-color")
        return screen_class(route.screen)(ask, route, look)

    @on(StaffScreen.Opened)
    async def open(self, event: StaffScreen.Opened) -> None:
        """Another screen over the one that asked, or in its place when that only told of the one below."""
        event.stop()
        if event.route.screen not in SCREENS:
            return
        await self._drop_aside()
        if event.route.screen in self._shut:
            if isinstance(self.screen, StaffScreen):
                self.screen.again(shut_words(self._ask()))
            return
        if not (isinstance(self.screen, StaffScreen) and self.screen.route == event.route):
            await self.push_screen(self._screen(event.route))

    @on(StaffScreen.Run)
    async def run_below(self, event: StaffScreen.Run) -> None:
        """Close what only told of the screen below, and do there what was chosen."""
        event.stop()
        await self._drop_aside()
        await self.screen.run_action(event.action)

    async def _drop_aside(self) -> None:
        if isinstance(self.screen, StaffScreen) and self.screen.ASIDE:
            await self.pop_screen()
            if isinstance(self.screen, StaffScreen):
                self.screen.refresh_page(self._ask())

    @on(StaffScreen.Left)
    async def leave(self, event: StaffScreen.Left) -> None:
        """Back to the screen below; from the first one, out."""
        event.stop()
        if len(self.screen_stack) <= 2:  # Textual's own lies at the bottom
            self.exit()
            return
        await self.pop_screen()
        screen = self.screen
        if isinstance(screen, StaffScreen):
            screen.ask = self._ask()
            screen.again(event.said)

    async def action_language(self) -> None:
        """The next language of the school, in place."""
        codes = [code for code in self.desk.center.settings.languages if self.desk.center.content.language(code)]
        if len(codes) > 1:
            place = codes.index(self._language) if self._language in codes else -1
            self._language = codes[(place + 1) % len(codes)]
            self.refresh_pages()

    def action_night(self) -> None:
        """Dark colours, or light ones again, where the terminal has both."""
        night = "night" if self.theme.startswith("day") else "day"
        wanted = theme_name(night, self.console.color_system, no_color=self.no_color)
        if wanted != self.theme:
            self.theme = wanted
            if wanted.endswith("-256"):
                self._filters = [PaletteFilter(wanted)]
            self.repaint()

    def action_end(self) -> None:
        """Leave the desk. What is not saved stays as a draft."""
        self.exit()

    def action_repaint(self) -> None:
        """Draw the screen anew."""
        self.repaint()

    def refresh_pages(self) -> None:
        """The screen in front, in newer words; those below follow when they are seen."""
        if isinstance(self.screen, StaffScreen):
            self.screen.refresh_page(self._ask())

    async def on_resize(self, event: events.Resize) -> None:
        """Another size of terminal may be the other form."""
        size = Size(event.size.width, event.size.height)  # Textual itself learns of it only after this
        for screen in self.screen_stack:
            if isinstance(screen, StaffScreen) and screen.look.wide != size.wide:
                screen.look = StaffLook(wide=size.wide, no_color=screen.look.no_color)
                screen.set_class(size.wide, "-lobby").set_class(not size.wide, "-small")
                screen.ask = replace(self._ask(), size=size)
                screen.page = screen.build(screen.ask)
                await screen.recompose()

    def on_unmount(self) -> None:
        """This desk is closed."""
        self.desk.presence.leave()

    def _written(self) -> str:
        """The listing that is open to be written here, empty for none."""
        routes = [screen.route for screen in self.screen_stack if isinstance(screen, StaffScreen)]
        forms = (route.about for route in reversed(routes) if route.screen == "form" and route.detail != "copy")
        return next(forms, "")

    def tick(self) -> None:
        """A little time went by: something may have changed, the minute may have turned, nobody may be here."""
        if not self.screen_stack:
            return
        if self._at_lobby and self._steady() - self._wound_at >= self.desk.center.settings.idle_staff:
            self.exit()  # back to the public side; what was typed is kept as a draft
            return
        self.desk.presence.at(self._written())
        minute, came_or_left = self.desk.clock().replace(second=0, microsecond=0), self.desk.presence.look()
        if minute != self._shown_minute or self.desk.changed() or came_or_left:
            self._shown_minute = minute
            self.desk.records.load()
            self.desk.center.take_news()
            self.refresh_pages()
