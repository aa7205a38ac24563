"""The store as its users see it: load, get, save against a revision, delete, all or none, what changed since."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tinydb import TinyDB

from kiosk.domain.errors import NoSuch, Refused
from kiosk.domain.kept import Edit, Kept, Saved
from kiosk.domain.listing import Listing
from kiosk.store import Store, open_store
from kiosk.store.canonical import canonical, encode
from kiosk.store.disk import Disk
from kiosk.store.revision import next_rev
from kiosk.store.row import Row
from tests.store.samples import Clock, fold, listing_json, pantry


def add(store: Store, *docs: Mapping[str, object]) -> list[Saved]:
    return store.batch([Edit("", "", doc) for doc in docs], "mary", "add")


def with_email(kept: Kept, email: str, store: Store) -> Saved:
    return store.save(replace(kept.listing, email=email), kept.rev, "mary")


def test_an_empty_directory_has_no_listings_and_reading_makes_no_file(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    assert store.load().seq == 0
    assert len(store.load()) == 0
    assert list(store.changes_since(0)) == []
    assert list(tmp_path.iterdir()) == []


def test_the_sample_is_kept_as_it_was_written(tmp_path: Path) -> None:
    (saved,) = add(open_store(tmp_path), listing_json())
    store = open_store(tmp_path)
    kept = store.get("school-clinic")
    assert store.document(kept) == {**canonical(listing_json()), "number": 101}
    assert (saved.id, saved.number, saved.rev, saved.outcome) == ("school-clinic", 101, kept.rev, "saved")
    assert store.get("101") == kept
    assert store.save(kept.listing, kept.rev, "mary").outcome == "unchanged"


def test_the_known_revisions_come_out_of_the_store(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    doc = pantry(number=214, location={"latitude": 41.5, "longitude": -72.0}, sensitive=False, status="active")
    (first,) = add(store, doc)
    assert first.rev == "1-78e7f9b5f20ac7d8faffe1fb12ed54f2"
    second = with_email(store.get("214"), "pantry@example.org", store)
    assert second.rev == "2-8632ee640b2f9bde6bdbc30de95f10c5"
    third = store.delete("food-pantry", second.rev, "mary")
    assert third.rev == "3-6f7b8639f300e62e922074f36249fdd1"


def test_plain_tinydb_opens_the_file(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    add(store, listing_json(), pantry())
    store.delete("school-clinic", "", "mary")
    with TinyDB(tmp_path / "listings.json") as plain:
        assert plain.table("listings").all() == []  # as of the first change: what follows lies in the journal
    fold(tmp_path)
    with TinyDB(tmp_path / "listings.json") as plain:
        (row,) = plain.table("listings").all()
    assert row.doc_id == 102
    assert row["doc"] == {**pantry(), "number": 102}
    assert row["rev"] == store.get("food-pantry").rev


def test_a_document_is_not_decoded_before_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(open_store(tmp_path), *(pantry(f"p{count}") for count in range(5)))
    decoded: list[str] = []
    whole = Row.listing

    def noted(row: Row) -> Listing:
        decoded.append(row.id)
        return whole(row)

    monkeypatch.setattr(Row, "listing", noted)
    snapshot = open_store(tmp_path).load()
    assert [kept.head.needs for kept in snapshot] == [("food",)] * 5
    assert snapshot.get("103") is not None
    assert decoded == []
    assert snapshot.named("p3").listing is snapshot.named("p3").listing
    assert decoded == ["p3"]


def test_a_snapshot_is_a_moment_that_stays(tmp_path: Path) -> None:
    store, other = open_store(tmp_path), open_store(tmp_path)
    add(store, pantry(), pantry("shelf"))
    before = store.load()
    assert store.load() is before
    assert not store.changed()
    with_email(other.get("food-pantry"), "p@example.org", other)
    assert store.changed()
    after = store.load()
    assert not store.changed()
    assert (before.seq, after.seq) == (1, 2)
    assert before.named("food-pantry").listing.email == ""
    assert after.named("food-pantry").listing.email == "p@example.org"
    assert after.named("shelf") is before.named("shelf")  # what did not change need not be decoded again


def test_a_stale_revision_is_joined_with_what_stands(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    add(store, pantry())
    opened = store.get("food-pantry")
    with_email(opened, "first@example.org", store)
    saved = store.save(replace(opened.listing, url="https://example.org/pantry"), opened.rev, "joe")
    assert (saved.outcome, store.questions()) == ("merged", [])
    listing = store.get("food-pantry").listing
    assert (listing.email, listing.url) == ("first@example.org", "https://example.org/pantry")
    assert with_email(opened, "first@example.org", store).outcome == "unchanged"


def test_what_two_people_changed_differently_stands_and_is_asked(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    add(store, pantry())
    opened = store.get("food-pantry")
    with_email(opened, "first@example.org", store)
    assert with_email(opened, "second@example.org", store).outcome == "question"
    assert store.delete("food-pantry", opened.rev, "joe").outcome == "question"
    assert store.get("food-pantry").listing.email == "first@example.org"
    asked = open_store(tmp_path).questions()
    assert (asked[0].mine, asked[0].theirs) == ("second@example.org", "first@example.org")
    assert [each.field for each in asked] == ["email", ""]


def test_a_revision_that_nobody_made_does_not_exist(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    add(store, pantry())
    with pytest.raises(NoSuch, match="no revision 7-"):
        store.save(replace(store.get("101").listing, url="https://example.org"), "7-" + "0" * 32, "mary")
    with pytest.raises(NoSuch, match="“gone” any more"):
        store.save(replace(store.get("101").listing, id="gone", number=None), "1-" + "0" * 32, "mary")
    for missing in (lambda: store.get("gone"), lambda: store.delete("gone", "", "mary")):
        with pytest.raises(NoSuch, match="no listing “gone”"):
            missing()


def test_a_batch_is_all_or_none(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    add(store, pantry())
    content = (tmp_path / "listings.journal").read_bytes()
    for wrong in (pantry(), pantry("b", nam=1), pantry("a"), pantry("c", number=101), {"id": "d"}, pantry("E")):
        with pytest.raises(Refused):
            add(store, pantry("a"), wrong)
    assert (tmp_path / "listings.journal").read_bytes() == content
    saved = store.batch([Edit("", "", pantry("a")), Edit("food-pantry", "", None), Edit("", "", pantry("b"))], "mary")
    assert [each.id for each in saved] == ["a", "food-pantry", "b"]
    assert store.load().seq == 2
    assert sorted(store.load().listings) == ["a", "b"]


def test_a_batch_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    add(store, pantry())
    before = (tmp_path / "listings.journal").stat()
    kept = store.get("food-pantry")
    assert store.save(kept.listing, kept.rev, "joe").outcome == "unchanged"
    assert (tmp_path / "listings.journal").stat() == before
    assert store.batch([], "joe") == []


def test_numbers_are_given_from_101_and_written_ones_come_first(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    saved = add(store, pantry("a"), pantry("b", number=101), pantry("c"), pantry("d", number=103), pantry("e"))
    assert [each.number for each in saved] == [102, 101, 104, 103, 105]
    assert store.get("c").listing.number == 104


def test_a_number_is_for_life(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    add(store, pantry())
    kept = store.get("101")
    with pytest.raises(Refused, match="number of “food-pantry” is 101 for life"):
        store.save(replace(kept.listing, number=300), kept.rev, "mary")
    assert store.save(replace(kept.listing, number=None, email="p@example.org"), kept.rev, "mary").number == 101


def test_a_number_is_not_given_again_for_400_days(tmp_path: Path) -> None:
    clock = Clock()
    store = Store(tmp_path, clock)
    add(store, pantry("a"), pantry("b"))
    store.delete("a", "", "mary")
    clock.now += timedelta(days=400)
    assert add(store, pantry("c"))[0].number == 103
    with pytest.raises(Refused, match="number 101 of “d” is in use or was"):
        add(store, pantry("d", number=101))
    clock.now += timedelta(days=1)
    assert add(store, pantry("d"))[0].number == 101


def test_an_id_added_again_follows_its_tombstone_and_has_its_number(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    add(store, pantry("a"), pantry("b"))
    gone = store.delete("a", "", "mary")
    assert store.load().get("a") is None
    (again,) = add(store, pantry("a"))
    assert again.number == 101
    assert again.rev.startswith("3-")
    assert [change.parent for change in store.changes_since(2)] == [gone.rev]
    assert add(store, pantry("c"))[0].number == 103


def test_an_id_is_made_from_the_name_when_there_is_none(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    nameless = {"name": {"es": "Despensa de niños"}}
    assert [each.id for each in add(store, nameless, nameless)] == ["despensa-de-ninos", "despensa-de-ninos-2"]


def test_an_id_cannot_be_changed(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    (saved,) = add(store, pantry())
    with pytest.raises(Refused, match="id of “food-pantry” cannot be changed to “other”"):
        store.batch([Edit("food-pantry", saved.rev, pantry("other"))], "mary")


def test_what_changed_since_is_told_oldest_first(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    (a, _) = add(store, pantry("a"), pantry("b"))
    b = with_email(store.get("b"), "b@example.org", store)
    gone = store.delete("a", a.rev, "joe")
    changes = list(store.changes_since(1))
    assert [(each.seq, each.id, each.rev, each.by, each.why, each.deleted) for each in changes] == [
        (2, "b", b.rev, "mary", "set", False),
        (3, "a", gone.rev, "joe", "delete", True),
    ]
    assert list(store.changes_since(3)) == []


def test_ancestors_are_kept_and_bounded(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    (saved,) = add(store, pantry())
    revs = [saved.rev]
    for count in range(102):
        revs.append(with_email(store.get("101"), f"p{count}@example.org", store).rev)
    fold(tmp_path)
    with TinyDB(tmp_path / "listings.json") as plain:
        (row,) = plain.table("listings").all()
    assert row["revs"] == revs[-2:-102:-1]


def test_who_changed_it_is_one_clean_line(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.batch([Edit("", "", pantry())], "mary\n\x1b[31m  the " + "x" * 200)
    by = store.get("101").by
    assert by.startswith("mary [31m the x")
    assert len(by) == 80


def test_the_time_is_utc_to_the_millisecond(tmp_path: Path) -> None:
    store = Store(tmp_path, Clock())
    add(store, pantry())
    assert store.get("101").at == "2026-11-25T09:55:30.663Z"


def test_a_revision_can_be_worked_out_again_from_what_plain_tinydb_reads(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    add(store, listing_json())
    fold(tmp_path)
    with TinyDB(tmp_path / "listings.json") as plain:
        (row,) = plain.table("listings").all()
    assert next_rev("", encode(row["doc"])) == row["rev"]


class Interrupted(Disk):
    """A disk on which somebody looks in the middle of each write, and again when it is written and not yet synced."""

    def __init__(self, looks: Callable[[], object]) -> None:
        self._looks = looks

    def write(self, descriptor: int, content: bytes, at: int) -> None:
        """Half of it, a look, the rest, a look."""
        half = len(content) // 2
        super().write(descriptor, content[:half], at)
        self._looks()
        super().write(descriptor, content[half:], at + half)
        self._looks()


def test_a_look_in_the_middle_of_a_change_disturbs_nothing(tmp_path: Path) -> None:
    """The screen reads with the same store, in another thread, at any moment of a save."""
    seen: list[list[str]] = []
    store = Store(tmp_path, disk=Interrupted(lambda: seen.append(sorted(store.load().listings))))
    for id in ("a", "b", "c"):
        add(store, pantry(id))
    assert seen[-2:] == [["a", "b"], ["a", "b", "c"]]
    for fresh in (store, open_store(tmp_path)):
        assert (sorted(fresh.load().listings), fresh.load().told) == (["a", "b", "c"], ())
    assert list(store.check()) == []


def test_threads_that_share_a_store_lose_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            store.load()

    def write(name: str) -> None:
        for count in range(15):
            add(store, pantry(f"{name}-{count}"))

    reader = threading.Thread(target=read)
    writers = [threading.Thread(target=write, args=(name,)) for name in ("a", "b")]
    for thread in (reader, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    stop.set()
    reader.join()
    assert len(open_store(tmp_path).load()) == 30
    assert len(store.load()) == 30


def test_a_change_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.store.plan.LARGEST_CHANGE", 500)
    with pytest.raises(Refused, match="larger than 256 MiB"):
        add(open_store(tmp_path), *(pantry(f"p{count}") for count in range(9)))
    assert [path.name for path in tmp_path.iterdir()] == ["lock"]


@pytest.mark.parametrize("name", [3, ["a"], {"en": 3}])
def test_a_name_of_the_wrong_type_is_refused_by_its_path(tmp_path: Path, name: object) -> None:
    with pytest.raises(Refused, match=r"^name"):
        add(open_store(tmp_path), {"name": name})
