"""The interface's own words: complete in every language, nothing left over, and each place for a value kept."""

from __future__ import annotations

import ast
import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo

from kiosk.domain.errors import Refused
from kiosk.domain.text import clean_text
from kiosk.words.catalog import catalog_file, open_catalog
from kiosk.words.extract import messages, said, translated
from tests.words.conftest import ROOT

PROGRAM = ROOT / "kiosk"
LISTS = sorted((ROOT / "content" / "locale").glob("*/kiosk.po"))
PLACE = re.compile(r"\{(\w*)\}")
SPEAKERS = {"say": 1, "context": 2, "count": 3}
"""The methods of Words that say something, with the number of their first values that are no named places."""


def each_list() -> pytest.MarkDecorator:
    """A test for every language."""
    return pytest.mark.parametrize("po", LISTS, ids=[po.parent.name for po in LISTS])


def code(po: Path) -> str:
    """The language of a list of translations."""
    return po.parent.name


def key(message: Message) -> tuple[object, str | None]:
    """What a message is looked up by."""
    return message.id, message.context


def texts(strings: object) -> tuple[str, ...]:
    """A text, or each of its plural forms."""
    return tuple(strings) if isinstance(strings, tuple | list) else (str(strings),)


@pytest.fixture(scope="module")
def template() -> Catalog:
    """Every English text of the program."""
    return messages(PROGRAM)


def test_there_is_a_list_for_every_language_offered(content_codes: set[str]) -> None:
    assert {code(po) for po in LISTS} == content_codes - {"en"}


@pytest.fixture
def content_codes() -> set[str]:
    """The languages that ship."""
    from kiosk.words import load_content

    return {language.code for language in load_content(ROOT / "content").languages}


def test_the_program_says_something(template: Catalog) -> None:
    assert len(template) > 100


@each_list()
def test_no_translation_is_missing(po: Path, template: Catalog) -> None:
    have = {key(message): message.string for message in translated(po, code(po)) if message.id}
    missing = [message.id for message in template if message.id and not said(have.get(key(message)))]
    assert not missing, f"translate these in {po} (python -m kiosk.words.extract adds them): {missing}"


@each_list()
def test_no_translation_is_left_over(po: Path, template: Catalog) -> None:
    catalog = translated(po, code(po))
    wanted = {key(message) for message in template}
    assert not [message.id for message in catalog if key(message) not in wanted]
    assert not catalog.obsolete


@each_list()
def test_every_place_for_a_value_is_kept(po: Path) -> None:
    wrong = [
        message.id
        for message in translated(po, code(po))
        if message.id
        for string in texts(message.string)
        if set(PLACE.findall(string)) - {"n"}
        != {place for text in texts(message.id) for place in PLACE.findall(text)} - {"n"}
        or (not message.pluralizable and "{n}" in str(message.id) and "{n}" not in string)
    ]
    assert not wrong


@each_list()
def test_a_place_is_a_name_in_braces_and_nothing_else(po: Path) -> None:
    """No format after a colon, no number: `Words` fills names only."""
    strings = [text for m in translated(po, code(po)) for text in (*texts(m.id), *texts(m.string)) if m.id]
    assert not [text for text in strings if set("{}") & set(PLACE.sub("", text)) or "{}" in text]


@each_list()
def test_every_plural_form_is_there(po: Path) -> None:
    catalog = translated(po, code(po))
    short = [m.id for m in catalog if m.pluralizable and len(texts(m.string)) != catalog.num_plurals]
    assert not short


@each_list()
def test_no_translation_holds_what_a_terminal_obeys(po: Path) -> None:
    strings = [string for message in translated(po, code(po)) for string in texts(message.string)]
    assert [clean_text(string) for string in strings] == strings


@each_list()
def test_nobody_is_left_to_guess_whether_a_translation_is_meant(po: Path) -> None:
    assert not [message.id for message in translated(po, code(po)) if message.fuzzy and message.id]


@each_list()
def test_what_the_program_reads_is_what_people_wrote(po: Path) -> None:
    """`kiosk.mo` is in step with `kiosk.po`, whichever release of Babel compiled it."""
    assert all_of(read_mo(BytesIO(po.with_suffix(".mo").read_bytes()))) == all_of(translated(po, code(po)))


def all_of(catalog: Catalog) -> dict[object, tuple[str, ...]]:
    """Every message but the head: ids and context -> what is said."""
    return {(texts(message.id), as_text(message.context)): texts(message.string) for message in catalog if message.id}


def as_text(context: str | bytes | None) -> str:
    """A context; Babel reads it from a `.mo` as bytes."""
    return context.decode() if isinstance(context, bytes) else context or ""


def speaking_calls() -> list[tuple[str, ast.Call, str]]:
    """Every call of `say`, `count` or `context` in the program: its file and line, the call, the method's name."""
    calls = []
    for path in sorted(PROGRAM.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name in SPEAKERS and node.args and not is_someone_elses(node):
                    calls.append((f"{path.relative_to(ROOT)}:{node.lineno}", node, name))
    return calls


def is_someone_elses(call: ast.Call) -> bool:
    """`text.count("x")` and the like: methods of that name which say nothing."""
    return isinstance(call.func, ast.Attribute) and call.func.attr == "count" and len(call.args) < 3


def test_every_text_is_written_where_it_is_said() -> None:
    """Otherwise the lists would not know of it."""
    loose = [
        where
        for where, call, name in speaking_calls()
        for text in call.args[: 1 if name == "say" else 2]
        if not (isinstance(text, ast.Constant) and isinstance(text.value, str))
    ]
    assert not loose


def test_every_place_gets_its_value() -> None:
    wrong = []
    for where, call, name in speaking_calls():
        spoken = call.args[:1] if name == "say" else call.args[1:2] if name == "context" else call.args[:2]
        places = {
            place for text in spoken if isinstance(text, ast.Constant) for place in PLACE.findall(str(text.value))
        }
        given = {value.arg for value in call.keywords if value.arg}
        if not any(value.arg is None for value in call.keywords) and places - {"n"} != given - {"n"}:
            wrong.append((where, places, given))
    assert not wrong


def test_a_catalog_that_is_missing_or_broken_is_refused_by_name(copy: Path) -> None:
    file = catalog_file(copy, "es")
    for damaged in (b"", b"nonsense", file.read_bytes()[:40], b"\xff" * 400):
        file.write_bytes(damaged)
        with pytest.raises(Refused, match=r"kiosk\.mo"):
            open_catalog(copy, "es")
    file.unlink()
    with pytest.raises(Refused, match=r"kiosk\.mo"):
        open_catalog(copy, "es")


def test_english_needs_no_catalog(tmp_path: Path) -> None:
    assert open_catalog(tmp_path, "en").gettext("Back") == "Back"
