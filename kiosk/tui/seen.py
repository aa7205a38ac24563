"""Input is meant for what is seen: what came in before a page was painted never chooses anything on it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from textual import events, on
from textual.screen import Screen

from kiosk.pages.route import Go
from kiosk.tui.ahead import AheadApp
from kiosk.tui.keys import EACH_COUNTS, EVERYWHERE, LAST_COUNTS
from kiosk.tui.public.base import UNSEEN, PageScreen
from kiosk.tui.widgets.leaf import Touch

MOST_HELD = 64
"""Keys and taps that wait for a page to be painted: more than anybody makes meanwhile."""


class SeenApp(AheadApp):
    """An app whose pages are deaf until they are painted.

    A visitor cannot mean a page they have not seen, and a flood of keys would otherwise open one for each of them.
    What does not depend on the page is held and counts once it stands: keys that do the same everywhere, and letters
    for the search that was just opened. So is all that comes while the page itself stays and is only drawn anew.
    """

    def __init__(self, look: str, *warm: Callable[[], None], news: Callable[[], object]) -> None:
        super().__init__(look, *warm, news=news)
        self._held: list[events.InputEvent] = []

    def ask(self, go: Go, at: object) -> None:
        """Carry out what was asked for on the page `at` that address."""
        raise NotImplementedError

    @on(Touch.Chosen)
    def choose(self, event: Touch.Chosen) -> None:
        """A choice leads somewhere, or changes the visit."""
        event.stop()
        self.ask(event.choice.go, event.at)

    @on(PageScreen.Wanted)
    def want(self, event: PageScreen.Wanted) -> None:
        """A screen asks for something that is no choice on it, such as a letter typed."""
        event.stop()
        self.ask(event.go, event.at)

    async def hand_on(self, event: events.Event) -> None:
        """Hand on what was meant for the page that is shown."""
        if not (isinstance(event, events.InputEvent) and self._keeps_back(event)):
            await self._take(event)

    async def _take(self, event: events.Event) -> None:
        """It counts. A key that the page itself knows is carried out here and now: parts come and go meanwhile."""
        if isinstance(event, events.Key) and event.key not in EVERYWHERE and not event.is_forwarded:
            screen = self.screen
            if isinstance(screen, PageScreen) and (go := screen.leads_to(event)) is not None:
                self.ask(go, screen.address)
                return
        await super().hand_on(event)

    def _keeps_back(self, event: events.InputEvent) -> bool:
        """Whether it does not count, or not yet: then it is held."""
        screen = self.screen
        if not isinstance(screen, PageScreen):
            return False
        is_meant = event.time >= screen.seen_at
        if event.is_forwarded:  # a key comes back from a part that did nothing with it: the page may have changed
            return isinstance(event, events.Key) and not is_meant
        if is_meant and screen.is_painted and not self._held:
            return False
        if self._counts(screen, event):
            self._hold(event, is_meant=is_meant)
        else:
            screen.miss(event)
        return True

    def _counts(self, screen: PageScreen[Any], event: events.InputEvent) -> bool:
        """Whether it was meant for this page, or does the same on any."""
        if event.time >= screen.seen_at:
            return not isinstance(event, events.MouseMove)
        if not isinstance(event, events.Key):
            return False
        return event.key in EACH_COUNTS or event.key in LAST_COUNTS or screen.types(event)

    def _hold(self, event: events.InputEvent, *, is_meant: bool) -> None:
        if not is_meant and getattr(event, "key", "") in LAST_COUNTS:
            self._held = [each for each in self._held if getattr(each, "key", "") not in LAST_COUNTS]
        if not self._held:  # else it is on its way, or comes with the painting
            self._let_go_soon()
        most = MOST_HELD * 2 if getattr(event, "key", "") in EACH_COUNTS | LAST_COUNTS else MOST_HELD
        if len(self._held) < most:  # letters never take the place of a key that hides, ends or leads on
            self._held.append(event)

    def _let_go_soon(self) -> None:
        """Behind all that waits already, so that what was held keeps its place before what comes later."""
        if isinstance(self.screen, PageScreen) and self.screen.is_painted:
            self.call_later(self._let_go)

    async def _let_go(self) -> None:
        """The page is seen now: what was held counts, until one of it leads to another page."""
        held, self._held = self._held, []
        for at, event in enumerate(held):
            screen = self.screen
            if not isinstance(screen, PageScreen) or not screen.is_painted:
                self._held = [*held[at:], *self._held]
                return
            if self._counts(screen, event):
                event.time = time.monotonic()
                await self._take(event)

    def is_drawn_anew(self, screen: PageScreen[Any], *, as_another: bool) -> None:
        """The screen shows something else from its next painting on; `as_another`: a page nobody has seen yet."""
        screen.is_painted = False
        if as_another:
            screen.seen_at = UNSEEN
        self.call_after_refresh(self._note_refreshed, screen)

    def _display(self, screen: Screen[object], renderable: Any) -> None:
        """Note when a page is first seen: before it is sent, so that nobody can have answered it earlier."""
        began = time.monotonic()
        super()._display(screen, renderable)
        shown = self.screen
        if screen is shown and isinstance(shown, PageScreen) and not self._batch_count:
            self._note_painted(shown, began)

    def _note_refreshed(self, screen: PageScreen[Any]) -> None:
        """All is painted that had to be: there may have been nothing."""
        self._note_painted(screen, time.monotonic())

    def _note_painted(self, screen: PageScreen[Any], at: float) -> None:
        screen.seen_at = min(screen.seen_at, at)
        if not screen.is_painted:
            screen.is_painted = True
            if self._held:
                self._let_go_soon()
