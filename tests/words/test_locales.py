"""No language is shown in another's words: CLDR's silent fallbacks are caught, and own names take their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import msgspec
import pytest

from kiosk.domain.errors import Refused
from kiosk.domain.needs import CalendarNames, Language
from kiosk.words import Content, Words, load_content, words_for
from kiosk.words.catalog import Catalog
from kiosk.words.dates import Dates
from kiosk.words.locales import borrowed_from, has_half_days, locale_of

NOW = datetime(2026, 11, 25, 15, 5)  # noqa: DTZ001 - a Wednesday, local
WEEK = [date(2026, 11, 23) + timedelta(day) for day in range(7)]

OWN = {
    "en": (["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"], "Wednesday, November 25"),
    "es": (["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"], "miércoles, 25 de noviembre"),
    "pt": (
        ["segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"],
        "quarta-feira, 25 de novembro",
    ),
    "ht": (["lendi", "madi", "mèkredi", "jedi", "vandredi", "samdi", "dimanch"], "mèkredi 25 novanm"),
    "ar": (["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"], "الأربعاء، 25 نوفمبر"),
    "ps": (["دونۍ", "درېنۍ", "څلرنۍ", "پينځنۍ", "جمعه", "اونۍ", "يونۍ"], "څلرنۍ, نومبر 25"),
}
"""Each language's own words for a week and a date, written down apart from CLDR."""

CREOLE = """
[[languages]]
code = "ht"
name = "Kreyòl"
full_name = "Kreyòl ayisyen"
locale = "fr_HT"
reviewed = false
joins = { and = "ak", or = "oswa" }
[languages.calendar]
days = ["lendi", "madi", "mèkredi", "jedi", "vandredi", "samdi", "dimanch"]
short_days = ["len", "mad", "mèk", "jed", "van", "sam", "dim"]
months = ["janvye", "fevriye", "mas", "avril", "me", "jen", "jiyè", "out", "septanm", "oktòb", "novanm", "desanm"]
short_months = ["janv", "fevr", "mas", "avr", "me", "jen", "jiy", "out", "sept", "okt", "nov", "des"]
periods = ["AM", "PM"]
"""


def creole() -> Language:
    """Haitian Creole as data, as a school's `languages.toml` would bring it."""
    tree = msgspec.toml.decode(CREOLE.encode(), type=dict[str, list[Mapping[str, object]]])
    return msgspec.convert(tree["languages"][0], Language)


def plain(code: str, locale: str) -> Language:
    """A language that brings nothing of its own."""
    return Language(code=code, name=code, locale=locale, reviewed=False)


LANGUAGES = {
    "pt": plain("pt", "pt_BR"),
    "ar": plain("ar", "ar"),
    "ps": plain("ps", "ps"),
    "ht": creole(),
}


@pytest.mark.parametrize("code", OWN)
def test_a_week_and_a_date_in_the_languages_own_words(code: str, content: Content) -> None:
    language = content.language(code) or LANGUAGES[code]
    dates = Dates(language, "US")
    week, long = OWN[code]
    assert [dates.form("weekday", day) for day in WEEK] == week
    assert dates.form("long_date", NOW) == long


def test_every_language_offered_has_its_own_list_here(content: Content) -> None:
    assert {language.code for language in content.languages} <= set(OWN)


@pytest.mark.parametrize(
    ("code", "locale"), [("ht", "ht"), ("ht", "ht_HT"), ("ht", "fr_HT"), ("quc", "quc"), ("nv", "nv"), ("xx", "en")]
)
def test_a_language_that_would_fall_back_silently_is_refused(code: str, locale: str) -> None:
    with pytest.raises(Refused, match=f"languages.toml: {code}"):
        locale_of(plain(code, locale), "US")


def test_names_without_joins_are_not_enough() -> None:
    """Its lists would still be joined in French."""
    with pytest.raises(Refused, match="joins"):
        locale_of(replace(creole(), locale="ht", joins={}), "US")


def test_who_lends() -> None:
    assert borrowed_from("ht") == "French"
    assert borrowed_from("nv") == "no language"
    assert not [code for code in ("en_US", "es_US", "es_PR", "pt_BR", "so", "vi", "ar") if borrowed_from(code)]


def test_creole_is_all_creole() -> None:
    words = Words(creole(), "US", Catalog())
    assert words.date(NOW) == "25 nov"
    assert words.weekday_date(NOW) == "mèk 25 nov"
    assert words.month(NOW) == "novanm"
    assert words.month_year(NOW) == "novanm 2026"
    assert words.time(NOW) == "3:05 PM"
    assert words.names(["pen", "lèt", "rad"]) == "pen, lèt ak rad"
    assert words.either(["pen", "lèt"]) == "pen oswa lèt"
    assert words.language_name("en", own=False) == "English"


@pytest.mark.parametrize(("territory", "half"), [("US", True), ("PR", True), ("BR", False), ("GB", False), ("", False)])
def test_the_territory_decides_how_clocks_count(territory: str, half: bool) -> None:
    assert has_half_days(territory) is half


@pytest.mark.parametrize("code", ["es", "pt", "ht", "ar"])
def test_every_language_shows_the_clock_of_the_schools_doors(code: str, content: Content) -> None:
    language = content.language(code) or LANGUAGES[code]
    assert "3:05" in Dates(language, "US").time(NOW)
    assert Dates(language, "BR").time(time(15, 5)) == "15:05"


def test_a_clock_of_24_hours_says_whole_hours_too() -> None:
    words = Words(LANGUAGES["pt"], "BR", Catalog())
    assert [words.short_time(time(16)), words.hour(time(16)), words.hour(time(16), period=True)] == ["16:00"] * 3


def test_own_names_may_be_given_in_part() -> None:
    """What is not given stays CLDR's."""
    language = replace(LANGUAGES["pt"], calendar=CalendarNames(short_days=("se", "te", "qa", "qi", "sx", "sá", "do")))
    dates = Dates(language, "US")
    assert dates.form("short_weekday", NOW) == "qa"
    assert dates.form("weekday", NOW) == "quarta-feira"
    assert dates.time(NOW) == "3:05 PM"
    assert dates.form("month", NOW) == "novembro"


def test_a_third_language_is_data_only(copy: Path) -> None:
    """Nothing is hard-wired to two: a table in `languages.toml` and a list of translations are enough."""
    with (copy / "languages.toml").open("a", encoding="utf-8") as file:
        file.write(CREOLE)
    (copy / "locale" / "ht").mkdir()
    (copy / "locale" / "ht" / "kiosk.mo").write_bytes((copy / "locale" / "es" / "kiosk.mo").read_bytes())
    content = load_content(copy)
    words = words_for(content, "US-CT")("ht")
    assert [language.code for language in content.languages] == ["en", "es", "ht"]
    assert words.say("Help now") == "Ayuda ya"
    assert words.pick({"ht": "Manje", "en": "Food"}) == "Manje"
    assert words.is_fallback({"en": "Food"})
    assert words.weekday(NOW) == "mèkredi"
    assert words.when(NOW + timedelta(2), NOW) == "vandredi 3:05 PM"
