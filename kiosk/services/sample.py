"""The sample school: its files in `data/demo/`, with every date worked out from the day of the first run.

A date in these files is a string in braces. The day of the first run, `today`, settles all of them at once:

| Written | Means |
|---|---|
| `"{+0}"`, `"{+7}"`, `"{-20}"` | that many days from today |
| `"{fri}"` | the first Friday after today, never today itself |
| `"{fri-84}"` | that many days from it |
| `"{12-24}"` | December 24 in the year around today: at most 90 days ago, else ahead |
| `"{11-4TH}"` | the fourth Thursday of November in that year |
| `"{11-4TH+1}"` | the day after it |

Two things keep the listings short to read: `organization` may name an entry of `places.toml` instead of holding one,
and `place` names the entry of `places.toml` that a listing's `location` starts from.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from kiosk.domain.errors import Refused

Document = dict[str, object]
"""A listing in the shape that `kiosk add` takes."""
Places = Mapping[str, Mapping[str, Mapping[str, object]]]
"""What stands in `places.toml`: `organizations` and `places`, each by its name."""

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_BEHIND = timedelta(days=90)
"""How far the year around today reaches back; the school year of the sample starts about then."""
_TOKEN = re.compile(r'"\{([^"{}]*)\}"')
_FROM_TODAY = re.compile(r"(?P<days>[+-]\d{1,4})")
_AFTER_TODAY = re.compile(rf"(?P<weekday>{'|'.join(_WEEKDAYS)})(?P<days>[+-]\d{{1,4}})?")
_IN_THE_YEAR = re.compile(
    r"(?P<month>\d\d)-(?:(?P<day>\d\d)|(?P<nth>[1-4])(?P<weekday>MO|TU|WE|TH|FR|SA|SU))(?P<days>[+-]\d{1,3})?"
)


class Sample(NamedTuple):
    """A whole school to start from: listings ready to be added, and the two files of its data directory."""

    listings: list[Document]
    settings: str
    calendar: str


def sample(directory: Path, today: date) -> Sample:
    """The sample in `directory` (`data/demo/`) as of its first run on `today`."""
    places = tomllib.loads((directory / "places.toml").read_text("utf-8"))
    listings: list[Document] = []
    for file in sorted((directory / "listings").glob("*.toml")):
        listings += read_listings(file.read_text("utf-8"), places, today)
    return Sample(
        listings,
        resolve((directory / "settings.toml").read_text("utf-8"), today),
        resolve((directory / "calendar.toml").read_text("utf-8"), today),
    )


def read_listings(text: str, places: Places, today: date) -> list[Document]:
    """The `[[listing]]` entries of one file, each whole in itself: dates settled, organization and place filled in."""
    entries: list[Document] = tomllib.loads(resolve(text, today))["listing"]
    return [_whole(entry, places) for entry in entries]


def resolve(text: str, today: date) -> str:
    """`text` with each date in braces written as ISO 8601. One that cannot be read is refused by name."""
    return _TOKEN.sub(lambda token: f'"{day_of(token[1], today).isoformat()}"', text)


def day_of(words: str, today: date) -> date:
    """The day that the words between the braces mean when the first run is on `today`."""
    if match := _FROM_TODAY.fullmatch(words):
        return today + _days(match["days"])
    if match := _AFTER_TODAY.fullmatch(words):
        ahead = (_WEEKDAYS.index(match["weekday"]) - today.weekday() - 1) % 7 + 1
        return today + timedelta(days=ahead) + _days(match["days"])
    if match := _IN_THE_YEAR.fullmatch(words):
        years = range(today.year - 1, today.year + 2)
        days = (_day_in(year, match) for year in years)
        return next(day for day in days if day >= today - _BEHIND) + _days(match["days"])
    raise Refused(f"The sample has a date that cannot be read: {{{words}}}. Nothing was changed. Mend it in data/demo.")


def _days(words: str | None) -> timedelta:
    return timedelta(days=int(words or "0"))


def _day_in(year: int, match: re.Match[str]) -> date:
    """The month and day, or the nth weekday of the month, that `match` names, in `year`."""
    month = int(match["month"])
    if match["day"]:
        return date(year, month, int(match["day"]))
    first = date(year, month, 1)
    weekday = [name[:2].upper() for name in _WEEKDAYS].index(match["weekday"])
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (int(match["nth"]) - 1))


def _whole(entry: Document, places: Places) -> Document:
    """`entry` with the organization and the place that it names put inside it."""
    whole = dict(entry)
    organization, place, location = whole.get("organization"), whole.pop("place", None), whole.get("location")
    if isinstance(organization, str):
        whole["organization"] = _named("organizations", organization, places)
    if isinstance(place, str):
        own = location if isinstance(location, dict) else {}
        whole["location"] = {**_named("places", place, places), **own}
    return whole


def _named(kind: str, name: str, places: Places) -> Document:
    found = places.get(kind, {}).get(name)
    if found is None:
        raise Refused(f"The sample names {name}, which places.toml does not have under {kind}. Nothing was changed.")
    return dict(found)
