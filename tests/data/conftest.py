"""The sample school as of one ordinary day, read once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.listing import Listing
from kiosk.domain.settings import Settings
from kiosk.school_file import read_calendar, read_settings
from kiosk.services.sample import Document, sample
from kiosk.store.codec import to_listing

DEMO = Path(__file__).parents[2] / "data" / "demo"
FIRST_RUN = date(2026, 11, 24)
"""A Tuesday in the week of Thanksgiving: the day of the pictures."""


@dataclass(frozen=True)
class School:
    """The sample read through the program's own doors."""

    today: date
    documents: list[Document]
    listings: dict[str, Listing]
    settings: Settings
    calendar: SchoolCalendar


def school_on(today: date) -> School:
    """The sample as of its first run on `today`; anything that cannot be read fails the test that asked."""
    made = sample(DEMO, today)
    settings, settings_problems = read_settings(made.settings, "settings.toml")
    calendar, calendar_problems = read_calendar(made.calendar, "calendar.toml")
    assert not settings_problems
    assert not calendar_problems
    assert calendar is not None
    listings = [to_listing(document) for document in made.listings]
    return School(today, made.listings, {listing.id: listing for listing in listings}, settings, calendar)


@pytest.fixture(scope="session")
def school() -> School:
    """The sample of a Tuesday in November."""
    return school_on(FIRST_RUN)
