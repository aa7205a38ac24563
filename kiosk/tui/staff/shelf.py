"""The screen of the shelf and of who is here: one key each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from kiosk.domain.errors import KioskError
from kiosk.pages.staff.parts import StaffAsk, StaffRoute
from kiosk.pages.staff.problem_words import refusal_words
from kiosk.pages.staff.shelf import LETTERS, NUMBERS, RoleLine, ShelfPage, ThingLine, not_yours, shelf_page
from kiosk.pages.staff.shelf_asks import Asked
from kiosk.services.here import Here
from kiosk.services.shelf import STATES, Shelf
from kiosk.tui.staff.asking import AskingLine
from kiosk.tui.staff.base import StaffLook, StaffScreen
from kiosk.tui.staff.shelf_questions import ShelfQuestions
from kiosk.tui.staff.shelf_rows import CardRows, RoleRows, ThingRows
from kiosk.tui.widgets.note import Note
from kiosk.tui.widgets.staff_rows import StaffRows
from kiosk.tui.widgets.words import Title, Words


class ShelfScreen(ShelfQuestions):
    """The things at the left, the roles at the right, below them what families read now, or a line to write in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"thing({at})", show=False, id=f"shelf.thing{key}") for at, key in enumerate(NUMBERS)),
        *(Binding(key, f"role({at})", show=False, id=f"shelf.role-{key}") for at, key in enumerate(LETTERS)),
        Binding("left,right", "other_card", show=False, id="shelf.other-card"),
        Binding("space", "next", show=False, id="shelf.next"),
        Binding("plus,equals_sign", "add", show=False, id="shelf.add"),
        Binding("minus,delete", "drop", show=False, id="shelf.drop"),
        Binding("u,ctrl+z", "undo", show=False, id="shelf.undo"),
        Binding("l", "open('lobby')", show=False, id="shelf.lobby"),
    ]
    ACTIONS: ClassVar[frozenset[str]] = StaffScreen.ACTIONS | {
        "thing", "role", "next", "other_card", "add", "drop", "undo",
    }  # fmt: skip

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self._asked_of = ""
        """Whose last word was about to be taken back: once more does it."""
        super().__init__(ask, route, look)

    def build(self, ask: StaffAsk) -> ShelfPage:
        """As it was last said."""
        return shelf_page(ask)

    def body(self) -> Iterable[Widget]:
        """Title, the two cards, and the lines below."""
        page = self.page
        if self.look.wide:
            yield Title(page.title, page.subtitle, classes="title")
        shelf = Words(page.shelf_title, style="name", classes="head shelf-head")
        here = Words(page.here_title, style="name", classes="head here-head")
        yield Horizontal(
            Vertical(shelf, ThingRows(page.shelf, page.shelf_empty), classes="left card"),
            Vertical(here, RoleRows(page.here, page.here_empty, page.here_notes), classes="right card"),
            classes="cards",
        )
        with Horizontal(classes="below"):
            yield Words(page.families_see, style="quiet", classes="see")
            yield Words(page.families, style="name", classes="families")
        yield Note(page.shelf_note, style="quiet", classes="note")
        yield AskingLine(self.kept)

    def show(self) -> None:
        """What was said since, in the same places."""
        page = self.page
        things, roles = self.query_one(ThingRows), self.query_one(RoleRows)
        things.things, things.empty = page.shelf, page.shelf_empty
        roles.roles, roles.empty, roles.notes = page.here, page.here_empty, page.here_notes
        things.changed()
        roles.changed()
        self.query_one(".shelf-head", Words).update(page.shelf_title)
        self.query_one(".here-head", Words).update(page.here_title)
        self.query_one(".see", Words).update(page.families_see)
        self.query_one(".families", Words).update(page.families)
        self.hint()
        if self.asked is not None:
            label, _, hint = self.question(self.asked)
            self.query_one(AskingLine).put(label, hint)

    def hint(self) -> None:
        """What the last key came to, else what is to be known of the card that has the focus."""
        note = self.page.here_note if self.card == ".roles" else self.page.shelf_note
        self.query_one(".note", Words).update(self.said or note)

    def on_descendant_focus(self) -> None:
        """The other card has the focus."""
        self.hint()

    # One key each

    def action_thing(self, index: int) -> None:
        """The next word of that thing."""
        self._press(".things", index)

    def action_role(self, index: int) -> None:
        """That role is here, or is not."""
        self._press(".roles", index)

    def _press(self, card: str, index: int) -> None:
        rows = self.query_one(card, CardRows)
        if index < rows.count:
            rows.cursor = index
            rows.changed()
            rows.focus()
            self.action_next(card)

    def action_next(self, card: str = "") -> None:
        """The next word of what the focus is on."""
        rows = self.query_one(card or self.card, CardRows)
        service, lines = self._of(rows)
        if lines:
            key = lines[rows.cursor].id
            self._do(rows, lambda: service.turn(key, self.ask.desk.who.name, self.ask.now))

    @on(ThingRows.Said)
    def say(self, event: ThingRows.Said) -> None:
        """A word of the shelf was tapped."""
        event.stop()
        shelf, key = self.ask.desk.center.shelf, self.page.shelf[event.index].id
        say, rows = STATES[event.state], self.query_one(ThingRows)
        self._do(rows, lambda: shelf.note(key, say, self.ask.desk.who.name, self.ask.now))

    @on(StaffRows.Chosen)
    def choose(self, event: StaffRows.Chosen) -> None:
        """A thing: its next word. A role: until when."""
        event.stop()
        if isinstance(event.rows, ThingRows):
            self.action_next(".things")
        elif self.may():
            self.put(Asked("hours", self.page.here[event.index].id))

    def action_undo(self) -> None:
        """Take the last key back; once more, and it is there again. Without one: the last word of this card."""
        if self.asked is None:
            rows = self.query_one(self.last or self.card, CardRows)
            service, name = self._of(rows)[0], self.ask.desk.who.name
            other = service.last_by()
            if other not in ("", name) and self._asked_of != other and self.ask.desk.who.may_change:
                self.again(not_yours(self.ask, other))
                self._asked_of = other
                return
            self._do(rows, lambda: service.undo(name))

    def action_drop(self) -> None:
        """Take off what the desk added."""
        rows = self.query_one(self.card, CardRows)
        service, lines = self._of(rows)
        if lines and self.asked is None:
            self._do(rows, lambda: service.drop(lines[rows.cursor].id, self.ask.desk.who.name))

    def action_other_card(self) -> None:
        """From the shelf to the roles, or back."""
        self.query_one(".things" if self.card == ".roles" else ".roles", CardRows).focus()

    # Doing it

    @property
    def card(self) -> str:
        """The card that has the focus, or had it before something was asked."""
        if self.asked is not None:
            return self.asked_at
        return ".roles" if self.query_one(RoleRows).has_focus else ".things"

    def _of(self, rows: CardRows) -> tuple[Shelf | Here, Sequence[ThingLine | RoleLine]]:
        """What a card's keys change, and its lines."""
        center = self.ask.desk.center
        return (center.here, self.page.here) if isinstance(rows, RoleRows) else (center.shelf, self.page.shelf)

    def may(self) -> bool:
        """Whether this person may change the cards; where not, that is said."""
        if not self.ask.desk.who.may_change:
            self.again(self.page.only_look)
        return self.ask.desk.who.may_change

    def _do(self, rows: CardRows, work: Callable[[], object]) -> None:
        if not self.may():
            return
        try:
            work()
        except KioskError as error:
            self.again(refusal_words(self.ask, error))
            return
        self.last = ".roles" if isinstance(rows, RoleRows) else ".things"
        self._asked_of = ""
        self.again()
