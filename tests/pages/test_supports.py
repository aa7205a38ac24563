"""The fifteen supports and the cards families do not know to ask for."""

from __future__ import annotations

import pytest

from kiosk.pages.missing import MissingPage
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


def test_a_rights_card_says_what_is_true_and_whom_to_ask() -> None:
    for card in center().content.rights:
        page = rights_page(asking(Route("rights", card.id)))
        assert isinstance(page, RightsPage)
        assert page.title == card.short["en"] and "homeless" not in " ".join(sentences(page)).casefold()
        assert page.facts[-1].name == "Ask" and page.listings.main
    assert isinstance(rights_page(asking(Route("rights", "no-such"))), MissingPage)
