"""`kiosk report`: how the directory stands, and how often each listing was opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kiosk.cli.context import Wanted, answer, answer_json, json_option, unswept, words

if TYPE_CHECKING:
    from kiosk.services.report import OpenedTimes, Report
    from kiosk.wiring import Kiosk

_MOST_DAYS = 400
"""Older counts are not kept."""


@click.command("report")
@click.option(
    "--days", type=click.IntRange(1, _MOST_DAYS), default=28, show_default=True, help="Openings of so many days."
)
@json_option
@click.pass_obj
@unswept()
def report_command(wanted: Wanted, days: int, as_json: bool) -> None:
    """Say how many listings are shown, due, without hours or a language, how old their checks are, and what was opened.

    Openings are a count a listing a day and no more: nothing is ever kept of who, when or in which order. Listings
    that are marked as private are not counted.

    \b
    Example:
      kiosk report
      kiosk report --days 90 --json
    """
    kiosk = wanted.kiosk()
    from kiosk.pages.staff.report import report_lines
    from kiosk.services.report import report

    found = report(kiosk.desk(kiosk.whoever.now()), days)
    if as_json:
        answer_json(_document(kiosk, found))
    else:
        answer(report_lines(kiosk.desk_words()(kiosk.language), kiosk.center.settings.school, found))


def _document(kiosk: Kiosk, found: Report) -> dict[str, object]:
    from kiosk.services.report import AGES

    oldest = found.oldest
    return {
        "day": found.day.isoformat(),
        "since": found.first.isoformat(),
        "listings": {"all": found.shown + found.hidden, "shown": found.shown, "hidden": found.hidden},
        "due": list(found.due),
        "no_hours": list(found.no_hours),
        "lacking": {code: list(ids) for code, ids in found.lacking.items()},
        "checked": {
            **{str(most): many for most, many in zip(AGES, found.checked, strict=False)},
            "older": found.checked[-1],
            "never": found.never,
        },
        "oldest_check": {"id": oldest.id, "day": str(oldest.head.assured_date)} if oldest is not None else None,
        "opened": [_row(kiosk, row) for row in found.opened],
    }


def _row(kiosk: Kiosk, row: OpenedTimes) -> dict[str, object]:
    return {
        "id": row.id,
        "number": row.kept.number if row.kept is not None else None,
        "name": words(kiosk).pick(row.kept.head.name) if row.kept is not None else None,
        "times": row.times,
        "days": {day.isoformat(): times for day, times in sorted(row.days.items())},
        "weeks": {day.isoformat(): times for day, times in sorted(row.weeks.items())},
    }
