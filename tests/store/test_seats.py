"""Who is at the desk: told by small files that hold no longer than their process, and harm nobody."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.domain.seat import Seat
from kiosk.store import seats as module
from kiosk.store.seats import BEAT, FOLDER, GONE, LARGEST, MOST, OLD, Seats

SINCE = datetime(2026, 11, 24, 20, 5, tzinfo=UTC)
MARY = Seat(by="mary", listing="food-shelf", since=SINCE)
PROGRAM = """
import sys
from pathlib import Path
from kiosk.domain.seat import Seat
from kiosk.store.seats import Seats
Seats(Path(sys.argv[1])).sit(Seat(by="mary", listing="food-shelf"))
print("here", flush=True)
sys.stdin.read()
"""


class Clock:
    """A clock that stands until it is moved; it starts at the files' own time."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC).timestamp()

    def __call__(self) -> float:
        return self.now


def files(directory: Path) -> list[str]:
    """What lies in the folder."""
    return sorted(path.name for path in (directory / FOLDER).iterdir())


def elsewhere(directory: Path, name: str = "0123456789ab-7-1.json", **changes: object) -> Path:
    """The file of a screen on another machine."""
    (directory / FOLDER).mkdir(exist_ok=True)
    file = directory / FOLDER / name
    content = {"kind": "desk", "by": "joe", "listing": "", "since": "", "started": "5"} | changes
    file.write_text(json.dumps(content))
    return file


def test_who_sits_down_is_seen_by_others_and_not_by_themself(tmp_path: Path) -> None:
    mine, other = Seats(tmp_path), Seats(tmp_path)
    assert other.others() == []
    mine.sit(MARY)
    assert other.others() == [MARY]
    assert mine.others() == []
    mine.sit(Seat(by="mary"))
    assert other.others() == [Seat(by="mary")]
    mine.leave()
    assert other.others() == []
    assert files(tmp_path) == []


def test_one_stat_tells_that_somebody_came_or_opened_another_listing(tmp_path: Path) -> None:
    mine, other = Seats(tmp_path), Seats(tmp_path)
    seen = [other.stamp()]
    mine.sit(MARY)
    seen.append(other.stamp())
    mine.sit(Seat(by="mary"))
    seen.append(other.stamp())
    mine.leave()
    seen.append(other.stamp())
    assert len(set(seen)) == len(seen)


def test_a_sign_of_life_writes_nothing_and_nothing_is_ever_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Seats(tmp_path).sit(MARY)  # the folder is there from now on
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    clock = Clock()
    mine = Seats(tmp_path, clock)
    mine.sit(MARY)
    before = mine._file.stat()
    for _ in range(100):
        clock.now += BEAT + 1
        mine.beat()
    after = mine._file.stat()
    assert (after.st_ino, after.st_size) == (before.st_ino, before.st_size)
    assert after.st_mtime == pytest.approx(clock.now, abs=1)
    assert synced == []


def test_another_machines_screen_is_gone_when_it_is_silent_and_cleared_after_a_day(tmp_path: Path) -> None:
    clock = Clock()
    mine = Seats(tmp_path, clock)
    elsewhere(tmp_path)
    assert [seat.by for seat in mine.others()] == ["joe"]
    clock.now += GONE + 1
    assert mine.others() == []
    assert len(files(tmp_path)) == 1, "its clock may only be late"
    clock.now += OLD
    assert mine.others() == []
    assert files(tmp_path) == []


def test_a_number_that_another_process_has_now_is_not_the_one_that_sat_down(tmp_path: Path) -> None:
    mine = Seats(tmp_path)
    file = elsewhere(tmp_path, f"{module._place()}-{os.getpid()}-77.json", started="1")
    assert mine.others() == []
    assert not file.exists()


def test_what_was_cleared_away_while_the_machine_slept_comes_back(tmp_path: Path) -> None:
    clock = Clock()
    mine, other = Seats(tmp_path, clock), Seats(tmp_path, clock)
    mine.sit(MARY)
    mine._file.unlink()
    clock.now += BEAT + 1
    mine.beat()
    assert other.others() == [MARY]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"7", b'{"by": "' + b"x" * LARGEST + b'"}', b"\xff\xfe"])
def test_a_broken_file_is_nobody(tmp_path: Path, content: bytes) -> None:
    elsewhere(tmp_path).write_bytes(content)
    assert Seats(tmp_path).others() == []


def test_what_is_no_file_of_ours_is_never_waited_for_or_followed(tmp_path: Path) -> None:
    mine = Seats(tmp_path)
    mine.sit(MARY)
    folder = tmp_path / FOLDER
    os.mkfifo(folder / "0123456789ab-8-1.json")
    (folder / "0123456789ab-9-1.json").symlink_to("/etc/passwd")
    (folder / "0123456789ab-10-1.json").mkdir()
    (folder / "stray").write_text("x")
    assert mine.others() == []


def test_a_full_folder_costs_no_more_than_so_many_looks(tmp_path: Path) -> None:
    for number in range(3 * MOST):
        elsewhere(tmp_path, f"0123456789ab-{number}-1.json", by=f"account {number}")
    assert len(Seats(tmp_path).others()) <= MOST


def test_where_nothing_may_be_written_nobody_is_told_and_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("no folder")
    mine = Seats(tmp_path)
    mine.sit(MARY)
    mine.beat()
    assert mine.others() == []
    mine.leave()
    assert (tmp_path / FOLDER).read_text() == "no folder"


def test_its_file_has_the_rights_of_the_directory(tmp_path: Path) -> None:
    tmp_path.chmod(0o2770)
    mine = Seats(tmp_path)
    mine.sit(MARY)
    assert (tmp_path / FOLDER).stat().st_mode & 0o7777 == 0o2770
    assert mine._file.stat().st_mode & 0o777 == 0o660


@pytest.mark.slow
def test_who_is_killed_is_gone_at_the_next_look(tmp_path: Path) -> None:
    here = Seats(tmp_path)
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert here.others() == [Seat(by="mary", listing="food-shelf")]
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert here.others() == []
    assert files(tmp_path) == []
