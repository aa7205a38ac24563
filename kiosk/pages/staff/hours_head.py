"""What stands over the drawn week of the wide form: how its hours follow the school, and all of them in words."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.listing import Schedule
from kiosk.domain.values import dataclass
from kiosk.pages.staff.hours_lines import row_line
from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.staff.said_hours import said_text


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekHead:
    """`Hours`, what is the same of all rows, and the rows said back."""

    title: str
    follows: str
    """`✓ on school days    ✓ short days: closes at dismissal`; of rows that differ only what is the same."""
    said: str


def week_head(ask: StaffAsk, rows: Sequence[Schedule]) -> WeekHead:
    """The head of these rows."""
    lines = [row_line(ask, row, "") for row in rows]
    on = {line.on for line in lines}
    short = {line.short_days.partition(" · ")[0] for line in lines}
    follows = "    ".join(f"✓ {next(iter(each))}" for each in (on, short) if len(each) == 1)
    say = ask.words.say
    said = said_text(ask.words, rows, ask.today) if rows else say("Hours not known. Families read: call first.")
    return WeekHead(title=say("Hours"), follows=follows, said=said)
