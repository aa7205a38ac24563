"""`kiosk init`: the directory of a real school, without the sample."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from kiosk.cli.context import Wanted, answer_json, json_option, tell
from kiosk.domain.errors import Refused

Kind = TypeVar("Kind")

_CALENDAR = """\
# The school year. Until the first two lines are set, hours that follow the school are shown as they are written.
# Take the # away from a line to use it.

# first_day = "2026-08-31"
# last_day = "2027-06-11"
# starts_at = "08:30"
# dismisses_at = "15:00"

# [[days]]
# from = "2026-12-24"
# to = "2027-01-03"
# kind = "no-school"             # or early-dismissal, delayed-opening (each with its own at = "12:45"), snow-day
# reason = { en = "Winter break", es = "Vacaciones de invierno" }
"""


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise click.BadParameter(f"{value} is not a time zone. Write one as America/New_York.") from error
    return value


def _region(value: str) -> str:
    from kiosk.school_file import is_region

    if not is_region(value):
        raise click.BadParameter(f"{value} is not a region. Write a country or state as US or US-CT.")
    return value


def _languages(value: str) -> tuple[str, ...]:
    from kiosk.config import find_places
    from kiosk.words import load_content

    content = load_content(find_places().content)
    codes = tuple(code.strip() for code in value.split(",") if code.strip())
    unknown = [code for code in codes if content.language(code) is None]
    if unknown or not codes:
        known = ", ".join(language.code for language in content.languages)
        raise click.BadParameter(f"{', '.join(unknown) or 'Nothing'} is not a language here. Choose from: {known}.")
    return codes


def _name(value: str) -> str:
    from kiosk.domain.text import clean_text

    if not clean_text(value).strip():
        raise click.BadParameter("A school needs a name.")
    return clean_text(value).strip()


@click.command("init")
@click.option("--name", help="The school's name.")
@click.option("--zone", help="Its time zone, such as America/New_York.")
@click.option("--region", help="Its country or state, such as US-CT: which help lines are shown.")
@click.option("--language", "languages", multiple=True, help="A language to offer, first one first; again for more.")
@json_option
@click.pass_obj
def init_command(
    wanted: Wanted, name: str | None, zone: str | None, region: str | None, languages: tuple[str, ...], as_json: bool
) -> None:
    """Make the directory of a real school, without the sample. What is not given is asked. Nothing is overwritten.

    \b
    Example:
      kiosk --data ~/our-school init
      kiosk --data ~/our-school init --name "Oak School" --zone America/New_York --region US-CT \\
          --language en --language es
    """
    from kiosk.config import CALENDAR, SETTINGS, find_places, write_text
    from kiosk.settings_template import new_settings

    data = find_places(wanted.data).data
    there = [file for file in (SETTINGS, CALENDAR, "listings.json") if (data / file).exists()]
    if there:
        raise Refused(
            f"{data} already holds a school ({there[0]}). Nothing was changed. "
            "Name another directory: kiosk --data DIR init"
        )
    filled: dict[str, Any] = {
        "school": _asked("--name", "The school's name", name, _name, None),
        "zone": _asked("--zone", "Its time zone", zone, _zone, _zone_here()),
        "region": _asked("--region", "Its country or state (ISO 3166)", region, _region, "US"),
        "languages": _asked("--language", "Languages to offer", ",".join(languages) or None, _languages, "en,es"),
    }
    write_text(data / CALENDAR, _CALENDAR)
    write_text(data / SETTINGS, new_settings(**filled))
    if as_json:
        answer_json({"data": str(data)})
    tell(f"{data} is ready. Look at {SETTINGS} and {CALENDAR} there. Then: kiosk --data {data} run")


def _asked(option: str, question: str, given: str | None, check: Callable[[str], Kind], default: str | None) -> Kind:
    """What was given for an option, else the answer at the terminal; wrong usage where nobody can be asked."""
    if given is not None:
        try:
            return check(given)
        except click.BadParameter as error:
            error.param_hint = option
            raise
    if not sys.stdin.isatty():
        raise click.UsageError(f"{option} is missing, and there is no terminal to ask at.")
    answered: Kind = click.prompt(question, default=default, value_proc=check, err=True)
    return answered


def _zone_here() -> str:
    """The zone this machine is set to, where it says so."""
    name = str(Path("/etc/localtime").resolve()).partition("zoneinfo/")[2]
    return name if name and name != "Etc/UTC" else "America/New_York"
