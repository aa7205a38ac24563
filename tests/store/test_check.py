"""A check reads every byte: also what is whole by its check and says what cannot be."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from kiosk.domain.kept import Edit
from kiosk.store import Store, open_store
from kiosk.store.record import Entry, Record, encode, read
from kiosk.store.revision import next_rev
from kiosk.store.row import Row
from kiosk.store.snapshot import decode_file, encode_file
from tests.store.damaged import JOURNAL, PREVIOUS, SNAPSHOT, School
from tests.store.samples import Clock, fold, pantry


def problems(school: School) -> list[tuple[str, str]]:
    """What a check finds, and where."""
    return [(each.where, each.problem) for each in open_store(school.directory).check()]


def rewritten(school: School, name: str, **changed: object) -> None:
    """Write a snapshot anew, every check right, in which the row of `a` says something else."""
    whole = decode_file(school.path(name).read_bytes())
    rows = [line.row() for line in whole.listings]
    rows = [msgspec.structs.replace(row, **changed) if row.id == "a" else row for row in rows]
    school.path(name).write_bytes(encode_file(rows, whole.tombstones, whole.meta))


def relogged(path: Path, change: dict[int, dict[str, object]]) -> None:
    """Write a piece of the log anew, every check right, in which these changes say something else."""
    prev, lines = "", b""
    for entry in read(path.read_bytes()).entries:
        record = msgspec.structs.replace(entry.record, prev=prev or entry.record.prev)
        if record.seq in change:
            record = msgspec.structs.replace(record, **change[record.seq])
        line, prev = encode(record)
        lines += line
    path.write_bytes(lines)


def entry(school: School, seq: int) -> Record:
    found: list[Entry] = [
        entry for path in [*school.pieces, school.path(JOURNAL)] for entry in read(path.read_bytes()).entries
    ]
    return next(entry.record for entry in found if entry.record.seq == seq)


def test_all_is_well(school: School) -> None:
    assert problems(school) == []


@pytest.mark.parametrize("name", [SNAPSHOT, PREVIOUS])
def test_a_document_that_does_not_agree_with_its_revision(school: School, name: str) -> None:
    rewritten(school, name, doc=msgspec.Raw(b'{"id":"a","name":{"en":"Other"},"number":101}'))
    assert problems(school) == [("a", "What is kept of this listing does not agree with its revision. Look at it.")]


def test_a_row_under_the_wrong_key(school: School) -> None:
    content = school.path(SNAPSHOT).read_bytes()
    school.path(SNAPSHOT).write_bytes(content)
    whole = decode_file(content)
    row = whole.listings[0].row()
    spoiled = Row(id=row.id, rev="1-" + "0" * 32, doc=row.doc)
    school.path(SNAPSHOT).write_bytes(encode_file([spoiled, *whole.listings[1:]], whole.tombstones, whole.meta))
    assert [where for where, _ in problems(school)] == ["a"]


def test_a_change_that_does_not_agree_with_its_revision(school: School) -> None:
    (put,) = entry(school, 5).put
    wrong = msgspec.structs.replace(put, rev="1-" + "f" * 32)
    relogged(school.path(JOURNAL), {5: {"put": (wrong,)}})
    assert problems(school) == [("d", "Change 5 of this listing does not agree with its revision.")]


def test_a_change_that_does_not_follow_on_the_one_before(school: School) -> None:
    relogged(school.pieces[1], {3: {"prev": "00c0ffee"}})
    (first, second) = problems(school)
    assert first == (school.pieces[1].name, "Change 3 does not follow on the one before it.")
    assert second == (JOURNAL, "Change 4 does not follow on the one before it.")  # it follows on the 3 that was


def test_a_first_change_that_does_not_say_so(school: School) -> None:
    relogged(school.pieces[0], {1: {"prev": "00c0ffee"}})
    assert problems(school)[0] == (school.pieces[0].name, "Change 1 does not follow on the one before it.")


def test_two_listings_with_one_number(school: School) -> None:
    whole = decode_file(school.path(SNAPSHOT).read_bytes())
    rows = [line.row() for line in whole.listings]
    doc = bytes(rows[0].doc).replace(b'"number":101', b'"number":102')
    rows[0] = msgspec.structs.replace(rows[0], doc=msgspec.Raw(doc), rev=next_rev(rows[0].revs[0], doc))
    school.path(SNAPSHOT).write_bytes(encode_file(rows, whole.tombstones, whole.meta))
    (found,) = problems(school)
    assert found == ("b", "Number 102 is also the number of “a”. The next merge puts it right.")


def test_what_a_long_open_store_has_is_read_again(school: School) -> None:
    """Bytes may go bad after they were read."""
    store = open_store(school.directory)
    store.load()
    content = school.path(SNAPSHOT).read_bytes()
    school.path(SNAPSHOT).write_bytes(content.replace(b"a2@", b"A2@"))
    assert [each.problem for each in store.check()] == [
        "The listings file was damaged and is rebuilt. Nothing is lost."
    ]
    assert store.load().told == ("The listings file was damaged and is rebuilt. Nothing is lost.",)


def test_two_tombstones_with_one_number_are_no_damage(tmp_path: Path) -> None:
    """Two directories each gave 101 and took it back; then they met."""
    other = Store(tmp_path / "other", Clock())
    store = Store(tmp_path / "data", Clock())
    for each, id in ((other, "a"), (store, "b")):
        each.batch([Edit("", "", pantry(id))], "mary", "add")
        each.delete(id, "", "mary")
    store.merge(other.unpack(other.pack()), "mary")
    fold(tmp_path / "data")
    assert list(open_store(tmp_path / "data").check()) == []
    kept = open_store(tmp_path / "data")
    assert {kept.batch([Edit("", "", pantry(id))], "mary")[0].number for id in ("a", "b")} == {101, 102}
    assert list(open_store(tmp_path / "data").check()) == []
