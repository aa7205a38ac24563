"""The fifteen supports and the rights cards: all there, all said, and saying nothing they must not."""

from __future__ import annotations

import json
import re
from dataclasses import asdict

import pytest

from kiosk.words.content import Content
from tests.content.shipped import texts_shipped

SUPPORTS = """
pbis school-based-health-clinic student-services behavioral-health-consultation individual-services group-interventions
family-support-services case-management medication-management referral-to-community-services substance-abuse-prevention
care-coordination crisis-intervention after-school-programs finding-a-provider
"""
RIGHTS = ("no-home", "kinship", "interpreter")
NAME_CELLS = 27
CARD_CELLS = 58
CONNECTICUT = re.compile(
    r"connecticut|husky|\bct\b|emps|2-1-1 (?:and press|y marque)|552-8247|\.ct\.|ct[a-z]*\.(?:org|com)", re.IGNORECASE
)


def test_the_fifteen_are_there_in_order(content: Content) -> None:
    assert [support.id for support in content.supports] == SUPPORTS.split()
    assert [support.order for support in content.supports] == list(range(1, 16))


def test_each_says_all_that_a_family_asks(content: Content) -> None:
    for support in content.supports:
        said = (
            support.what,
            support.who,
            support.cost,
            support.first,
            support.helps_with,
            support.how_to_ask,
            support.say,
        )
        for text in (support.name, support.formal_name, *said):
            assert set(text) >= {"en", "es"}, support.id
        assert support.pictogram in content.pictograms
        assert support.checked is not None


def test_names_fit_and_sentences_to_say_stand_bare(content: Content) -> None:
    for support in content.supports:
        assert all(len(name) <= NAME_CELLS for name in support.name.values()), support.name
    for say in (*(support.say for support in content.supports), *(card.say for card in content.rights)):
        assert not any(mark in text for text in say.values() for mark in '"“”«»'), say


def test_supports_and_needs_lead_to_each_other(content: Content) -> None:
    for support in content.supports:
        assert all(content.need(need) is not None for need in support.needs), support.id
    without = [support.id for support in content.supports if not support.needs]
    assert without == ["pbis"], "behavior in the whole school is nobody's need"


def test_an_iep_is_always_said_in_words(content: Content) -> None:
    words = {"en": "special plan", "es": "plan especial"}
    said = 0
    for support in content.supports:
        for field in ("who", "what", "first", "how_to_ask", "cost"):
            for code, text in asdict(support)[field].items():
                if "IEP" in text:
                    said += 1
                    assert words[code] in text, (support.id, field)
    assert said >= 4


def test_what_is_true_in_connecticut_only_is_kept_there(content: Content) -> None:
    for support in content.supports:
        if support.region:
            assert support.region == "US-CT"
            assert support.regional
        everywhere = {
            key: value for key, value in asdict(support).items() if key not in ("regional", "region", "checked")
        }
        if support.region:
            del everywhere["url"]
        assert not CONNECTICUT.search(json.dumps(everywhere, ensure_ascii=False)), support.id


def test_a_web_page_is_one_that_was_seen(content: Content) -> None:
    seen = {page.url for code in ("US", "US-CT") for page in content.region(code).pages}
    everywhere = {page.url for page in content.region("US").pages}
    for support in content.supports:
        if support.url:
            assert support.url in (seen if support.region else everywhere), support.id


@pytest.mark.parametrize("language", ["en", "es"])
def test_help_that_can_wait_for_nobody_says_the_numbers(content: Content, language: str) -> None:
    crisis = content.support("crisis-intervention")
    assert crisis is not None
    assert all(number in crisis.first[language] for number in ("911", "988"))
    assert "2-1-1" in crisis.regional[language]


def test_the_rights_cards_are_there(content: Content) -> None:
    assert tuple(card.id for card in content.rights) == RIGHTS
    for card in content.rights:
        assert len(card.facts) >= 3
        assert card.pictogram in content.pictograms
        assert all(len(name) <= CARD_CELLS for name in card.name.values()), card.name
        assert all(len(name) <= NAME_CELLS for name in card.short.values()), card.short
        assert card.checked is not None
        for need in (*card.needs, *card.under):
            assert content.need(need) is not None, (card.id, need)
        assert card.needs
        assert card.under


def test_a_page_of_needs_shows_two_cards_at_most(content: Content) -> None:
    for need in content.needs:
        assert sum(need.id in card.under for card in content.rights) <= 2, need.id


def test_nobody_is_called_homeless() -> None:
    assert not [text.where for text in texts_shipped() if re.search(r"homeless|sin hogar", text.text, re.IGNORECASE)]
