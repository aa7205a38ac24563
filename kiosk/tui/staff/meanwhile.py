"""In the form: what somebody else saved meanwhile, side by side with what is typed, one key to take either."""

from __future__ import annotations

from kiosk.pages.staff.meanwhile import meanwhile_page, put_together_words
from kiosk.pages.staff.parts import StaffAsk, StaffRoute
from kiosk.pages.staff.question import QuestionPage
from kiosk.services.form import Form
from kiosk.services.meanwhile import Meanwhile, Side, meanwhile, settle
from kiosk.tui.staff.base import StaffLook
from kiosk.tui.staff.question import SidesScreen


class MeanwhileScreen(SidesScreen):
    """Goes through the places that both changed; when the last is chosen, the form goes on with what both come to."""

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self.takes: dict[str, Side] = {}
        self.place = 0
        self._between: Meanwhile | None = None
        super().__init__(ask, route, look)

    def build(self, ask: StaffAsk) -> QuestionPage:
        """The clash that is in front, against what stands now."""
        kept = ask.desk.records.load().get(self.route.about)
        self._between = meanwhile(ask.desk, Form(ask.desk, self.route.about)) if kept is not None else None
        count = len(self._between.clashes) if self._between is not None else 0
        self.place = max(0, min(self.place, count - 1))
        name = ask.words.pick(kept.head.name) if kept is not None else self.route.about
        return meanwhile_page(ask, name, self._between, self.place, self.takes)

    def action_next(self, way: int) -> None:
        """Another place that both changed."""
        if self._between is not None and len(self._between.clashes) > 1:
            self.place = (self.place + way) % len(self._between.clashes)
            self.again()

    def action_take(self, which: str) -> None:
        """Decide this place, and go on to the next one that is open; after the last, back to the form."""
        between, desk = self._between, self.ask.desk
        if between is None or not desk.who.may_change or which not in ("mine", "theirs"):
            return
        if between.clashes:
            self.takes[between.clashes[self.place].field] = "mine" if which == "mine" else "theirs"
        left = [n for n, clash in enumerate(between.clashes) if clash.field not in self.takes]
        if left:
            self.place = left[0]
            self.again()
            return
        settle(desk, Form(desk, self.route.about), between, self.takes)
        self.post_message(self.Left(put_together_words(self.ask)))
