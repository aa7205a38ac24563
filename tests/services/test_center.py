"""The center makes one school's services when they are first asked for, and reads ahead for them."""

from __future__ import annotations

from kiosk.domain.kept import Snapshot
from kiosk.domain.settings import Settings
from kiosk.services.center import Center
from kiosk.words.offer import words_for
from tests.services.schools import CALENDAR, NOW, ZONE, content, sample_directory


def a_center(asked: list[str]) -> Center:
    """A center on the sample's listings, which notes when they are asked for."""

    def load() -> Snapshot:
        asked.append("listings")
        return snapshot

    snapshot, settings = sample_directory().snapshot(), Settings(school="Oak")
    return Center(
        settings=settings,
        calendar=lambda: CALENDAR,
        zone=ZONE,
        content=content(),
        words_for=words_for(content(), settings.region),
        load=load,
    )


def test_no_listing_is_asked_for_before_somebody_needs_one() -> None:
    asked: list[str] = []
    center = a_center(asked)
    assert not center.is_read
    assert center.people.now(NOW).here == ()
    assert asked == []


def test_a_service_is_made_once() -> None:
    center = a_center([])
    assert center.directory is center.directory
    assert center.search is center.search


def test_warming_reads_everything_ahead() -> None:
    center = a_center([])
    center.warm(NOW)
    assert center.is_read
    assert center.directory.at_hand()
    assert center.directory.count("food", NOW) is not None
    assert center.search.find("food", "en", NOW).hits
