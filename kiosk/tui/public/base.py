"""What every family screen has: the band, the bar, a place for its own parts, and keys that reach everything."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.message import Message
from textual.widget import Widget

from kiosk.domain.values import dataclass
from kiosk.pages.parts import Code, Page
from kiosk.pages.reader import Size
from kiosk.pages.route import Go, Route
from kiosk.tui.art import Art
from kiosk.tui.focus import nearest
from kiosk.tui.widgets.band import Band
from kiosk.tui.widgets.bar import Bar
from kiosk.tui.widgets.leaf import InkScreen, Touch

if TYPE_CHECKING:
    from kiosk.domain.qr import Matrix

P = TypeVar("P", bound=Page)

EVERYWHERE = frozenset({"back", "home", "help", "hide", "done"})
"""What the bar offers on most screens."""
UNSEEN = math.inf
"""When a page is seen that is not painted yet."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a screen is drawn: its size, its pixel art, and whether keys are shown and colours are had."""

    size: Size
    art: Art
    keys: bool
    no_color: bool


class PageScreen(InkScreen, Generic[P], inherit_bindings=False):
    """Draws one page. `body` makes its parts; the page's words are final, so nothing is decided here but places."""

    class Wanted(Message):
        """Something is asked for that is no choice on the screen, such as a letter typed. `at`: on which page."""

        def __init__(self, go: Go, at: Route) -> None:
            super().__init__()
            self.go = go
            self.at = at

    AUTO_FOCUS: ClassVar[str | None] = ""
    ALLOW_SELECT: ClassVar[bool] = False
    OFFERS: ClassVar[frozenset[str]] = EVERYWHERE
    FIRST: ClassVar[str] = ".body Touch, .body Keyboard"
    """Where the key focus starts: the first part that a selector of this list names."""
    BAND: ClassVar[bool] = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "step_focus(1)", show=False, id="screen.next"),
        Binding("shift+tab", "step_focus(-1)", show=False, id="screen.previous"),
        Binding("up", "move_focus(0,-1)", show=False, id="screen.up"),
        Binding("down", "move_focus(0,1)", show=False, id="screen.down"),
        Binding("left", "move_focus(-1,0)", show=False, id="screen.left"),
        Binding("right", "move_focus(1,0)", show=False, id="screen.right"),
        Binding("pageup", "turn('before')", show=False, id="screen.before"),
        Binding("pagedown", "turn('more')", show=False, id="screen.more"),
    ]

    def __init__(self, page: P, look: Look) -> None:
        super().__init__(classes=_classes(look))
        self.page = page
        self.look = look
        self.is_painted = False
        """What the page says now stands on the screen."""
        self.seen_at = UNSEEN
        """When the page was first painted (seconds, monotonic): earlier input was not meant for it."""

    @property
    def address(self) -> Route:
        """The page it shows."""
        return self.page.route

    def want(self, go: Go) -> None:
        """Ask for something, on the page that is shown now."""
        self.post_message(self.Wanted(go, self.address))

    @property
    def lobby(self) -> bool:
        """The 120 x 33 grid; else the form for 80 x 24."""
        return self.look.size.wide

    @property
    def large(self) -> bool:
        """Big text was asked for, and there is room for it."""
        return self.look.size.large and self.lobby

    def compose(self) -> ComposeResult:
        """Band, the page's own parts, bar."""
        with Container(classes="stage"):
            if self.BAND:
                yield Band(self.page.frame, self.band_title, self.page.subtitle if self.band_subtitle else "")
            with Vertical(classes="body"):
                yield from self.body()
            yield Bar(self.page.frame, offers=self.OFFERS)

    @property
    def band_title(self) -> str:
        """What stands in the band at 80 columns."""
        return self.page.title

    @property
    def band_subtitle(self) -> bool:
        """Whether the subtitle stands beside it."""
        return True

    def body(self) -> Iterable[Widget]:
        """The page's own parts, top to bottom."""
        raise NotImplementedError

    async def present(self, page: P, look: Look) -> None:
        """Shows another page of the same kind in place; the key focus stays where it was."""
        chain = self.focus_chain
        place = chain.index(self.focused) if self.focused in chain else -1
        self.page = page
        self.set_classes(_classes(look))
        self.look = look
        await self.recompose()
        if place >= 0 and look.keys:
            chain = self.focus_chain
            if chain:
                self.set_focus(chain[min(place, len(chain) - 1)])

    def matrix_for(self, code: Code | None, version: int) -> tuple[Code | None, Matrix | None]:
        """The code to draw where `version` is the largest that fits: itself, its small form, or none."""
        from kiosk.domain.qr import fits, matrix

        if code is None:
            return None, None
        for payload, does in ((code.payload, code.does), (code.small_payload, code.small_does)):
            if payload and fits(payload, version):
                return _reworded(code, payload, does), matrix(payload)
        return code, None

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """It was mounted a moment ago: the style sheets have just been asked, and asking them is slow."""
        event.refresh_styles = False

    def on_mount(self) -> None:
        """With keys in use the first part of the page has the focus."""
        if self.look.keys:
            self.focus_first()

    def focus_first(self) -> None:
        """Puts the focus on the first part of the body that can be chosen."""
        if self.focused is None:
            parts = [part for part in self.query(self.FIRST).results(Widget) if part.focusable]
            self.set_focus(parts[0] if parts else next(iter(self.focus_chain), None))

    def show_keys(self) -> None:
        """A key was used: from now on keys and focus are shown."""
        if not self.has_class("-keys"):
            self.add_class("-keys")
            self.focus_first()
            for touch in self.query(Touch):
                touch.refresh()

    def hide_keys(self) -> None:
        """A finger was used, on a screen that has one."""
        if self.lobby and self.has_class("-keys"):
            self.remove_class("-keys")
            self.set_focus(None)
            for touch in self.query(Touch):
                touch.refresh()

    def on_mouse_up(self) -> None:
        """The finger lifted, wherever it slid to: nothing is pressed any more."""
        for touch in self.query(".-pressed"):
            touch.remove_class("-pressed")

    def types(self, event: events.Key) -> bool:
        """Whether a key writes a letter here: those count however early they come."""
        return False

    def miss(self, event: events.InputEvent) -> None:
        """Something was pressed before the page was seen: it was not meant for it."""

    def leads_to(self, event: events.Key) -> Go | None:
        """What a key asks for on this page: a digit chooses the part that shows it."""
        hinted = self._hinted(event.key)
        return hinted.choice.go if hinted is not None else None

    def _hinted(self, key: str) -> Touch | None:
        return next((each for each in self.query(Touch) if each.hint == key and not each.choice.off), None)

    def action_step_focus(self, way: int) -> None:
        """The next part, or the one before."""
        self.focus_next() if way > 0 else self.focus_previous()

    def action_turn(self, way: str) -> None:
        """Turns a list that is longer than the screen."""
        hinted = self._hinted(_TURN_HINTS[way])
        if hinted is not None:
            self.want(hinted.choice.go)

    def action_move_focus(self, x: int, y: int) -> None:
        """The nearest part in a direction."""
        focused = self.focused
        if focused is None:
            self.focus_first()
            return
        best = nearest(focused, self.focus_chain, x, y)
        if best is not None:
            self.set_focus(best)


_TURN_HINTS = {"before": "PgUp", "more": "PgDn"}


def _classes(look: Look) -> str:
    """The states that the style sheets know: size, text size, keys shown, no colour."""
    states = {
        "-lobby": look.size.wide,
        "-small": not look.size.wide,
        "-large": look.size.large and look.size.wide,
        "-keys": look.keys,
        "-no-color": look.no_color,
    }
    return " ".join(name for name, on in states.items() if on)


def _reworded(code: Code, payload: str, does: str) -> Code:
    if payload == code.payload:
        return code
    return Code(
        kind=code.kind,
        payload=payload,
        does=does or code.does,
        opens="",
        instead=code.instead,
        needs_internet=False,
        does_short=does or code.does_short,
    )
