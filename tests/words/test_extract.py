"""Bringing the lists of translations up to date: nothing that is translated is lost, nothing new is hidden."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from kiosk.words import extract
from kiosk.words.catalog import open_catalog

PROGRAM = """
def page(words, n):
    title = words.say("Help now")
    inner = f"{words.say('Within another text')} {n}"
    # Translators: a room before its number
    label = words.context("before a number", "Room")
    text = "a text".count("t") or words.count("{n} place", "{n} places", n)
    return title, inner, label, text, words.say(title)
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program with one page."""
    folder = tmp_path / "kiosk" / "pages"
    folder.mkdir(parents=True)
    (folder / "page.py").write_text(PROGRAM, encoding="utf-8")
    return folder.parent


@pytest.fixture
def spanish(tmp_path: Path) -> Path:
    """A list of translations that knows one text of the program, and one that it no longer says."""
    po = tmp_path / "content" / "locale" / "es" / "kiosk.po"
    po.parent.mkdir(parents=True)
    po.write_text('msgid "Help now"\nmsgstr "Ayuda ya"\n\nmsgid "Gone"\nmsgstr "Ido"\n', encoding="utf-8")
    return po


def test_every_call_is_found_even_within_another_text(program: Path) -> None:
    found = {(message.id, message.context) for message in extract.messages(program) if message.id}
    assert found == {
        ("Help now", None),
        ("Within another text", None),
        ("Room", "before a number"),
        (("{n} place", "{n} places"), None),
    }


def test_where_a_text_is_said_and_what_is_said_to_translators(program: Path) -> None:
    room = extract.messages(program).get("Room", "before a number")
    assert room is not None
    assert room.locations == [("kiosk/pages/page.py", 0)]
    assert room.auto_comments == ["Translators: a room before its number"]


def test_new_texts_come_in_and_old_ones_go(program: Path, spanish: Path) -> None:
    missing = extract.update(program, spanish.parents[2])
    after = extract.translated(spanish, "es")
    assert {message.id: message.string for message in after if message.id} == {
        "Help now": "Ayuda ya",
        "Within another text": "",
        "Room": "",
        ("{n} place", "{n} places"): ("", ""),
    }
    assert missing == ["es: 'Within another text'", "es: 'Room'", "es: ('{n} place', '{n} places')"]
    assert "Gone" not in spanish.read_text(encoding="utf-8")


def test_what_is_brought_up_to_date_can_be_read_by_the_program(program: Path, spanish: Path) -> None:
    content = spanish.parents[2]
    extract.update(program, content)
    assert open_catalog(content, "es").gettext("Help now") == "Ayuda ya"
    assert open_catalog(content, "es").gettext("Within another text") == "Within another text"


def test_doing_it_twice_changes_nothing(program: Path, spanish: Path) -> None:
    extract.update(program, spanish.parents[2])
    once = spanish.read_bytes(), spanish.with_suffix(".mo").read_bytes()
    extract.update(program, spanish.parents[2])
    assert (spanish.read_bytes(), spanish.with_suffix(".mo").read_bytes()) == once


def test_a_new_language_starts_with_an_empty_list(program: Path, spanish: Path) -> None:
    po = spanish.parents[1] / "pt" / "kiosk.po"
    po.parent.mkdir()
    po.touch()
    missing = extract.update(program, spanish.parents[2])
    assert "pt: 'Help now'" in missing
    catalog = extract.translated(po, "pt")
    assert catalog.num_plurals == 2
    out = BytesIO(extract.compiled(catalog))
    assert out.getvalue()


def test_the_command_says_what_is_missing(
    program: Path, spanish: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(extract, "__file__", str(program / "words" / "extract.py"))
    with pytest.raises(SystemExit, match="1"):
        extract.main()
    assert "es: 'Room'" in capsys.readouterr().err
    assert spanish.with_suffix(".mo").is_file()
