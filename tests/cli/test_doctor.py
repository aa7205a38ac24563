"""`kiosk doctor`: what is wrong with this machine or the school's files is named, and what to do about it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.cli.fitness import Finding, clock, directory, drive, machine
from tests.cli.conftest import LISTING, Answer, Ask

MOUNTS = """/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
//box/school /mnt/our\\040school cifs rw 0 0
me@box:/x /home/kay/far fuse.sshfs rw 0 0
/dev/sdb1 /home/kay/stick vfat rw 0 0
"""
UTF8 = {"TERM": "xterm-256color", "LANG": "C.UTF-8"}


def states(found: object) -> dict[str, str]:
    """check -> state of an answer's JSON."""
    assert isinstance(found, list)
    assert all(set(each) == {"check", "state", "detail", "mend"} for each in found)
    return {each["check"]: each["state"] for each in found}


def seen(
    environ: dict[str, str], size: tuple[int, int] | None = (80, 24), encoding: str = "utf-8"
) -> dict[str, Finding]:
    """What is found of a machine."""
    return {each.check: each for each in machine(environ, size, encoding)}


def test_a_new_school_lacks_a_backup_and_a_year(kiosk: Ask, tmp_path: Path) -> None:
    assert (
        kiosk(
            "init", "--name", "Oak School", "--zone", "America/New_York", "--region", "US-CT", "--language", "en"
        ).status
        == 0
    )
    answer = kiosk("doctor", "--json")
    found = states(answer.document)
    assert found["backup"] == "wrong"
    assert (found["data"], found["listings"], found["content"], found["clock"]) == ("ok",) * 4
    assert found["touch"] == found["terminal"] == "unknown"
    assert answer.status == 1
    assert kiosk("add", LISTING).status == 0
    assert kiosk("backup", tmp_path / "all.json").status == 0
    assert states(kiosk("doctor", "--json").document)["backup"] == "ok"


def test_an_old_backup_is_named(clinic: Ask, tmp_path: Path) -> None:
    clinic("backup", tmp_path / "all.json")
    ahead = f"{datetime.now(UTC).year + 1}-06-01T12:00"
    assert states(clinic("--at", ahead, "doctor", "--json").document)["backup"] == "wrong"


def test_people_read_lines_with_what_to_do(clinic: Ask) -> None:
    answer: Answer = clinic("doctor")
    assert "WRONG  backup    There is no backup yet." in answer.out
    assert "Put a stick in, and: kiosk backup FILE" in answer.out
    assert "wrong." in answer.err
    assert "could not be seen from here." in answer.err


def test_nothing_is_laid_down_by_looking(kiosk: Ask, data: Path) -> None:
    answer = kiosk("doctor", "--json")
    assert states(answer.document)["data"] == "wrong"
    assert answer.status == 1
    assert not data.exists()
    data.mkdir()
    assert states(kiosk("doctor", "--json").document)["school"] == "wrong"
    assert list(data.iterdir()) == []


def test_a_bad_line_of_the_settings_is_named(clinic: Ask, data: Path) -> None:
    (data / "settings.toml").write_text('school = "Oak"\nzone = "Mars"\n', "utf-8")
    assert states(clinic("doctor", "--json").document)["settings"] == "wrong"
    assert "settings.toml" in clinic("doctor").out


def test_damaged_listings_are_named(clinic: Ask, data: Path) -> None:
    journal = max((path for path in data.rglob("*") if path.is_file()), key=lambda path: b"clinic" in path.read_bytes())
    journal.write_bytes(journal.read_bytes()[:-40] + b"x" * 40)
    assert states(clinic("doctor", "--json").document)["listings"] == "wrong"


@pytest.mark.parametrize(
    ("environ", "size", "encoding", "check", "state"),
    [
        (UTF8, (80, 24), "utf-8", "terminal", "ok"),
        ({"TERM": "dumb"}, (80, 24), "utf-8", "terminal", "wrong"),
        ({}, (80, 24), "utf-8", "terminal", "wrong"),
        (UTF8, None, "utf-8", "terminal", "unknown"),
        (UTF8, (80, 24), "UTF-8", "letters", "ok"),
        (UTF8, (80, 24), "ascii", "letters", "wrong"),
        (UTF8, (79, 24), "utf-8", "size", "wrong"),
        (UTF8, (80, 23), "utf-8", "size", "wrong"),
        (UTF8, (120, 33), "utf-8", "size", "ok"),
        (UTF8, (80, 24), "utf-8", "touch", "unknown"),
    ],
)
def test_what_a_terminal_can_do(
    environ: dict[str, str], size: tuple[int, int] | None, encoding: str, check: str, state: str
) -> None:
    found = seen(environ, size, encoding)[check]
    assert found.state == state
    assert bool(found.mend) is (state != "ok")


@pytest.mark.parametrize(
    ("environ", "colours"),
    [
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "16 million"),
        ({"TERM": "screen-256color"}, "256"),
        ({"TERM": "linux"}, "16"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "none"),
    ],
)
def test_its_colours_are_told(environ: dict[str, str], colours: str) -> None:
    assert seen(environ)["colors"].detail.startswith(colours)


@pytest.mark.parametrize(
    ("place", "state"),
    [
        ("/var/lib/kiosk", "ok"), ("/home/kay/kiosk", "wrong"), ("/mnt/our school/kiosk", "wrong"),
        ("/home/kay/far/kiosk", "wrong"), ("/home/kay/stick", "ok"),
    ],
)  # fmt: skip
def test_a_drive_on_another_machine_is_named(place: str, state: str) -> None:
    assert drive(Path(place), MOUNTS).state == state
    assert drive(Path(place), "").state == "unknown"


def test_a_directory_that_may_not_be_written_and_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert {each.check: each.state for each in directory(tmp_path, MOUNTS)} == {
        "data": "ok", "drive": "ok", "disk": "ok",
    }  # fmt: skip
    monkeypatch.setattr("os.access", lambda *_: False)
    monkeypatch.setattr("kiosk.cli.fitness.LITTLE_ROOM", 10**18)
    assert {each.check: each.state for each in directory(tmp_path, MOUNTS)} == {
        "data": "wrong", "drive": "ok", "disk": "wrong",
    }  # fmt: skip


def test_a_clock_that_cannot_be_right() -> None:
    now = datetime(2026, 11, 24, 15, 5, tzinfo=UTC)
    assert clock(now, None).state == clock(now, now).state == "ok"
    assert clock(now.replace(year=1970), None).state == "wrong"
    assert clock(now, now.replace(day=25)).state == "wrong"
