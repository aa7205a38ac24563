"""What is on at this school today, by the clock, and the clinic's week."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.pages.parts import Choice, Page, Paged, State, silent
from kiosk.pages.route import Route


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayItem:
    """One thing today: its state or its time, its name, until when, and its room."""

    state: State | None
    time: str
    name: str
    until: str
    place: str
    off: bool = silent(False)
    go: Route | None = silent(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """An open span of a day, in minutes after midnight, with both its times in words."""

    start: int
    end: int
    opens: str
    closes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayColumn:
    """One day of a drawn week. `closed` is the word when nothing is open, else empty."""

    label: str
    is_today: bool = silent(False)
    bars: tuple[Bar, ...] = silent(())
    closed: str = ""

    def spoken(self) -> Iterator[str]:
        """`Mon 23: 8:00 to 4:00`."""
        spans = ", ".join(f"{bar.opens} – {bar.closes}" for bar in self.bars)
        yield f"{self.label}: {spans or self.closed}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """A week of hours, a column a day."""

    title: str
    place: str
    days: tuple[DayColumn, ...]
    note: str
    """Which days differ, and why."""
    axis: tuple[tuple[int, str], ...] = silent(())
    """Minutes after midnight and their words: `(480, "8 AM")`."""
    now: int | None = silent(None)
    now_word: str = silent("")


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage(Page):
    """Today's board and, beside it, the clinic's week."""

    banner: str
    """A short day, in one sentence; else empty."""
    items: tuple[TodayItem, ...]
    ahead: tuple[str, ...]
    """The next days that differ."""
    link: Choice | None
    week: Week | None
    turning: Paged
