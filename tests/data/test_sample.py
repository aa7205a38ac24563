"""The sample school as a whole: every listing is sound, nothing in it is real, and every feature is there to see."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.domain.ids import is_id
from kiosk.domain.listing import Listing, Phone, Schedule
from kiosk.domain.places import freshness
from kiosk.domain.qr import fits
from kiosk.domain.validate import problems
from tests.data.conftest import School

CONTENT = Path(__file__).parents[2] / "content"
NEEDS = tomllib.loads((CONTENT / "needs.toml").read_text("utf-8"))["needs"]
SUPPORTS = (
    "pbis",
    "school-based-health-clinic",
    "student-services",
    "behavioral-health-consultation",
    "individual-services",
    "group-interventions",
    "family-support-services",
    "case-management",
    "medication-management",
    "referral-to-community-services",
    "substance-abuse-prevention",
    "care-coordination",
    "crisis-intervention",
    "after-school-programs",
    "finding-a-provider",
)
ENGLISH_ONLY = {"oak-street-market", "coding-club", "eye-van"}
"""Listings without Spanish, to show what a family then sees."""
LONG_SPANISH_NAMES = {"dance-club", "doctor-rides", "home-visits"}
SENSITIVE_NEEDS = {"legal", "immigration", "shelter", "no-home", "crisis", "individual", "mental-health"}


def test_there_are_at_least_ninety(school: School) -> None:
    assert len(school.documents) >= 90


def test_ids_and_numbers_are_given_once(school: School) -> None:
    ids = [document["id"] for document in school.documents]
    numbers = [listing.number for listing in school.listings.values()]
    assert len(set(ids)) == len(ids)
    assert all(is_id(id) for id in school.listings)
    assert all(number is not None and 101 <= number <= 999 for number in numbers)
    assert len(set(numbers)) == len(numbers)
    assert "school-clinic" not in ids, "kept free for the example that people add by hand"


def test_the_numbers_of_the_pictures_stay(school: School) -> None:
    numbers = {id: school.listings[id].number for id in ("food-shelf", "clinic", "art-and-chess", "homework-club")}
    assert numbers == {"food-shelf": 214, "clinic": 118, "art-and-chess": 305, "homework-club": 306}


def test_nothing_is_wrong_with_any_listing(school: School) -> None:
    needs = {need["id"] for need in NEEDS}
    found = {id: wrong for id, listing in school.listings.items() if (wrong := problems(listing, needs, SUPPORTS))}
    assert not found


def test_every_need_that_families_can_choose_leads_somewhere(school: School) -> None:
    parents = {need.get("parent", "") for need in NEEDS}
    leaves = {need["id"] for need in NEEDS} - parents
    assert leaves <= {need for listing in school.listings.values() for need in listing.needs}


@pytest.mark.parametrize("support", SUPPORTS)
def test_every_support_leads_somewhere_and_the_school_says_how_it_has_it(school: School, support: str) -> None:
    assert any(support in listing.supports for listing in school.listings.values())
    assert support in school.settings.supports
    if school.settings.supports[support] == "here":
        assert school.settings.support_rooms[support]


# -- nothing is real


def test_phones_are_sample_phones(school: School) -> None:
    phones = [phone.number for listing in school.listings.values() for phone in listing.phones]
    phones += [person.phone for person in (*school.settings.staff, school.settings.office) if person and person.phone]
    assert [number for number in phones if not re.fullmatch(r"\+186055501\d\d", number)] == []


def test_links_lead_to_the_sample_host_and_are_short(school: School) -> None:
    for listing in school.listings.values():
        links = [listing.url, listing.organization.url if listing.organization else ""]
        assert all(re.fullmatch(r"https://example\.org/[a-z]+", link) for link in links if link)
        assert listing.email == "" or listing.email.endswith("@example.org")
        if listing.sign_up:
            assert listing.sign_up.url.startswith("https://example.org/")
            assert len(listing.sign_up.url) <= 42
            assert fits(listing.sign_up.url, 3), "a code of version 3 stands beside the words at 80 columns"


def test_organizations_say_that_they_are_samples(school: School) -> None:
    assert all(one.organization and one.organization.name.endswith("(sample)") for one in school.listings.values())
    assert school.settings.sample


def test_people_are_named_by_what_they_do(school: School) -> None:
    roles = [person.role["en"] for person in school.settings.staff]
    assert roles == ["Parent liaison", "School nurse", "Counselor", "Social worker", "School psychologist"]
    assert not any(re.search(r"\b(Mr|Mrs|Ms|Miss|Dr|Sra?)\b\.?", text) for text in _texts(school))


# -- words


def test_every_text_is_in_both_languages_but_those_left_in_english(school: School) -> None:
    for id, document in _by_id(school).items():
        for path, text in _local(document, id):
            if id in ENGLISH_ONLY:
                assert set(text) == {"en"} or path.endswith(("accessibility", "transportation")), path
            else:
                assert {"en", "es"} <= set(text), path


def test_short_names_fit_in_big_letters(school: School) -> None:
    for listing in school.listings.values():
        assert 0 < len(listing.alternate_name["en"]) <= 10, listing.id
        assert len(listing.alternate_name.get("es", "")) <= 12, listing.id


def test_names_and_first_lines_fit_their_row(school: School) -> None:
    for listing in school.listings.values():
        assert len(listing.name["en"]) <= 42, listing.id
        assert all(len(text) <= 41 for text in listing.description.values()), listing.id
    long_names = {listing.id for listing in school.listings.values() if len(listing.name.get("es", "")) > 42}
    assert long_names == LONG_SPANISH_NAMES


def test_a_sensitive_listing_has_a_neutral_short_name(school: School) -> None:
    for listing in school.listings.values():
        if SENSITIVE_NEEDS & {*listing.needs}:
            assert listing.sensitive or listing.id in {"health-center", "find-a-doctor"} or _plain(listing), listing.id
        if listing.sensitive:
            told = " ".join(listing.alternate_name.values()).casefold()
            assert not re.search(r"crisis|shelter|legal|immigr|drug|drink|refugio|droga|died|divorc|safe", told)


def _plain(listing: Listing) -> bool:
    """Help that anybody may be seen to look at: a line to call about homes, extra help to learn."""
    return listing.id in {"county-housing-line", "one-plan", "learning-help"}


# -- features

Feature = Callable[[Listing], bool]


def _row(test: Callable[[Schedule], bool]) -> Feature:
    return lambda listing: any(test(row) for row in listing.schedules)


def _over_midnight(row: Schedule) -> bool:
    return bool(row.closes_at) and row.closes_at <= row.opens_at


def _both(listing: Listing, at_school: bool) -> bool:
    return listing.location is not None and listing.location.at_school is at_school


def _phone(test: Callable[[Phone], bool]) -> Feature:
    return lambda listing: any(test(phone) for phone in listing.phones)


FEATURES: dict[str, Feature] = {
    "over midnight": _row(_over_midnight),
    "all day": _row(lambda row: row.closes_at == "24:00"),
    "monthly by nth weekday": _row(lambda row: row.freq == "MONTHLY" and "1TU" in row.byday),
    "monthly from the end": _row(lambda row: any(day.startswith("-1") for day in row.byday)),
    "every second week": _row(lambda row: row.interval == 2),
    "shortened on short days": _row(lambda row: row.short_days == "shortened" and row.on == "school-days"),
    "moved on short days": _row(lambda row: row.short_days == "moved"),
    "cancelled on short days": _row(lambda row: row.short_days == "cancelled"),
    "also on days without school": lambda one: {row.on for row in one.schedules} == {"school-days", "no-school-days"},
    "a lunch gap": lambda one: len(one.schedules) == 2 and one.schedules[0].byday == one.schedules[1].byday,
    "hours not known": lambda one: not one.schedules and not one.by_appointment,
    "by appointment": lambda one: one.by_appointment,
    "no phone": lambda one: not one.phones,
    "text only": lambda one: bool(one.phones) and all(phone.type == "text" for phone in one.phones),
    "an extension": _phone(lambda phone: phone.extension != ""),
    "a text telephone": _phone(lambda phone: phone.type == "tty"),
    "no Spanish": lambda one: "es" not in one.name,
    "by phone only": lambda one: one.location is None,
    "elsewhere": lambda one: _both(one, at_school=False),
    "at school": lambda one: _both(one, at_school=True),
    "sensitive": lambda one: one.sensitive,
    "few places": lambda one: one.places is not None and one.places.state == "few" and one.places.left is not None,
    "a number of places": lambda one: one.places is not None and one.places.state == "open" and bool(one.places.left),
    "full": lambda one: one.places is not None and one.places.state == "full",
    "a waitlist": lambda one: one.places is not None and one.places.waiting is not None,
    "a late bus": lambda one: one.way_home is not None and one.way_home.late_bus is not None,
    "who may collect": lambda one: one.way_home is not None and bool(one.way_home.who_may_collect),
    "a walking group": lambda one: one.way_home is not None and one.way_home.walking_group is True,
    "several prices": lambda one: len({option.amount for option in one.cost_options}) >= 3,
    "a price by income": lambda one: any(option.amount is None for option in one.cost_options),
    "papers not known": lambda one: one.papers is None,
    "no papers": lambda one: one.papers is not None and not one.papers.asks,
    "asks about immigration": lambda one: one.papers is not None and one.papers.immigration == "asked",
    "other hours one day": lambda one: any(not change.closed for change in one.schedule_exceptions),
    "an alert in four languages": lambda one: {"en", "es", "pt", "ht"} <= set(one.alert),
    "keys of somebody else": lambda one: bool(one.extra),
    "a condition": lambda one: one.eligibility is not None and bool(one.eligibility.conditions),
}


@pytest.mark.parametrize("feature", FEATURES)
def test_every_feature_can_be_seen(school: School, feature: str) -> None:
    assert any(FEATURES[feature](listing) for listing in school.listings.values())


def test_checks_of_every_age_can_be_seen(school: School) -> None:
    ages = {freshness(listing, school.today) for listing in school.listings.values()}
    assert ages == {"fresh", "call-first", "old"}


def test_no_check_or_count_lies_ahead(school: School) -> None:
    for listing in school.listings.values():
        said = [listing.assured_date, listing.papers and listing.papers.checked, listing.places and listing.places.said]
        assert all(day <= school.today for day in said if isinstance(day, date)), listing.id


def _by_id(school: School) -> dict[str, object]:
    return {str(document["id"]): document for document in school.documents}


def _local(value: object, path: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every table of languages below `value`, with its path."""
    if isinstance(value, dict):
        if "en" in value and all(isinstance(text, str) for text in value.values()):
            yield path, value
        else:
            for key, below in value.items():
                yield from _local(below, f"{path}.{key}")
    elif isinstance(value, list):
        for place, below in enumerate(value):
            yield from _local(below, f"{path}[{place}]")


def _texts(school: School) -> list[str]:
    return [text for document in school.documents for _, local in _local(document, "") for text in local.values()]
