"""`kiosk calendar`: the school year shown, changed, begun anew, and exchanged as a calendar file."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import click

from kiosk.cli.by import by_option
from kiosk.cli.context import Wanted, json_option
from kiosk.domain.calendar import DayKind

Days = tuple[date, date]
"""A run of days, both included."""
_PUTS: dict[str, DayKind] = {
    "no_school": "no-school",
    "early": "early-dismissal",
    "late": "delayed-opening",
    "snow": "snow-day",
}
"""The options that put days in, and their kinds."""
_REASON = re.compile(r"([a-z]{2,3}(?:-[A-Za-z]+)?)=(.*)", re.DOTALL)
_CLOCK = re.compile(r"([01]?\d|2[0-3]):[0-5]\d")


def _days(ctx: click.Context, option: click.Parameter, value: str | None) -> Days | None:
    """`2026-11-26`, `2026-11-26..2026-11-27`."""
    if value is None:
        return None
    first, _, last = value.partition("..")
    try:
        return date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError as error:
        problem = f"{value!r} is no day. Write 2026-11-26, or 2026-11-26..2026-11-27."
        raise click.BadParameter(problem, ctx, option) from error


def _day(ctx: click.Context, option: click.Parameter, value: str | None) -> date | None:
    found = _days(ctx, option, value)
    if found is not None and found[0] != found[1]:
        raise click.BadParameter(f"{value!r} is more than one day.", ctx, option)
    return found[0] if found is not None else None


def _clock(ctx: click.Context, option: click.Parameter, value: str) -> str:
    if value and not _CLOCK.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no time. Write it as 12:45.", ctx, option)
    return value.zfill(5) if value else ""


def _reason(ctx: click.Context, option: click.Parameter, value: tuple[str, ...]) -> dict[str, str]:  # noqa: ARG001
    """`es=Día de nieve` is in Spanish; what names no language is in the language of the answer (code empty)."""
    from kiosk.domain.text import clean_text

    found = {}
    for text in value:
        match = _REASON.fullmatch(text)
        code, words = (match[1], match[2]) if match else ("", text)
        found[code] = " ".join(clean_text(words).split())
    return found


@click.command("calendar")
@click.option("--no-school", callback=_days, metavar="DAYS", help="No school on DAYS.")
@click.option("--early", callback=_days, metavar="DAYS", help="School ends early on DAYS, at --time.")
@click.option("--late", callback=_days, metavar="DAYS", help="School starts late on DAYS, at --time.")
@click.option("--snow", callback=_days, metavar="DAYS", help="Snow days.")
@click.option("--remove", callback=_days, metavar="DAYS", help="DAYS are ordinary days again.")
@click.option("--time", "at", callback=_clock, metavar="HH:MM", default="", help="When school ends or starts then.")
@click.option("--reason", callback=_reason, multiple=True, metavar="TEXT", help="Why; es=TEXT in another language.")
@click.option("--import", "file", metavar="FILE", help="Take in the school's calendar file (iCalendar; - is stdin).")
@click.option("--early-time", callback=_clock, default="", metavar="HH:MM", help="For its short days without a time.")
@click.option("--late-time", callback=_clock, default="", metavar="HH:MM", help="For its late starts without a time.")
@click.option(
    "--export", "target", type=click.Path(path_type=Path), metavar="FILE", help="Write the days as iCalendar."
)
@click.option("--new-year", is_flag=True, help="Begin a school year from the public holidays.")
@click.option("--first", callback=_day, metavar="DAY", help="The first day of the year.")
@click.option("--last", callback=_day, metavar="DAY", help="The last day of the year.")
@click.option("--undo", is_flag=True, help="Take back the last change; once more brings it back.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@by_option
@json_option
@click.pass_obj
def calendar_command(wanted: Wanted, /, yes: bool, by: str, as_json: bool, **asked: Any) -> None:
    """Show the school year, or change it: one thing at a time. What a file or a new year brings is shown first.

    What is not understood in a file is listed, and never guessed.

    \b
    Example:
      kiosk calendar
      kiosk calendar --no-school 2026-11-26..2026-11-27 --reason Thanksgiving --reason "es=Acción de Gracias"
      kiosk calendar --early 2026-12-11 --time 12:30
      kiosk calendar --import school.ics --early-time 12:45
      kiosk calendar --new-year --first 2027-08-30 --last 2028-06-09 --yes
    """
    puts = [(kind, asked[name]) for name, kind in _PUTS.items() if asked[name] is not None]
    is_bounds = asked["new_year"] or asked["first"] is not None or asked["last"] is not None
    others = [asked[name] is not None for name in ("remove", "file", "target")]
    if len(puts) + sum((*others, is_bounds, asked["undo"])) > 1:
        raise click.UsageError("One thing at a time: one kind of days, --remove, --import, --export, a year or --undo.")
    from kiosk.cli.calendar_acts import Acts

    acts = Acts(wanted.kiosk(), by, yes, as_json)
    if puts:
        acts.put(*puts[0], asked["at"], asked["reason"])
    elif asked["remove"] is not None:
        acts.remove(asked["remove"])
    elif asked["file"] is not None:
        acts.take_in(asked["file"], asked["early_time"], asked["late_time"])
    elif asked["target"] is not None:
        acts.export(asked["target"])
    elif asked["new_year"]:
        acts.begin(asked["first"], asked["last"])
    elif is_bounds:
        acts.bounds(asked["first"], asked["last"])
    elif asked["undo"]:
        acts.undo()
    else:
        acts.show()
