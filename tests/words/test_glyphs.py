"""The pixel pictures that ship: their sizes, and a glyph for every letter that a shipped text needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from kiosk.domain.pixels import glyph_of, missing
from kiosk.words import Content
from kiosk.words.extract import messages, translated
from kiosk.words.glyphs import read_glyphs
from kiosk.words.shapes import BadContent
from tests.words.conftest import ROOT

PICTURES = {
    *("food", "shirt", "house", "bus", "ball", "cross", "talk", "heart", "book", "phone", "bulb", "baby", "computer"),
    *("work", "signpost", "school", "calendar", "search", "list", "paper", "clock", "family", "world", "check"),
}


def test_pictograms_are_12_by_12(content: Content) -> None:
    assert set(content.pictograms) == PICTURES
    assert {(len(glyph), len(glyph[0])) for glyph in content.pictograms.values()} == {(12, 12)}


def test_letters_are_11_high(content: Content) -> None:
    assert {len(glyph) for glyph in content.letters.values()} == {11}
    assert max(len(glyph[0]) for glyph in content.letters.values()) <= 7


def test_digits_are_6_by_10(content: Content) -> None:
    assert set(content.digits) == {*"0123456789-"}
    assert {len(glyph) for glyph in content.digits.values()} == {10}
    assert {len(content.digits[digit][0]) for digit in "0123456789"} == {6}


def shipped(value: object) -> Iterator[str]:
    """Every text in a value of content, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from shipped(part)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from shipped(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from shipped(getattr(value, field.name))


def interface() -> Iterator[tuple[str, str]]:
    """Every text of the interface in every language, with its context."""
    for message in messages(ROOT / "kiosk"):
        yield message.context or "", str(message.id)
    for po in (ROOT / "content" / "locale").glob("*/kiosk.po"):
        for message in translated(po, po.parent.name):
            if message.id:
                yield from ((message.context or "", text) for text in shipped(message.string))


def test_every_letter_of_every_shipped_text_can_be_drawn_big(content: Content) -> None:
    parts = (content.languages, content.needs, content.supports, content.parts, content.rights, content.walk)
    texts = [*shipped(parts), *shipped(content.region("US-CT")), *(text for _, text in interface())]
    letters = {sign for text in texts for sign in text if sign.isalnum()}
    assert missing("".join(sorted(letters - {"º", "ª"})), content.letters) == ""


def test_what_is_meant_for_big_letters_can_be_drawn_whole(content: Content) -> None:
    texts = [text for context, text in interface() if context == "big"]
    texts += [text for need in content.needs for text in need.short.values()]
    texts += [text for question in content.walk for text in question.question.values()]
    texts += [text for question in content.walk for answer in question.answers for text in answer.big.values()]
    texts += [text for line in content.region("US-CT").lines for text in line.large.values()]
    texts += [language.name for language in content.languages] + [each.please_help_me for each in content.languages]
    assert len(texts) > 20
    assert {text: missing(text, content.letters) for text in texts if missing(text, content.letters)} == {}


def test_the_numbers_to_call_can_be_drawn(content: Content) -> None:
    assert not [line for line in content.region("US-CT").lines if missing(line.shown, content.digits)]


def test_letters_of_the_next_languages_have_their_own_glyph(content: Content) -> None:
    assert not [letter for letter in "áéíóúñÁÉÍÓÚÑãõâêôàçÃÇèòÈÒ" if glyph_of(letter, content.letters) is None]


@pytest.mark.parametrize("text", ["= a\n##\n#\n", "= a\n#o\n", "= a\n##\n= b\n##\n##\n"])
def test_a_crooked_picture_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "letters.txt"
    path.write_text(text)
    with pytest.raises(BadContent, match=r"letters\.txt"):
        read_glyphs(path)


def test_a_picture_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadContent, match=r"letters\.txt"):
        read_glyphs(tmp_path / "letters.txt")
