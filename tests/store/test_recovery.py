"""Damage, row by row of what is promised: what is kept, what staff are told, and that the next save makes it whole."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from tinydb import TinyDB

from kiosk.domain.errors import KioskError, Newer, NotSaved
from kiosk.domain.kept import Edit, Snapshot
from kiosk.store import Bounds, Store, open_store
from tests.store.samples import Clock, fold, pantry
from tests.store.scenes import damage

REBUILT = "The listings file was damaged and is rebuilt. Nothing is lost."
MISSING = "The listings are missing. Restore a backup."
NEWER = "A newer kiosk wrote these listings. Update this one. Nothing was changed."
SNAPSHOT, PREVIOUS, JOURNAL = "listings.json", "listings.previous.json", "listings.journal"


def doc(id: str, email: str | None = None, **more: object) -> dict[str, object]:
    return pantry(id, **{"name": {"en": f"Pantry {id}"}, "email": email or f"{id}@example.org", **more})


class School:
    """A directory whose clock goes on a minute with each change."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.clock = Clock()
        self.store = Store(directory, self.clock)

    def add(self, *ids: str) -> None:
        self.store.batch([Edit("", "", doc(id)) for id in ids], "mary", "add")
        self.clock.now += timedelta(minutes=1)

    def change(self, id: str, email: str) -> None:
        kept = self.store.get(id)
        self.store.batch([Edit(id, kept.rev, doc(id, email, number=kept.number))], "mary")
        self.clock.now += timedelta(minutes=1)

    def path(self, name: str) -> Path:
        return self.directory / name

    @property
    def pieces(self) -> list[Path]:
        return sorted((self.directory / "history").glob("*.journal"))


@pytest.fixture
def school(tmp_path: Path) -> School:
    """1: a and b added, folded. 2: c added. 3: a changed, folded. 4: b changed. 5: d added."""
    school = School(tmp_path / "data")
    school.add("a", "b")
    fold(school.directory)
    school.add("c")
    school.change("a", "a2@example.org")
    fold(school.directory)
    school.change("b", "b2@example.org")
    school.add("d")
    return school


WHOLE = {"a": "a2@example.org", "b": "b2@example.org", "c": "c@example.org", "d": "d@example.org"}


def emails(snapshot: Snapshot) -> dict[str, str]:
    return {kept.id: kept.listing.email for kept in snapshot}


def opened(directory: Path) -> tuple[dict[str, str], tuple[str, ...]]:
    """The listings as a fresh reader has them, and what it tells."""
    snapshot = open_store(directory).load()
    return emails(snapshot), snapshot.told


def kept_and_told(school: School, kept: dict[str, str], *told: str) -> None:
    """A reader has this and tells that, and changes nothing; after the next save all is whole and nothing is told."""
    before = {path: path.read_bytes() for path in school.directory.rglob("*") if path.is_file()}
    reader = open_store(school.directory)
    assert (emails(reader.load()), reader.load().told) == (kept, told)
    assert [each.problem for each in open_store(school.directory).check()][: len(told)] == list(told)
    assert {path: path.read_bytes() for path in school.directory.rglob("*") if path.is_file()} == before
    writer = open_store(school.directory)
    writer.batch([Edit("", "", doc("new"))], "joe", "add")
    assert opened(school.directory) == ({**kept, "new": "new@example.org"}, ())
    assert list(open_store(school.directory).check()) == []
    assert (emails(reader.load()), reader.load().told) == ({**kept, "new": "new@example.org"}, ())
    assert (emails(writer.load()), writer.load().told) == ({**kept, "new": "new@example.org"}, ())


def quarantined(school: School) -> list[bytes]:
    return [path.read_bytes() for path in sorted((school.directory / "quarantine").iterdir())]


def when(minute: int) -> str:
    """The moment of the change made at that minute, as the clock on the wall said it."""
    return f"{(Clock().now + timedelta(minutes=minute)).astimezone():%Y-%m-%d %H:%M}"


# --- the log ---


def test_an_unfinished_line_that_nobody_was_told_of(school: School) -> None:
    with school.path(JOURNAL).open("ab") as journal:
        journal.write(b'12345678 {"v":1,"seq":6,')
    kept_and_told(school, WHOLE)
    assert quarantined(school) == [b'12345678 {"v":1,"seq":6,']


