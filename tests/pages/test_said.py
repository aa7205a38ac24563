"""What staff say by one key, as families read it: with its day, by role and language, and not a minute longer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.pages.attract import attract_page
from kiosk.pages.facts import FactsPage, facts_page
from kiosk.pages.listing import ListingPage, listing_page
from kiosk.pages.person_now import WIDE_LINES, person_now_page
from kiosk.pages.reader import Size
from kiosk.pages.results import results_page
from kiosk.pages.route import Route
from kiosk.pages.rows import row
from kiosk.pages.spoken import languages_here
from kiosk.services.center import Center
from kiosk.services.here import Presence
from kiosk.services.shelf import ShelfState
from tests.pages.center import (
    LOBBY,
    MONDAY_MORNING,
    NO_SCHOOL,
    PLAIN,
    SMALL,
    TUESDAY,
    WEEKEND,
    ZONE,
    asking,
    center,
    sentences,
)
from tests.pages.said import PANTRY, desk, say

LIAISON, NURSE, COUNSELOR, SOCIAL_WORKER = (
    "parent liaison/104", "school nurse/112", "counselor/120", "social worker/122",
)  # fmt: skip
SCHOOL = desk()


def listing(school: Center, id: str, now: datetime, size: Size = LOBBY, language: str = "en") -> ListingPage:
    """A listing's page."""
    page = listing_page(asking(Route("listing", id), now, size, language, school=school))
    assert isinstance(page, ListingPage)
    return page


def shelf(page: ListingPage | FactsPage) -> tuple[str, ...]:
    """What its page says of the shelf."""
    return next((fact.text for fact in page.facts if fact.name in ("Shelf", "Estante")), ())


def test_before_anything_is_said_no_page_differs() -> None:
    for size in (LOBBY, SMALL, PLAIN):
        for route in (Route("listing", "food-shelf"), Route("listing", "diapers")):
            ask = asking(route, TUESDAY, size, school=desk())
            assert sentences(listing_page(ask)) == sentences(listing_page(asking(route, TUESDAY, size)))
        plain = person_now_page(asking(Route("person-now"), TUESDAY, size, school=desk()))
        assert plain == person_now_page(asking(Route("person-now"), TUESDAY, size))


@pytest.mark.parametrize(
    ("state", "english", "spanish"),
    [
        ("in", "some here", "sí hay"),
        ("low", "few left", "queda poco"),
        ("out", "none left", "ya no hay"),
    ],
)
def test_the_shelf_stands_on_the_listings_page_and_its_row_with_its_day(
    state: ShelfState, english: str, spanish: str
) -> None:
    school = desk()
    say(school, MONDAY_MORNING, pantry=state)
    page = listing(school, "food-shelf", MONDAY_MORNING)
    assert shelf(page) == (f"Pantry: {english}, said today.",)
    assert shelf(listing(school, "food-shelf", MONDAY_MORNING, SMALL)) == shelf(page)
    tuesday = MONDAY_MORNING + timedelta(hours=23)
    assert shelf(listing(school, "food-shelf", tuesday)) == (f"Pantry: {english}, said Monday.",)
    assert shelf(listing(school, "food-shelf", tuesday, language="es")) == (f"Despensa: {spanish}, dicho el lunes.",)
    kept = school.directory.get("food-shelf")
    assert kept is not None
    wide = row(asking(Route("results"), tuesday, LOBBY, school=school), kept)
    assert wide.detail == f"{english}, said Monday" and wide.note.startswith("Bread")
    small = row(asking(Route("results"), tuesday, SMALL, school=school), kept)
    assert small.note == f"{english.capitalize()}, said Monday"
    before = row(asking(Route("results"), tuesday, LOBBY), kept)
    assert (wide.state, wide.place, wide.label) == (before.state, before.place, before.label)
    assert page.state == listing(center(), "food-shelf", MONDAY_MORNING).state


