"""Every text that ships is plain: grade 6 at most in English, ease 70 at least in Spanish, sentences under 15 words.

How it is measured, honestly: a text of eight words or more is measured alone. Formulas say nothing about a shorter one
(one long word makes a label of two words a grade of 20), so the shorter ones of a file, or of a folder that holds one
thing a file, are measured together, read one after the other; one long word there passes, a hard manner does not. The
length of sentences is held for every text. Left out are only the names that law and schools give (`formal_name`: for
search and staff); words that are names are listed in `readability.NAMES`, each with its reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePath

import pytest

from tests.content.readability import (
    ease,
    english_syllables,
    grade,
    longest_sentence,
    sentences,
    spanish_syllables,
    word_count,
)
from tests.content.shipped import Text, texts_shipped

HARDEST_GRADE = 6.0
LEAST_EASE = 70.0
LONGEST_SENTENCE = 14
MEASURED_ALONE = 8
"""Words."""


def _measured(language: str) -> list[Text]:
    return [
        text
        for text in texts_shipped()
        if text.language == language and not text.key.endswith("formal_name") and word_count(text.text)
    ]


def _hardness(texts: Iterable[str], language: str) -> float:
    """How far past its limit, in the formula's own units; above 0 is too hard."""
    return grade(texts) - HARDEST_GRADE if language == "en" else LEAST_EASE - ease(texts)


def _named(problems: Iterable[tuple[float, str]]) -> str:
    return "\n".join(f"  {over:+.1f}  {what}" for over, what in sorted(problems, reverse=True))


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_text_is_plain(language: str) -> None:
    hard = [
        (over, f"{text.where}: {text.text}")
        for text in _measured(language)
        if word_count(text.text) >= MEASURED_ALONE and (over := _hardness([text.text], language)) > 0
    ]
    assert not hard, f"too hard, the worst first:\n{_named(hard)}"


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_labels_of_each_file_are_plain_together(language: str) -> None:
    labels: dict[str, list[str]] = defaultdict(list)
    for text in _measured(language):
        if word_count(text.text) < MEASURED_ALONE:
            labels[_group(text.file)].append(text.text)
    assert labels
    hard = [(over, name) for name, texts in labels.items() if (over := _hardness(texts, language)) > 0]
    assert not hard, f"labels too hard, the worst first:\n{_named(hard)}"


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_sentence_is_long(language: str) -> None:
    long = [
        (float(length), f"{text.where}: {text.text}")
        for text in _measured(language)
        if (length := longest_sentence(text.text)) > LONGEST_SENTENCE
    ]
    assert not long, f"sentences of more than {LONGEST_SENTENCE} words:\n{_named(long)}"


def test_the_texts_are_found_at_all() -> None:
    files = {PurePath(text.file).name for text in texts_shipped()}
    assert {"needs.toml", "walk.toml", "parts.toml", "pbis.toml", "no-home.toml", "US-CT.toml", "kiosk.po"} <= files
    assert any(text.file.startswith("data/demo/listings/") for text in texts_shipped())


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("the", 1), ("school", 1), ("clothes", 1), ("places", 2), ("table", 2), ("tables", 2), ("needed", 2),
        ("helped", 1), ("something", 2), ("homework", 2), ("useful", 2), ("family", 3), ("families", 3), ("eyes", 1),
        ("check-up", 2), ("going", 2), ("trying", 2), ("easier", 3), ("special", 2), ("media", 3), ("region", 2),
        ("period", 3), ("usual", 3), ("doesn't", 2), ("don't", 1), ("child's", 1), ("someone", 2), ("interpreter", 4),
        ("you", 1), ("every", 2), ("insurance", 3), ("psychologist", 4), ("before", 2), ("people", 2), ("quiet", 2),
    ],
)  # fmt: skip
def test_english_syllables(word: str, syllables: int) -> None:
    assert english_syllables(word) == syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("escuela", 3), ("niño", 2), ("cuidado", 3), ("país", 2), ("día", 2), ("familia", 3), ("ayuda", 3),
        ("ahora", 3), ("leer", 2), ("qué", 1), ("quién", 1), ("guía", 2), ("guardería", 4), ("y", 1), ("hay", 1),
        ("ciudad", 2), ("muy", 1), ("juegue", 2), ("mayor", 2), ("intérprete", 4), ("calefacción", 4), ("pingüino", 3),
        ("viernes", 2), ("después", 2), ("lápices", 3), ("trae", 2),
    ],
)  # fmt: skip
def test_spanish_syllables(word: str, syllables: int) -> None:
    assert spanish_syllables(word) == syllables


def test_numbers_addresses_and_places_count_as_one_word_each() -> None:
    assert sentences("Call 1-877-552-8247 at 9:30 a.m. Open www.ctfrc.org or {place}.") == [
        ["Call", "0", "at", "0"],
        ["Open", "0", "or", "0"],
    ]
    assert sentences("A las 6:00 p. m. O a las 9 a. m. hay cena.") == [
        ["A", "las", "0"],
        ["O", "a", "las", "0", "hay", "cena"],
    ]
    assert sentences("Come. ¿Cuándo? Now!") == [["Come"], ["Cuándo"], ["Now"]]


def test_a_hard_text_is_found_hard() -> None:
    legal = "The undersigned guardian hereby authorizes the administration of appropriate pharmaceutical interventions."
    assert grade([legal]) > HARDEST_GRADE
    assert ease(["La administración autorizará procedimientos farmacológicos adecuados posteriormente."]) < LEAST_EASE
    assert grade(["We help you fill in the form. It is free."]) < HARDEST_GRADE
    assert ease(["Le ayudamos con la hoja. Es gratis."]) > LEAST_EASE


def _group(file: str) -> str:
    path = PurePath(file)
    return str(path.parent) if path.parts[1] in ("supports", "rights", "regions") else file
