"""`kiosk backup` and `kiosk restore`: all listings in one file, and all listings as they were."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Ask, rev_of, shown

CLINIC = "school-clinic"


@pytest.fixture
def club(clinic: Ask, tmp_path: Path) -> Ask:
    """A school with a second listing that was added (change 2), and the first one changed twice (3 and 4)."""
    file = tmp_path / "club.json"
    file.write_text('{"id": "club", "name": {"en": "Club"}}', "utf-8")
    assert clinic("add", file).status == 0
    assert clinic("set", "101", "minutes_needed=10", "--by", "mary").status == 0
    assert clinic("set", "101", "minutes_needed=20", "--by", "joe").status == 0
    return clinic


def minutes(kiosk: Ask) -> object:
    """What tells the moments apart."""
    return shown(kiosk)["minutes_needed"]


def test_the_moments_are_listed_newest_first(club: Ask) -> None:
    answer = club("restore", "--list", "--json")
    assert answer.status == 0
    assert isinstance(answer.document, list)
    assert [each["when"] for each in answer.document] == [4, 3, 2, 1]
    assert all(list(each) == ["when", "at", "by", "change"] for each in answer.document)
    assert answer.document[1]["by"] == "mary"
    assert answer.document[1]["change"] == {"why": "set", "ids": [CLINIC], "fields": ["minutes_needed"]}
    first = club("restore", "--list").out.splitlines()[0]
    assert re.fullmatch(r" +4  \d{4}-\d\d-\d\d \d\d:\d\d:\d\d  joe  set: school-clinic \(minutes_needed\)", first)


def test_a_change_is_gone_back_to_and_undone(club: Ask) -> None:
    answer = club("restore", "1", "--json")
    assert answer.status == 0
    assert isinstance(answer.document, list)
    assert sorted((each["id"], each["outcome"]) for each in answer.document) == [("club", "saved"), (CLINIC, "saved")]
    assert answer.err == "2 listings were taken back. To undo this: kiosk restore 4\n"
    assert (minutes(club), club("show", "club").status) == (5, 3)
    undone = club("restore", "4")
    assert (undone.status, len(undone.out.splitlines())) == (0, 2)
    assert "To undo this: kiosk restore 5" in undone.err
    assert (minutes(club), club("show", "club").status) == (20, 0)


def test_a_time_is_gone_back_to(club: Ask, data: Path) -> None:
    (data / "settings.toml").write_text('school = "Oak"\nzone = "Asia/Tokyo"\n', "utf-8")
    moments = club("restore", "--list", "--json").document
    assert isinstance(moments, list)
    third = moments[1]["at"]
    assert club("restore", third).status == 0
    assert minutes(club) == 10
    at_school = club("restore", "--list").out.splitlines()[-1].split()[1:3]
    assert club("restore", f"{at_school[0]}T{at_school[1]}.999").status == 0, "as the clock at school showed it"
    assert club("restore", "2020-01-01").status == 3


def test_what_stands_already_is_no_change(club: Ask) -> None:
    for when in ("4", "2099-01-01"):
        answer = club("restore", when, "--json")
        assert (answer.status, answer.document) == (0, [])
        assert "Nothing was changed" in answer.err


def test_a_backup_is_gone_back_to(club: Ask, tmp_path: Path) -> None:
    file = tmp_path / "monday \u202e\x1b[31m.json"
    answer = club("backup", file, "--json")
    assert (answer.status, answer.document) == (0, {"file": str(file)})
    assert "\x1b" not in answer.err
    assert club("delete", "101").status == 0
    answer = club("restore", file)
    assert answer.status == 0
    assert "1 listing was taken back. To undo this: kiosk restore 5" in answer.err
    assert minutes(club) == 20
    newest = club("restore", "--list").out.splitlines()[0]
    assert "restore monday" in newest
    assert "\x1b" not in newest


def test_a_backup_fills_a_new_directory(club: Ask, kiosk: Ask, data: Path, tmp_path: Path) -> None:
    assert club("backup", tmp_path / "all.json").status == 0
    before = shown(club)
    data.rename(tmp_path / "lost")
    answer = kiosk("restore", tmp_path / "all.json")
    assert (answer.status, answer.err) == (0, "2 listings were taken back.\n")
    assert {**shown(kiosk), "rev": ""} == {**before, "rev": ""}


def test_a_backup_fills_a_directory_whose_listings_are_lost(club: Ask, data: Path, tmp_path: Path) -> None:
    assert club("backup", tmp_path / "all.json").status == 0
    for file in data.glob("listings*"):
        file.unlink()
    for command in (
        ("set", "101", "minutes_needed=1"),
        ("delete", "101"),
        ("undo", "101"),
        ("add", tmp_path / "club.json"),
    ):
        answer = club(*command)
        assert (answer.status, answer.out) == (6, ""), command
        assert answer.err.count("The listings are missing. Restore a backup.") == 2
    answer = club("check", "--json")
    assert answer.status == 1
    assert isinstance(answer.document, list)
    assert "The listings are missing. Restore a backup." in [each["problem"] for each in answer.document]
    answer = club("restore", tmp_path / "all.json")
    assert answer.status == 0
    assert "2 listings were taken back.\n" in answer.err
    assert minutes(club) == 20


@pytest.mark.parametrize(
    "when", ["0", "5", "99999999999999999999", "yesterday", "no-such-file.json", "9999-12-31", "-1"]
)
def test_a_moment_that_is_not_kept(club: Ask, when: str) -> None:
    rev = rev_of(club)
    answer = club("restore", "--", when)
    assert (answer.status, answer.out) == (3, "")
    assert "Nothing was changed." in answer.err
    assert rev_of(club) == rev


def test_wrong_usage(club: Ask) -> None:
    for arguments in (("restore",), ("restore", "3", "--list"), ("backup",)):
        answer = club(*arguments)
        assert (answer.status, answer.out, len(answer.err.splitlines())) == (2, "", 1)


def test_a_damaged_backup_is_refused_whole(club: Ask, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    assert club("backup", file).status == 0
    content = file.read_bytes()
    for wrong in (content.replace(b"Club", b"Klub"), content[:-9], b"", b"{}", b"\xff\x00"):
        file.write_bytes(wrong)
        answer = club("restore", file)
        assert (answer.status, answer.out) == (5, "")
        assert minutes(club) == 20
    (tmp_path / "folder").mkdir()
    assert club("restore", tmp_path / "folder").status == 3
    assert club("restore", "x" * 300).status == 3


def test_a_backup_falls_on_nothing_but_a_backup(club: Ask, data: Path, tmp_path: Path) -> None:
    before = {file: file.read_bytes() for file in data.iterdir() if file.is_file()}
    essay = tmp_path / "essay.txt"
    essay.write_text("my essay", "utf-8")
    link = tmp_path / "link.json"
    link.symlink_to(data / "listings.json")
    loop = tmp_path / "loop.json"
    loop.symlink_to(loop)
    for file in (essay, link, tmp_path, *before):
        answer = club("backup", file)
        assert (answer.status, answer.out) == (5, ""), file
        assert "There is no backup." in answer.err
    assert club("backup", tmp_path / "no" / "all.json").status == 3
    assert club("backup", loop).status == 6
    assert club("backup", "/proc/self/x.json").status in (3, 6)
    assert essay.read_text("utf-8") == "my essay"
    assert {file: file.read_bytes() for file in before} == before
    assert club("backup", tmp_path / "all.json").status == 0
    assert club("set", "101", "minutes_needed=30").status == 0
    assert club("backup", tmp_path / "all.json").status == 0, "the backup of last week is replaced"
    assert b'"minutes_needed":30' in (tmp_path / "all.json").read_bytes()


def test_plain_json_opens_a_backup(club: Ask, tmp_path: Path) -> None:
    assert club("backup", tmp_path / "all.json").status == 0
    tree = json.loads((tmp_path / "all.json").read_bytes())
    assert {row["id"] for row in tree["listings"].values()} == {CLINIC, "club"}
