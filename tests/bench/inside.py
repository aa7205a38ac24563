"""A running app as it is measured from inside: its events, and its writes to the terminal, noted.

Taps and keys go the app's own way, as events; a screen counts as painted at the last write that a tap led to.
"""

from __future__ import annotations

import asyncio
import gc
import random
import time
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from textual import events
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widget import Widget

from kiosk.pages.reader import Size
from kiosk.pages.route import Act, Route
from kiosk.pages.visit import Visit
from kiosk.tui.app import KioskApp
from kiosk.tui.art import Art
from kiosk.tui.driver import KioskDriver
from kiosk.tui.widgets.leaf import Touch
from kiosk.wiring import Kiosk, make_kiosk
from tests.bench.bare import Part
from tests.bench.school import AT, SEED

QUIET = 0.04
"""Seconds without a write after which a screen counts as finished."""
DEEPEST = 6
"""Taps after which a visit ends, and another starts."""
WARM_MOST = 60.0
R = TypeVar("R")


class Writes:
    """When something was last sent to the terminal, and how many bytes so far."""

    def __init__(self) -> None:
        self.last = 0.0
        self.sent = 0

    def note(self, data: str) -> None:
        """Something is sent."""
        self.last = time.perf_counter()
        self.sent += len(data.encode())


WRITES = Writes()


class NotedKiosk(KioskDriver):
    """The kiosk's driver, its writes noted."""

    def write(self, data: str) -> None:
        """Sends, and notes when."""
        super().write(data)
        WRITES.note(data)


class NotedStock(LinuxDriver):
    """The stock driver, its writes noted."""

    def write(self, data: str) -> None:
        """Sends, and notes when."""
        super().write(data)
        WRITES.note(data)


async def settled(pilot: Pilot[None]) -> None:
    """Come back when nothing more is being painted."""
    await pilot.pause()
    while time.perf_counter() - WRITES.last < QUIET:
        await asyncio.sleep(QUIET / 2)
        await pilot.pause()


async def seconds_to_paint(pilot: Pilot[None], *sent: events.Event) -> float:
    """Seconds from an input until the last write that it led to."""
    start = time.perf_counter()
    for event in sent:
        pilot.app.post_message(event)
    await settled(pilot)
    return max(0.0, WRITES.last - start)


def tap(widget: Widget) -> tuple[events.Event, events.Event]:
    """A finger on the middle of a part."""
    x, y = widget.region.center
    at = Offset(int(x), int(y))
    down, up = (
        kind(None, at.x, at.y, 0, 0, 1, False, False, False, screen_x=at.x, screen_y=at.y)
        for kind in (events.MouseDown, events.MouseUp)
    )
    return down, up


def on_terminal(app: App[None], walk: Callable[[Pilot[None]], Awaitable[R]]) -> R:
    """Run an app on this terminal, walk through it, and end it."""
    found: list[R] = []

    async def drive(_: Pilot[object]) -> None:
        mine = Pilot(app)
        try:
            await settled(mine)
            found.append(await walk(mine))
        finally:
            app.exit()

    asyncio.run(app.run_async(auto_pilot=drive))
    return found[0]


def noted_kiosk(data: Path) -> tuple[KioskApp, Kiosk]:
    """The app as `kiosk run` makes it."""
    gc.disable()
    kiosk = make_kiosk(data, datetime.fromisoformat(AT))
    visit, content = Visit(kiosk.center, kiosk.clock, Size(), kiosk.language), kiosk.content
    app = KioskApp(visit, Art(content.pictograms, content.letters, content.digits), changed=kiosk.store.changed)
    app.driver_class = NotedKiosk
    return app, kiosk


async def read_ahead(app: KioskApp, pilot: Pilot[None]) -> None:
    """Wait until the thread in the background has read all."""
    deadline = time.monotonic() + WARM_MOST
    while not app.is_read or any(not worker.is_finished for worker in app.workers):
        assert time.monotonic() < deadline, "it never had read all"
        await asyncio.sleep(0.05)
    await settled(pilot)


class Walk:
    """A visitor who touches whatever there is: by chance, but the same each time."""

    def __init__(self, app: KioskApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self._chance = random.Random(SEED)
        self._depth = DEEPEST
        self.restarts = 0
        """Screen changes by visits that ended and began."""

    async def next_part(self) -> Touch:
        """What is touched next, on the screen as it is now."""
        app = self.app
        if self._depth >= DEEPEST or not app.visit.is_under_way or app.visit.route.page in ("language", "search"):
            self._depth = 0
            await self._go(Act("done"))
            await self._go(Act("start", "en"))
        self._depth += 1
        parts = [part for part in app.screen.query(".body Touch").results(Touch) if self._leads_on(part)]
        if parts:
            return self._chance.choice(parts)
        self._depth = DEEPEST
        return await self.next_part()

    async def rest(self) -> None:
        """End the visit, and leave no rubbish behind."""
        self._depth = DEEPEST
        await self._go(Act("done"))
        gc.collect()

    async def _go(self, act: Act) -> None:
        before = self.app.screen
        await self.app.follow(act)
        await settled(self.pilot)
        self.restarts += self.app.screen is not before

    def _leads_on(self, part: Touch) -> bool:
        go = part.choice.go
        return not part.disabled and bool(part.region) and isinstance(go, Route) and go != self.app.visit.route


def parts_of(widget: Widget) -> list[Part]:
    """The widgets of a screen, in kinds that stock Textual has too."""
    found: list[Part] = []
    for child in widget.children:
        kind = "box" if child.children else "button" if isinstance(child, Touch) else "label"
        found.append(Part(kind, parts_of(child)))
    return found
