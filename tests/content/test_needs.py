"""The tree of needs and the parts of a center: whole, of the right size, and each led to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.domain.listing import LocalText
from kiosk.domain.pixels import big_width, missing
from kiosk.words.content import Content
from tests.content.cells import fits

TREE = """
basic: food clothes diapers housing bills transport internet jobs classes
food: pantry backpack-food free-meals food-benefits
clothes: clothes-closet coats school-supplies laundry
diapers: baby-things
housing: rent-help shelter no-home
bills: heat lights
transport: bus-passes rides
internet: hotspots computers
jobs: job-club tax-help legal immigration
classes: english-classes high-school-diploma parent-classes interpreter
after-school: care clubs sports tutoring camps preschool playgroups home-visits kinship
camps: vacation-camp summer-camp
clinic: check-ups shots sick-visits dental eyes physicals mental-health medicine health-insurance
talk: individual group family crisis quit-substances
"""
"""The ids that listings name: one that changes loses its listings."""

MOST_TILES = 9
TILE, TILE_LINES = 19, 2
NARROW, NARROW_LINES = 9, 3
BIG = 30
NOTE = 19


def _in_each_language(text: LocalText) -> Iterator[str]:
    return iter(text.values())


def _expected() -> dict[str, list[str]]:
    return {parent: ids.split() for parent, ids in (line.split(":") for line in TREE.strip().splitlines())}


def test_the_tree_is_the_one_that_listings_name(content: Content) -> None:
    under: dict[str, list[str]] = {}
    for need in content.needs:
        under.setdefault(need.parent, []).append(need.id)
    assert under.pop("") == ["basic", "after-school", "clinic", "talk"]
    assert under == _expected()


def test_it_is_a_tree(content: Content) -> None:
    ids = [need.id for need in content.needs]
    assert len(ids) == len(set(ids))
    seen = {""}
    for need in content.needs:
        assert need.parent in seen, f"{need.id} stands before its parent"
        seen.add(need.id)


def test_no_page_needs_more_than_nine_tiles(content: Content) -> None:
    assert max(len(content.needs_under(need.id)) for need in content.needs) <= MOST_TILES


def test_every_need_is_whole(content: Content) -> None:
    for need in content.needs:
        assert need.pictogram in content.pictograms, need.id
        for text in (need.name, need.short):
            assert set(text) >= {"en", "es"}, need.id


def test_names_fit_their_tiles(content: Content) -> None:
    for need in content.needs:
        for name in _in_each_language(need.name):
            assert fits(name, TILE, TILE_LINES), name
        for code in need.name:
            assert fits((need.narrow or need.name)[code], NARROW, NARROW_LINES), (need.id, code)
        for note in _in_each_language(need.note):
            assert len(note) <= NOTE, note


def test_short_names_fit_in_big_letters(content: Content) -> None:
    for need in content.needs:
        for short in _in_each_language(need.short):
            assert not missing(short, content.letters), short
            assert big_width(short, content.letters) <= BIG, short


@pytest.mark.parametrize("language", ["en", "es"])
def test_tiles_of_one_page_have_different_words(content: Content, language: str) -> None:
    for parent in ("", *(need.id for need in content.needs)):
        tiles = content.needs_under(parent)
        for texts in ([need.name for need in tiles], [need.short for need in tiles]):
            words = [text[language] for text in texts]
            assert len(words) == len(set(words)), (parent, words)


def test_the_seven_parts_cover_every_need(content: Content) -> None:
    assert len(content.parts) == 7
    ids = {need.id for need in content.needs}
    named = {need for part in content.parts for need in part.needs}
    assert named == ids
    for part in content.parts:
        assert len(part.needs) == len(set(part.needs)), part.id
