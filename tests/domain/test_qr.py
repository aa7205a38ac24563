"""Codes are read back by an independent reader, as a phone would, from the cells a terminal draws."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Event
from qrcode.constants import ERROR_CORRECT_M
from qrcode.exceptions import DataOverflowError
from qrcode.main import QRCode

from kiosk.domain import qr
from kiosk.domain.errors import Refused
from kiosk.domain.listing import Address
from tests.domain.codes import picture, read
from tests.properties import tried

HOSTILE = (
    "[/",
    "Open [/9am-5pm]",
    'a;b,c:d\\e"f',
    "END:VEVENT",
    "línea uno\nlínea dos",
    "Ñandú · niños · 学校",
    ";;T:nopass;;",
    "BEGIN:VCARD\nTEL:911",
    "javascript:alert(1)",
    "$%^&*()_+{}|<>?`~",
)
START, END = datetime(2026, 12, 4, 20, 30, tzinfo=UTC), datetime(2026, 12, 4, 21, 30, tzinfo=UTC)
MAPLE = Address(address_1="1 Maple Street", city="Sampleton", state_province="CT", postal_code="06000")


def test_the_drawn_code_reads_back_on_any_ground() -> None:
    code = qr.matrix("https://example.org/food")
    black_on_white = qr.half_blocks(code)
    assert read(picture(black_on_white, around=0)) == "https://example.org/food"  # a dark terminal
    assert read(picture(black_on_white, around=255)) == "https://example.org/food"  # a light one
    assert read(picture(black_on_white, ground=200)) == "https://example.org/food"  # its white is grey
    light_ink = picture(qr.inverse_half_blocks(code), ink=230, ground=10, around=10)
    assert read(light_ink) == "https://example.org/food"  # no colours at all, light ink on dark


def test_dark_ink_exchanged_for_light_is_not_read() -> None:
    """The reader of these tests is as strict as the strictest phone, or they would prove nothing."""
    assert read(picture(qr.half_blocks(qr.matrix("988")), ink=255, ground=0)) == ""


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_read_back_as_words(text: str) -> None:
    payloads = (
        qr.plain(text),
        qr.sms("988", text),
        qr.wifi(text, text),
        qr.contact(text, "+18605550112"),
        qr.event(text, START, END, text),
        qr.mailto("clinic@example.org", text, text),
    )
    for payload in payloads:
        assert read(picture(qr.half_blocks(qr.matrix(payload)))) == payload


@pytest.mark.parametrize("length", [1, 14, 15, 84, 85, 106, 107, 180, 500])
def test_any_length_reads_back(length: int) -> None:
    payload = ("abc ñ 123 XYZ " * 40)[:length]
    assert read(picture(qr.half_blocks(qr.matrix(payload)))) == payload


@given(st.text(min_size=1, max_size=60).filter(lambda text: text.isprintable() and text.strip()))
def test_any_words_read_back(text: str) -> None:
    payload = qr.plain(text)
    assert read(picture(qr.half_blocks(qr.matrix(payload)))) == payload


@pytest.mark.parametrize(("version", "most"), [(3, 42), (4, 62), (5, 84), (6, 106), (8, 152), (40, 2331)])
def test_the_smallest_version_is_taken(version: int, most: int) -> None:
    """Bytes at level M (ISO/IEC 18004, table 7)."""
    assert qr.fits("é" * (most // 2) + "x" * (most % 2), version)
    assert not qr.fits("x" * (most + 1), version)


RUNS = st.lists(
    st.one_of(*(st.text(signs, min_size=1, max_size=300) for signs in ("0123456789", "ABXYZ019 $%*+-./:", "abé漢?="))),
    min_size=1,
    max_size=12,
)


@tried(200)
@given(RUNS, st.sampled_from([0, 6, 12, 20]))
def test_the_bits_are_counted_as_the_library_writes_them(runs: list[str], shortest_run: int) -> None:
    encoded: QRCode[Any] = QRCode(error_correction=ERROR_CORRECT_M)
    encoded.add_data("".join(runs), optimize=shortest_run)
    try:
        fit = encoded.best_fit(start=1)
    except (DataOverflowError, ValueError):
        fit = 41
    assert qr._version("".join(runs), shortest_run) == fit


def test_digits_and_capitals_take_less_room() -> None:
    assert not qr.fits("a" * 43, 3)
    assert qr.fits("A" * 61, 3)
    assert qr.fits("https://example.org/f?" + "7" * 30, 3)


def test_the_code_has_its_version_size_and_no_quiet_zone() -> None:
    code = qr.matrix("https://example.org/food")
    assert (code.version, code.size) == (2, 25)
    assert len(code.modules) == len(code.modules[0]) == 25
    assert code.modules[0][:7] == (True,) * 7


def test_four_light_modules_stand_on_each_side() -> None:
    rows = qr.half_blocks(qr.matrix("988"))
    assert rows[0].isspace()
    assert rows[1].isspace()
    assert rows[-1].isspace()
    assert rows[-2].isspace()
    assert all(row.startswith("    ") and row.endswith("    ") for row in rows)
    assert not rows[2].isspace()
    assert len({len(row) for row in rows}) == 1


def test_a_code_that_would_be_too_large_is_refused() -> None:
    with pytest.raises(Refused, match="Shorten the words or the link"):
        qr.matrix("x" * 107, max_version=6)
    with pytest.raises(Refused, match="2331 bytes"):
        qr.plain("x" * 2332)


def test_a_call_waits_and_dials_the_extension() -> None:
    assert qr.tel("+18605550112", "3") == "tel:+18605550112,3"
    assert qr.tel("988") == "tel:988"


@pytest.mark.parametrize(("number", "extension"), [("", ""), ("860-555-0112", ""), ("911;ext=2", ""), ("988", "#1")])
def test_what_cannot_be_dialled_is_refused(number: str, extension: str) -> None:
    with pytest.raises(Refused, match="is not a phone number"):
        qr.tel(number, extension)


def test_text_messages_and_mails_are_percent_encoded() -> None:
    assert qr.sms("741741", "HOME & más") == "sms:741741?body=HOME%20%26%20m%C3%A1s"
    assert qr.sms("988") == "sms:988"
    mail = qr.mailto("clinic@example.org", "Flu? Yes & no", "One\nTwo")
    assert mail == "mailto:clinic@example.org?subject=Flu%3F%20Yes%20%26%20no&body=One%0ATwo"
    assert qr.mailto("clinic@example.org") == "mailto:clinic@example.org"


@pytest.mark.parametrize("address", ["clinic", "a b@example.org", "@example.org", "a@b@c", "<a@b.c>"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(Refused, match="e-mail"):
        qr.mailto(address)


@pytest.mark.parametrize(
    ("url", "right"),
    [
        ("https://example.org/food", "https://example.org/food"),
        (" https://EXAMPLE.org/Food ", "https://example.org/Food"),
        ("https://example.org:443/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e"),
        ("https://example.org:8443", "https://example.org:8443"),
        ("https://niños.example/día?q=año#ñ", "https://xn--nios-hqa.example/d%C3%ADa?q=a%C3%B1o#%C3%B1"),
        ("https://example.org/a'b\"c", "https://example.org/a'b%22c"),
    ],
)
def test_links_are_made_whole(url: str, right: str) -> None:
    assert qr.https(url) == right


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org",
        "example.org",
        "javascript:alert(1)",
        "https://",
        "https://localhost",
        "https://user:secret@example.org",
        "https://example.org:port",
        "https://exa mple.org",
        "https://example.org/\nx",
        "https://[::1",
        "https://-a.org",
        "https://" + "a" * 64 + ".org",
    ],
)
def test_what_is_no_link_is_refused(url: str) -> None:
    with pytest.raises(Refused, match="https://"):
        qr.https(url)


@pytest.mark.parametrize("url", ["https://bit.ly/x", "https://www.tinyurl.com/y", "https://T.CO/z"])
def test_shorteners_are_refused(url: str) -> None:
    assert qr.is_shortener(url)
    with pytest.raises(Refused, match="hides where"):
        qr.https(url)


def test_the_host_is_named_as_a_browser_names_it() -> None:
    assert qr.host("https://Example.org:8443/x") == "example.org"
    assert not qr.is_shortener("https://example.org")


def test_a_network_to_join() -> None:
    assert qr.wifi("School; guest", 'pass:"1"\\') == 'WIFI:T:WPA;S:School\\; guest;P:pass\\:\\"1\\"\\\\;;'
    assert qr.wifi("Open", hidden=True) == "WIFI:T:nopass;S:Open;H:true;;"
    with pytest.raises(Refused, match="needs its name"):
        qr.wifi("")


def test_a_contact_card() -> None:
    card = qr.contact("Clinic; Maple, Street", "+18605550112", "3", "clinic@example.org", MAPLE, "https://example.org")
    assert card == (
        "MECARD:N:Clinic\\; Maple\\, Street;TEL:+18605550112\\,3;EMAIL:clinic@example.org;"
        "ADR:1 Maple Street Sampleton CT 06000;URL:https\\://example.org;;"
    )
    assert qr.contact("Office") == "MECARD:N:Office;;"


def test_the_homework_club_fits_the_lobby_screen() -> None:
    """Field case s-event-two-phones: a bare event in UTC takes 25 rows, a full calendar 39."""
    zone = ZoneInfo("America/New_York")
    start, end = datetime(2026, 12, 4, 15, 30, tzinfo=zone), datetime(2026, 12, 4, 16, 30, tzinfo=zone)
    payload = qr.event("Homework club", start, end, "Room 112")
    assert payload.splitlines() == [
        "BEGIN:VEVENT",
        "SUMMARY:Homework club",
        "DTSTART:20261204T203000Z",
        "DTEND:20261204T213000Z",
        "LOCATION:Room 112",
        "END:VEVENT",
    ]
    rows = qr.half_blocks(qr.matrix(payload, max_version=6))
    assert len(rows) == 25
    assert read(picture(rows)) == payload


@pytest.mark.parametrize("title", HOSTILE)
def test_calendars_read_the_event(title: str) -> None:
    event = Event.from_ical(qr.event(title, START, END, title).replace("\n", "\r\n"))
    assert isinstance(event, Event)
    assert str(event["SUMMARY"]) == str(event["LOCATION"]) == " ".join(title.split())
    assert event.start == START
    assert event.end == END


def test_an_event_may_have_no_end_or_be_a_day() -> None:
    assert "DTEND" not in qr.event("Club", START)
    assert "DTSTART;VALUE=DATE:20270107" in qr.event_day("Sign-up opens", date(2027, 1, 7)).splitlines()


def test_an_event_without_a_zone_is_refused() -> None:
    with pytest.raises(Refused, match="zone"):
        qr.event("Club", datetime(2026, 12, 4, 15, 30))  # noqa: DTZ001  # no zone is what is tested


def test_directions_are_a_map_link_of_the_address() -> None:
    assert qr.map_link(MAPLE) == "https://osm.org/search?query=1+Maple+Street+Sampleton+CT+06000"
    assert qr.map_link(Address(city="Sampleton"), "Fire & rescue") == (
        "https://osm.org/search?query=Fire+%26+rescue+Sampleton"
    )
    assert qr.https(qr.map_link(MAPLE)) == qr.map_link(MAPLE)
    with pytest.raises(Refused, match="no address"):
        qr.map_link(Address(country="US"))


def test_plain_words_keep_their_lines_and_lose_what_cannot_be_printed() -> None:
    assert qr.plain("  Food\tshelf \x1b[2J\nRoom 104\u202e\n") == "Food shelf [2J\nRoom 104"


@pytest.mark.parametrize("build", [qr.plain, qr.sms, qr.wifi])
def test_half_a_character_or_nothing_is_refused(build: Callable[[str], str]) -> None:
    with pytest.raises(Refused):
        build("")
    with pytest.raises(Refused):
        build("\ud800")
