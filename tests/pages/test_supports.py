"""The fifteen supports and the cards families do not know to ask for."""

from __future__ import annotations

import pytest

from kiosk.pages.center import center_page
from kiosk.pages.missing import MissingPage
from kiosk.pages.reader import Size
from kiosk.pages.results import results_page, source_of
from kiosk.pages.rights import RightsPage, rights_page
from kiosk.pages.route import Route
from kiosk.pages.support import SupportPage, support_page
from kiosk.pages.supports import supports_page
from tests.pages.center import (
    asking,
    center,
    listing,
    school_of,
    sentences,
)


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


def test_the_parts_of_the_center_are_one_touch_from_the_supports() -> None:
    page = supports_page(asking(Route("supports")))
    assert page.center.go == Route("center")
    assert page.center.label == "What our center does"


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_of_the_seven_parts_leads_to_the_listings_of_its_needs(language: str) -> None:
    content, directory = center().content, center().directory
    page = center_page(asking(Route("center"), language=language))
    assert [choice.go for choice in page.parts] == [Route("results", part.id, "part") for part in content.parts]
    for part, choice in zip(content.parts, page.parts, strict=True):
        assert (choice.label, choice.note) == (part.name[language], part.what[language])
        assert isinstance(choice.go, Route)
        results = results_page(asking(choice.go, size=Size(plain=True), language=language))
        assert results.title == part.name[language]
        wanted = {kept.id for kept in directory.all() if set(kept.head.needs) & set(part.needs)}
        assert wanted
        source = source_of(asking(choice.go, language=language))
        assert {kept.id for kept in source.kepts} == wanted
        assert choice.detail.startswith(f"{len(wanted)} ")


def test_every_listing_belongs_to_a_part_of_the_center() -> None:
    pages = [source_of(asking(Route("results", part.id, "part"))) for part in center().content.parts]
    assert {kept.id for page in pages for kept in page.kepts} == {kept.id for kept in center().directory.all()}


def test_a_part_with_nothing_here_leads_to_a_person() -> None:
    page = center_page(asking(Route("center"), school=school_of(listing(needs=("preschool",)))))
    assert page.parts[0].go == Route("results", "early-care", "part")
    assert {choice.go for choice in page.parts[1:]} == {Route("person-now")}
    assert page.person.go == Route("person-now")
    gone = results_page(asking(Route("results", "no-such", "part")))
    assert gone.empty is not None and gone.rows == ()


def test_a_rights_card_says_what_is_true_and_whom_to_ask() -> None:
    for card in center().content.rights:
        page = rights_page(asking(Route("rights", card.id)))
        assert isinstance(page, RightsPage)
        assert page.title == card.short["en"] and "homeless" not in " ".join(sentences(page)).casefold()
        assert page.facts[-1].name == "Ask" and page.listings.main
    assert isinstance(rights_page(asking(Route("rights", "no-such"))), MissingPage)