def test_of_several_things_the_row_names_the_scarcest() -> None:
    school = desk()
    say(school, TUESDAY, diapers="in", wipes="out")
    kept = school.directory.get("diapers")
    assert kept is not None
    assert row(asking(Route("results"), TUESDAY, school=school), kept).detail == "Wipes: none left, said today"
    assert shelf(listing(school, "diapers", TUESDAY, PLAIN)) == (
        "Diapers: some here, said today.",
        "Wipes: none left, said today.",
    )
    facts = facts_page(asking(Route("facts", "diapers"), TUESDAY, school=school))
    assert isinstance(facts, FactsPage) and len(shelf(facts)) == 2


def test_a_list_of_results_shows_it() -> None:
    school = desk(PANTRY)
    say(school, TUESDAY, pantry="low")
    page = results_page(asking(Route("results", "food", "need"), TUESDAY, school=school))
    assert "few left, said today" in [each.detail for each in page.rows]


AUTUMN = datetime(2026, 10, 31, tzinfo=UTC)
MOMENTS = st.integers(0, 20 * 24 * 60).map(lambda after: (AUTUMN + timedelta(minutes=after)).astimezone(ZONE))


@given(MOMENTS, st.integers(0, 50 * 60), st.sampled_from(("en", "es")))
@example(datetime(2026, 10, 31, 12, tzinfo=ZONE), 24 * 60 - 1, "en")  # the clock goes back in between
@example(datetime(2026, 10, 31, 12, tzinfo=ZONE), 24 * 60, "en")
@example(datetime(2026, 11, 24, 23, 59, tzinfo=ZONE), 1, "en")  # midnight
@example(datetime(2026, 11, 24, 0, 0, tzinfo=ZONE), 24 * 60 - 1, "es")
def test_at_any_age_the_page_says_the_day_it_was_said_and_after_a_day_nothing(
    said: datetime, minutes: int, language: str
) -> None:
    say(SCHOOL, said, pantry="low")
    now = (said.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(ZONE)
    ask = asking(Route("listing", "food-shelf"), now, PLAIN, language, school=SCHOOL)
    kept = SCHOOL.directory.get("food-shelf")
    assert kept is not None
    told = [text for text in row(ask, kept).detail.split(", ") if text.startswith(("said", "dicho"))]
    if minutes >= 24 * 60:
        assert told == []
        return
    today = {"en": "said today", "es": "dicho hoy"}[language]
    named = {"en": f"said {ask.words.weekday(said)}", "es": f"dicho el {ask.words.weekday(said)}"}[language]
    assert told == [today if said.date() == now.date() else named]


def test_who_was_said_to_be_in_is_shown_by_role_and_language_until_when() -> None:
    school = desk()
    for key, until in ((LIAISON, "14:00"), (NURSE, "12:00")):
        school.here.note(key, Presence(state="here", until=until), "mary", MONDAY_MORNING)
    school.here.note(COUNSELOR, Presence(state="away"), "mary", MONDAY_MORNING)
    page = person_now_page(asking(Route("person-now"), MONDAY_MORNING, PLAIN, school=school))
    assert [(card.role, card.state.words) for card in page.cards] == [
        ("Parent liaison", "until 2:00 PM"),
        ("School nurse", "until 12:00 PM"),
    ]
    language = next(fact.text[0] for fact in page.facts if fact.name == "Your language?")
    assert language.startswith(
        "Someone here speaks Español until 2 PM. Someone here speaks Kreyòl Ayisyen until 12 PM. Any"
    )
    assert "mary" not in " ".join(sentences(page))


def test_someone_who_speaks_the_readers_language_comes_before_the_telephone() -> None:
    school = desk()
    school.here.note(LIAISON, Presence(state="here", until="14:00"), "mary", MONDAY_MORNING)
    for size in (LOBBY, SMALL, PLAIN):
        page = person_now_page(asking(Route("person-now"), MONDAY_MORNING, size, "es", school=school))
        language = next(fact.text[0] for fact in page.facts if fact.name == "¿Su idioma?")
        assert language.startswith("Alguien aquí habla español hasta las 2 p. m."), size
    small = person_now_page(asking(Route("person-now"), MONDAY_MORNING, SMALL, school=school))
    assert next(fact.text[0] for fact in small.facts if fact.name == "Your language?").startswith("Any language")


@pytest.mark.parametrize("size", [LOBBY, SMALL])
def test_the_facts_have_no_more_lines_than_before(size: Size) -> None:
    from kiosk.pages.fit import wrapped

    school = desk()
    for key in (LIAISON, NURSE, COUNSELOR, SOCIAL_WORKER):
        presence = Presence(state="here", until="14:00", languages=("en", "es", "ht", "pt", "fr", "zh"))
        school.here.note(key, presence, "mary", MONDAY_MORNING)
    page = person_now_page(asking(Route("person-now"), MONDAY_MORNING, size, school=school))
    lines = [wrapped(text, 55 if size.wide else 60) for fact in page.facts for text in fact.text]
    assert sum(lines) <= (WIDE_LINES if size.wide else 4)


def test_said_later_and_languages_of_today() -> None:
    school = desk()
    school.here.note(NURSE, Presence(state="later", starts="11:00", until="15:00"), "mary", MONDAY_MORNING)
    page = person_now_page(asking(Route("person-now"), MONDAY_MORNING, school=school))
    assert (
        next(fact.text for fact in page.facts if fact.name == "Also today")[0]
        == "School nurse, Room 112, from 11:00 AM."
    )
    ask = asking(Route("person-now"), MONDAY_MORNING, school=school)
    assert "ht" not in languages_here(ask)


def test_on_a_day_without_school_who_came_is_there() -> None:
    school = desk()
    school.here.note(LIAISON, Presence(state="here", until="11:00"), "mary", NO_SCHOOL)
    page = person_now_page(asking(Route("person-now"), NO_SCHOOL, school=school))
    assert page.subtitle == "1 person can help you. No appointment."
    assert person_now_page(asking(Route("person-now"), NO_SCHOOL + timedelta(hours=2), school=school)).cards == ()


def test_the_first_screen_says_it_in_the_language_it_is_for() -> None:
    school = desk()
    school.here.note(NURSE, Presence(state="here", until="14:00"), "mary", WEEKEND)
    school.here.note(LIAISON, Presence(state="here", until="14:00", languages=("es",)), "mary", WEEKEND)
    said = {
        line
        for minute in range(30)
        for line in attract_page(
            asking(Route("attract"), WEEKEND + timedelta(minutes=minute), PLAIN, school=school)
        ).today
    }
    assert {"Alguien aquí habla español hasta las 2 p. m.", "Someone here speaks Kreyòl Ayisyen until 2 PM."} <= said
    before = {
        line
        for minute in range(30)
        for line in attract_page(asking(Route("attract"), WEEKEND + timedelta(minutes=minute), PLAIN)).today
    }
    assert not any("Someone" in line or "Alguien" in line for line in before)


@given(st.integers(0, 24 * 60 - 1), st.sampled_from((-1, 0, 0, 0, 1)))
@example(23 * 60 + 59, 0)
@example(0, 1)
def test_at_any_minute_nobody_is_here_by_a_word_that_is_over(minute: int, days: int) -> None:
    """Said at seven on a Saturday until two: then only, and on that day only."""
    seven = WEEKEND.replace(hour=7, minute=0)
    SCHOOL.here.note(LIAISON, Presence(state="here", until="14:00"), "mary", seven)
    now = seven.replace(hour=0) + timedelta(days=days, minutes=minute)
    page = person_now_page(asking(Route("person-now"), now, PLAIN, school=SCHOOL))
    roles = [card.role for card in page.cards]
    if days == 0:
        assert roles == (["Parent liaison"] if minute < 14 * 60 else [])
    elif days < 0:
        assert roles == [], "the Friday has no school"
    else:
        assert roles == []
