"""Counts a listing a day: added up in batches, dated to their day, and gone after a year and a month."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.errors import NotSaved
from kiosk.store.tallies import KEPT_DAYS, Tallies

DAY = date(2026, 11, 24)


def tallies(directory: Path) -> Tallies:
    """Counts that nobody else adds to."""
    return Tallies(directory, nullcontext)


def test_batches_add_up_by_listing_and_day(tmp_path: Path) -> None:
    counts = tallies(tmp_path)
    assert counts.on(DAY) == {}
    assert counts.days() == []
    counts.add(DAY, {"food-shelf": 2, "clinic": 1})
    counts.add(DAY, {"food-shelf": 3})
    counts.add(DAY + timedelta(days=1), {"clinic": 4})
    assert counts.on(DAY) == {"clinic": 1, "food-shelf": 5}
    assert counts.days() == [DAY, DAY + timedelta(days=1)]


def test_nothing_in_it_tells_when_or_in_which_order(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    tallies(one).add(DAY, {"a": 1, "b": 1})
    tallies(other).add(DAY, {"b": 1})
    tallies(other).add(DAY, {"a": 1})
    files = [next((each / "notes" / "opened").iterdir()) for each in (one, other)]
    assert files[0].read_bytes() == files[1].read_bytes() == b'{"a":1,"b":1}'
    noon = datetime(2026, 11, 24, 12, tzinfo=UTC).timestamp()
    assert {each.stat().st_mtime for each in (*files, files[0].parent, files[1].parent)} == {noon}


def test_days_older_than_a_year_and_a_month_go(tmp_path: Path) -> None:
    counts = tallies(tmp_path)
    for back in (KEPT_DAYS + 30, KEPT_DAYS, KEPT_DAYS - 1, 1):
        counts.add(DAY - timedelta(days=back), {"clinic": 1})
    counts.add(DAY, {"clinic": 1})
    assert counts.days() == [DAY - timedelta(days=KEPT_DAYS - 1), DAY - timedelta(days=1), DAY]


def test_what_a_hand_wrote_there_costs_only_itself(tmp_path: Path) -> None:
    counts = tallies(tmp_path)
    counts.add(DAY, {"clinic": 1})
    folder = tmp_path / "notes" / "opened"
    (folder / f"{DAY}.json").write_text('{"clinic": 2, "A B": 3, "x": -1, "y": true, "z": "9", "w": 1e9}')
    (folder / "no-day.json").write_text("{}")
    assert counts.on(DAY) == {"clinic": 2}
    assert counts.days() == [DAY]


def test_one_at_a_time_adds(tmp_path: Path) -> None:
    held: list[str] = []

    @contextmanager
    def hold(by: str) -> Iterator[None]:
        held.append(by)
        yield
        held.append("free")

    Tallies(tmp_path, hold).add(DAY, {"clinic": 1})
    assert held == ["lobby", "free"]


def test_where_nothing_may_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("no folder")
    with pytest.raises(NotSaved):
        tallies(tmp_path).add(DAY, {"clinic": 1})


@given(st.lists(st.dictionaries(st.sampled_from(["a", "b", "c-d"]), st.integers(1, 99), min_size=1), max_size=6))
def test_the_sum_is_the_same_in_whatever_batches(
    tmp_path_factory: pytest.TempPathFactory, batches: list[dict[str, int]]
) -> None:
    counts = tallies(tmp_path_factory.mktemp("counts"))
    for batch in batches:
        counts.add(DAY, batch)
    wanted = {id: sum(batch.get(id, 0) for batch in batches) for batch in batches for id in batch}
    assert counts.on(DAY) == wanted
