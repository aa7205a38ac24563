"""The Friday round: one number at a time in large digits, one key for what was heard."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from kiosk.domain.errors import KioskError
from kiosk.pages.staff.help_round import help_round_page
from kiosk.pages.staff.job_words import HELP_LINES
from kiosk.pages.staff.parts import StaffAsk, StaffRoute
from kiosk.pages.staff.problem_words import refusal_words
from kiosk.pages.staff.round import RoundPage, heard_words, left_words, round_page
from kiosk.services.help_round import HelpRound
from kiosk.services.round import Round
from kiosk.tui.art import Art
from kiosk.tui.staff.base import StaffLook, StaffScreen
from kiosk.tui.staff.round_parts import Asking, CallCard, HeardRows, LargeKey, Steps
from kiosk.tui.widgets.note import Note
from kiosk.tui.widgets.words import Title, Words

ANSWERS = 3
"""Large keys; a round with two leaves a gap."""


class RoundScreen(StaffScreen[RoundPage]):
    """Whom to call, what to ask, what families see, and the answers. At the end, what was done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "hear('true')", show=False, id="round.true"),
        Binding("c", "change", show=False, id="round.changed"),
        Binding("n", "hear('not-reached')", show=False, id="round.not-reached"),
        Binding("w", "hear('wrong')", show=False, id="round.wrong"),
        Binding("right", "skip", show=False, id="round.skip"),
        Binding("o", "form", show=False, id="round.form"),
        Binding("u,z", "undo", show=False, id="round.undo"),
    ]
    ACTIONS: ClassVar[frozenset[str]] = StaffScreen.ACTIONS | {"hear", "change", "skip", "form", "undo"}

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        about_lines = route.about == HELP_LINES
        self.walk: Round | HelpRound = HelpRound(ask.desk, route.detail) if about_lines else Round(ask.desk)
        content = ask.desk.center.content
        self.art = Art(content.pictograms, content.letters, content.digits)
        self._changing: tuple[str, str, tuple[str, str]] | None = None
        """The listing that is open in the form, its revision, and its last check before."""
        problem = self._tried(self.walk.start, ask)
        super().__init__(ask, route, look)
        self.said = problem

    def build(self, ask: StaffAsk) -> RoundPage:
        """The round as it stands."""
        return round_page(ask, self.walk) if isinstance(self.walk, Round) else help_round_page(ask, self.walk)

    def body(self) -> Iterable[Widget]:
        """Title, steps, the card with the number, what to ask, a note, the answers."""
        page = self.page
        if self.look.wide:
            yield Title(page.title, page.subtitle, classes="title")
            yield Steps(page)
        yield CallCard(page, self.art)
        yield HeardRows(page)
        yield Asking(page)
        yield Note(*self._words(), style="go", classes="note")
        keys = [*page.answers, *[None] * (ANSWERS - len(page.answers))]
        yield Horizontal(*(LargeKey(key) for key in keys), classes="answers")

    def show(self) -> None:
        """The next one in the same place."""
        page = self.page
        for part in (*self.query(Steps), *self.query(CallCard), *self.query(Asking), *self.query(HeardRows)):
            part.page = page
        self.query_one(HeardRows).changed()
        self.query_one(".note", Words).update(*self._words())
        for place, key in enumerate(self.query(LargeKey)):
            key.turn(page.answers[place] if place < len(page.answers) else None)
        for part in (*self.query(Steps), *self.query(CallCard), *self.query(Asking)):
            part.refresh()
        self._lay_out()

    def on_mount(self) -> None:
        """The first answer has the keys."""
        self._lay_out()

    def refresh_page(self, ask: StaffAsk) -> None:
        """Others go on meanwhile."""
        self._tried(self.walk.refresh)
        super().refresh_page(ask)

    def again(self, said: str = "") -> None:
        """Back from the form: what was saved there was changed, and so checked."""
        if self._changing is not None and isinstance(self.walk, Round):
            id, rev, before = self._changing
            self._changing = None
            kept = self.ask.desk.records.load().get(id)
            walk = self.walk
            if kept is not None and kept.rev != rev and kept.by == self.ask.desk.who.name and walk.current == id:
                problem = self._tried(lambda: walk.changed(before))
                said = problem or heard_words(self.ask, "changed", id)
        super().again(said)

    def action_hear(self, heard: str) -> None:
        """Keep what was heard, and go on to the next."""
        walk, current = self.walk, self.walk.current
        if not current or not self.ask.desk.who.may_change:
            return
        if isinstance(walk, HelpRound) and heard in ("true", "wrong"):
            problem = self._tried(lambda: walk.hear("true" if heard == "true" else "wrong"))
        elif isinstance(walk, Round) and heard in ("true", "not-reached"):
            problem = self._tried(walk.still_true if heard == "true" else walk.not_reached)
        else:
            return
        if heard == "not-reached" and current not in walk.left():
            heard = "missed"
        self.again(problem or heard_words(self.ask, heard, current))

    def action_change(self) -> None:
        """Put it right in the form; saved there, it counts as checked."""
        walk = self.walk
        if isinstance(walk, Round) and (kept := walk.kept()) is not None and self.ask.desk.who.may_change:
            self._changing = kept.id, kept.rev, walk.before()
            self.action_open("form", kept.id)

    def action_form(self) -> None:
        """Look at it in the form. What is changed there is not counted as checked."""
        if isinstance(self.walk, Round) and self.walk.current:
            self.action_open("form", self.walk.current)

    def action_skip(self) -> None:
        """Another one first."""
        if self.walk.current and self.ask.desk.who.may_change:
            self.again(self._tried(self.walk.skip))

    def action_undo(self) -> None:
        """Take the last answer back: it is on the screen again."""
        if not self.ask.desk.who.may_change:
            return
        taken: list[object] = []
        problem = self._tried(lambda: taken.append(self.walk.undo()))
        nothing = not problem and taken == [None]
        self.again(problem or heard_words(self.ask, "nothing" if nothing else "undone", self.walk.current))

    def action_leave(self) -> None:
        """Stop: the round goes on from here later, whoever goes on with it."""
        if isinstance(self.walk, Round):
            self._tried(self.walk.stop)
        self.post_message(self.Left(left_words(self.ask, self.page)))

    def _words(self) -> Sequence[str]:
        """What was done just now; at the end also what all came to."""
        both = [words for words in (self.said, self.page.note) if words]
        return both if self.page.called is None else both[:1]

    def _lay_out(self) -> None:
        """The card while somebody is to be called; the list of what was done at the end."""
        is_over = self.page.called is None
        self.set_class(is_over, "-over")
        for part in (*self.query(CallCard), *self.query(Asking), *self.query(".answers")):
            part.display = not is_over
        rows = self.query_one(HeardRows)
        rows.display = is_over
        answers = [key for key in self.query(LargeKey) if not key.disabled]
        target: Widget | None = rows if is_over else next(iter(answers), None)
        if target is not None:
            target.focus()

    def _tried(self, work: Callable[[], object], ask: StaffAsk | None = None) -> str:
        """Do it; the sentence of what is wrong, empty when all went well."""
        ask = ask or self.ask
        try:
            work()
        except KioskError as error:
            return refusal_words(ask, error)
        return ""
