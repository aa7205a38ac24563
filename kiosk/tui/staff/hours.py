"""The hours of one listing: typed as people say them, shown before they are taken; drawn; changed line by line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from kiosk.domain.row_changes import Follow, turned, with_follow
from kiosk.pages.staff.hours import At
from kiosk.pages.staff.hours_read import Typed
from kiosk.pages.staff.hours_week import has_both, redrawn
from kiosk.tui.staff.drawing import Drawn
from kiosk.tui.staff.hours_parts import Heading, HoursRows, ReadingPanel, WeekPanel
from kiosk.tui.staff.hours_typing import HoursTyping
from kiosk.tui.widgets.staff_rows import StaffRows
from kiosk.tui.widgets.text_field import TextField
from kiosk.tui.widgets.words import Title, Words


class HoursScreen(HoursTyping):
    """The line to type in, what was read or the drawn week, the rows and the days that differ, and all in words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "follow", show=False, priority=True, id="hours.follow"),
        Binding("ctrl+d", "short", show=False, priority=True, id="hours.short"),
        Binding("ctrl+w", "draw", show=False, priority=True, id="hours.draw"),
        Binding("ctrl+e", "closings", show=False, priority=True, id="hours.closings"),
        Binding("ctrl+z", "undo", show=False, priority=True, id="hours.undo"),
        Binding("down", "lines", show=False, id="hours.lines"),
    ]
    ACTIONS: ClassVar[frozenset[str]] = HoursTyping.ACTIONS | {
        "enter", "follow", "short", "draw", "closings", "undo", "lines",
    }  # fmt: skip

    def body(self) -> Iterable[Widget]:
        """The line, what was read or the week, the rows, what is said."""
        page = self.page
        if self.look.wide:
            yield Title(page.title, page.subtitle, classes="title")
        yield Heading(page.prompt, page.also, classes="prompt")
        yield TextField(self.state.typed.text, classes="typed")
        yield Heading(page.heading, page.hint, classes="heading")
        yield ReadingPanel(page)
        yield WeekPanel(page, self.ask.today.weekday())
        yield HoursRows(page)
        yield Words(page.said, style="name", classes="said")
        yield Words(page.following, style="quiet", classes="following")

    def show(self) -> None:
        """Newer words in the same places."""
        page = self.page
        reading, week, rows = self.query_one(ReadingPanel), self.query_one(WeekPanel), self.query_one(HoursRows)
        reading.page = week.page = rows.page = page
        reading.display, week.display = bool(page.reading), not page.reading
        reading.refresh()
        week.refresh()
        rows.changed()
        self.query_one(".prompt", Heading).update(page.prompt, page.also)
        self.query_one(".heading", Heading).update(page.heading, self.said or page.hint)
        self.query_one(".said", Words).update(page.said)
        self.query_one(".following", Words).update(page.following)

    def on_mount(self) -> None:
        """One types at once."""
        self._begin(self.ask.today.weekday())

    async def recompose(self) -> None:
        """The same place for another size, and the same words in the line."""
        state, day = self.state, self.query_one(WeekPanel).day
        await super().recompose()
        self._begin(day)
        self.state = state
        if state.at != "line":
            self.query_one(WeekPanel if state.at == "week" else HoursRows).focus()

    def _begin(self, day: int) -> None:
        self.query_one(WeekPanel).day = day
        self.query_one(HoursRows).cursor = self.state.cursor
        field = self.query_one(TextField)
        field.cursor_position = len(field.value)
        field.focus()
        self.show()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Other keys work where the focus is now."""
        at: At = "line"
        if isinstance(event.widget, (WeekPanel, HoursRows)):
            at = "week" if isinstance(event.widget, WeekPanel) else "rows"
        if at != self.state.at:
            self.state = replace(self.state, at=at)
            self.again()

    async def on_key(self, event: events.Key) -> None:
        """A letter on the week or the lines begins to be typed."""
        if self.state.at != "line" and event.is_printable and event.character and event.character not in "=?":
            event.stop()
            field = self.query_one(TextField)
            field.focus()
            field.insert_text_at_cursor(event.character)

    @on(Drawn)
    def draw_day(self, event: Drawn) -> None:
        """A day's bars become others."""
        event.stop()
        if not self.may_change:
            self.again(self.page.sayings.only_look)
            return
        rows = self.hours.listing().schedules
        self.put(redrawn(rows, self.page.week, event.day, event.what, event.way, self.ask.today))
        self.again()

    @on(StaffRows.Moved)
    def move(self, event: StaffRows.Moved) -> None:
        """Other keys may work on another line."""
        event.stop()
        self.state = replace(self.state, cursor=event.index)
        self.again()

    @on(StaffRows.Chosen)
    def change(self, event: StaffRows.Chosen) -> None:
        """Type a line anew: it stands in the field as it is said."""
        event.stop()
        if self.may_change:
            self.type_anew(event.index)
        else:
            self.again(self.page.sayings.only_look)

    @on(HoursRows.Erased)
    def erase(self, event: HoursRows.Erased) -> None:
        """Take a line away."""
        event.stop()
        if not self.may_change:
            self.again(self.page.sayings.only_look)
            return
        listing = self.hours.listing()
        rows, closings = list(listing.schedules), list(listing.schedule_exceptions)
        if event.index < len(rows):
            del rows[event.index]
        else:
            del closings[event.index - len(rows)]
        self.put(rows, closings)
        self.again(self.page.sayings.taken_away)

    async def action_enter(self) -> None:
        """What Enter does where the focus is."""
        if self.state.at == "week":
            self.query_one(WeekPanel).action_draw("gap", 0)
        elif self.state.at == "rows":
            self.query_one(HoursRows).action_choose()
        else:
            await self.query_one(TextField).action_submit()

    def action_follow(self) -> None:
        """The next days of the school for what is typed, for a line or for the week; for a closing its reason."""
        state = self.state
        line = state.cursor if state.at == "rows" else state.typed.changing
        if state.at != "week" and line is not None and self.page.row_count <= line < len(self.page.lines):
            if self.may_change:
                self.ask_reason(line)
        elif state.at == "week" and has_both(self.hours.listing().schedules):
            self.state = replace(state, on="no-school-days" if state.on == "school-days" else "school-days")
            self.again()
        else:
            self._choose(on=True)

    def action_short(self) -> None:
        """The next thing that a short day does."""
        self._choose(on=False)

    def _choose(self, *, on: bool) -> None:
        """Turn one of the two rules: of what is typed, of the line, of the rows that are drawn."""
        state, rows = self.state, self.hours.listing().schedules
        if state.at == "line":
            self.state = replace(state, typed=replace(state.typed, follow=turned(state.typed.follow, on=on)))
        else:
            places = [place for place in self._places() if place < len(rows)]
            if places:
                now = rows[places[0]]
                chosen = turned(Follow(now.on, now.short_days), on=on)
                self.put(with_follow(rows, places, chosen))
        self.again()

    def _places(self) -> tuple[int, ...]:
        return (self.state.cursor,) if self.state.at == "rows" else self.page.week.places

    def action_draw(self) -> None:
        """Into the week."""
        self.state = replace(self.state, at="week")
        self.again()
        self.query_one(WeekPanel).focus()

    def action_lines(self) -> None:
        """Into the rows."""
        rows = self.query_one(HoursRows)
        if self.state.at == "line" and rows.count:
            rows.focus()

    def action_closings(self) -> None:
        """To the days that differ; where there are none one is begun."""
        rows = self.query_one(HoursRows)
        if rows.count > self.page.row_count:
            rows.cursor = self.page.row_count
            self.state = replace(self.state, cursor=rows.cursor)
            rows.focus()
            self.again()
        elif self.may_change:
            self.type_anew(None, f"{self.page.sayings.closed} ")

    def action_leave(self) -> None:
        """From the week or the lines back to typing; from a typed line to an empty one; then out."""
        if self.state.at != "line":
            self.query_one(TextField).focus()
        elif self.state.typed != Typed() or self.state.reason:
            self.clear(self.page.sayings.as_it_was)
        else:
            self.post_message(self.Left())
