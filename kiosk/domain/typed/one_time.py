"""One time of day as a person types it: `5:10 pm`, `17:10`, `5 de la tarde`. What could be two times is neither."""

from __future__ import annotations

from datetime import date

from kiosk.domain.clock_time import MIDNIGHT
from kiosk.domain.typed.dates import skipped
from kiosk.domain.typed.notes import Notes
from kiosk.domain.typed.pieces import pieces
from kiosk.domain.typed.spans import TIMES, time_at

LONGEST = 40
"""Signs: more than any way to write a time."""


def read_time(text: str) -> str | None:
    """The time as `HH:MM`; None when it is none, or could be in the morning as well as in the evening."""
    found = pieces(text[:LONGEST])
    at = skipped(found, 0, "to")  # the Spanish `a las 5`
    if len(text) > LONGEST or at >= len(found) or found[at].kind not in TIMES:
        return None
    time, after = time_at(found, at, Notes(text, date.min))
    is_sure = time is not None and (len(time.may) == 1 or time.how == "padded")
    if time is None or not is_sure or time.may[0] >= MIDNIGHT or skipped(found, after, "stop", "end") < len(found):
        return None
    return f"{time.may[0] // 60:02}:{time.may[0] % 60:02}"
