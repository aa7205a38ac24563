"""What is said together in typed hours: days or dates, their spans and their rules."""

from __future__ import annotations

from kiosk.domain.typed.dates import TypedRange
from kiosk.domain.typed.days import DayOf
from kiosk.domain.typed.letters import Piece
from kiosk.domain.typed.notes import Notes
from kiosk.domain.typed.rules import Rule
from kiosk.domain.typed.spans import TypedSpan


class Group:
    """One of them: `Mon and Wed 8-12, 1-4 until Jan 31`. It grows while the text is read."""

    def __init__(self) -> None:
        self.days: list[DayOf] = []
        self.month_days: list[int] = []
        self.ranges: list[TypedRange] = []
        self.hours: list[TypedSpan] = []
        self.gaps: list[TypedSpan] = []
        self.rules: dict[str, Rule] = {}
        self.targets: list[Piece] = []
        """The items that say which days, those too that could not be read."""

    @property
    def is_read(self) -> bool:
        """Whether it says any day that could be read."""
        return bool(self.days or self.month_days or self.ranges) or any(item.kind == "on" for item in self.targets)

    def add_target(self, item: Piece, notes: Notes) -> None:
        """Take days, dates or days of the school as what the hours are for."""
        self.targets.append(item)
        if item.kind == "days":
            self.days += item.means.days
            self.month_days += item.means.month_days
        elif item.kind == "dates":
            self.ranges += item.means
        else:
            self.add_rule(Rule("on", item.means[0], item), notes)

    def add_rule(self, rule: Rule, notes: Notes) -> None:
        """Take a rule as this group's own; two that differ are noted."""
        before = self.rules.setdefault(rule.name, rule)
        if before.value != rule.value:
            notes.problem("said-twice", rule.piece)

    def take_over(self, rule: Rule) -> None:
        """Take a rule that was said for all, where it has none of its own."""
        self.rules.setdefault(rule.name, rule)
