"""Home, the first screen, the frame round every page, and the tiles."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kiosk.pages.attract import LINE_CELLS, attract_page
from kiosk.pages.fit import cells
from kiosk.pages.home import home_page
from kiosk.pages.needs import needs_page
from kiosk.pages.route import Act, Route
from kiosk.services.session import Session
from tests.pages.center import (
    TUESDAY,
    ZONE,
    asking,
    center,
    listing,
    school_of,
)


def test_home_has_six_tiles_and_three_actions() -> None:
    page = home_page(asking(Route("home")))
    assert [tile.pictogram for tile in page.tiles] == ["food", "ball", "cross", "talk", "school", "signpost"]
    assert [action.label for action in page.actions] == ["Search", "Today", "My list"]
    assert page.tiles[0].is_open and page.tiles[0].note.endswith("open now")
    assert page.tiles[3].note == "Private and free" and not page.tiles[3].is_open
    held = home_page(asking(Route("home"), session=Session(my_list=["clinic", "food-shelf"])))
    assert held.actions[2].label == "My list (2)"


def test_the_notice_stands_from_a_week_before_until_the_day_is_over() -> None:
    notices = {}
    for day in range(16, 31):
        now = datetime(2026, 11, day, 10, tzinfo=ZONE)
        notice = home_page(asking(Route("home"), now)).notice
        notices[day] = notice.label if notice else ""
    assert notices[18] == ""
    assert notices[20].endswith("who has my child?")
    assert notices[24] == "Thu and Fri: who has my child?"
    assert notices[27] == "Today: who has my child?"
    assert notices[28] == ""


def test_the_first_screen_starts_in_each_language_and_never_shows_what_is_sensitive() -> None:
    page = attract_page(asking(Route("attract")))
    assert [(start.label, start.go) for start in page.starts] == [
        ("Touch to start", Act("start", "en")),
        ("Toque para empezar", Act("start", "es")),
    ]
    secret = listing(sensitive=True, name={"en": "Drug talk"})
    assert attract_page(asking(Route("attract"), school=school_of(secret))).today == ()
    one = attract_page(asking(Route("attract"), school=school_of(listing())))
    assert one.today == ("Book room, Room 104 · open until 4:00 PM",)
    early = asking(Route("attract"), datetime(2026, 11, 24, 7, tzinfo=ZONE), school=school_of(listing()))
    assert attract_page(early).today == ("Book room, Room 104 · at 8:00 AM",)


def test_what_is_on_takes_turns_by_the_minute() -> None:
    lines = {attract_page(asking(Route("attract"), TUESDAY + timedelta(minutes=n))).today for n in range(12)}
    assert len(lines) > 3
    assert all(len(two) == 2 for two in lines)


def test_each_page_of_a_sample_says_so_and_a_real_school_does_not() -> None:
    sample = home_page(asking(Route("home"))).frame
    assert (sample.center, sample.sample) == ("Sample, not real", "Sample")
    real = home_page(asking(Route("home"), school=school_of(listing(), sample=False))).frame
    assert (real.center, real.sample) == ("Family Resource Center", "")


def test_the_frame_says_what_touching_does() -> None:
    frame = home_page(asking(Route("home"))).frame
    assert frame.clock == "Tue Nov 24  3:05 PM"
    assert (frame.languages, frame.languages_short) == ("Español", "Español")
    assert frame.language_go == Act("language", "es")
    assert frame.help_numbers == "911 · 988 · 2-1-1"
    assert frame.person_room == "Room 104"
    assert frame.not_reviewed == ""
    spanish = home_page(asking(Route("home"), language="es")).frame
    assert spanish.not_reviewed == "Texto aún sin revisar"


def test_a_tile_with_nothing_under_it_leads_to_a_person() -> None:
    page = needs_page(asking(Route("needs", "basic"), school=school_of(listing(needs=("pantry",)))))
    notes = {tile.label: tile.note for tile in page.tiles}
    assert notes["Food"] == "1 open now"
    assert all(notes.values())


def test_the_cards_families_do_not_know_to_ask_for_are_reached_from_needs() -> None:
    page = needs_page(asking(Route("needs", "basic")))
    assert Route("rights", "no-home") in [card.go for card in page.cards]
    for card in center().content.rights:
        assert any(
            Route("rights", card.id) in [each.go for each in needs_page(asking(Route("needs", need.id))).cards[:1]]
            for need in center().content.needs
        ), card.id


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_line_of_today_fits_its_half_of_the_first_screen(language: str) -> None:
    """Each minute two others take their turn; a long name gives way to the short one, not the hour."""
    center().directory.warm(TUESDAY)
    seen = set()
    for minute in range(60):
        page = attract_page(asking(Route("attract"), TUESDAY.replace(minute=minute), language=language))
        seen |= set(page.today)
    assert len(seen) > 4
    assert [line for line in seen if cells(line) > LINE_CELLS] == []