def test_a_line_whose_listing_was_changed_later(school: School) -> None:
    school.change("b", "b3@example.org")
    damage(school.path(JOURNAL), b"b2@example.org", b"b9@example.org")
    damaged = school.path(JOURNAL).read_bytes()
    kept_and_told(
        school,
        {**WHOLE, "b": "b3@example.org"},
        "One old version of Pantry b cannot be read. The listing is whole.",
    )
    assert quarantined(school) == [damaged]


def test_a_line_whose_listing_was_not_changed_later(school: School) -> None:
    damage(school.path(JOURNAL), b"b2@example.org", b"b9@example.org")
    kept_and_told(
        school,
        {**WHOLE, "b": "b@example.org"},
        f"A change made about {when(3)} cannot be read. Look at Pantry b.",
    )


def test_a_line_whose_bytes_do_not_even_name_their_listing(school: School) -> None:
    lines = school.path(JOURNAL).read_bytes().splitlines(keepends=True)
    school.path(JOURNAL).write_bytes(b"\0" * len(lines[0]) + lines[1])  # not even where it ends
    kept_and_told(
        school,
        {**WHOLE, "b": "b@example.org"},
        f"A change made about {when(2)} cannot be read. Look at what was changed then.",
    )


def test_a_line_whose_end_is_damaged_is_whole(school: School) -> None:
    lines = school.path(JOURNAL).read_bytes().splitlines()
    school.path(JOURNAL).write_bytes(lines[0] + b"\x0b" + lines[1] + b"\n")
    assert opened(school.directory) == (WHOLE, ())
    told = "The end of a line is damaged. All of it can be read."
    assert [each.problem for each in open_store(school.directory).check()] == [told]


def test_a_line_that_names_a_time_that_cannot_be(school: School) -> None:
    damage(school.path(JOURNAL), b'"at":"2026-11-25', b'"at":"2026-11-35')
    _, told = opened(school.directory)
    assert told == (f"A change made about {when(2)} cannot be read. Look at Pantry b.",)


def test_a_batch_that_cannot_be_read_names_its_listings(school: School) -> None:
    ids = [f"p{count:02}" for count in range(12)]
    school.add(*ids)
    for id in ids[:1]:
        school.change(id, "later@example.org")
    damage(school.path(JOURNAL), b"p03@example.org", b"p33@example.org")
    _, (told,) = opened(school.directory)
    assert told == (
        f"A change made about {when(5)} cannot be read. "
        "Look at p01, p02, p03, p04, p05, p06, p07, p08, p09, p10 and 1 more."
    )


def test_the_end_of_the_log(school: School) -> None:
    lines = school.path(JOURNAL).read_bytes().splitlines(keepends=True)
    school.path(JOURNAL).write_bytes(lines[0][:50])
    kept = {id: email for id, email in {**WHOLE, "b": "b@example.org"}.items() if id != "d"}
    kept_and_told(school, kept, "The last 2 changes are missing. All before them is kept.")
    assert open_store(school.directory).load().seq == 6  # numbers of changes are not given again


def test_the_last_line(school: School) -> None:
    damage(school.path(JOURNAL), b"d@example.org", b"D@example.org")
    kept = {id: email for id, email in WHOLE.items() if id != "d"}
    kept_and_told(school, kept, "The last change is missing. All before it is kept.")


def test_the_whole_journal(school: School) -> None:
    school.path(JOURNAL).unlink()
    kept = {"a": "a2@example.org", "b": "b@example.org", "c": "c@example.org"}
    kept_and_told(school, kept, "The last 2 changes are missing. All before them is kept.")


def test_history_below_the_snapshot(school: School) -> None:
    damage(school.pieces[1], b"c@example.org", b"C@example.org")
    assert opened(school.directory) == (WHOLE, ())
    gone = "Versions from 2 to 2 are gone. The listings are whole."
    assert [each.problem for each in open_store(school.directory).check()] == [gone]


@pytest.mark.parametrize("lost", [(0,), (1,), (0, 1)])
def test_pieces_of_the_history_that_are_gone(school: School, lost: tuple[int, ...]) -> None:
    for piece in [school.pieces[place] for place in lost]:
        piece.unlink()
    assert opened(school.directory) == (WHOLE, ())
    problems = [each.problem for each in open_store(school.directory).check()]
    assert problems == (["Versions from 2 to 3 are gone. The listings are whole."] if 1 in lost else [])


