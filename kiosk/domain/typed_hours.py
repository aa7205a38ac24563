"""Hours as a person types them, read into rows: `M-F 8-4, 1st Sat 9-11`, `lun a vie 8-4 hasta el 31 de enero`.

English and Spanish may be mixed. Nothing is guessed: what is not understood, or could mean two things, is a problem
that names the piece. What follows by a written rule is listed as filled in. The rules:

* Times: see `typed.halves`. Dates: see `typed.years`.
* Hours go with the days before them, or, where the hours come first (`9-11 Sat`), with the days behind them.
* `until`, `from`, `every 2 weeks` and `on school days` go with the hours they stand by. Alone between commas they go
  with all hours before them that have none of their own; if there are none yet, with all that follow.
* `closed Sun` takes Sunday out of `daily` or `Fri-Mon`. `closed Dec 9` is an exception.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from kiosk.domain.clock_time import Span
from kiosk.domain.hours_overlap import overlaps
from kiosk.domain.hours_reading import HoursProblem, Reading
from kiosk.domain.listing import Schedule, ScheduleException
from kiosk.domain.typed.chunks import clauses
from kiosk.domain.typed.closed import Closings
from kiosk.domain.typed.gathering import Gathering
from kiosk.domain.typed.items import items
from kiosk.domain.typed.letters import Piece
from kiosk.domain.typed.notes import Notes
from kiosk.domain.typed.pieces import pieces
from kiosk.domain.typed.rows import exceptions_of, rows_of, times

LONGEST = 500
"""Signs: more than anyone types, and little enough to read while they type."""


def read_hours(text: str, today: date) -> Reading:
    """What a text of typed hours says, read on `today`."""
    if len(text) > LONGEST:
        return Reading(problems=(HoursProblem("too-long", text[:40], 0),))
    notes = Notes(text, today)
    closings, gathering = Closings(notes), Gathering(notes)
    for clause in clauses(items(pieces(text), notes)):
        chunks = [chunk for chunk in map(closings.taken_out, clause) if chunk]
        if chunks:
            gathering.read(chunks)
    rows: list[tuple[Schedule, Piece]] = []
    exceptions = list(closings.exceptions)
    for group in gathering.done():
        are_dates = {item.kind == "dates" for item in group.targets}
        if len(are_dates) > 1 or (group.days and group.month_days):
            notes.problem("which-hours", group.targets[0], group.targets[-1])
        elif group.ranges:
            exceptions += exceptions_of(group, notes)
        else:
            rows += rows_of(group, closings.days, notes)
    _note_overlaps(rows, exceptions, notes)
    if not (rows or exceptions or notes.problems or gathering.by_appointment is not None):
        notes.problems.append(HoursProblem("nothing", text, 0))
    return Reading(
        rows=tuple(row for row, _ in rows),
        exceptions=tuple(exception for exception, _ in exceptions),
        by_appointment=gathering.by_appointment,
        filled=tuple(sorted(notes.filled, key=lambda filled: filled.position)),
        problems=tuple(sorted(notes.problems, key=lambda problem: problem.position)),
    )


@lru_cache(maxsize=1024)
def reads_as(text: str, span: Span) -> bool:
    """Whether a text of times alone (`8 to 4`) is read as this span and nothing else."""
    reading = read_hours(f"Mon {text}", date.min)
    return not reading.problems and [(row.opens_at, row.closes_at) for row in reading.rows] == [times(span)]


def _note_overlaps(
    rows: list[tuple[Schedule, Piece]], exceptions: list[tuple[ScheduleException, Piece]], notes: Notes
) -> None:
    """Name rows that are open at the same time, and dates that are said twice."""
    pairs = [(rows[earlier][1], rows[later][1]) for earlier, later in overlaps([row for row, _ in rows], notes.today)]
    for place, (later, piece) in enumerate(exceptions):
        pairs += [
            (before, piece)
            for earlier, before in exceptions[:place]
            if earlier.from_ <= later.to and later.from_ <= earlier.to
        ]
    for earlier_piece, piece in pairs:
        notes.problem("overlap", piece, None, notes.text[earlier_piece.start : earlier_piece.end])
