"""The kiosk on the sample school, without a terminal: how tests start it, touch it, and read what it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from textual import events
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widget import Widget

from kiosk.pages.reader import Size
from kiosk.pages.route import Go
from kiosk.pages.visit import Visit
from kiosk.services.center import Center
from kiosk.tui.app import KioskApp
from kiosk.tui.art import Art
from kiosk.tui.public.base import PageScreen
from kiosk.tui.widgets.leaf import Touch
from kiosk.tui.widgets.qr_code import QrCode
from tests.pages.center import TUESDAY, center, under
from tests.tui.raster import cells_of, picture

LOBBY, SMALL = (120, 33), (80, 24)
FORMS = {"lobby": LOBBY, "small": SMALL}
STEPS_MOST = 120
"""Presses of Tab after which a part counts as out of reach."""


class Clock:
    """A steady clock that a test moves."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        """Seconds since it started."""
        return self.seconds


def kiosk_app(
    *, at: datetime = TUESDAY, language: str = "en", steady: Callable[[], float] | None = None, theme: str = "day",
    of: Center | None = None,
) -> KioskApp:  # fmt: skip
    """The app on the sample school, its clock standing at `at`."""
    here = of or center()
    here = under(replace(here.settings, theme="night" if theme == "night" else "day"), here)
    visit = Visit(here, lambda: at, Size(), language)
    content = here.content
    return KioskApp(visit, Art(content.pictograms, content.letters, content.digits), steady=steady or Clock())


def shown(app: KioskApp) -> list[str]:
    """The screen as lines of text."""
    return ["".join(glyph for glyph, *_ in row) for row in cells_of(app)]


def page_screen(app: KioskApp) -> PageScreen:  # type: ignore[type-arg]  # whatever its page is
    """The screen that is shown."""
    screen = app.screen
    assert isinstance(screen, PageScreen)
    return screen


def decoded(app: KioskApp) -> list[str]:
    """What an independent reader finds in a picture of the screen."""
    import zxingcpp

    return [code.text for code in zxingcpp.read_barcodes(picture(app, scale=1))]


def code_shown(app: KioskApp) -> QrCode:
    """The one code on the screen."""
    return app.screen.query_one(QrCode)


@dataclass(slots=True)
class Person:
    """Somebody at the screen, who uses one finger or only keys."""

    pilot: Pilot[None]
    by: Literal["touch", "keys"]

    @property
    def app(self) -> KioskApp:
        """The kiosk."""
        app = self.pilot.app
        assert isinstance(app, KioskApp)
        return app

    def part(self, go: Go) -> Touch:
        """The part of the screen that leads there."""
        found = [touch for touch in self.app.screen.query(Touch) if touch.choice.go == go and not touch.disabled]
        assert found, (
            f"nothing leads to {go} on {self.app.visit.route}: {[t.choice.go for t in self.app.screen.query(Touch)]}"
        )
        return found[0]

    async def choose(self, go: Go) -> None:
        """Choose what leads there, turning a list that is longer than the screen."""
        while not self._leads(go) and (more := self.app.screen.query("Turn.-more")):
            await self._choose(more.first(Touch))
        await self._choose(self.part(go))

    def _leads(self, go: Go) -> bool:
        return any(touch.choice.go == go and not touch.disabled for touch in self.app.screen.query(Touch))

    async def _choose(self, part: Touch) -> None:
        if self.by == "touch":
            await self.tap(part)
        else:
            await self.focus(part)
            await self.pilot.press("enter")
            await self.pilot.pause()

    async def tap(self, part: Widget, drift: int = 0) -> None:
        """A finger goes down in the middle of a part, may drift sideways, and comes up."""
        region = part.region
        await self.down(region.center[0], region.center[1])
        await self.up(region.center[0] + drift, region.center[1])

    async def down(self, x: float, y: float) -> None:
        """A finger goes down, through the app's own event path."""
        await self._mouse(events.MouseDown, x, y)

    async def up(self, x: float, y: float) -> None:
        """A finger comes up."""
        await self._mouse(events.MouseUp, x, y)

    async def _mouse(self, kind: type[events.MouseEvent], x: float, y: float) -> None:
        at = Offset(int(x), int(y))
        event = kind(None, at.x, at.y, 0, 0, 1, False, False, False, screen_x=at.x, screen_y=at.y)
        self.app.post_message(event)
        await self.pilot.pause()

    async def focus(self, part: Widget) -> None:
        """Press Tab until a part has the focus; fails when it cannot be reached."""
        for _ in range(STEPS_MOST):
            if self.app.focused is part:
                return
            await self.pilot.press("tab")
        raise AssertionError(f"{part} cannot be reached by keys on {self.app.visit.route}")