# --- the snapshot ---


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"a2@", b"A2@"),
        (b'},"tombstones"', b'},"tomCstones"'),
        (b'"count":3', b'"count":2'),
        (b'"id":"c"', b'"id":"C"'),
    ],
)
def test_a_damaged_snapshot(school: School, old: bytes, new: bytes) -> None:
    damage(school.path(SNAPSHOT), old, new)
    damaged = school.path(SNAPSHOT).read_bytes()
    kept_and_told(school, WHOLE, REBUILT)
    assert quarantined(school) == [damaged]


@pytest.mark.parametrize("length", [1, 20, 400, -1])
def test_a_snapshot_that_was_cut_off(school: School, length: int) -> None:
    school.path(SNAPSHOT).write_bytes(school.path(SNAPSHOT).read_bytes()[:length])
    kept_and_told(school, WHOLE, REBUILT)


def test_a_snapshot_of_other_bytes(school: School) -> None:
    school.path(SNAPSHOT).write_bytes(b"\0" * 100)
    kept_and_told(school, WHOLE, REBUILT)


@pytest.mark.parametrize("content", [None, b""])
def test_a_snapshot_that_is_gone_in_the_middle_of_a_fold(school: School, content: bytes | None) -> None:
    school.path(SNAPSHOT).unlink() if content is None else school.path(SNAPSHOT).write_bytes(content)
    kept_and_told(school, WHOLE)
    fold(school.directory)
    assert opened(school.directory) == ({**WHOLE, "new": "new@example.org"}, ())
    school.path(SNAPSHOT).unlink()
    assert opened(school.directory) == ({**WHOLE, "new": "new@example.org"}, ())


def test_a_deleted_listing_does_not_come_back(school: School) -> None:
    school.store.delete("a", "", "mary")
    fold(school.directory)
    damage(school.path(SNAPSHOT), b"b2@", b"B2@")
    kept_and_told(school, {id: email for id, email in WHOLE.items() if id != "a"}, REBUILT)


def test_both_snapshots_with_the_whole_log_in_the_history(school: School) -> None:
    damage(school.path(SNAPSHOT), b"a2@", b"A2@")
    damage(school.path(PREVIOUS), b"b@", b"B@")
    kept_and_told(school, WHOLE, REBUILT)


def test_both_snapshots_gone_with_the_whole_log_in_the_history(school: School) -> None:
    for name in (SNAPSHOT, PREVIOUS):
        school.path(name).unlink()
    kept_and_told(school, WHOLE, REBUILT)


def test_both_snapshots_without_the_older_history(school: School) -> None:
    damage(school.path(SNAPSHOT), b"b@", b"B@")
    damage(school.path(PREVIOUS), b"b@", b"B@")
    for piece in school.pieces:
        piece.unlink()
    damage(school.path(JOURNAL), b"b2@", b"B2@")
    kept = {id: email for id, email in WHOLE.items() if id != "b"}
    told = f"A change made about {when(3)} cannot be read. Look at b."
    kept_and_told(school, kept, "One listing cannot be read. Restore a backup.", told)


def test_both_snapshots_but_the_log_has_the_listing_since(school: School) -> None:
    damage(school.path(SNAPSHOT), b"b@", b"B@")
    damage(school.path(PREVIOUS), b"b@", b"B@")
    school.pieces[0].unlink()
    kept_and_told(school, WHOLE, "One listing cannot be read. Restore a backup.")


def test_an_old_row_is_never_taken_for_the_new_one(school: School) -> None:
    """Both snapshots are damaged and the changes between them are gone: what is old is shown, and counted."""
    damage(school.path(SNAPSHOT), b"a2@", b"A2@")
    damage(school.path(PREVIOUS), b'"tombstones"', b'"Tombstones"')
    for piece in school.pieces:
        piece.unlink()
    kept_and_told(school, {**WHOLE, "a": "a@example.org"}, "One listing cannot be read. Restore a backup.")


def test_both_snapshots_cut_off(school: School) -> None:
    for name in (SNAPSHOT, PREVIOUS):
        content = school.path(name).read_bytes()
        school.path(name).write_bytes(content[: content.index(b'"102"') + 10])
    for piece in school.pieces:
        piece.unlink()
    kept_and_told(school, {id: WHOLE[id] for id in "abd"}, "Some listings cannot be read. Restore a backup.")


