"""What families type, and whether the answer is among the first five."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.fit import lineage
from kiosk.domain.kept import Kept
from kiosk.domain.needs import CenterPart
from kiosk.services.search import Search
from tests.services.schools import NOW, ROOT, content, sample_directory

FLOOR = 0.9
"""The share that must succeed."""
FIRST = 5
PARTS = ("written_first", "held_out")
DIRECTORY = sample_directory()
SEARCH = Search(DIRECTORY, content())
TABLE = tomllib.loads((Path(__file__).parent / "phrases.toml").read_text("utf-8"))


def phrases(part: str) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Language, phrase, and what must be found."""
    for language, rows in TABLE[part].items():
        for text, *wanted in rows:
            yield language, text, frozenset(wanted)


def means(kept: Kept) -> frozenset[str]:
    """All that a listing is an answer for: itself, its needs with those above, its supports."""
    needs = (step for need in kept.head.needs for step in lineage(need, DIRECTORY.parents))
    return frozenset({kept.id, *needs, *kept.head.supports})


def missed(part: str) -> list[tuple[str, str, list[str]]]:
    """The phrases whose answer is not among the first, and what is."""
    misses = []
    for language, text, wanted in phrases(part):
        first = [hit.kept for hit in SEARCH.find(text, language, NOW, limit=FIRST).hits]
        if not any(means(kept) & wanted for kept in first):
            misses.append((language, text, [kept.id for kept in first]))
    return misses


@pytest.mark.parametrize("part", PARTS)
def test_families_find_it_among_the_first_five(part: str, capsys: pytest.CaptureFixture[str]) -> None:
    misses, many = missed(part), len(list(phrases(part)))
    share = 1 - len(misses) / many
    with capsys.disabled():
        print(f"\nsearch, {part}: {share:.1%} of {many} phrases found in the first {FIRST}; missed: {misses}")  # noqa: T201  # the figure is the point
    assert share >= FLOOR


@pytest.mark.parametrize("part", [part for part in content().parts if part.id != "referral"], ids=lambda part: part.id)
def test_what_a_part_of_the_center_is_called_finds_its_listings(part: CenterPart) -> None:
    """By the names that laws and families give it, not only by its needs."""
    for language, said in content().phrases.parts[part.id].items():
        for phrase in said:
            first = [hit.kept for hit in SEARCH.find(phrase, language, NOW, limit=FIRST).hits]
            assert any(set(kept.head.needs) & set(part.needs) for kept in first), (phrase, [kept.id for kept in first])


def test_the_readme_says_the_figures() -> None:
    said = re.findall(r"(\d+) % of the (\d+)\s+phrases", (ROOT / "README.md").read_text("utf-8"))
    found = [(100 * (1 - len(missed(part)) / len(list(phrases(part)))), len(list(phrases(part)))) for part in PARTS]
    assert [int(many) for _, many in said] == [many for _, many in found]
    assert all(int(figure) <= share for (figure, _), (share, _) in zip(said, found, strict=True))


def test_the_table_is_large_in_both_languages_and_asks_for_what_exists() -> None:
    rows = [row for part in PARTS for row in phrases(part)]
    assert len(rows) >= 150
    assert len(list(phrases("held_out"))) >= 40
    assert all(sum(language == each for language, _, _ in rows) >= 60 for each in ("en", "es"))
    known = {id for kept in DIRECTORY.all() for id in means(kept)}
    assert {id for _, _, wanted in rows for id in wanted} <= known | set(DIRECTORY.parents)
    assert len({(language, text) for language, text, _ in rows}) == len(rows)
