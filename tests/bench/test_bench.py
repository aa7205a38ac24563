"""The bench's parts run, on a tiny size; what they measure is no matter here."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path

import pytest

from kiosk.store.codec import to_listing
from tests.bench.counts import Counts
from tests.bench.keeping import Keeping
from tests.bench.rounds import Bench
from tests.bench.rows import Row, as_json, p95, table
from tests.bench.school import listings

TINY = Counts(
    rounds=1, taps=2, phrases=1, changes=6, settled_after=2, saves=1, warm=1, seen=1, idle=0.1, sizes=(3, 5),
    few=8, many=12, memory_at=8, screens=2,
)  # fmt: skip


def test_listings_are_the_same_each_time_and_of_the_size_of_real_ones() -> None:
    made = list(listings(200))
    assert made == list(listings(200))
    assert made != list(listings(200, seed=1))
    assert 2500 < sum(len(json.dumps(doc, ensure_ascii=False).encode()) for doc in made) / len(made) < 3700
    read = [to_listing(doc) for doc in made]
    assert len({listing.id for listing in read}) == 200
    rows = [row for listing in read for row in listing.schedules]
    assert {row.freq for row in rows} == {"WEEKLY", "MONTHLY"}
    assert {row.on for row in rows} == {"school-days", "no-school-days", "any-day"}
    assert any(listing.by_appointment for listing in read)
    assert any(listing.schedule_exceptions for listing in read)
    assert any(not listing.schedules and not listing.by_appointment for listing in read)


def test_a_smaller_school_is_the_start_of_a_larger_one() -> None:
    assert list(listings(5)) == list(islice(listings(50), 5))


def test_a_limit_is_on_the_ratio_where_there_is_something_beside() -> None:
    beside = Row(what="start", ours=300.0, unit="ms", beside=200.0, than="bare", limit=1.5)
    alone = Row(what="idle", ours=1.0, unit="B", limit=0.0)
    told = Row(what="told", ours=5.0, unit="ms")
    assert [row.holds for row in (beside, alone, told)] == [True, False, None]
    lines = table([beside, alone, told]).splitlines()
    assert "1.50 x" in lines[2]
    assert "NO" in lines[3]
    assert as_json([beside])[0]["held_to"] == 1.5


def test_p95_is_a_value_that_was_measured() -> None:
    assert p95([float(value) for value in range(1, 101)]) == 95.0
    assert p95([3.0]) == 3.0


def test_saves_are_measured_at_every_size(tmp_path: Path) -> None:
    rows = list(Keeping(tmp_path, TINY).save())
    assert [row.what for row in rows if row.limit] == [
        "durable save, 3 listings",
        "durable save, 5 listings",
        "durable save, 5 listings against 3",
    ]
    assert [row.than for row in rows if row.limit is None] == ["SQLite, WAL, FULL"] * 2 + ["stock TinyDB"] * 2


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, _ in Bench(Path(), TINY).parts()])
def test_every_part_runs(name: str, tmp_path: Path) -> None:
    rows = list(dict(Bench(tmp_path, TINY).parts())[name]())
    assert rows
    assert all(row.ours >= 0 for row in rows if "growth" not in row.what)
