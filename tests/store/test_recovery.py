"""Damage, row by row of what is promised: what is kept, what staff are told, and that the next save makes it whole."""

from __future__ import annotations

import pytest

from kiosk.store import open_store
from kiosk.store.row import crc
from tests.store.damaged import (
    JOURNAL,
    PREVIOUS,
    REBUILT,
    SNAPSHOT,
    WHOLE,
    School,
    kept_and_told,
    opened,
    quarantined,
    when,
)  # fmt: skip
from tests.store.samples import fold
from tests.store.scenes import damage

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


def test_a_line_that_names_nothing_whose_listing_was_changed_later(school: School) -> None:
    """That change says what it follows on; that is not what there is."""
    school.change("b", "b3@example.org")
    lines = school.path(JOURNAL).read_bytes().splitlines(keepends=True)
    school.path(JOURNAL).write_bytes(b"".join([b"?" * len(lines[0]) + b"\n", *lines[1:]]))
    told = "One old version of Pantry b cannot be read. The listing is whole."
    kept_and_told(school, {**WHOLE, "b": "b3@example.org"}, told)


def test_a_whole_line_in_the_place_of_another(school: School) -> None:
    """The next one does not follow on it: what stood there is not known."""
    lines = school.path(JOURNAL).read_bytes().splitlines(keepends=True)
    other = lines[0][9:-1].replace(b"b2@example.org", b"b9@example.org")
    school.path(JOURNAL).write_bytes(crc(other).encode() + b" " + other + b"\n" + lines[1])
    kept, told = opened(school.directory)
    assert kept == {**WHOLE, "b": "b9@example.org"}
    assert told == (f"A change made about {when(3)} cannot be read. Look at what was changed then.",)


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


def test_a_listing_that_was_deleted_in_a_lost_change_does_not_come_back(school: School) -> None:
    school.store.delete("a", "", "mary")
    fold(school.directory)
    damage(school.path(SNAPSHOT), b'"why":"delete"', b'"why":"Delete"')
    school.pieces[2].unlink()
    kept, told = opened(school.directory)
    assert kept == {id: email for id, email in WHOLE.items() if id != "a"}
    assert told[0] == "The listings file was damaged and is rebuilt."


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
