"""What one language says: sentences, times, dates, numbers, names."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from kiosk.words import Words
from kiosk.words.catalog import Catalog

NOW = datetime(2026, 11, 24, 15, 5)  # noqa: DTZ001 - a Tuesday, local


def test_english_is_its_own_message(english: Words) -> None:
    assert english.say("Hide this") == "Hide this"
    assert english.say("until {hour}", hour="4:00 PM") == "until 4:00 PM"


def test_braces_in_a_value_stay_what_they_are(english: Words) -> None:
    assert english.say("until {hour}", hour="{hour} {0} {") == "until {hour} {0} {"


def test_a_sentence_has_one_full_stop(english: Words, spanish: Words) -> None:
    assert english.say("Open {hours}.", hours="4:00 PM") == "Open 4:00 PM."
    assert spanish.say("Open {hours}.", hours="4:00 p. m.") == "Abre 4:00 p. m."
    assert spanish.say("{day}: {hours}. {reason}", day="1", hours="4 p. m.", reason="x...") == "1: 4 p. m. x..."
    assert english.say("{day}.", day="so...") == "so..."


def test_a_place_without_a_value_is_an_error(english: Words) -> None:
    with pytest.raises(KeyError):
        english.say("until {hour}", day="x")


def test_a_message_without_values_may_hold_braces(english: Words) -> None:
    assert english.say("a { b") == "a { b"


def test_spanish_comes_from_the_catalog(spanish: Words) -> None:
    assert spanish.say("Help now") == "Ayuda ya"


def test_what_no_catalog_knows_is_english(spanish: Words) -> None:
    assert spanish.say("No such text") == "No such text"


@pytest.mark.parametrize(("n", "text"), [(0, "0 programas"), (1, "1 programa"), (2, "2 programas")])
def test_plural_forms(spanish: Words, n: int, text: str) -> None:
    assert spanish.count("{n} program", "{n} programs", n) == text


def test_plural_forms_of_english(english: Words) -> None:
    assert [english.count("{n} program", "{n} programs", n) for n in (0, 1, 2000)] == [
        "0 programs",
        "1 program",
        "2,000 programs",
    ]


def test_own_language_then_english_then_any(spanish: Words) -> None:
    assert spanish.pick({"en": "Shoes", "es": "Zapatos"}) == "Zapatos"
    assert spanish.pick({"pt": "Sapatos", "en": "Shoes"}) == "Shoes"
    assert spanish.pick({"pt": "Sapatos"}) == "Sapatos"
    assert spanish.pick({}) == ""
    assert spanish.pick({"es": "", "en": "Shoes"}) == "Shoes"


def test_a_fallback_is_said(spanish: Words, english: Words) -> None:
    assert spanish.shown_in({"en": "Shoes"}) == "Texto en inglés."
    assert spanish.shown_in({"en": "Shoes", "es": "Zapatos"}) == ""
    assert spanish.shown_in({}) == ""
    assert english.shown_in({"es": "Zapatos"}) == "Shown in Spanish."
    assert spanish.is_fallback({"en": "Shoes"})
    assert not spanish.is_fallback({"es": "Zapatos"})
    assert not spanish.is_fallback({})


def test_spanish_in_the_united_states_has_a_clock_of_twelve_hours(spanish: Words) -> None:
    assert spanish.time(NOW) == "3:05 p. m."
    assert spanish.time(time(0, 5)) == "12:05 a. m."


def test_no_time_or_date_has_a_space_that_search_and_tests_cannot_see(english: Words, spanish: Words) -> None:
    for words in (english, spanish):
        shown = [words.time(NOW), words.short_time(NOW), words.clock(NOW), words.span(time(8), time(16))]
        shown += [words.money(1200), words.number(12345), words.long_date(NOW), words.full_date(NOW)]
        assert not [text for text in shown if {"\u202f", "\u00a0"} & set(text)]


def test_short_times(english: Words, spanish: Words) -> None:
    assert [english.short_time(time(16)), english.short_time(time(16, 30))] == ["4 PM", "4:30 PM"]
    assert [spanish.short_time(time(16)), spanish.short_time(time(16, 30))] == ["4 p. m.", "4:30 p. m."]


def test_hours_after_until_have_their_article(english: Words, spanish: Words) -> None:
    hours = [time(13), time(16), time(16, 30), time(0)]
    assert [english.hour(hour) for hour in hours] == ["1", "4", "4:30", "12"]
    assert [spanish.hour(hour) for hour in hours] == ["la 1", "las 4", "las 4:30", "las 12"]
    assert english.hour(time(16), period=True) == "4 PM"
    assert spanish.hour(time(13, 15), period=True) == "la 1:15 p. m."


def test_spans(english: Words, spanish: Words) -> None:
    assert english.span(time(8), time(16)) == "8:00 AM to 4:00 PM"
    assert english.span(time(15, 15), time(17), short=True) == "3:15 to 5:00 PM"
    assert english.compact_span(time(8), time(16)) == "8:00-4:00"
    assert english.clock_time(time(16, 5)) == "4:05"
    assert spanish.span(time(8), time(16)) == "8:00 a. m. a 4:00 p. m."
    assert spanish.span(time(8), time(17, 30), short=True) == "8:00 a 5:30 p. m."


def test_dates(english: Words, spanish: Words) -> None:
    for words, shown in (
        (english, ["Nov 24", "Tue Nov 24", "Tuesday, November 24", "Nov 24, 2026", "Tuesday", "Tue", "November"]),
        (spanish, ["24 nov", "mar 24 nov", "Martes, 24 de noviembre", "24 nov 2026", "martes", "mar", "noviembre"]),
    ):
        forms = (words.date, words.weekday_date, words.long_date, words.full_date, words.weekday, words.short_weekday)
        assert [form(NOW.date()) for form in (*forms, words.month)] == shown
    assert [english.day_of_week(0), english.day_of_week(6, short=True)] == ["Monday", "Sun"]
    assert spanish.month_year(NOW) == "noviembre de 2026"


def test_runs_of_days(english: Words, spanish: Words) -> None:
    start = date(2026, 11, 26)
    assert english.days(start, start) == "Nov 26"
    assert english.days(start, start + timedelta(1)) == "Nov 26 and 27"
    assert english.days(start, start + timedelta(4)) == "Nov 26 to 30"
    assert english.days(start, start + timedelta(6)) == "Nov 26 to Dec 2"
    assert spanish.days(start, start + timedelta(1)) == "26 y 27 nov"
    assert spanish.days(start, start + timedelta(6)) == "26 nov a 2 dic"


def test_the_bands_clock(english: Words, spanish: Words) -> None:
    assert english.clock(NOW) == "Tue Nov 24  3:05 PM"
    assert spanish.clock(NOW) == "24 nov  3:05 p. m."


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        (0, "6:00 PM"),
        (1, "Wednesday 6:00 PM"),
        (4, "Saturday 6:00 PM"),
        (5, "Sun Nov 29, 6:00 PM"),
        (7, "Tue Dec 1, 6:00 PM"),
    ],
)
def test_a_coming_moment_is_named_so_that_it_is_not_mistaken(english: Words, days: int, shown: str) -> None:
    assert english.when(NOW.replace(hour=18, minute=0) + timedelta(days), NOW) == shown


def test_a_coming_moment_never_says_tomorrow(spanish: Words) -> None:
    assert spanish.when(datetime(2026, 11, 27, 14), NOW) == "viernes 2:00 p. m."  # noqa: DTZ001 - local
    assert spanish.when(datetime(2026, 11, 25, 17), NOW, short=True) == "mié 5:00 p. m."  # noqa: DTZ001 - local


def test_when_something_was_said(english: Words, spanish: Words) -> None:
    today = NOW.date()
    assert english.said(today, today) == "today"
    assert english.said(date(2026, 11, 22), today) == "Sunday"
    assert english.said(date(2026, 11, 3), today) == "Nov 3"
    assert english.said(date(2025, 11, 3), today) == "Nov 3, 2025"
    assert spanish.said(today, today) == "hoy"


def test_prices_are_the_territorys(english: Words, spanish: Words) -> None:
    for words in (english, spanish):
        assert [words.money(amount) for amount in (0, 25, 12.5, 1200)] == ["$0", "$25", "$12.50", "$1,200"]


def test_prices_of_a_school_in_no_known_country_are_the_languages(english: Words) -> None:
    assert Words(english.language, "", Catalog()).money(12.5) == "$12.50"
    assert Words(english.language, "BR", Catalog()).money(12.5, "BRL") == "R$ 12,50"


def test_lists(english: Words, spanish: Words) -> None:
    assert english.names(["A"]) == "A"
    assert english.names(["A", "B"]) == "A and B"
    assert spanish.names(["pan", "leche", "fruta"]) == "pan, leche y fruta"
    assert spanish.names(["español", "inglés"]) == "español e inglés"
    assert spanish.names(["agua", "hielo"]) == "agua y hielo"
    assert spanish.either(["siete", "ocho"]) == "siete u ocho"
    assert english.either(["A", "B"]) == "A or B"
    assert english.names([]) == ""


def test_language_names(english: Words, spanish: Words) -> None:
    assert [english.language_name(code) for code in ("en", "es", "pt", "ht")] == [
        "English",
        "Español",
        "Português",
        "Kreyòl Ayisyen",
    ]
    assert spanish.language_name("en", own=False) == "inglés"
    assert english.language_name("xx-unknown") == "xx-unknown"


def test_grades(english: Words, spanish: Words) -> None:
    assert [english.grade(grade) for grade in ("PK", "K", "3")] == ["Pre-K", "K", "3"]
    assert spanish.grade("PK") == "Pre-K"
