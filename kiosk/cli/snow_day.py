"""`kiosk snow-day`: today without school, what closes by it shown first, and everything as it was again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from kiosk.cli.by import by_option
from kiosk.cli.context import Wanted, answer_json, json_option, tell, words

if TYPE_CHECKING:
    from kiosk.services.effects import Effect
    from kiosk.services.snow_day import SnowDayView
    from kiosk.words import Words


@click.command("snow-day")
@click.option("--undo", is_flag=True, help="Today is what it was before.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@by_option
@json_option
@click.pass_obj
def snow_day_command(wanted: Wanted, undo: bool, yes: bool, by: str, as_json: bool) -> None:
    """Close for a snow day today: what follows the school closes, and says why. It is shown first, and can be undone.

    \b
    Example:
      kiosk snow-day
      kiosk snow-day --yes
      kiosk snow-day --undo
    """
    from kiosk.cli.agreed import agreed

    kiosk = wanted.kiosk()
    snow = kiosk.snow_day()
    view, changed = snow.look(), False
    spoken = words(kiosk)
    if undo:
        changed = snow.undo(by).is_change
        sentence = "Everything is as it was." if changed else "Nothing was changed: today is no snow day."
    elif view.is_snow_day:
        sentence = "Nothing was changed: today is a snow day already. To undo it: kiosk snow-day --undo"
    else:
        if not as_json:
            for line in _lines(view, spoken):
                tell(line)
        changed = agreed("Close these for snow?", yes) and snow.close(by).is_change
        sentence = "Today is a snow day. To undo it: kiosk snow-day --undo" if changed else ""
    if as_json:
        answer_json(_document(snow.look(), spoken, changed))
    if sentence:
        tell(sentence)


def _lines(view: SnowDayView, spoken: Words) -> Iterator[str]:
    """What closes, what opens or stays, each by its number."""
    closes, other = view.effects.of("off"), view.effects.of("shorter", "moved", "opens")
    stays = view.effects.count("same")
    if not view.has_school:
        yield f"There is no school on {view.day} anyway."
    yield _counted(len(closes), "closes", "close") + " today:"
    yield from (_line(each, spoken) for each in closes)
    if other:
        yield f"{_counted(len(other), 'has', 'have')} other hours:"
        yield from (_line(each, spoken) for each in other)
    yield (
        f"{_counted(stays, 'stays', 'stay')} as it is."
        if stays == 1
        else f"{_counted(stays, 'stays', 'stay')} as they are."
    )


def _counted(count: int, one: str, many: str) -> str:
    return f"1 listing {one}" if count == 1 else f"{count} listings {many}"


def _line(each: Effect, spoken: Words) -> str:
    hours = ", ".join(f"{span.start:%H:%M} to {span.end:%H:%M}" for span in each.hours)
    name = spoken.pick(each.kept.listing.name)
    return f"{each.kept.number or '':>6}  {name}" + (f": {hours}" if hours else "")


def _document(view: SnowDayView, spoken: Words, changed: bool) -> dict[str, object]:
    def rows(effects: tuple[Effect, ...]) -> list[dict[str, object]]:
        return [
            {
                "id": each.kept.id,
                "number": each.kept.number,
                "name": spoken.pick(each.kept.listing.name),
                "hours": [[span.start.isoformat(), span.end.isoformat()] for span in each.hours],
            }
            for each in effects
        ]

    return {
        "day": view.day.isoformat(),
        "snow_day": view.is_snow_day,
        "changed": changed,
        "closes": rows(view.effects.of("off")),
        "other_hours": rows(view.effects.of("shorter", "moved", "opens")),
        "stays": rows(view.effects.of("same")),
    }
