"""Home, help, people, days, supports and the other pages: what each must say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import get_args

import pytest

from kiosk.domain.calendar import DayKind, SchoolCalendar, SpecialDay
from kiosk.domain.listing import Places, Schedule
from kiosk.pages import site
from kiosk.pages.attract import attract_page
from kiosk.pages.board import BoardPage, board_page
from kiosk.pages.call_code import call_code_page
from kiosk.pages.done import done_page
from kiosk.pages.facts import FactsPage, facts_page
from kiosk.pages.fit import cells
from kiosk.pages.grade import grade_page
from kiosk.pages.help_now import help_now_page
from kiosk.pages.home import home_page
from kiosk.pages.language import language_page
from kiosk.pages.missing import MissingPage
from kiosk.pages.needs import needs_page
from kiosk.pages.no_school import no_school_page
from kiosk.pages.parts import Choice
from kiosk.pages.person import ask_person
from kiosk.pages.person_now import person_now_page
from kiosk.pages.quiet import quiet_page
from kiosk.pages.rights import RightsPage, rights_page
from kiosk.pages.room import room_page
from kiosk.pages.route import Act, PageName, Route
from kiosk.pages.search import keyboard, search_page
from kiosk.pages.support import SupportPage, support_page
from kiosk.pages.supports import supports_page
from kiosk.pages.today import today_page
from kiosk.pages.walk import WalkPage, walk_page
from kiosk.pages.week import WEEKS, WeekPage, week_page
from kiosk.services.session import Session
from tests.pages.center import (
    DAILY,
    EVENING,
    LOBBY,
    NO_SCHOOL,
    PLAIN,
    SMALL,
    TUESDAY,
    WEDNESDAY_SHORT,
    WEEKEND,
    ZONE,
    asking,
    center,
    listing,
    school_of,
    sentences,
)

BARE = SchoolCalendar(first_day=date(2026, 8, 31), last_day=date(2027, 6, 11))
"""A school year in which every day is ordinary."""


@pytest.mark.parametrize("name", get_args(PageName))
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_page_name_has_a_builder_and_forgives_a_bad_address(name: PageName, language: str) -> None:
    for route in (Route(name), Route(name, "no-such", "no-such", 99), Route(name, "2026-13-77")):
        page = site.page(asking(route, language=language))
        assert page.title


# -- home and the first screen


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
            Route("rights", card.id) in [each.go for each in needs_page(asking(Route("needs", need.id))).cards]
            for need in center().content.needs
        ), card.id


# -- help, people and rooms


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
        assert page.please == "Please help me." and page.others == ("Por favor, ayúdeme.",)
    assert quiet_page(asking(Route("quiet"))).room == "104"
    assert quiet_page(asking(Route("quiet"), WEEKEND)).room == "Office"


# -- supports and rights


def test_all_fifteen_supports_stand_on_one_page() -> None:
    page = supports_page(asking(Route("supports")))
    assert len(page.supports) == 15
    assert {choice.go for choice in page.supports} == {Route("support", each.id) for each in center().content.supports}
    assert sum(choice.is_open for choice in page.supports) == 11


@pytest.mark.parametrize("support", [support.id for support in center().content.supports])
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_support_says_what_it_is_and_how_to_ask_here(support: str, language: str) -> None:
    page = support_page(asking(Route("support", support), language=language))
    assert isinstance(page, SupportPage)
    assert page.what and page.say.count("“") == 1 and page.state.label
    assert len(page.facts) >= 4
    assert page.listings.main and page.person.go == Route("person-now")
    assert page.listings.go != Route("person-now"), "each support leads to a listing of the sample"
    assert page.notes == ()


@pytest.mark.parametrize(
    ("state", "label"), [("here", "HERE"), ("another-school", "ELSEWHERE"), ("partner", "ELSEWHERE"), ("ask", "ASK US")]
)
def test_a_support_says_where_it_is(state: str, label: str) -> None:
    school = school_of(listing(), supports={"pbis": state}, support_rooms={})
    page = support_page(asking(Route("support", "pbis"), school=school))
    assert isinstance(page, SupportPage)
    assert page.state.label == label and page.state.words
    assert page.listings.label == "Ask a person"


def test_a_rights_card_says_what_is_true_and_whom_to_ask() -> None:
    for card in center().content.rights:
        page = rights_page(asking(Route("rights", card.id)))
        assert isinstance(page, RightsPage)
        assert page.title == card.short["en"] and "homeless" not in " ".join(sentences(page)).casefold()
        assert page.facts[-1].name == "Ask" and page.listings.main
    assert isinstance(rights_page(asking(Route("rights", "no-such"))), MissingPage)


# -- days


def test_today_says_what_is_on_and_what_is_off_on_a_short_day() -> None:
    page = today_page(asking(Route("today"), WEDNESDAY_SHORT, PLAIN))
    assert page.banner == "School ends at 12:30 PM today. Pick up your child then."
    assert page.subtitle == "Wednesday, November 25"
    labels = [item.state.label if item.state else item.time for item in page.items]
    assert labels[0] == "OPEN" and "OFF" in labels
    assert labels.index("OFF") > max(n for n, label in enumerate(labels) if label == "OPEN")
    assert page.ahead[0].startswith("Thu and Fri: no school.")
    assert page.link is not None and page.link.go == Route("no-school")


def test_today_never_shows_what_is_sensitive() -> None:
    secret = {kept.listing.name["en"] for kept in center().directory.all() if kept.listing.sensitive}
    for now in (TUESDAY, WEDNESDAY_SHORT, EVENING, WEEKEND, NO_SCHOOL):
        assert not secret & {item.name for item in today_page(asking(Route("today"), now, PLAIN)).items}


def test_a_day_with_nothing_left_says_so() -> None:
    late = asking(Route("today"), datetime(2026, 11, 24, 23, 30, tzinfo=ZONE), school=school_of(listing()))
    assert [item.name for item in today_page(late).items] == ["Nothing more today."]


@pytest.mark.parametrize(
    ("kind", "at", "said"),
    [
        ("no-school", "", "No school today. Storm."),
        ("snow-day", "", "No school today. Storm."),
        ("early-dismissal", "12:30", "School ends at 12:30 PM today. Pick up your child then."),
        ("delayed-opening", "10:30", "School starts at 10:30 AM today."),
    ],
)
def test_the_banner_of_a_day_that_differs(kind: DayKind, at: str, said: str) -> None:
    day = TUESDAY.date()
    special = SpecialDay(from_=day, to=day, kind=kind, at=at, reason={"en": "Storm"})
    school = school_of(listing(), calendar=replace(BARE, days=(special,)))
    assert today_page(asking(Route("today"), school=school)).banner == said
    assert today_page(asking(Route("today"), school=school_of(listing(), calendar=BARE))).banner == ""
    tomorrow = asking(Route("today"), TUESDAY - timedelta(days=1), school=school)
    assert today_page(tomorrow).ahead[0].startswith("Tomorrow: ")


def test_the_clinics_week_shows_closed_days_and_why() -> None:
    week = today_page(asking(Route("today"))).week
    assert week is not None
    assert [day.closed or day.bars[0].closes for day in week.days] == ["4:00", "4:00", "12:30", "closed", "closed"]
    assert week.note == "Wed: Family meetings. Thu, Fri: Thanksgiving."
    assert week.axis[0] == (480, "8 AM") and (720, "noon") in week.axis
    assert [day.is_today for day in week.days] == [False, True, False, False, False]


def test_weeks_turn_forward_as_far_as_hours_are_sure() -> None:
    first = week_page(asking(Route("week", "clinic", "2026-11-24")))
    assert isinstance(first, WeekPage)
    assert first.turning.before is None and first.turning.more is not None
    last = week_page(asking(Route("week", "clinic", (date(2026, 11, 24) + timedelta(weeks=WEEKS)).isoformat())))
    assert isinstance(last, WeekPage)
    assert last.turning.more is None and last.week.now is None
    assert isinstance(week_page(asking(Route("week", "no-such"))), MissingPage)


def test_a_week_with_a_weekend_and_a_night_over_midnight() -> None:
    night = listing(schedules=(Schedule(byday=("SA",), opens_at="20:00", closes_at="07:00"),))
    page = week_page(asking(Route("week", "one"), school=school_of(night)))
    assert isinstance(page, WeekPage)
    assert len(page.week.days) == 7
    assert page.week.days[5].bars[0].end == 24 * 60
    empty = week_page(asking(Route("week", "one"), school=school_of(listing(schedules=()))))
    assert isinstance(empty, WeekPage)
    assert {day.closed for day in empty.week.days} == {"ask"}


def test_without_school_the_page_shows_the_day_on_which_something_is_open() -> None:
    page = no_school_page(asking(Route("no-school")))
    assert page.title == "No school Friday: who has my child?"
    assert page.subtitle.startswith("Nov 27. ") and "room." in page.subtitle
    assert [toggle.label for toggle in page.toggles] == [
        "Wed, early",
        "Thu 26",
        "Fri 27",
        "Free",
        "All day",
        "Child's age",
    ]
    assert [toggle.selected for toggle in page.toggles] == [False, False, True, False, False, False]
    assert page.rows[0].state is not None and page.rows[0].state.words == "8:00 AM to 5:30 PM"
    assert page.notes[0] == "Thursday: no care is open."
    assert page.ask == "Not sure? Ask here: Room 104, or call 860-555-0100."


def test_without_school_toggles_narrow_and_an_empty_day_offers_a_person() -> None:
    long = no_school_page(asking(Route("no-school", "2026-11-27"), session=Session(toggles={"all-day"})))
    every = no_school_page(asking(Route("no-school", "2026-11-27")))
    assert len(long.rows) <= len(every.rows) and long.toggles[4].selected
    none = no_school_page(asking(Route("no-school", "2026-11-27"), school=school_of(listing())))
    assert none.rows == () and none.empty and none.person.go == Route("person-now")


def test_a_past_or_broken_day_becomes_the_next() -> None:
    for about in ("2026-01-01", "soon", ""):
        assert no_school_page(asking(Route("no-school", about))).route.about == "2026-11-27"


def test_without_a_calendar_nothing_differs() -> None:
    school = replace(school_of(listing(), staff=()), calendar=None)
    assert home_page(asking(Route("home"), school=school)).notice is None
    assert today_page(asking(Route("today"), school=school)).ahead == ()


def test_the_board_is_plausible_and_neutral() -> None:
    page = board_page(asking(Route("board")))
    assert isinstance(page, BoardPage)
    assert page.title == "Tuesday, November 24"
    names = [line.name for line in page.lines]
    assert names == ["Lunch", "After school", "Tonight", "Tomorrow", "Thu and Fri", "Monday"]
    assert page.lines[3].text == ("School ends at 12:30 PM.",)
    assert page.starts == ("Touch to start.", "Toque para empezar.")
    bare = board_page(asking(Route("board"), WEEKEND, school=school_of(listing(sensitive=True), board=())))
    assert bare.lines


def test_the_board_stays_neutral_for_ever() -> None:
    secret = {kept.listing.name["en"] for kept in center().directory.all() if kept.listing.sensitive}
    for now in (TUESDAY, EVENING, WEEKEND, NO_SCHOOL):
        told = " ".join(sentences(board_page(asking(Route("board"), now))))
        assert not [name for name in secret if name in told]


# -- the rest


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
