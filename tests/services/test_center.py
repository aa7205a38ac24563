"""The center holds one school's services together, and reads ahead for them."""

from __future__ import annotations

from kiosk.domain.settings import Settings
from kiosk.services.center import Center
from kiosk.services.people import People
from kiosk.services.search import Search
from kiosk.words.offer import words_for
from tests.services.schools import CALENDAR, NOW, ZONE, content, sample_directory


def test_warming_reads_everything_ahead() -> None:
    settings = Settings(school="Oak")
    directory = sample_directory()
    center = Center(
        settings=settings,
        calendar=CALENDAR,
        zone=ZONE,
        directory=directory,
        search=Search(directory, content()),
        people=People(settings, CALENDAR, ZONE),
        content=content(),
        words_for=words_for(content(), settings.region),
    )
    center.warm(NOW)
    assert center.directory.at_hand()
    assert center.directory.count("food", NOW) is not None
    assert center.search.find("food", "en", NOW).hits
