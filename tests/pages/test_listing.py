"""A listing's page: what to do now, what is known, and what is never said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from kiosk.domain.listing import (
    WEEK,
    Address,
    CostOption,
    Eligibility,
    Listing,
    Location,
    Papers,
    Phone,
    Places,
    RequiredDocument,
    Schedule,
    SignUp,
    WayHome,
)
from kiosk.pages.fit import cells, wrapped
from kiosk.pages.listing import NEAREST_LINES, SHORT_LINES, WIDE_LINES, ListingPage, listing_page
from kiosk.pages.listing_facts import lines_of
from kiosk.pages.missing import MissingPage
from kiosk.pages.parts import Fact
from kiosk.pages.route import Act, Route
from kiosk.services.session import MY_LIST_MOST, Session
from tests.pages.center import (
    DAILY,
    EVENING,
    LOBBY,
    PLAIN,
    SMALL,
    TUESDAY,
    ZONE,
    asking,
    center,
    listing,
    page_of,
    school_of,
)

TODAY = TUESDAY.date()


def fact(page: ListingPage, name: str) -> str:
    found = [each for each in page.facts if each.name == name]
    return "\n".join(found[0].text) if found else ""


# -- the first step, and the state that follows it


def test_open_says_walk_in_where_and_until_when() -> None:
    page = page_of(listing())
    assert (page.state.label, page.state.words) == ("OPEN", "until 4:00 PM")
    assert page.step.text == "Walk in now. Room 104, until 4."
    assert page.step.tone == "open"
    assert page.step.big == ("Walk in now", "Room 104")


def test_closed_says_when_it_opens_and_never_tomorrow_when_tomorrow_is_closed() -> None:
    """Wednesday after school before Thanksgiving: Monday, not Thursday."""
    now = datetime(2026, 11, 25, 17, 10, tzinfo=ZONE)
    page = page_of(listing(sign_up=SignUp(url="https://example.org/books")), now=now)
    assert (page.state.label, page.state.words) == ("OPENS", "Mon Nov 30, 8:00 AM")
    assert page.step.text == "They open Monday at 8. Here is the form meanwhile."


def test_before_the_window_one_saves_the_day() -> None:
    page = page_of(listing(sign_up=SignUp(url="https://example.org/c", opens=date(2026, 12, 1))), now=EVENING)
    assert (page.state.label, page.state.words, page.state.words_short) == (
        "SOON",
        "sign-up opens Tue Dec 1",
        "from Dec 1",
    )
    assert page.step.text == "Save the day: sign-up opens Tue Dec 1."
    assert page.code is not None and page.code.kind == "date" and not page.code.needs_internet
    assert page.codes[0].label == "Save day"


def test_while_the_window_is_open_one_signs_up() -> None:
    club = listing(
        needs=("clubs",),
        minutes_needed=5,
        sign_up=SignUp(url="https://example.org/chess", closes=date(2026, 12, 11)),
        places=Places(state="few", left=6, said=TODAY),
    )
    page = page_of(club, now=EVENING)
    assert (page.state.label, page.state.words) == ("SIGN UP", "until Dec 11")
    assert page.step.text == "Sign up now. 6 places left, said today."
    assert page.code is not None
    assert page.code.does == "Scan to sign up. It takes 5 minutes."
    assert page.code.opens == "Opens example.org/chess"


def test_full_leads_to_the_waitlist_and_to_the_nearest_with_room() -> None:
    full = listing(
        needs=("clubs",),
        name={"en": "Art club"},
        sign_up=SignUp(url="https://example.org/art", state="waitlist", closes=date(2026, 12, 11)),
        places=Places(state="waitlist", waiting=2, said=TODAY),
    )
    near = listing("near", needs=("clubs",), name={"en": "Library chess"}, places=Places(left=5, said=TODAY))
    page = page_of(full, near)
    assert (page.state.label, page.state.words) == ("WAITLIST", "full, said today")
    assert page.step.text == "Ask for a place on the waitlist. 2 wait now."
    assert page.codes[0].label == "Waitlist"
    assert page.code is not None and page.code.does == "Scan to join the waitlist"
    assert page.nearest is not None
    assert page.nearest.label == "Nearest with room: Library chess"
    assert page.nearest.note.startswith("5 places left, said today")
    assert page.nearest.go == Route("listing", "near")


def test_a_stale_count_of_places_becomes_ask() -> None:
    """Said eight days ago and good for seven: the number is not shown any more."""
    old = Places(state="few", left=6, said=date(2026, 11, 16))
    page = page_of(listing(needs=("clubs",), places=old, eligibility=Eligibility(grades=("3", "4", "5"))))
    assert fact(page, "Grades") == "3 to 5. Places: ask."
    assert "6" not in page.step.text


def test_hours_not_known_says_call() -> None:
    page = page_of(listing(schedules=()))
    assert (page.state.label, page.state.words) == ("CALL FIRST", "hours not known")
    assert page.step.text == "Call now: 860-555-0104."
    assert page.code is not None and page.code.kind == "call"
    assert page.code.instead == "No phone? The office will call for you."


def test_an_old_record_says_call_first_and_when_it_was_checked() -> None:
    page = page_of(listing(assured_date=date(2025, 8, 20)))
    assert (page.state.label, page.state.words) == ("CALL FIRST", "checked Aug 20, 2025")
    assert "Nobody has checked this since Aug 20, 2025. Call first." in page.notes


def test_a_shut_door_that_nobody_checked_for_half_a_year_promises_no_opening() -> None:
    page = page_of(listing(assured_date=date(2026, 5, 1)), now=EVENING)
    assert (page.state.label, page.state.words) == ("CALL FIRST", "checked May 1, 2026")
    assert page.step.text == "Call first: 860-555-0104. Opens Wed 8:00 AM."
    fresh = page_of(listing(), now=EVENING)
    assert fresh.state.label == "OPENS"
    assert page_of(listing(assured_date=None), now=EVENING).state.label == "OPENS"


TEXTS = (Phone(number="+18605550195", type="text"),)


def test_where_only_texts_are_answered_one_texts() -> None:
    page = page_of(listing(phones=TEXTS, location=None))
    assert page.step.text == "Text now: 860-555-0195."
    assert page.code is not None and page.code.kind == "text-message"
    assert page.code.payload == "sms:+18605550195"
    assert page.code.does == "Scan to text 860-555-0195"
    unknown = page_of(listing(phones=TEXTS, schedules=()))
    assert unknown.step.text == "Text now: 860-555-0195."
    assert fact(unknown, "When") == "Hours not known. Text before you go."
    old = page_of(listing(phones=TEXTS, assured_date=date(2026, 5, 1)), now=EVENING)
    assert old.step.text == "Text first: 860-555-0195. Opens Wed 8:00 AM."


def test_where_only_texts_are_answered_one_sets_a_time_by_text() -> None:
    page = page_of(listing(phones=TEXTS, by_appointment=True, schedules=()))
    assert (page.state.label, page.state.words) == ("SET A TIME", "text us")
    assert page.step.text == "Text to set a time: 860-555-0195."
    assert page.code is not None and page.code.kind == "text-message"
    assert fact(page, "When") == "By appointment. Text to set a time."


def test_a_fax_is_no_way_to_ask() -> None:
    fax = (Phone(number="+18605550196", type="fax"),)
    page = page_of(listing(phones=fax, by_appointment=True, schedules=()))
    assert page.state.words == "ask us"
    assert fact(page, "When") == "By appointment. Ask us."


def test_a_voice_is_called_before_a_text_is_written() -> None:
    page = page_of(listing(phones=(*TEXTS, Phone(number="+18605550104")), location=None))
    assert page.step.text == "Call now: 860-555-0104."


@pytest.mark.parametrize(("way", "said"), [("5 min walk", "5 min walk."), ("bus 7", "Bus 7.")])
def test_getting_there_is_by_bus_or_on_foot(way: str, said: str) -> None:
    there = Location(name="Hall", address=Address(address_1="12 Elm St"), transportation={"en": way})
    assert fact(page_of(listing(location=there), size=PLAIN), "Getting there") == said


def test_what_a_program_costs_is_said_once() -> None:
    """Without grades, `Who` holds the room that is left; what it costs is its price."""
    group = listing(
        needs=("playgroups",),
        eligibility=Eligibility(minimum_age=0, maximum_age=5),
        cost_options=(CostOption(amount=0),),
        places=Places(state="few", left=3, said=TODAY),
    )
    for places in (group.places, None):
        page = page_of(replace(group, places=places))
        assert [fact(page, name).count("Free") for name in ("Who", "Price")] == [0, 1]
    assert fact(page_of(group), "Who") == "Ages 0 to 5. Places: 3, said today."


def test_an_appointment_is_not_closed() -> None:
    page = page_of(listing(by_appointment=True, schedules=()))
    assert (page.state.label, page.state.words) == ("SET A TIME", "call us")
    assert page.step.text == "Call to set a time: 860-555-0104."


def test_no_phone_and_no_hours_leads_to_a_room() -> None:
    page = page_of(listing(phones=(), schedules=()))
    assert page.step.text == "Ask in Room 104."
    assert page.code is not None


def test_without_room_or_phone_the_office_is_named() -> None:
    page = page_of(listing(phones=(), schedules=(), location=None))
    assert "860-555-0100" in page.step.text


def test_over_and_not_offered() -> None:
    over = replace(
        listing(), schedules=(Schedule(byday=("MO",), opens_at="09:00", closes_at="10:00", until=date(2026, 5, 1)),)
    )
    assert page_of(over).state.label == "CLOSED"
    assert page_of(over).step.text == "This one is over. Ask for the next one."
    off = page_of(listing(status="temporarily closed"))
    assert (off.state.label, off.step.text) == ("OFF", "Not offered now. Ask when it comes back.")


@pytest.mark.parametrize(
    ("one", "state", "said"),
    [
        (
            listing(places=Places(state="full", said=TODAY)),
            ("FULL", "said today"),
            "No place now. Ask when one is free.",
        ),
        (
            listing(sign_up=SignUp(url="https://example.org/c", closes=date(2026, 11, 1)), places=Places()),
            ("CLOSED", "sign-up is over"),
            "Sign-up is over. Ask when the next one starts.",
        ),
        (
            listing(schedules=(replace(DAILY, byday=(*WEEK,), opens_at="00:00", closes_at="24:00", on="any-day"),)),
            ("OPEN", "day and night"),
            "Walk in now. Room 104.",
        ),
        (
            listing(schedules=(replace(DAILY, byday=("SA",), opens_at="", closes_at="", on="any-day"),), phones=()),
            ("CALL FIRST", "hours not known"),
            "Ask in Room 104.",
        ),
    ],
)
def test_other_states_and_their_steps(one: Listing, state: tuple[str, str], said: str) -> None:
    page = page_of(one)
    assert (page.state.label, page.state.words, page.step.text) == (*state, said)


# -- facts


def pantry() -> Listing:
    """Everything a pantry can say."""
    return listing(
        eligibility=Eligibility(description={"en": "Any family at this school"}),
        cost_options=(CostOption(amount=0),),
        papers=Papers(immigration="not-asked", checked=date(2026, 11, 2)),
        required_documents=(RequiredDocument(document={"en": "A bag"}),),
        minutes_needed=5,
        location=Location(at_school=True, room="104", directions={"en": "Past the gym."}),
        phones=(Phone(number="+18605550104", description={"en": "The center's helper"}),),
    )


def test_the_facts_of_a_pantry_read_as_in_the_picture() -> None:
    page = page_of(pantry())
    assert [(each.name, each.text[0]) for each in page.facts] == [
        ("Who", "Any family at this school. Free."),
        ("Papers", "No papers. They do not ask about immigration."),
        ("Bring", "A bag. It takes 5 minutes."),
        ("Where", "Room 104. Past the gym."),
        ("When", "Mon to Fri, 8:00 AM to 4:00 PM"),
        ("Answers", "The center's helper. English, Español."),
        ("Call", "860-555-0104"),
    ]
    assert page.no_phone.spoken().__next__() == "No phone?: Say or show 101 at the desk."


@pytest.mark.parametrize(
    ("papers", "said"),
    [
        (None, "Not known: ask."),
        (Papers(), "Not known: ask."),
        (Papers(asks=("id",)), "Not known: ask."),
        (Papers(checked=TODAY), "No papers."),
        (Papers(asks=("id", "address"), checked=TODAY), "Bring an ID and proof of address."),
        (Papers(asks=("id",), immigration="asked", checked=TODAY), "Bring an ID. They ask about immigration."),
        (Papers(asks=("pay-stub",), checked=TODAY), "Bring pay stub."),
    ],
)
def test_papers_that_nobody_checked_are_not_none(papers: Papers | None, said: str) -> None:
    assert fact(page_of(listing(papers=papers), size=PLAIN), "Papers") == said


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "Not known: ask."),
        ((CostOption(amount=20),), "$20."),
        ((CostOption(amount=12.5),), "$12.50."),
        ((CostOption(amount=0, option={"en": "Free. Any insurance or none."}),), "Free. Any insurance or none."),
        (
            (
                CostOption(amount=20, option={"en": "$20 a month."}),
                CostOption(amount=0, option={"en": "Free with SNAP."}),
            ),
            "$20 a month. Free with SNAP.",
        ),
    ],
)
def test_costs(options: tuple[CostOption, ...], said: str) -> None:
    assert fact(page_of(listing(cost_options=options), size=PLAIN), "Cost") == said


@pytest.mark.parametrize(
    ("about", "said"),
    [
        (Eligibility(minimum_age=3, maximum_age=12), "Ages 3 to 12."),
        (Eligibility(minimum_age=18), "Age 18 and up."),
        (Eligibility(maximum_age=5), "To age 5."),
        (Eligibility(grades=("5", "4", "3")), "Grades 3 to 5."),
        (Eligibility(grades=("PK", "K")), "Grades Pre-K to K."),
        (Eligibility(grades=("K", "3")), "Grades K and 3."),
        (Eligibility(), ""),
    ],
)
def test_who(about: Eligibility, said: str) -> None:
    assert fact(page_of(listing(eligibility=about), size=PLAIN), "Who") == said


def test_a_program_says_grades_price_and_the_way_home_first() -> None:
    club = listing(
        needs=("clubs",),
        eligibility=Eligibility(grades=("3", "4", "5")),
        cost_options=(CostOption(amount=20, option={"en": "$20 a month"}),),
        way_home=WayHome(
            late_bus=time(17, 10),
            pick_up_until=time(18),
            who_may_collect={"en": "You, or a person you name"},
            walking_group=True,
        ),
        schedules=(
            Schedule(byday=("MO", "WE"), opens_at="15:15", closes_at="17:00", on="school-days", short_days="moved"),
        ),
    )
    page = page_of(club)
    assert [each.name for each in page.facts][:4] == ["Grades", "Price", "When", "Way home"]
    assert fact(page, "When") == "Mon and Wed, 3:15 to 5:00 PM, Room 104"
    assert fact(page, "Way home") == "Late bus 5:10. Pick up until 6. A group walks home.\nYou, or a person you name."
    assert fact(page, "Short days") == "Starts when school ends. Nov 25: 12:30 to 2:15 PM."
    assert fact(page, "No school") == "Closed."


def test_without_school_the_care_that_is_open_is_named() -> None:
    club = listing(needs=("clubs",), sign_up=None)
    row = Schedule(byday=("MO", "TU", "WE", "TH", "FR"), opens_at="08:00", closes_at="17:00", on="no-school-days")
    care = listing("care", needs=("care",), name={"en": "Care room"}, schedules=(row,))
    assert fact(page_of(club, care), "No school") == "Closed. Open Thu Nov 26: Care room, No. 102."
    fridays = replace(row, byday=("FR",))
    later = replace(care, schedules=(fridays,))
    assert fact(page_of(club, later), "No school") == "Closed. Open Fri Nov 27: Care room, No. 102."
    small = next(each for each in page_of(club, later, size=SMALL).facts if each.name == "No school")
    assert small.short == "Closed. Nov 27: No. 102"
    doubtful = replace(care, assured_date=date(2026, 5, 1))
    assert fact(page_of(club, doubtful), "No school") == "Closed."
    assert fact(page_of(care, club, size=PLAIN), "No school") == "Open 8:00 AM to 5:00 PM."


def test_a_language_nobody_named_is_not_promised() -> None:
    assert fact(page_of(listing(languages=())), "Answers") == "Languages not known: ask."
    english = listing(languages=("en",))
    assert fact(page_of(english, language="es"), "Atiende") == "English. Español: pregunte."
    helped = listing(languages=("en",), interpretation_services={"en": "Ask for one.", "es": "Pida uno."})
    assert fact(page_of(helped, language="es"), "Atiende") == "English."


def test_what_fell_back_is_said_once() -> None:
    page = page_of(pantry(), language="es")
    assert page.notes == ("Texto en inglés.",)
    assert page_of(pantry()).notes == ()


# -- room on the screen


@pytest.mark.parametrize("language", ["en", "es"])
def test_facts_fit_their_room_on_every_page_of_the_sample(language: str) -> None:
    for kept in center().directory.all():
        for size, room in ((LOBBY, WIDE_LINES), (SMALL, SHORT_LINES)):
            ask = asking(Route("listing", kept.id), TUESDAY, size, language)
            page = listing_page(ask)
            assert isinstance(page, ListingPage)
            above = page.alert or page.lead
            used = NEAREST_LINES if page.nearest and size.wide else wrapped(above, 66) + 1 if above and size.wide else 0
            assert sum(lines_of(ask, each) for each in page.facts) <= room - used, kept.id
            assert page.facts, kept.id
            names = [each.name_short or each.name for each in page.facts]
            assert size.wide or all(cells(name) <= 12 for name in names), names
            assert all(cells(each.name) <= 16 for each in page.facts)
            step = page.step.text if size.wide else page.step.short or page.step.text
            assert wrapped(step, 50 if size.wide else 34) <= 2, (kept.id, step)


def test_plain_mode_reads_every_fact() -> None:
    page = page_of(pantry(), size=PLAIN)
    short = page_of(pantry(), size=SMALL)
    assert len(page.facts) > len(short.facts)


# -- my list, and what is gone


def test_adding_taking_off_and_a_full_list() -> None:
    session = Session()
    one = listing()
    school = school_of(one)

    def add() -> tuple[str, object]:
        page = listing_page(asking(Route("listing", "one"), session=session, school=school))
        assert isinstance(page, ListingPage)
        return page.add.label, page.add.go

    assert add() == ("+ My list", Act("list-add", "one"))
    session.add("one")
    assert add() == ("On my list", Act("list-remove", "one"))
    session.my_list[:] = [str(n) for n in range(MY_LIST_MOST)]
    assert add() == ("List is full", Route("my-list"))


def test_a_listing_that_is_gone_leads_to_a_person() -> None:
    page = listing_page(asking(Route("listing", "no-such")))
    assert isinstance(page, MissingPage)
    assert page.person.go == Route("person-now")


def test_the_address_of_another_place_is_its_street() -> None:
    elsewhere = Location(address=Address(address_1="12 Elm St", city="Sampleton"), directions={"en": "Blue door."})
    page = page_of(listing(location=elsewhere))
    assert fact(page, "Where") == "12 Elm St, Sampleton. Blue door."
    assert page.step.text == "Walk in now. 12 Elm St, until 4."


def test_a_fact_reads_itself() -> None:
    assert list(Fact(name="Who", text=("Anyone.", "Free.")).spoken()) == ["Who: Anyone. Free."]
