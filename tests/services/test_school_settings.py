"""The settings as staff change them: key by key, merged with what others set, undone, and never half written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest

from kiosk.config import SETTINGS, load_setup, write_text
from kiosk.domain.errors import Busy, ChangedElsewhere, NoSuch, Refused
from kiosk.services.school_settings import SchoolSettings, Values
from kiosk.settings_file import BROKEN, SettingsFile
from kiosk.store.lock import Lock
from kiosk.store.notes import Notes

TEXT = """\
school = "Oak School"  # ours
idle = 60
x_mine = 3

[[staff]]
role = { en = "Nurse" }
opens_at = "08:00"
closes_at = "15:00"
"""
NOW = datetime(2026, 11, 24, 15, 5, tzinfo=UTC)


def book(data: Path) -> SchoolSettings:
    """The settings of a directory, as one process has them."""
    lock = Lock(data / "desk.lock", patience=0.05, what="The settings are")
    return SchoolSettings(SettingsFile(data, lambda by: lock.held(by, "now")), Notes(data), lambda: NOW)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A school that was written by hand."""
    write_text(tmp_path / SETTINGS, TEXT)
    return tmp_path


def text(data: Path) -> str:
    """What stands in the file."""
    return (data / SETTINGS).read_text("utf-8")


def seen(settings: SchoolSettings, *keys: str) -> Values:
    """What keys are set to now."""
    return {key: settings.stands().value(key) for key in keys}


def test_a_key_is_set_and_the_change_can_be_undone_and_done_again(data: Path) -> None:
    settings = book(data)
    assert settings.change({"idle": 45}, {"idle": 60}, "ana").keys == ("idle",)
    assert text(data) == TEXT.replace("60", "45")
    assert settings.stands().settings.idle == 45
    assert settings.last() == ("ana", NOW)
    settings.undo("bo")
    assert text(data) == TEXT
    settings.undo("ana")
    assert settings.stands().settings.idle == 45


def test_what_is_so_already_is_no_change(data: Path) -> None:
    assert book(data).change({"idle": 60}, {}, "ana").keys == ()
    assert book(data).last() is None
    with pytest.raises(NoSuch):
        book(data).undo("ana")


def test_two_who_change_other_keys_both_get_their_way(data: Path) -> None:
    ana, bo = book(data), book(data)
    mine, theirs = seen(ana, "idle"), seen(bo, "school")
    bo.change({"school": "Elm School"}, theirs, "bo")
    ana.change({"idle": 45}, mine, "ana")
    assert (ana.stands().settings.school, ana.stands().settings.idle) == ("Elm School", 45)


def test_who_changes_the_same_key_is_told_and_may_still_have_it(data: Path) -> None:
    ana, bo = book(data), book(data)
    mine = seen(ana, "idle")
    bo.change({"idle": 120}, mine, "bo")
    with pytest.raises(ChangedElsewhere, match="set idle to 120 meanwhile"):
        ana.change({"idle": 45}, mine, "ana")
    assert bo.stands().settings.idle == 120
    ana.change({"idle": 45}, seen(ana, "idle"), "ana")
    assert bo.stands().settings.idle == 45


def test_a_row_that_is_another_one_by_now_is_not_changed(data: Path) -> None:
    settings = book(data)
    before = seen(settings, "staff[0].opens_at", "staff[0].role")
    write_text(data / SETTINGS, TEXT.replace("[[staff]]", '[[staff]]\nrole = { en = "Liaison" }\nopens_at = "08:00"\n'
               'closes_at = "09:00"\n\n[[staff]]'))  # fmt: skip
    with pytest.raises(ChangedElsewhere):
        settings.change({"staff[0].opens_at": "07:00"}, before, "ana")


def test_undo_leaves_what_somebody_set_since(data: Path) -> None:
    settings = book(data)
    settings.change({"idle": 45}, {}, "ana")
    write_text(data / SETTINGS, text(data).replace("Oak", "Elm"))
    settings.undo("ana")
    assert (settings.stands().settings.school, settings.stands().settings.idle) == ("Elm School", 60)
    settings.change({"idle": 50}, {}, "ana")
    write_text(data / SETTINGS, text(data).replace("idle = 50", "idle = 55"))
    with pytest.raises(ChangedElsewhere, match="since"):
        settings.undo("ana")
    assert settings.stands().settings.idle == 55


def test_a_value_that_breaks_a_rule_is_refused_and_nothing_changes(data: Path) -> None:
    with pytest.raises(Refused, match="idle: 9 is under 30"):
        book(data).change({"idle": 9}, {}, "ana")
    assert text(data) == TEXT


def test_while_another_line_is_wrong_a_change_is_kept_and_it_says_when_it_is_used(data: Path) -> None:
    settings = book(data)
    settings.change({"idle": 61}, {}, "ana")  # the last good file
    write_text(data / SETTINGS, text(data).replace("61", "9"))
    kept = settings.change({"school": "Elm School"}, {}, "ana")
    assert [problem.line for problem in kept.wrong] == [2]
    assert (settings.stands().settings.school, settings.stands().settings.idle) == ("Oak School", 61)
    assert settings.change({"idle": 90}, {}, "ana").wrong == ()
    assert (settings.stands().settings.school, settings.stands().settings.idle) == ("Elm School", 90)


def test_a_file_that_cannot_be_read_is_laid_aside_and_the_last_good_one_goes_on(data: Path) -> None:
    settings = book(data)
    settings.change({"idle": 61}, {}, "ana")
    write_text(data / SETTINGS, 'school = "Oak\n')
    settings.mend("ana")
    assert text(data) == TEXT.replace("60", "61")
    assert (data / BROKEN).read_text("utf-8") == 'school = "Oak\n'
    with pytest.raises(Refused):
        settings.mend("ana")
    write_text(data / SETTINGS, "")
    settings.change({"idle": 62}, {}, "ana")
    assert text(data) == TEXT.replace("60", "62")


def test_without_any_file_a_new_one_begins(tmp_path: Path) -> None:
    settings = book(tmp_path)
    settings.change({"school": "Elm School", "idle": 45}, {}, "ana")
    assert settings.stands().problems == ()
    assert (settings.stands().settings.school, settings.stands().settings.idle) == ("Elm School", 45)


def test_one_at_a_time_changes_them(data: Path) -> None:
    lock = Lock(data / "desk.lock", what="The settings are")
    with lock.held("bo", "now"), pytest.raises(Busy, match="bo"):
        book(data).change({"idle": 45}, {}, "ana")
    assert text(data) == TEXT


def test_a_file_written_by_other_means_at_the_last_moment_is_not_overwritten(data: Path) -> None:
    file = SettingsFile(data, cast("object", held))  # type: ignore[arg-type]  # held by nobody
    stands = file.read()
    write_text(data / SETTINGS, TEXT.replace("Oak", "Elm"))
    with pytest.raises(ChangedElsewhere):
        file.write(stands, TEXT.replace("60", "45"))
    assert load_setup(data).settings.school == "Elm School"


@contextmanager
def held(by: str) -> Iterator[str]:
    """Nobody else is there."""
    yield by
