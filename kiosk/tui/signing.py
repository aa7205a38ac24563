"""The way from the lobby to the desk: a long press on the corner, a PIN, and a wish to whoever started the screen.

No part of the desk is known here. The visit is over before the digits are shown, and the family side is never held up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import events
from textual.binding import Binding, BindingType

from kiosk.domain.errors import Busy, KioskError
from kiosk.pages.parts import Page
from kiosk.tui.acting import ActingApp
from kiosk.tui.aside import aside
from kiosk.tui.traces import forget_words

if TYPE_CHECKING:
    from kiosk.pages.sign_in import Standing
    from kiosk.services.sign_in import Tried
    from kiosk.services.who import Who

CORNER = (10, 3)
"""Columns and rows of the top left corner."""
HOLD = 2.0
"""Seconds that a finger lies on it."""


class Door(Protocol):
    """Who may come in."""

    @property
    def is_offered(self) -> bool:
        """Whether anybody has a PIN."""

    def wait(self) -> float:
        """Seconds until the next PIN may be tried."""

    def try_pin(self, pin: bytearray) -> Tried:
        """Whose PIN it is; its digits are wiped."""


@dataclass(slots=True)
class Signing:
    """One go at signing in."""

    standing: Standing = "new"
    problem: str = field(default="")
    """Why no PIN could be tried: which of the refusals that have words."""


class SigningApp(ActingApp):
    """An app with a door. When somebody came in it ends, and `wish` says who."""

    ACTIONS: ClassVar[frozenset[str]] = ActingApp.ACTIONS | {"sign_in"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+d", "sign_in", show=False, priority=True, id="kiosk.sign-in"),
    ]

    door: Door | None = None
    signing: Signing | None = None
    wish: Who | None = None
    """Who signed in and wants the desk."""
    _steady: Callable[[], float]
    _pressed_at: float | None = None
    """Since when a finger lies on the corner."""

    async def on_event(self, event: events.Event) -> None:
        """Watch the corner, whatever page is shown."""
        if isinstance(event, events.MouseEvent) and not event.is_forwarded:
            self._watch(event)
        await super().on_event(event)

    def _watch(self, event: events.MouseEvent) -> None:
        in_corner = 0 <= event.screen_x < CORNER[0] and 0 <= event.screen_y < CORNER[1]
        if isinstance(event, events.MouseDown):
            self._pressed_at = self._steady() if in_corner else None
        elif not in_corner:
            self._pressed_at = None
        elif isinstance(event, events.MouseUp) and self._pressed_at is not None:
            held, self._pressed_at = self._steady() - self._pressed_at, None
            if held >= HOLD:
                self.call_later(self.action_sign_in)

    async def action_sign_in(self) -> None:
        """Show the digits, if anybody has a PIN. The visitor is forgotten first."""
        if self.signing is None and not self.is_tiny and self.door is not None and self.door.is_offered:
            self.visit.reset()
            self.signing = Signing()
            await self.present()
            self.call_after_refresh(forget_words)

    @property
    def is_tiny(self) -> bool:
        """Whether the terminal has room for nothing but numbers to call."""
        raise NotImplementedError

    async def present(self) -> None:
        """Shows what is to be shown now."""
        raise NotImplementedError

    @property
    def _sign_in_idle(self) -> int:
        """Seconds without a key after which it goes back to families."""
        return self.visit.center.settings.idle_staff

    def sign_in_page(self, signing: Signing) -> Page:
        """What stands beside the digits now."""
        from kiosk.pages.sign_in import sign_in_page

        wait = self.door.wait() if self.door is not None else 0.0
        return sign_in_page(self.visit.ask(), signing.standing, wait, signing.problem, self._sign_in_idle)

    def leave_sign_in(self) -> None:
        """Back to families: what was typed goes with the screen."""
        if self.signing is not None:
            self.signing = None
            self.call_after_refresh(forget_words)

    async def tick_sign_in(self, unused: float) -> None:
        """A little time went by, so many seconds of it without a key."""
        if self.signing is not None:
            if unused >= self._sign_in_idle:
                self.leave_sign_in()
            await self.present()

    async def on_sign_in_screen_entered(self) -> None:
        """Have the PIN compared aside: meanwhile every key of the family side works."""
        from kiosk.tui.public.sign_in import SignInScreen

        screen, signing, door = self.screen, self.signing, self.door
        if not isinstance(screen, SignInScreen) or signing is None or door is None or signing.standing == "trying":
            return
        if door.wait() > 0:
            screen.action_clear()
            return
        signing.standing, signing.problem = "trying", ""
        self.run_worker(self._try(signing, door, screen.take()), group="sign-in")
        await self.present()

    async def _try(self, signing: Signing, door: Door, pin: bytearray) -> None:
        tried: list[Tried] = []
        try:
            await aside(lambda: tried.append(door.try_pin(pin)))
        except KioskError as error:
            signing.standing, signing.problem = "new", "busy" if isinstance(error, Busy) else error.code or "other"
        else:
            signing.standing = "wrong"
            if tried[0].who is not None and signing is self.signing:
                self.wish = tried[0].who
                self.hands_over = True
                self.exit()
                return
        if signing is self.signing:
            await self.present()
