"""Hours as they are typed: read letter by letter, kept with the draft, taken by Enter; a closing's reason too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual import on

from kiosk.domain.listing import Schedule, ScheduleException
from kiosk.pages.staff.hours import HoursPage, HoursState, hours_page
from kiosk.pages.staff.hours_lines import text_of
from kiosk.pages.staff.hours_read import Typed
from kiosk.pages.staff.parts import StaffAsk, StaffRoute
from kiosk.services.form import Form
from kiosk.services.form_hours import FormHours
from kiosk.tui.staff.base import StaffLook, StaffScreen
from kiosk.tui.staff.kept_lines import KeptLines
from kiosk.tui.widgets.text_field import TextField

JOTTED = "schedules"
"""Where the form keeps a line that is typed and not taken."""
_LANGUAGES = 2
"""The languages that a reason is asked in: the first of the school's."""


class HoursTyping(StaffScreen[HoursPage]):
    """The line in which hours are typed. Nothing is taken before Enter; undo takes back what was."""

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self.hours = FormHours(ask.desk, Form(ask.desk, route.about))
        self.kept = KeptLines(ask, route.screen, lambda: self.ask)
        """A reason that is half typed; the hours themselves are kept with the form's draft."""
        self.state = HoursState(typed=Typed(self.hours.form.typed.get(JOTTED, "")))
        line = self._line_of(route.detail)
        if line is not None:
            self.state = HoursState(typed=Typed(text_of(ask, self.hours.listing(), line), changing=line), cursor=line)
        super().__init__(ask, route, look)

    def build(self, ask: StaffAsk) -> HoursPage:
        """The hours as they stand, and what is typed."""
        return hours_page(ask, self.hours, self.state)

    @property
    def may_change(self) -> bool:
        """Whether this person may take anything."""
        return self.ask.desk.who.may_change

    @on(TextField.Changed)
    def read(self, event: TextField.Changed) -> None:
        """Each letter is read, and kept with the draft."""
        event.stop()
        if event.value == self.state.typed.text:
            return
        self.state = replace(self.state, typed=replace(self.state.typed, text=event.value), at="line")
        if self.may_change and self.state.reason:
            self.kept.write(0, event.value, ("",))
        elif self.may_change:
            self.hours.form.jot(JOTTED, event.value)
        self.again()

    @on(TextField.Submitted)
    def submit(self, event: TextField.Submitted) -> None:
        """Take what was read, or a reason; on an empty line go back to the form."""
        event.stop()
        sayings, proposal = self.page.sayings, self.page.proposal
        if not self.may_change:
            self.again(sayings.only_look)
        elif self.state.reason:
            self._take_reason()
        elif proposal is None:
            self.post_message(self.Left())
        elif proposal.can_be_taken:
            self.put(proposal.rows, proposal.closings, proposal.by_appointment)
            self.clear(sayings.taken)
        else:
            self.again(sayings.mend_first)

    def type_anew(self, line: int | None, text: str = "") -> None:
        """Begin to type a line of the list anew as it is said, or with None a new one with this text."""
        if line is not None:
            text = text_of(self.ask, self.hours.listing(), line)
        self.state = replace(self.state, typed=Typed(text, changing=line), reason="", at="line")
        self.show_typed()

    def ask_reason(self, line: int, language: str = "") -> None:
        """Ask why a day differs, in the school's first language and then in its second."""
        language = language or self._languages[0]
        reason = self.hours.listing().schedule_exceptions[line - self.page.row_count].reason
        self.kept.open(f"reason {self.route.about} {line} {language}")
        text, offer = self.kept.at(0, reason.get(language, ""))
        self.state = replace(self.state, typed=Typed(text, changing=line), reason=language, at="line")
        self.show_typed()
        if offer:
            self.again(offer)

    def clear(self, said: str = "") -> None:
        """An empty line again."""
        self.state = HoursState(on=self.state.on, cursor=self.state.cursor)
        self.hours.form.drop(JOTTED)
        self.show_typed()
        self.again(said)

    def action_undo(self) -> None:
        """Take the last thing that was taken or given up back; the line that it came from too."""
        if self.may_change and self.hours.form.undo():
            typed = Typed(self.hours.form.typed.get(JOTTED, ""))
            self.state = replace(self.state, typed=typed, reason="")
            if self.state.at == "line":
                self.show_typed()
            self.again()

    def put(
        self,
        rows: Sequence[Schedule],
        closings: Sequence[ScheduleException] | None = None,
        by_appointment: bool | None = None,
    ) -> None:
        """Take hours into the form; days that differ stay as they are where none are given."""
        if self.may_change:
            standing = self.hours.listing().schedule_exceptions
            self.hours.put(rows, standing if closings is None else closings, by_appointment)

    def _take_reason(self) -> None:
        line, languages = self.state.typed.changing, self._languages
        assert line is not None
        self.kept.taken()
        self.hours.put_reason(line - self.page.row_count, self.state.reason, self.state.typed.text)
        following = languages[languages.index(self.state.reason) + 1 :]
        if following:
            self.ask_reason(line, following[0])
        else:
            self.clear(self.page.sayings.taken)

    def show_typed(self) -> None:
        """Put what is typed into the field, and the cursor behind it."""
        field = self.query_one(TextField)
        with self.prevent(TextField.Changed):
            field.value = self.state.typed.text
        field.cursor_position = len(field.value)
        field.focus()
        self.again()

    @property
    def _languages(self) -> tuple[str, ...]:
        return self.ask.desk.center.settings.languages[:_LANGUAGES]

    def _line_of(self, detail: str) -> int | None:
        """The line that a field of the form is about: `schedules[1]`, `schedule_exceptions[0]`."""
        name, _, place = detail.removesuffix("]").partition("[")
        listing = self.hours.listing()
        before, count = 0, len(listing.schedules)
        if name == "schedule_exceptions":
            before, count = count, len(listing.schedule_exceptions)
        return before + int(place) if place.isdigit() and int(place) < count else None
