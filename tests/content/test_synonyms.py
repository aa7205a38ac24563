"""What families type leads somewhere: every phrase to a thing that exists, and every thing from a phrase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from kiosk.words.content import Content

LEAST_PHRASES = 400
"""In each language."""


def _groups(content: Content) -> Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]:
    phrases = content.phrases
    return {
        "needs": phrases.needs,
        "supports": phrases.supports,
        "rights": phrases.rights,
        "parts": phrases.parts,
    }


def _phrases(content: Content, language: str) -> Iterator[str]:
    for group in _groups(content).values():
        for said in group.values():
            yield from said[language]


def test_every_id_exists_and_none_is_left_out(content: Content) -> None:
    groups = _groups(content)
    assert set(groups["needs"]) == {need.id for need in content.needs} - {"basic"}
    assert set(groups["supports"]) == {support.id for support in content.supports}
    assert set(groups["rights"]) == {card.id for card in content.rights}
    assert set(groups["parts"]) == {part.id for part in content.parts} - {"referral"}


@pytest.mark.parametrize("language", ["en", "es"])
def test_there_are_many_in_each_language(content: Content, language: str) -> None:
    assert len(set(_phrases(content, language))) >= LEAST_PHRASES


def test_each_id_has_both_languages_and_no_phrase_twice(content: Content) -> None:
    for group in _groups(content).values():
        for id, said in group.items():
            assert set(said) == {"en", "es"}, id
            for phrases in said.values():
                assert phrases, id
                assert len(phrases) == len(set(phrases)), id


@pytest.mark.parametrize("language", ["en", "es"])
def test_phrases_are_as_typed(content: Content, language: str) -> None:
    odd = [phrase for phrase in _phrases(content, language) if phrase != " ".join(phrase.lower().split())]
    assert not odd


@pytest.mark.parametrize(
    ("phrase", "id"),
    [
        ("food stamps", "food-benefits"),
        ("comida", "food"),
        ("lonche", "free-meals"),
        ("shots", "shots"),
        ("vacunas", "shots"),
        ("bacunas", "shots"),
        ("lights cut off", "lights"),
        ("corte de luz", "lights"),
        ("mi hijo no quiere ir a la escuela", "individual"),
        ("bullying", "individual"),
        ("iep", "student-services"),
        ("504", "student-services"),
        ("emps", "crisis"),
        ("homeless", "no-home"),
        ("families in training", "families-in-training"),
        ("programa de padres", "families-in-training"),
        ("information and referral", "referral-to-community-services"),
    ],
)
def test_what_families_type_is_known(content: Content, phrase: str, id: str) -> None:
    assert id in content.synonyms[phrase]
