"""What every screen of the desk has: the band, the six keys below, a page that is built again when things change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.message import Message
from textual.widget import Widget

from kiosk.domain.values import dataclass
from kiosk.pages.staff.parts import StaffAsk, StaffPage, StaffRoute
from kiosk.tui.widgets.leaf import InkScreen
from kiosk.tui.widgets.staff_bar import StaffBand, StaffBar
from kiosk.tui.widgets.staff_rows import StaffRows
from kiosk.tui.widgets.words import Title

P = TypeVar("P", bound=StaffPage)


@dataclass(frozen=True, slots=True)
class StaffLook:
    """How the desk is drawn: wide (120 x 33 and more) or in the form for 80 x 24, and with colours or without."""

    wide: bool
    no_color: bool


class StaffScreen(InkScreen, Generic[P], inherit_bindings=False):
    """Draws one page of the desk. `build` makes the page, `body` its parts, `show` puts a newer page into them."""

    class Opened(Message):
        """Another screen is wanted."""

        def __init__(self, route: StaffRoute) -> None:
            super().__init__()
            self.route = route

    class Left(Message):
        """This screen is done with; `said` is a sentence for the screen below, such as what families see now."""

        def __init__(self, said: str = "") -> None:
            super().__init__()
            self.said = said

    class Run(Message):
        """An action of the screen below (or `app.` and one of the program's) is wanted, in place of this screen."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    AUTO_FOCUS: ClassVar[str | None] = ""
    ALLOW_SELECT: ClassVar[bool] = False
    ASIDE: ClassVar[bool] = False
    """It only tells of the screen below (keys, help, guide, commands): whatever is opened takes its place."""
    ACTIONS: ClassVar[frozenset[str]] = frozenset({"open", "leave"})
    """The actions of this screen that a key or a button may run; subclasses add theirs."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, id="desk.leave"),
        Binding("question_mark", "open('keys')", show=False, id="desk.keys"),
        Binding("f1", "open('help')", show=False, priority=True, id="desk.help"),
        Binding("f12", "open('guide')", show=False, priority=True, id="desk.guide"),
        Binding("ctrl+p", "open('commands')", show=False, priority=True, id="desk.commands"),
        Binding("tab", "app.focus_next", show=False, id="desk.next"),
        Binding("shift+tab", "app.focus_previous", show=False, id="desk.previous"),
    ]

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        super().__init__(classes=_classes(look))
        self.ask = ask
        self.route = route
        self.look = look
        self.said = ""
        """What the last thing done came to: shown until the next one."""
        self.page: P = self.build(ask)

    def build(self, ask: StaffAsk) -> P:
        """The page as it is now."""
        raise NotImplementedError

    def body(self) -> Iterable[Widget]:
        """The page's own parts, top to bottom."""
        raise NotImplementedError

    def show(self) -> None:
        """Put `self.page`, which is newer, into the parts."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Band, the page's own parts, the six keys."""
        with Container(classes="stage"):
            yield StaffBand(self.page.frame, self.page.title, self.page.subtitle)
            with Vertical(classes="body"):
                yield from self.body()
            yield StaffBar(self.page.keys)

    def begin(self) -> None:
        """Give the keys to the part that has them first."""

    def on_mount(self) -> None:
        """The keys begin."""
        self.begin()

    async def recompose(self) -> None:
        """Its parts anew, for another size: the same line and the same part have the keys."""
        place, cursors = self._place_of_focus(), [rows.cursor for rows in self.query(StaffRows)]
        await super().recompose()
        for rows, cursor in zip(self.query(StaffRows), cursors, strict=False):  # another size may have fewer parts
            rows.cursor = cursor
        self.begin()
        self._focus_again(place)

    @property
    def _stands(self) -> bool:
        """Whether its parts are there: they come to stand right now, or are drawn anew for another size."""
        return self.is_mounted and bool(self.query(StaffBand))

    def refresh_page(self, ask: StaffAsk) -> None:
        """A listing changed, the minute turned, something was done here: the same screen with newer words."""
        if not self._stands:
            self.call_later(self.refresh_page, ask)
            return
        self.ask = ask
        page = self.build(ask)
        if page != self.page:
            self.page = page
            self.query_one(StaffBand).update(page.frame, page.title, page.subtitle)
            self.query_one(StaffBar).update(page.keys)
            for title in self.query(".title").results(Title):
                title.update(page.title, page.subtitle)
            self.show()

    def _place_of_focus(self) -> tuple[type[Widget], int] | None:
        """Which part has the focus: its kind, and which of that kind; None where none has."""
        here = self.focused
        return (type(here), list(self.query(type(here))).index(here)) if here is not None else None

    def _focus_again(self, place: tuple[type[Widget], int] | None) -> None:
        """The same part of a screen that was drawn anew."""
        if place is not None:
            parts = list(self.query(place[0]))
            if place[1] < len(parts):
                parts[place[1]].focus()

    def again(self, said: str = "") -> None:
        """Build the page again after something was done here."""
        before, self.said = self.said, said
        page = self.page
        self.refresh_page(self.ask)
        if page is self.page and said != before and self._stands:
            self.show()

    def help_topic(self) -> str:
        """What help is wanted about here: a field's path, or a part of the form; empty for the screen as a whole."""
        return ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only the actions it names."""
        return action in self.ACTIONS

    def action_open(self, screen: Any, about: str = "", detail: str = "") -> None:
        """Open another screen of the desk."""
        self.post_message(self.Opened(StaffRoute(screen, about, detail)))

    def action_leave(self) -> None:
        """Back to the screen before. A screen with something unsaved asks first."""
        self.post_message(self.Left())

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """It was mounted a moment ago: the style sheets have just been asked, and asking them is slow."""
        event.refresh_styles = False


def _classes(look: StaffLook) -> str:
    states = {"-lobby": look.wide, "-small": not look.wide, "-keys": True, "-no-color": look.no_color}
    return " ".join(name for name, on in states.items() if on)
