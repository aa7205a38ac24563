"""Real processes at one directory: racing adders, racing editors, writers that are killed in the middle."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.store import open_store
from tests.store.killing import Report
from tests.store.processes import ALWAYS_FOLDS, race
from tests.store.writers import SHARED, lay_down, marks, records, written

WRITERS = 8


@pytest.mark.slow
def test_racing_adders_lose_nothing_and_share_no_number(tmp_path: Path) -> None:
    acknowledged = race("add", tmp_path, WRITERS, 25)
    snapshot = open_store(tmp_path).load()
    assert len(acknowledged) == 200
    assert {(kept.id, kept.rev) for kept in snapshot} == set(acknowledged)
    assert sorted(snapshot.numbers) == list(range(101, 301))
    assert snapshot.seq == 200
    assert snapshot.told == ()


@pytest.mark.slow
@pytest.mark.parametrize("journal", [None, ALWAYS_FOLDS])
def test_racing_editors_of_one_listing_lose_no_change(tmp_path: Path, journal: int | None) -> None:
    """Eight at once, 200 changes each, to a listing of its own and to one that all of them share."""
    lay_down(tmp_path)
    acknowledged = race("change", tmp_path, WRITERS, 200, journal)
    store = open_store(tmp_path)
    assert len(set(acknowledged)) == WRITERS * 200
    assert set(acknowledged) <= written(tmp_path)
    assert [record.seq for record in records(tmp_path)] == list(range(1, WRITERS * 200 + 2))
    shared = store.get(SHARED).listing.extra
    assert shared == {"x_mark": "0"} | {f"x_p{each}": 99 for each in range(WRITERS)}
    assert (store.questions(), store.load().told, list(store.check())) == ([], (), [])


@pytest.mark.slow
def test_racing_batches_are_whole_or_not_there(tmp_path: Path) -> None:
    lay_down(tmp_path)
    acknowledged = race("mark", tmp_path, 4, 40, ALWAYS_FOLDS)
    assert set(acknowledged) <= written(tmp_path)
    assert len(marks(open_store(tmp_path).load())) == 1
    assert all(len(record.put) > 2 for record in records(tmp_path))


@pytest.mark.slow
def test_a_killed_writer_loses_nothing_that_was_acknowledged() -> None:
    """Eighty rounds of `python -m tests.store.killing`, which runs as many as it is asked for."""
    command = [sys.executable, "-m", "tests.store.killing", "80"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    found = {
        name: int(value.replace(",", ""))
        for name, value in (line.split(": ") for line in ended.stdout.split("\n")[:-1])
    }
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert found["lost"] == found["unreadable openings"] == found["found by a check"] == 0
    assert found["rounds"] == 80
    assert found["writers killed"] > 80
    assert found["acknowledged changes"] > 80


@pytest.mark.parametrize("wrong", ["lost", "unreadable_openings", "found_by_a_check", "writers_that_failed"])
def test_one_change_that_is_lost_is_told(wrong: str) -> None:
    assert Report(rounds=1000).is_clean
    report = Report(rounds=1000, **{wrong: 1})
    assert not report.is_clean
    assert f"{wrong.replace('_', ' ')}: 1\n" in f"{report}\n"
