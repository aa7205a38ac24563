"""Help now, people by role, rooms, and asking without words."""

from __future__ import annotations

from datetime import datetime

from kiosk.pages.call_code import call_code_page
from kiosk.pages.help_now import help_now_page
from kiosk.pages.parts import Choice
from kiosk.pages.person import ask_person
from kiosk.pages.person_now import person_now_page
from kiosk.pages.quiet import quiet_page
from kiosk.pages.room import room_page
from kiosk.pages.route import Route
from kiosk.pages.support import SupportPage, support_page
from tests.pages.center import (
    EVENING,
    PLAIN,
    TUESDAY,
    WEEKEND,
    ZONE,
    asking,
    center,
    listing,
    school_of,
    sentences,
)


def test_help_now_shows_numbers_first_and_an_adult_last() -> None:
    page = help_now_page(asking(Route("help-now")))
    assert [card.number for card in page.cards] == ["911", "988", "2-1-1"]
    said = sentences(page)
    assert said.index("911") < said.index("Any adult at this school")
    assert page.checked == "Checked Nov 23, 2026"
    assert page.quiet.go == Route("quiet") and page.person.go == Route("person-now")


def test_further_numbers_turn_and_come_round() -> None:
    seen, part = set(), 0
    for _ in range(10):
        page = help_now_page(asking(Route("help-now", part=part)))
        seen |= {row.title for row in page.rows}
        assert page.more is not None and isinstance(page.more.go, Route)
        part = page.more.go.part
        if part == 0:
            break
    every = help_now_page(asking(Route("help-now"), size=PLAIN))
    assert seen == {row.title for row in every.rows} and every.more is None


def test_no_line_of_a_state_is_shown_elsewhere() -> None:
    elsewhere = school_of(listing(), region="US-MA")
    page = help_now_page(asking(Route("help-now"), size=PLAIN, school=elsewhere))
    told = " ".join(sentences(page))
    assert "HUSKY" not in told and "Mobile Crisis" not in told and "911" in told
    support = support_page(asking(Route("support", "school-based-health-clinic"), school=elsewhere))
    assert isinstance(support, SupportPage) and support.code is None


def test_a_code_calls_or_texts_a_line_or_a_room() -> None:
    call = call_code_page(asking(Route("call-code", "lifeline")))
    assert (call.code.payload, call.code.does, call.number) == ("tel:988", "Scan to call 988", "988")
    assert [other.label for other in call.others] == ["911", "988", "2-1-1", "Text 988", "Room 104"]
    text = call_code_page(asking(Route("call-code", "lifeline", "text")))
    assert text.code.payload.startswith("sms:988") or text.code.payload.startswith("SMSTO:988")
    assert text.title == "A code that texts"
    at_room = call_code_page(asking(Route("call-code", "room:104")))
    assert (at_room.number, at_room.name, at_room.note) == ("860-555-0104", "Room 104", "Parent liaison")
    assert call_code_page(asking(Route("call-code", "room:999"))).number == "911"


def test_people_are_roles_with_rooms_and_no_names() -> None:
    page = person_now_page(asking(Route("person-now")))
    assert page.subtitle == "3 people can help you. No appointment."
    first = page.cards[0]
    assert (first.role, first.room_word, first.room) == ("Parent liaison", "Room", "104")
    assert (first.state.label, first.state.words) == ("HERE", "until 4:00 PM")
    facts = {fact.name: fact.text for fact in page.facts}
    assert facts["Also today"][0] == "Social worker, Room 122, from 3:30 PM."
    assert facts["No one here?"][0] == "Office, until 4:30 PM. Or call 860-555-0100."


def test_when_nobody_is_in_the_next_person_and_the_office_are_named() -> None:
    page = person_now_page(asking(Route("person-now"), WEEKEND))
    assert page.cards == () and page.way is None
    assert page.subtitle == "No one is here right now."
    facts = {fact.name: fact.text[0] for fact in page.facts}
    assert facts["Next"].startswith("Parent liaison, Room 104: Monday 8:00 AM")
    assert facts["No one here?"] == "Office: closed now. Call 860-555-0100."
    nobody = school_of(listing(), staff=(), office=None, office_room="")
    alone = person_now_page(asking(Route("person-now"), school=nobody))
    assert [fact.name for fact in alone.facts] == ["No one here?", "Your language?"]


def test_whom_to_ask_is_always_somebody() -> None:
    for now, said in (
        (TUESDAY, "Parent liaison: Room 104, until 4:00 PM."),
        (datetime(2026, 11, 24, 7, 45, tzinfo=ZONE), "The office: Office, until 4:30 PM."),
        (WEEKEND, "Parent liaison: Room 104, Monday 8:00 AM."),
    ):
        assert ask_person(asking(Route("home"), now)) == said
    nobody = school_of(listing(), staff=(), office=None, office_room="")
    assert ask_person(asking(Route("home"), school=nobody)).startswith("Ask")


def test_a_room_is_its_number_and_the_way() -> None:
    page = room_page(asking(Route("room", "104")))
    assert (page.room_word, page.room) == ("Room", "104")
    assert page.steps[:2] == ("Walk past the gym.", "Take the second door on the left.")
    assert page.state is not None and page.who == "Parent liaison"
    assert page.call is not None and page.call.label == "A code that calls Room 104"
    away = room_page(asking(Route("room", "104"), EVENING))
    assert away.state is None
    named = room_page(asking(Route("room", "Library")))
    assert (named.room_word, named.room, named.call) == ("", "Library", None)
    assert room_page(asking(Route("room", "Attic"))).steps == ("Ask at the office for the way.",)


def test_asking_without_words_never_says_why() -> None:
    for kept in center().directory.all():
        if not kept.listing.sensitive:
            continue
        page = quiet_page(asking(Route("quiet", kept.id)))
        told = " ".join((*sentences(page), *(c.label for c in page.spoken() if isinstance(c, Choice)), page.title))
        assert kept.listing.name["en"] not in told
        assert page.please == "Please help me." and page.others == ("Necesito ayuda.",)
    assert quiet_page(asking(Route("quiet"))).room == "104"
    assert quiet_page(asking(Route("quiet"), WEEKEND)).room == "Office"
