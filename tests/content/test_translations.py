"""English and Spanish are complete: every text is there in both, and says something in both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.words.content import Content
from tests.content.shipped import CONTENT, ROOT, Local, locals_shipped, texts_shipped

COMPLETE = ("en", "es")


def _content() -> Iterator[Local]:
    return (local for local in locals_shipped() if local.file.startswith(str(CONTENT.relative_to(ROOT))))


def test_all_content_can_be_read_with_no_unknown_key(content: Content) -> None:
    assert content.problems() == ()


def test_every_text_of_content_is_in_both_languages() -> None:
    found = list(_content())
    missing = [
        f"{local.file} {local.key}: {code}"
        for local in found
        for code in COMPLETE
        if not local.texts.get(code, "").strip()
    ]
    assert len(found) > 400
    assert not missing


def test_a_sentence_is_not_left_in_english() -> None:
    same = [
        f"{local.file} {local.key}: {local.texts['en']}"
        for local in _content()
        if local.texts["en"] == local.texts.get("es") and len(local.texts["en"].split()) > 2
    ]
    assert not same


def test_both_languages_name_the_same_numbers() -> None:
    def numbers(text: str) -> list[str]:
        return sorted(re.findall(r"\d[\d-]*", text))

    different = [
        f"{local.file} {local.key}"
        for local in _content()
        if numbers(local.texts["en"]) != numbers(local.texts.get("es", ""))
    ]
    assert not different


def test_spanish_says_usted() -> None:
    familiar = re.compile(
        r"\b(?:tú|tu|tus|te|ti|contigo|tuyo|tuya|eres|estás|tienes|puedes|quieres|necesitas|sabes|vives|hablas|vosotros|ustedes)\b",
        re.IGNORECASE,
    )
    assert not [
        f"{text.where}: {text.text}" for text in texts_shipped() if text.language == "es" and familiar.search(text.text)
    ]


def test_nothing_starts_or_ends_with_space_and_spanish_opens_its_questions() -> None:
    shipped = texts_shipped()
    assert not [text.where for text in shipped if text.text != text.text.strip() and not text.file.endswith(".po")]
    one_sided = [
        text.where
        for text in shipped
        if text.language == "es"
        and (text.text.count("?") != text.text.count("¿") or text.text.count("!") != text.text.count("¡"))
    ]
    assert not one_sided
