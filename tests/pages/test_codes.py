"""Codes in words, and my list in codes."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from kiosk.domain.first_step import first_step
from kiosk.domain.listing import Address, Listing, Location, SignUp
from kiosk.domain.qr import fits
from kiosk.pages.code import CodePage, code_page, too_big
from kiosk.pages.codes import MOST, OPENS_CELLS, beside_facts, codes
from kiosk.pages.fit import cells
from kiosk.pages.list_text import list_codes
from kiosk.pages.missing import MissingPage
from kiosk.pages.my_list import my_list_page
from kiosk.pages.my_list_code import my_list_code_page
from kiosk.pages.parts import Code
from kiosk.pages.photo import photo_page
from kiosk.pages.reader import Size
from kiosk.pages.route import Act, Route
from kiosk.services.session import Session
from tests.pages.center import EVENING, LOBBY, PLAIN, SMALL, TUESDAY, asking, center, listing, school_of


def all_codes(one: Listing, now: datetime = TUESDAY, language: str = "en") -> tuple[Code, ...]:
    school = school_of(one)
    kept = school.directory.get(one.id)
    assert kept is not None
    ask = asking(Route("listing", one.id), now, language=language, school=school)
    opening = school.directory.opening(kept, now)
    return codes(ask, kept, opening, first_step(kept.listing, opening, now))


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("now", [TUESDAY, EVENING], ids=["school-day", "evening"])
def test_every_code_of_the_sample_fits_each_size_or_the_page_says_what_to_do(now: datetime, language: str) -> None:
    """Alone a lobby screen holds version 6, the whole of it 8; 80 x 24 holds 4, or a short text in version 3."""
    for kept in center().directory.all():
        wide, small = (asking(Route("code", kept.id), now, size, language) for size in (LOBBY, SMALL))
        opening = wide.center.directory.opening(kept, now)
        for code in codes(wide, kept, opening, first_step(kept.listing, opening, now)):
            assert fits(code.payload, 6 if code.kind == "date" else 8), (kept.id, code.payload)
            assert not code.small_payload or fits(code.small_payload, 3), (kept.id, code.small_payload)
            fitting = fits(code.payload, 4) or bool(code.small_payload)
            assert fitting or too_big(small, code), (kept.id, code.kind)


def test_a_date_stands_in_words_beside_its_code() -> None:
    """For a phone that does not offer to save it: date, time and place, and what to do then."""
    ask = asking(Route("code", "one", "date"), EVENING, school=school_of(listing()))
    page = code_page(ask)
    assert isinstance(page, CodePage)
    said = {fact.name: fact.text[0] for fact in page.facts}
    assert said["The date"] == "Wed Nov 25, 8:00 AM. Room 104."
    assert said["Not saved?"] == "Take a photo of this screen."
    assert "Wed Nov 25, 8:00 AM. Room 104." in page.code.spoken()
    coming = listing(sign_up=SignUp(url="https://example.org/c", opens=date(2026, 12, 1)))
    (saved,) = (code.keeps for code in all_codes(coming, EVENING) if code.kind == "date")
    assert saved == "Tue Dec 1."


@pytest.mark.parametrize(("room", "said"), [("Library", "Biblioteca"), ("Lunch room", "Comedor"), ("112", "Salón 112")])
def test_a_code_keeps_a_room_by_the_words_of_the_page(room: str, said: str) -> None:
    one = listing(location=Location(at_school=True, room=room, directions={"en": "Past the gym."}))
    found = {code.kind: code.payload for code in all_codes(one, EVENING, "es")}
    assert said in found["text"]
    assert f"LOCATION:{said}" in found["date"]


def holding(*ids: str) -> Session:
    return Session(my_list=list(ids))


# -- one listing


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_code_of_the_sample_says_what_it_does_and_what_to_do_instead(language: str) -> None:
    for kept in center().directory.all():
        ask = asking(Route("listing", kept.id), language=language)
        opening = ask.center.directory.opening(kept, TUESDAY)
        every = codes(ask, kept, opening, first_step(kept.listing, opening, TUESDAY))
        assert every
        for code in every:
            assert code.does and code.opens and code.instead
            assert cells(code.does_short) <= 37 or code.needs_internet, code.does_short
            assert cells(code.opens) <= OPENS_CELLS + 6, code.opens
            assert not code.small_payload or fits(code.small_payload, 3)
            assert code.needs_internet == code.payload.startswith("https://")
            if not fits(code.payload, 8):
                assert code.small_payload, (kept.id, code.kind)


def test_beside_each_code_that_needs_the_internet_stands_one_that_does_not() -> None:
    for kept in center().directory.all():
        ask = asking(Route("listing", kept.id))
        opening = ask.center.directory.opening(kept, TUESDAY)
        shown = beside_facts(codes(ask, kept, opening, first_step(kept.listing, opening, TUESDAY)))
        assert 1 <= len(shown) <= MOST
        assert any(not code.needs_internet for code in shown)


def test_only_links_still_leaves_one_without_internet() -> None:
    links = tuple(
        Code(kind=str(n), payload="https://a", does="d", opens="o", instead="i", needs_internet=True) for n in range(4)
    )
    text = Code(kind="text", payload="t", does="d", opens="o", instead="i", needs_internet=False)
    assert [code.kind for code in beside_facts((*links, text))] == ["0", "1", "2", "text"]
    assert beside_facts(links) == links


def test_a_date_too_long_for_a_small_screen_becomes_plain_text() -> None:
    one = listing(sign_up=SignUp(url="https://example.org/c", opens=date(2026, 12, 1)), phones=())
    date_code = all_codes(one, EVENING)[0]
    assert date_code.kind == "date" and not fits(date_code.payload, 3)
    assert date_code.small_payload == "Book room: Tue Dec 1"
    assert date_code.small_does == "Keeps the day as text. No internet."
    assert date_code.does == "Scan to save the day"


def test_a_map_needs_the_internet_and_the_way_in_words_does_not() -> None:
    away = Location(address=Address(address_1="12 Elm St", city="Sampleton", state_province="CT"))
    here = Location(at_school=True, room="104", directions={"en": "Past the gym."})
    there = {code.kind: code for code in all_codes(listing(location=away))}["directions"]
    inside = {code.kind: code for code in all_codes(listing(location=here))}["directions"]
    assert there.needs_internet and there.does == "Scan for a map"
    assert not inside.needs_internet and inside.payload == "Past the gym."


def test_without_any_number_to_call_the_link_says_what_to_show() -> None:
    one = listing(phones=(), sign_up=SignUp(url="https://example.org/c"))
    link = all_codes(one)[0]
    assert link.kind == "sign-up"
    assert link.instead == "No internet? Say or show 101 at the desk."


def test_the_code_page_tells_how_to_scan_and_what_the_form_asks() -> None:
    page = code_page(asking(Route("code", "clinic", "sign-up")))
    assert isinstance(page, CodePage)
    assert page.title == "School clinic: The form"
    assert page.steps[0] == "Open the camera on your phone."
    assert [fact.name for fact in page.facts] == ["Opens", "No phone?", "Form asks", "Who signs", "No internet?"]
    assert page.smaller.go == Act("back") and page.too_big == ""


def test_a_code_no_screen_holds_is_said_in_words() -> None:
    one = listing(sign_up=SignUp(url="https://example.org/" + "long/" * 60))
    school = school_of(one)
    page = code_page(asking(Route("code", "one", "sign-up"), school=school))
    assert isinstance(page, CodePage)
    assert page.too_big.startswith("This screen is too small for the code. Type this: example.org/long/")
    plain = code_page(asking(Route("code", "one", "sign-up"), size=PLAIN, school=school))
    assert isinstance(plain, CodePage) and plain.too_big == ""


def test_the_page_of_a_support_is_a_code_with_the_day_it_was_seen() -> None:
    page = code_page(asking(Route("code", "pbis", "page")))
    assert isinstance(page, CodePage)
    assert page.code.payload == "https://www.pbis.org" and page.code.needs_internet
    assert [fact.text[0] for fact in page.facts][:2] == ["www.pbis.org", "Nov 23, 2026"]
    assert isinstance(code_page(asking(Route("code", "no-such", "page"))), MissingPage)
    assert isinstance(code_page(asking(Route("code", "no-such", "call"))), MissingPage)


# -- my list


def test_three_things_are_one_code_in_the_lobby() -> None:
    ids = ("food-shelf", "clinic", "art-and-chess")
    page = my_list_page(asking(Route("my-list"), session=holding(*ids)))
    assert page.subtitle == "3 things. One code takes them all."
    assert page.numbers == "214 · 118 · 305"
    assert len(page.codes) == 1 and page.next_code is None
    assert page.codes[0].payload.splitlines()[0].startswith("214 Food shelf")
    assert fits(page.codes[0].payload, LOBBY.code_alone)
    assert not page.codes[0].needs_internet and page.codes[0].does == "Scan to keep this list"
    assert [take.go for take in page.takes] == [
        Act("list-remove", id) for id in ("food-shelf", "clinic", "art-and-chess")
    ]


@pytest.mark.parametrize("size", [LOBBY, SMALL])
@pytest.mark.parametrize("language", ["en", "es"])
def test_ten_things_are_all_in_codes_that_fit_in_order(size: Size, language: str) -> None:
    ids = [kept.id for kept in center().directory.all()[:10]]
    ask = asking(Route("my-list"), size=size, language=language, session=holding(*ids))
    page = my_list_page(ask)
    numbers = page.numbers.split(" · ")
    told = [line.split()[0] for code in page.codes for line in code.payload.splitlines()]
    assert told == numbers and len(numbers) == 10
    assert all(fits(code.payload, ask.size.code_alone if ask.size.wide else 3) for code in page.codes)
    if len(page.codes) > 1:
        assert page.next_code is not None
        second = my_list_page(ask.at(page.next_code.go) if isinstance(page.next_code.go, Route) else ask)
        assert second.code_index == 1


def test_no_version_holds_nothing() -> None:
    kept = center().directory.get("food-shelf")
    assert kept is not None
    assert list_codes(asking(Route("my-list")), (), 6) == ()


def test_the_list_never_says_the_name_of_a_sensitive_listing() -> None:
    ask = asking(Route("my-list"), session=holding("counseling", "night-shelter"))
    page, photo = my_list_page(ask), photo_page(ask)
    names = [center().directory.get(id) for id in ("counseling", "night-shelter")]
    for kept in names:
        assert kept is not None
        for text in (
            *(row.label for row in page.rows),
            page.codes[0].payload,
            *(t for line in photo.lines for t in line.text),
        ):
            assert kept.listing.name["en"] not in text


def test_an_empty_list_says_how_to_fill_it() -> None:
    page = my_list_page(asking(Route("my-list")))
    assert page.nothing.startswith("Your list is empty.")
    assert page.rows == () and page.codes == () and page.dates.off and page.photo.off and page.clear.off


def test_a_listing_that_is_gone_leaves_the_list() -> None:
    page = my_list_page(asking(Route("my-list"), session=holding("no-such", "clinic")))
    assert page.numbers == "118"


def test_dates_go_to_the_calendar_one_after_the_other() -> None:
    session = holding("food-shelf", "clinic", "county-housing-line")
    page = my_list_code_page(asking(Route("my-list-code", "dates"), EVENING, session=session))
    assert isinstance(page, CodePage)
    assert page.code.kind == "date" and page.turning.more is not None
    after = my_list_code_page(asking(Route("my-list-code", "dates", part=1), EVENING, session=session))
    assert isinstance(after, CodePage)
    assert after.title != page.title and after.turning.before is not None
    nothing = my_list_code_page(asking(Route("my-list-code", "dates")))
    assert isinstance(nothing, MissingPage)


@pytest.mark.parametrize(("count", "lines"), [(3, 2), (10, 1)])
def test_the_photo_page_shows_everything_at_once(count: int, lines: int) -> None:
    ids = [kept.id for kept in center().directory.all()[:count]]
    page = photo_page(asking(Route("photo"), session=holding(*ids)))
    assert len(page.lines) == count
    assert all(len(line.text) == lines for line in page.lines)
    assert all(line.name.isdigit() for line in page.lines)
    assert sum(len(line.text) for line in page.lines) <= 20
