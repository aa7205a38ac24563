"""Which codes a listing shows, by its sign-up window, its place, its phones and whether it is sensitive."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from kiosk.domain.listing import Address, Listing, LocalText, Location, Phone, SignUp
from kiosk.domain.opening import Opening
from kiosk.domain.qr import fits
from kiosk.domain.settings import Settings
from kiosk.services.codes import CodeSpec, codes_for

ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 12, 1, 9, 0, tzinfo=ZONE)
SETTINGS = Settings(school="Oak School", region="US-CT")
OPENS = Opening(
    state="closed",
    next=datetime(2026, 12, 4, 15, 30, tzinfo=ZONE),
    next_until=datetime(2026, 12, 4, 16, 30, tzinfo=ZONE),
)
CLUB = Listing(
    id="club",
    number=305,
    name={"en": "Chess club", "es": "Club de ajedrez"},
    location=Location(at_school=True, room="112", directions={"en": "Past the gym."}),
    phones=(Phone(number="+18605550112", extension="3"), Phone(number="741741", type="text")),
    email="club@example.org",
    sign_up=SignUp(url="https://example.org/chess", opens=date(2026, 11, 1), closes=date(2026, 12, 20)),
)


class English:
    """The words of the tests: English as it is written."""

    def say(self, message: str, **values: object) -> str:
        """The message with its values."""
        return message.format(**values)

    def pick(self, text: LocalText) -> str:
        """The English text."""
        return text.get("en", "")


def codes(listing: Listing, opening: Opening = OPENS, now: datetime = NOW) -> dict[str, CodeSpec]:
    """The codes by kind."""
    return {code.kind: code for code in codes_for(listing, SETTINGS, now, opening, English())}


def test_every_kind_in_the_order_of_use() -> None:
    found = codes(CLUB)
    assert list(found) == ["sign-up", "call", "text-message", "date", "contact", "directions", "text"]
    assert found["sign-up"] == CodeSpec("sign-up", "https://example.org/chess", True, "example.org")
    assert found["call"] == CodeSpec("call", "tel:+18605550112,3", False, "860-555-0112 ext. 3")
    assert found["text-message"] == CodeSpec("text-message", "sms:741741", False, "741741")
    assert "SUMMARY:Chess club\nDTSTART:20261204T203000Z\nDTEND:20261204T213000Z" in found["date"].payload
    assert found["contact"].payload.startswith("MECARD:N:Chess club;TEL:+18605550112\\,3;EMAIL:club@example.org;")
    assert found["directions"] == CodeSpec("directions", "Past the gym.", False, "Room 112")
    assert found["text"].payload == "Chess club\nNo. 305\nRoom 112\n860-555-0112 ext. 3"


def test_beside_each_code_that_needs_the_internet_stands_one_that_does_not() -> None:
    found = codes(CLUB)
    assert any(code.needs_internet for code in found.values())
    assert any(not code.needs_internet for code in found.values())


def test_before_its_window_sign_up_is_a_day_to_save() -> None:
    found = codes(CLUB, now=datetime(2026, 10, 1, 9, 0, tzinfo=ZONE))
    assert "sign-up" not in found
    assert found["date"].target == "2026-11-01"
    assert found["date"].payload == (
        "BEGIN:VEVENT\nSUMMARY:Sign-up opens: Chess club\nDTSTART;VALUE=DATE:20261101\nEND:VEVENT"
    )


def test_after_its_window_or_when_full_there_is_no_sign_up() -> None:
    assert "sign-up" not in codes(CLUB, now=datetime(2026, 12, 21, 9, 0, tzinfo=ZONE))
    assert "sign-up" in codes(CLUB, now=datetime(2026, 12, 20, 23, 0, tzinfo=ZONE))
    assert CLUB.sign_up is not None
    assert "sign-up" not in codes(replace(CLUB, sign_up=replace(CLUB.sign_up, state="full")))
    assert "sign-up" in codes(replace(CLUB, sign_up=replace(CLUB.sign_up, state="waitlist")))


def test_elsewhere_the_directions_are_a_map() -> None:
    there = Location(name="Library", address=Address(address_1="12 Elm St", city="Sampleton"))
    found = codes(replace(CLUB, location=there))
    assert found["directions"] == CodeSpec(
        "directions", "https://osm.org/search?query=12+Elm+St+Sampleton", True, "osm.org"
    )
    assert "LOCATION:12 Elm St\n" in found["date"].payload, "a date has no room for the town"
    assert found["text"].payload.splitlines()[2] == "12 Elm St, Sampleton"


def test_a_sensitive_listing_leaves_only_its_neutral_name_in_the_phone() -> None:
    sensitive = replace(CLUB, name={"en": "Grief group"}, alternate_name={"en": "Tuesday group"}, sensitive=True)
    assert not [code for code in codes(sensitive).values() if "Grief" in code.payload + code.target]
    nameless = codes(replace(sensitive, alternate_name={}))
    assert nameless["text"].payload.startswith("No. 305\n")
    assert not [code for code in nameless.values() if "Grief" in code.payload + code.target]


def test_what_cannot_be_encoded_is_left_out_and_the_rest_stands() -> None:
    broken = replace(CLUB, sign_up=SignUp(url="https://bit.ly/x"), phones=(Phone(number="call us"),))
    found = codes(broken)
    assert "sign-up" not in found
    assert "call" not in found
    assert "directions" in found


def test_a_bare_listing_has_a_code_in_words_alone() -> None:
    found = codes(Listing(id="x", name={"en": "Help line"}), Opening(state="unknown"))
    assert list(found) == ["text"]
    assert found["text"].payload == "Help line"


def test_a_date_code_leaves_out_words_until_it_fits_25_rows() -> None:
    """First the long name goes, then the end; when and where it starts always stay."""
    long = "Homework and chess and drama club for grade three to five"
    names = {"name": {"en": long}, "alternate_name": {"en": "Homework"}}
    assert "SUMMARY:Chess club\n" in codes(CLUB)["date"].payload
    short = codes(replace(CLUB, **names))["date"].payload  # type: ignore[arg-type]  # two texts by their fields
    assert "SUMMARY:Homework\nDTSTART:20261204T203000Z\nDTEND:20261204T213000Z\nLOCATION:Room 112\n" in short
    far = replace(CLUB, **names, location=Location(address=Address(address_1="112 Upper Elm Park Road")))  # type: ignore[arg-type]
    shortest = codes(far)["date"].payload
    assert "SUMMARY:Homework\nDTSTART:20261204T203000Z\nLOCATION:112 Upper Elm Park Road\n" in shortest
    assert "DTEND" not in shortest
    assert fits(short, 6) and fits(shortest, 6)


def test_named_rooms_and_places_without_a_room() -> None:
    assert "LOCATION:Gym" in codes(replace(CLUB, location=Location(at_school=True, room="Gym")))["date"].payload
    assert "LOCATION:Oak School" in codes(replace(CLUB, location=Location(at_school=True)))["date"].payload
    nowhere = codes(replace(CLUB, location=None))
    assert "directions" not in nowhere
    assert "LOCATION" not in nowhere["date"].payload
    assert "directions" not in codes(replace(CLUB, location=Location(name="Library")))