def test_a_snapshot_and_the_log_before_it(school: School) -> None:
    """What the log lost is still in the damaged snapshot, row by row."""
    damage(school.path(SNAPSHOT), b'"tombstones"', b'"Tombstones"')
    school.pieces[1].unlink()
    kept_and_told(
        school,
        WHOLE,
        "The listings file was damaged and is rebuilt.",
        "Versions from 2 to 3 are gone. The listings are whole.",
    )


def test_a_row_and_the_log_before_it(school: School) -> None:
    damage(school.path(SNAPSHOT), b"a2@", b"A2@")
    school.pieces[1].unlink()
    kept_and_told(
        school,
        {**WHOLE, "a": "a@example.org"},
        "The listings file was damaged and is rebuilt.",
        f"2 changes made about {when(0)} cannot be read. Look at Pantry a.",
    )


# --- everything ---


def keep_only(school: School, *names: str) -> None:
    for path in school.directory.iterdir():
        if path.name not in names:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


@pytest.mark.parametrize("left", [("lock",), ("history",), ("lock", "history")])
def test_everything_but_history_or_lock_is_never_taken_for_new(school: School, left: tuple[str, ...]) -> None:
    school.store.backup(school.directory.parent / "backup.json")
    keep_only(school, *left)
    reader = open_store(school.directory)
    assert reader.load().told == (MISSING,)
    for attempt in (
        lambda: open_store(school.directory).batch([Edit("", "", doc("new"))], "joe"),
        lambda: open_store(school.directory).delete("a", "", "joe"),
        lambda: open_store(school.directory).restore(2, "joe"),
    ):
        with pytest.raises(NotSaved, match=re.escape(f"{MISSING} Nothing was changed.")) as told:
            attempt()
        assert told.value.exit_status == 6
    assert [each.problem for each in open_store(school.directory).check()] == [MISSING]
    saved = open_store(school.directory).restore(school.directory.parent / "backup.json", "mary")
    assert sorted(each.id for each in saved) == sorted(WHOLE)
    assert reader.changed()
    assert (emails(reader.load()), reader.load().told) == (WHOLE, ())
    kept_and_told(school, WHOLE)
    with pytest.raises(KioskError, match="is not kept"):
        open_store(school.directory).restore(2, "joe")  # another life of the listings


def test_what_the_history_still_has_is_shown_and_can_be_backed_up(school: School) -> None:
    keep_only(school, "history")
    kept = {"a": "a2@example.org", "b": "b@example.org", "c": "c@example.org"}
    assert opened(school.directory) == (kept, (MISSING,))
    open_store(school.directory).backup(school.directory.parent / "rescued.json")
    open_store(school.directory).restore(school.directory.parent / "rescued.json", "mary")
    assert opened(school.directory) == (kept, ())


@pytest.mark.parametrize("garbage", [b"not JSON at all", b"\0" * 100, b""])
def test_files_of_other_bytes_are_never_taken_for_new(school: School, garbage: bytes) -> None:
    for name in (SNAPSHOT, PREVIOUS, JOURNAL):
        school.path(name).write_bytes(garbage)
    shutil.rmtree(school.path("history"))
    with pytest.raises(NotSaved, match=re.escape(f"{MISSING} Nothing was changed.")):
        open_store(school.directory).batch([Edit("", "", doc("new"))], "joe")
    assert opened(school.directory) == ({}, (MISSING,))
    assert school.path(SNAPSHOT).read_bytes() == garbage


def test_a_lost_lock_loses_nothing(school: School) -> None:
    school.path("lock").unlink()
    kept_and_told(school, WHOLE)


def test_a_new_directory_is_new(tmp_path: Path) -> None:
    assert opened(tmp_path) == ({}, ())
    with TinyDB(tmp_path / SNAPSHOT):  # makes an empty file
        pass
    assert opened(tmp_path) == ({}, ())
    School(tmp_path).add("a")
    assert opened(tmp_path) == ({"a": "a@example.org"}, ())


# --- newer, unreadable ---


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (SNAPSHOT, b'"schema":2', b'"schema":3'),
        (SNAPSHOT, b'"schema":2', b'"new": true, "schema": 12'),
    ],
)
def test_a_newer_file_is_not_touched(school: School, name: str, old: bytes, new: bytes) -> None:
    file = school.path(name)
    content = file.read_bytes().replace(old, new).replace(b'"listings":{', b'"Listings":{')
    file.write_bytes(content)
    refuses_as_newer(school)
    assert file.read_bytes() == content


