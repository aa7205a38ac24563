"""Every page name has its builder; search, languages, grades and the other small pages."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.listing import Places
from kiosk.pages import site
from kiosk.pages.done import done_page
from kiosk.pages.facts import FactsPage, facts_page
from kiosk.pages.fit import cells
from kiosk.pages.grade import grade_page
from kiosk.pages.home import home_page
from kiosk.pages.language import language_page
from kiosk.pages.parts import Choice
from kiosk.pages.route import Act, PageName, Route
from kiosk.pages.search import keyboard, search_page
from kiosk.pages.supports import supports_page
from kiosk.pages.walk import WalkPage, walk_page
from kiosk.services.session import Session
from tests.pages.center import (
    DAILY,
    LOBBY,
    PLAIN,
    SMALL,
    TUESDAY,
    asking,
    listing,
    school_of,
)

BARE = SchoolCalendar(first_day=date(2026, 8, 31), last_day=date(2027, 6, 11))
"""A school year in which every day is ordinary."""


@pytest.mark.parametrize("name", get_args(PageName))
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_page_name_has_a_builder_and_forgives_a_bad_address(name: PageName, language: str) -> None:
    for route in (Route(name), Route(name, "no-such", "no-such", 99), Route(name, "2026-13-77")):
        page = site.page(asking(route, language=language))
        assert page.title


def test_search_shows_the_first_answers_above_the_keys() -> None:
    page = search_page(asking(Route("search"), session=Session(typed="dipers")))
    assert page.found.endswith("found for “diapers”") and len(page.rows) <= 4
    assert page.show_all.main and page.show_all.label.startswith("Show all ")
    assert len(search_page(asking(Route("search"), size=SMALL, session=Session(typed="food"))).rows) == 3
    nothing = search_page(asking(Route("search"), session=Session(typed="zzzzqqq")))
    assert nothing.found == "Nothing found. Try one word, or ask a person." and nothing.show_all.off
    number = search_page(asking(Route("search"), session=Session(typed="214")))
    assert number.rows[0].number == "No. 214"


def test_the_keyboard_has_ten_columns_and_the_languages_letters() -> None:
    assert keyboard("QWERTYUIOPASDFGHJKLZXCVBNM") == ("1234567890", "QWERTYUIOP", "ASDFGHJKL'", "ZXCVBNM")
    assert keyboard("QWERTYUIOPASDFGHJKLÑZXCVBNM")[2] == "ASDFGHJKLÑ"


def test_languages_stand_by_their_own_names() -> None:
    page = language_page(asking(Route("language")))
    assert [(choice.big, choice.selected) for choice in page.languages] == [("English", True), ("Español", False)]
    assert page.languages[1].note == "Texto aún sin revisar"
    assert "Un intérprete es gratis y es su derecho." in page.interpreter


def test_grades_go_from_not_in_school_to_twelve() -> None:
    page = grade_page(asking(Route("grade"), session=Session(grade="3")))
    assert len(page.grades) == 15
    assert [choice.label for choice in page.grades if choice.selected] == ["Grade 3"]
    assert page.any_grade.go == Act("grade")


def test_a_walk_question_offers_four_large_answers() -> None:
    page = walk_page(asking(Route("walk", "what"), session=Session(answers={"who": "child", "age": "5-10"})))
    assert isinstance(page, WalkPage)
    assert len(page.answers) == 4 and all(answer.big for answer in page.answers)
    assert page.subtitle == f"Question {page.asked} of {page.of}"
    assert page.skip.go == Act("skip", "what")


def test_done_is_one_sentence() -> None:
    page = done_page(asking(Route("done")))
    assert page.title == "Nothing about you was kept."
    assert page.go == Route("attract")


def test_facts_turn_and_none_is_broken() -> None:
    for size in (LOBBY, SMALL):
        seen: list[str] = []
        part, parts = 0, 1
        while part < parts:
            page = facts_page(asking(Route("facts", "clinic", part=part), size=size))
            assert isinstance(page, FactsPage)
            seen += [fact.name for fact in page.facts]
            parts = int(page.turning.where.split()[-1]) if page.turning.where else 1
            part += 1
        whole = facts_page(asking(Route("facts", "clinic"), size=PLAIN))
        assert isinstance(whole, FactsPage)
        assert seen == [fact.name for fact in whole.facts]
        assert whole.week is not None and len(whole.codes) > 4


def test_places_said_today_beat_the_cost_in_a_row() -> None:
    one = listing(needs=("care",), schedules=(DAILY,), places=Places(left=1, said=TUESDAY.date()))
    page = site.page(asking(Route("results", "care", "need"), school=school_of(one)))
    details = [part.detail for part in page.spoken() if isinstance(part, Choice) and part.detail]
    assert details == ["1 place left, said today"]


def test_names_stand_in_the_width_the_pictures_give_them() -> None:
    for language in ("en", "es"):
        home = home_page(asking(Route("home"), language=language))
        assert all(cells(tile.note) <= 20 for tile in home.tiles)
        frame = home.frame
        for words, width in (
            (frame.back, 12),
            (frame.home, 12),
            (frame.hide, 14),
            (frame.done, 14),
            (frame.text_size, 13),
        ):
            assert cells(words) <= width, words
        supports = supports_page(asking(Route("supports"), language=language))
        assert all(cells(choice.label) <= 33 for choice in supports.supports)


def test_a_school_without_calendar_file_still_has_every_page() -> None:
    school = school_of(listing(), calendar=BARE, staff=(), office=None, board=(), supports={}, support_rooms={})
    for name in get_args(PageName):
        assert site.page(asking(Route(name), school=school)).title
