"""What is kept is bounded in bytes and in count, the newest is never thrown away, and a school can set it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.errors import NoSuch, Refused
from kiosk.domain.kept import Edit
from kiosk.domain.settings import Keeping
from kiosk.store import Bounds, Store, bounds_of, open_store
from kiosk.store.bounds import MIB
from tests.store.samples import Clock, pantry


def history(directory: Path) -> list[int]:
    return [path.stat().st_size for path in sorted((directory / "history").glob("*.journal"))]


def edited(store: Store, times: int, first: int = 0) -> None:
    for number in range(first, first + times):
        kept = store.get("101")
        store.save(replace(kept.listing, email=f"{number}@example.org"), kept.rev, "mary")


def test_the_defaults_are_what_the_design_says() -> None:
    assert (Bounds().journal, Bounds().history, Bounds().quarantine, Bounds().disk) == (
        4 * MIB, 64 * MIB, 32 * MIB, 100 * MIB,
    )  # fmt: skip
    assert bounds_of(Keeping()) == Bounds()


def test_a_school_sets_them() -> None:
    keeping = Keeping(journal_mib=1, history_mib=2, quarantine_mib=3, disk_mib=5)
    assert bounds_of(keeping) == Bounds(journal=MIB, history=2 * MIB, quarantine=3 * MIB, disk=5 * MIB)


def test_the_journal_is_folded_when_it_is_longer_than_its_bound_and_half_the_snapshot(tmp_path: Path) -> None:
    store = Store(tmp_path, bounds=Bounds(journal=2000))
    store.batch([Edit("", "", pantry())], "mary")
    journal = tmp_path / "listings.journal"
    longest = 0
    for number in range(30):
        edited(store, 1, number)
        size = journal.stat().st_size if journal.exists() else 0
        longest = max(longest, size)
        assert size <= 2000
        assert number < 8 or history(tmp_path)
    assert longest > 1000
    large = Store(tmp_path / "large", bounds=Bounds(journal=1))
    large.batch([Edit("", "", pantry(f"p{n}")) for n in range(20)], "mary")
    snapshot = (tmp_path / "large" / "listings.json").stat().st_size
    edited(large, 3)
    assert 1 < (tmp_path / "large" / "listings.journal").stat().st_size < snapshot / 2


def test_history_is_pruned_past_its_bound_without_a_gap(tmp_path: Path) -> None:
    bounds = Bounds(journal=1000, history=5000)
    store = Store(tmp_path, Clock(), bounds=bounds)
    store.batch([Edit("", "", pantry())], "mary")
    edited(store, 60)
    pieces = history(tmp_path)
    assert len(pieces) > 2
    assert 3000 < sum(pieces) <= 5000
    kept = [moment.when for moment in store.moments()]
    assert kept == list(range(61, kept[-1] - 1, -1))
    assert 1 < kept[-1] < 61
    assert list(store.check()) == []


@pytest.mark.parametrize("history_bound", [0, 1, 300])
def test_the_newest_piece_stays_whatever_its_size(tmp_path: Path, history_bound: int) -> None:
    store = Store(tmp_path, bounds=Bounds(journal=1000, history=history_bound))
    store.batch([Edit("", "", pantry())], "mary")
    edited(store, 30)
    assert len(history(tmp_path)) == 1
    (tmp_path / "listings.json").write_bytes(b"damage")  # it is what the older snapshot needs
    store = open_store(tmp_path)
    assert store.get("101").listing.email == "29@example.org"
    assert store.load().told == ("The listings file was damaged and is rebuilt. Nothing is lost.",)


def test_before_what_is_kept_nothing_can_be_restored(tmp_path: Path) -> None:
    store = Store(tmp_path, bounds=Bounds(journal=1000, history=3000))
    store.batch([Edit("", "", pantry())], "mary")
    edited(store, 40)
    first = list(store.moments())[-1].when
    for when in (0, 1, first - 2, 42):
        with pytest.raises(NoSuch, match=r"is not kept. Nothing was changed. See: kiosk restore --list") as refused:
            store.restore(when, "mary")
        assert refused.value.exit_status == 3
    assert store.load().seq == 41
    store.restore(first - 1, "mary")  # what the oldest change that is kept began with
    assert store.get("101").listing.email == f"{first - 3}@example.org"
    for version in list(store.history("food-pantry")):
        assert version.seq >= first


def test_undo_past_what_is_kept_is_told(tmp_path: Path) -> None:
    store = Store(tmp_path, bounds=Bounds(journal=1, history=1))
    store.batch([Edit("", "", pantry("a"))], "mary")
    for n in range(6):
        store.batch([Edit("", "", pantry(f"p{n}", description={"en": "long " * 400}))], "mary")
    with pytest.raises(NoSuch, match=r"What “a” was before is not kept any more. Nothing was changed."):
        store.undo("a", "mary")


def test_open_questions_are_bounded(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.batch([Edit("", "", pantry())], "mary")
    opened = store.get("101")
    store.save(replace(opened.listing, email="first@example.org"), opened.rev, "mary")
    for number in range(20):
        saved = store.save(replace(opened.listing, email=f"{number}@example.org"), opened.rev, f"joe {number}")
        assert saved.outcome == "question"
    assert len(store.questions()) == 20
    before = store.load().seq
    with pytest.raises(
        Refused, match=r"Answer the open questions of Food pantry first. Nothing was changed"
    ) as refused:
        store.save(replace(opened.listing, email="more@example.org"), opened.rev, "joe")
    assert (refused.value.exit_status, store.load().seq) == (5, before)
    again = store.save(replace(opened.listing, email="7@example.org"), opened.rev, "another")
    assert (again.outcome, len(store.questions()), store.load().seq) == ("question", 20, before)  # kept once
    store.answer(store.questions()[3], "theirs", "mary")
    assert store.save(replace(opened.listing, email="more@example.org"), opened.rev, "joe").outcome == "question"


def test_a_listing_is_bounded(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    with pytest.raises(Refused, match=r"The listing is too large") as refused:
        store.batch([Edit("", "", pantry(description={"en": "x" * 256 * 1024}))], "mary")
    assert refused.value.exit_status == 5
    store.batch([Edit("", "", pantry(description={"en": "x" * 255 * 1024}))], "mary")
    assert len(store.load()) == 1