def test_a_newer_line_is_not_touched(school: School) -> None:
    from kiosk.store.row import crc

    written = school.path(JOURNAL).read_bytes().splitlines()[-1][9:].replace(b'{"v":1,', b'{"v":2,"new":[],')
    with school.path(JOURNAL).open("ab") as journal:
        journal.write(crc(written).encode() + b" " + written + b"\n")
    content = school.path(JOURNAL).read_bytes()
    last = school.store.shown()  # read before
    assert school.store.shown() is last
    refuses_as_newer(school)
    assert school.path(JOURNAL).read_bytes() == content
    with pytest.raises(Newer):
        school.store.load()
    with pytest.raises(Newer):  # not only once
        school.store.load()


def refuses_as_newer(school: School) -> None:
    directory = school.directory
    attempts: list[Callable[[], object]] = [
        lambda: open_store(directory).load(),
        lambda: open_store(directory).batch([Edit("", "", doc("new"))], "joe"),
    ]
    for attempt in attempts:
        with pytest.raises(Newer, match=re.escape(NEWER)) as told:
            attempt()
        assert told.value.exit_status == 6
    assert len(open_store(directory).shown()) == 0


def test_a_wrong_digit_is_no_newer_kiosk(school: School) -> None:
    damage(school.path(SNAPSHOT), b'"schema":2', b'"schema":6')
    kept_and_told(school, WHOLE, REBUILT)


def test_a_file_that_cannot_be_read_at_all_is_told(school: School) -> None:
    school.path(SNAPSHOT).unlink()
    school.path(SNAPSHOT).mkdir()
    with pytest.raises(NotSaved, match=r"The listings cannot be read \(Is a directory\)"):
        open_store(school.directory).load()


# --- mending ---


def test_who_mends_reads_everything_again_first(school: School) -> None:
    """What was read as damage may have been a moment, or somebody brought the missing file back."""
    damage(school.path(SNAPSHOT), b"a2@", b"A2@")
    piece, aside = school.pieces[1], school.directory.parent / "aside"
    piece.rename(aside)
    store = open_store(school.directory)
    assert emails(store.load())["a"] == "a@example.org"
    aside.rename(piece)
    store.batch([Edit("", "", doc("new"))], "joe", "add")
    assert opened(school.directory) == ({**WHOLE, "new": "new@example.org"}, ())


def test_quarantine_is_bounded_and_the_newest_stays(school: School) -> None:
    store = Store(school.directory, school.clock, bounds=Bounds(quarantine=3000))
    for count in range(4):
        damage(school.path(SNAPSHOT), b'"tombstones"', b'"Tombstones"')
        store.check()
        store = Store(school.directory, school.clock, bounds=Bounds(quarantine=3000))
        store.batch([Edit("", "", doc(f"new-{count}"))], "joe")
        school.clock.now += timedelta(minutes=1)
    sizes = [path.stat().st_size for path in (school.directory / "quarantine").iterdir()]
    assert 1 <= len(sizes) < 4
    assert sum(sizes) <= 3000
    tiny = Store(school.directory, school.clock, bounds=Bounds(quarantine=1))
    damage(school.path(SNAPSHOT), b'"tombstones"', b'"Tombstones"')
    damaged = school.path(SNAPSHOT).read_bytes()
    tiny.batch([Edit("", "", doc("last"))], "joe")
    assert quarantined(school) == [damaged]


def test_damage_at_the_same_moment_is_all_kept(school: School) -> None:
    for place in range(3):
        with school.path(JOURNAL).open("ab") as journal:
            journal.write(b"torn %d" % place)
        Store(school.directory, Clock()).batch([Edit("", "", doc(f"n{place}"))], "joe")
    assert sorted(quarantined(school)) == [b"torn 0", b"torn 1", b"torn 2"]


def test_what_was_mended_is_told_to_the_log_with_where_the_rest_lies(
    school: School, caplog: pytest.LogCaptureFixture
) -> None:
    damage(school.path(SNAPSHOT), b"a2@", b"A2@")
    school.store = Store(school.directory, school.clock)
    school.add("new")
    assert [record.getMessage() for record in caplog.records] == [
        f"{REBUILT} What could not be read lies in {school.directory / 'quarantine'}."
    ]
