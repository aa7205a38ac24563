"""What families read of the sample where getting it wrong would send them to the wrong door."""

from __future__ import annotations

import pytest

from kiosk.pages.no_school_words import no_school_text
from kiosk.pages.place import place, short_place
from kiosk.pages.route import Route
from kiosk.pages.state import state_of
from tests.pages.center import asking, center


@pytest.mark.parametrize(
    ("id", "where"),
    [
        ("maple-food-pantry", "12 Elm St, 5 min walk"),
        ("community-dinner", "40 Oak Street, bus 7"),
        ("food-truck", "Elm Park, gate 2"),
        ("food-shelf", "Room 104, this school"),
        ("county-housing-line", "By phone"),
    ],
)
def test_a_row_says_how_to_get_there_where_it_fits(id: str, where: str) -> None:
    ask, kept = asking(Route("results")), center().directory.get(id)
    assert kept is not None
    assert place(ask, kept.listing) == where
    assert "," not in short_place(ask, kept.listing) or id == "food-truck"


def test_what_one_must_call_about_is_never_said_to_be_open_without_school() -> None:
    ask = asking(Route("listing", "art-and-chess"))
    for kept in center().directory.all():
        for text in no_school_text(ask, kept):
            assert "308" not in text, "the grandparents' table: its hours are not known"


@pytest.mark.parametrize("id", ["crisis-team", "safe-at-home", "county-housing-line"])
def test_a_line_that_is_answered_now_is_open(id: str) -> None:
    kept = center().directory.get(id)
    assert kept is not None
    assert state_of(asking(Route("listing", id)), kept).label == "OPEN"
