"""The content that ships can be read, whole; and whatever is wrong in it is named by file and key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.words import Content, load_content
from kiosk.words.shapes import BadContent


def test_nothing_is_wrong_with_what_ships(content: Content) -> None:
    assert [str(problem) for problem in content.problems()] == []


def test_what_ships_is_all_there(content: Content) -> None:
    assert [language.code for language in content.languages][:2] == ["en", "es"]
    assert [need.id for need in content.needs_under("")] == ["basic", "after-school", "clinic", "talk"]
    assert len(content.supports) == 15
    assert [support.order for support in content.supports] == sorted(support.order for support in content.supports)
    assert len(content.parts) == 7
    assert {card.id for card in content.rights} == {"no-home", "kinship", "interpreter"}
    assert content.walk
    assert content.synonyms["vacunas"]


def test_one_by_its_id(content: Content) -> None:
    need, support, card = content.need("pantry"), content.support("pbis"), content.right("kinship")
    assert need is not None and need.parent == "food"
    assert support is not None and support.id == "pbis"
    assert card is not None and card.id == "kinship"
    assert [content.need("x"), content.support("x"), content.right("x"), content.part("x"), content.language("x")] == [
        None
    ] * 5
    assert content.parents["pantry"] == "food"


def test_synonyms_lead_from_a_phrase_to_every_meaning(content: Content) -> None:
    ids = {need.id for need in content.needs} | {support.id for support in content.supports}
    ids |= {card.id for card in content.rights} | {part.id for part in content.parts}
    assert {id for meant in content.synonyms.values() for id in meant} <= ids


def test_each_part_is_read_once(content: Content) -> None:
    assert content.needs is content.needs


Spoil = Callable[[str], str]


@pytest.mark.parametrize(
    ("file", "spoil", "key", "says"),
    [
        ("needs.toml", lambda text: text + "\nnonsense here", "", "line"),
        ("needs.toml", lambda _: "", "needs", "missing"),
        ("needs.toml", lambda text: f"colour = 1\n{text}", "colour", "not known"),
        (
            "needs.toml",
            lambda text: text + '\n[[needs]]\nid = "x"\nname = { en = "X" }\ncolour = "red"',
            "colour",
            "not known",
        ),
        ("needs.toml", lambda text: text + '\n[[needs]]\nid = 3\nname = { en = "X" }', "id", "Expected `str`"),
        ("needs.toml", lambda text: text + '\n[[needs]]\nid = "x"', "needs[", "required"),
        (
            "needs.toml",
            lambda text: text + '\n[[needs]]\nid = "x"\nname = { en = "X" }\nparent = "y"',
            "x.parent",
            "'y'",
        ),
        (
            "needs.toml",
            lambda text: text + '\n[[needs]]\nid = "x"\nname = { en = "X" }\npictogram = "y"',
            "x.pictogram",
            "'y'",
        ),
        (
            "languages.toml",
            lambda text: text.replace('locale = "es_US"', 'locale = "xx"').replace('"es"', '"xx"'),
            "xx",
            "CLDR",
        ),
        ("languages.toml", lambda text: text.replace('"es"', '"pt"').replace("es_US", "pt_BR"), "", "kiosk.mo"),
        ("supports/pbis.toml", lambda text: text + "\nneeds_iep_too = true", "", "not known"),
        ("regions/US.toml", lambda text: text.replace("checked = 2026-11-23", 'checked = "soon"'), "checked", "date"),
        (
            "regions/US.toml",
            lambda text: text.replace('shown = "911"', 'shown = "911"\ncolour = "red"'),
            "lines[0].colour",
            "not known",
        ),
        ("walk.toml", lambda text: text.replace("[[questions]]", "[[question]]"), "question", "not known"),
        (
            "pictograms/letters.txt",
            lambda text: text.replace("#", "x", 1 + text.split("\n", 1)[0].count("#")),
            "line",
            "row",
        ),
        ("pictograms/digits.txt", lambda text: text + "\n= x\n##\n", "", "high"),
    ],
)
def test_what_is_wrong_is_named(copy: Path, file: str, spoil: Spoil, key: str, says: str) -> None:
    path = copy / file
    path.write_text(spoil(path.read_text(encoding="utf-8")), encoding="utf-8")
    problems = load_content(copy).problems()
    assert problems
    text = str(problems[0])
    assert key in problems[0].key
    assert says in text
    assert file.rpartition("/")[2] in text or "kiosk.mo" in text
    assert "Nothing was changed" in text


@pytest.mark.parametrize("damaged", [b"\xff\xfe", b"\x00", b"id = "])
def test_a_file_that_is_no_text_is_named(copy: Path, damaged: bytes) -> None:
    (copy / "parts.toml").write_bytes(damaged)
    with pytest.raises(BadContent, match=r"parts\.toml"):
        load_content(copy).parts  # noqa: B018 - it is read now


def test_a_file_that_is_missing_is_named(copy: Path) -> None:
    (copy / "pictograms" / "digits.txt").unlink()
    assert [problem.where for problem in load_content(copy).problems()] == ["digits.txt"]


def test_what_a_terminal_obeys_does_not_enter(copy: Path) -> None:
    path = copy / "regions" / "US.toml"
    text = path.read_text(encoding="utf-8").replace('en = "Danger right now"', 'en = "Danger\\u001b[2J \\u202enow"')
    path.write_text(text, encoding="utf-8")
    assert load_content(copy).region("US").lines[0].title["en"] == "Danger[2J now"
