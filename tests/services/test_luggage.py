"""Where listings may be written and read from the desk, and what stops it half way."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk.domain.errors import KioskError, NotSaved, Refused
from kiosk.domain.kept import Edit
from kiosk.services.luggage import Luggage, Stopped
from kiosk.store.bundle_file import read_bundle, write_bundle
from kiosk.store.disk import Disk
from tests.tui.staff.host import desk_kiosk
from tests.tui.staff.sticks import luggage, never


@pytest.fixture
def bags(tmp_path: Path) -> Luggage:
    return luggage(desk_kiosk(tmp_path / "school"), tmp_path)


def test_a_place_is_what_lies_there_or_what_its_name_says(bags: Luggage, tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert bags.place("~") == (home / "maple-street-school.kiosk", "write")
    assert bags.place("~/new.kiosk") == (home / "new.kiosk", "write")
    assert bags.place("new.json") == (home / "new.json", "back-up")
    assert bags.place(str(tmp_path)) == (tmp_path / "maple-street-school.kiosk", "write")
    assert bags.export(home / "new.kiosk", never) == 102
    bags.back_up(home / "all.json")
    assert bags.place("~/new.kiosk")[1] == "take-in"
    assert bags.place("~/all.json")[1] == "go-back"
    assert bags.shown(home / "new.kiosk") == "~/new.kiosk"
    assert bags.backup_name(date(2026, 11, 24)) == "maple-street-school-2026-11-24.json"


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "~/essay.txt", "~/.bashrc", "~/.ssh/school.kiosk", "~/.kiosk", "~/no folder/x.kiosk", "/dev/zero",
     "a\0b.kiosk", "~/mine.kiosk", "/proc/self/environ", "~/loop.kiosk", "x" * 5000 + ".kiosk"],
)  # fmt: skip
def test_no_other_place_is_read_or_written(bags: Luggage, tmp_path: Path, typed: str) -> None:
    home = tmp_path / "home"
    (home / ".ssh").mkdir()
    (home / "mine.kiosk").write_text("not a kiosk's", "utf-8")
    (home / "loop.kiosk").symlink_to(home / "loop.kiosk")
    with pytest.raises(KioskError):
        bags.place(typed)


@pytest.mark.parametrize("part", [0.0, 0.2, 0.5, 0.9, 1.0])
def test_it_can_be_stopped_at_any_point_and_leaves_nothing(bags: Luggage, tmp_path: Path, part: float) -> None:
    file = tmp_path / "home" / "new.kiosk"

    def stop(done: int, total: int) -> None:
        assert 0 <= done <= total
        if done >= part * total:
            raise Stopped("Stopped. Nothing was changed.")

    with pytest.raises(Stopped):
        bags.export(file, stop)
    assert list(file.parent.iterdir()) == []
    bags.export(file, never)
    before = file.read_bytes()
    with pytest.raises(Stopped):
        bags.export(file, stop)
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]
    if part < 1:
        with pytest.raises(Stopped):
            bags.read(file, stop)


@pytest.mark.parametrize("fails", ["create", "write", "sync", "rename"])
def test_a_stick_pulled_out_harms_neither_side(tmp_path: Path, fails: str) -> None:
    kiosk = desk_kiosk(tmp_path / "school")
    stick = tmp_path / "stick"
    stick.mkdir()
    file = stick / "school.kiosk"
    write_bundle(kiosk.store, kiosk.places.data, file)
    before, seq = file.read_bytes(), kiosk.store.load().seq
    kept = kiosk.store.get("118")
    kiosk.store.batch([Edit(kept.id, kept.rev, {**kiosk.store.document(kept), "minutes_needed": 3})], "ana")

    class Pulled(Disk):
        """Pulled out at one step."""

    def pulled(*_: object) -> None:
        raise OSError(5, "Input/output error")

    setattr(Pulled, fails, pulled)
    with pytest.raises(NotSaved, match="There is no bundle"):
        write_bundle(kiosk.store, kiosk.places.data, file, Pulled())
    assert file.read_bytes() == before
    assert read_bundle(file).book.seq == seq
    assert list(kiosk.store.check()) == []


def test_a_bundle_that_was_cut_off_is_refused_and_read_again_when_whole(bags: Luggage, tmp_path: Path) -> None:
    file = tmp_path / "home" / "new.kiosk"
    bags.export(file, never)
    whole = file.read_bytes()
    for length in (0, 9, 10, 40, len(whole) // 2, len(whole) - 1):
        file.write_bytes(whole[:length])
        with pytest.raises(Refused):
            bags.read(file, never)
    file.write_bytes(whole)
    assert bags.brings(bags.read(file, never)) == []
    done = bags.take_in(bags.read(file, never), "ana")
    assert (done.saved, done.undo) == ((), None)


def test_going_back_is_shown_first_and_undone(bags: Luggage, tmp_path: Path) -> None:
    kiosk = desk_kiosk(tmp_path / "school")
    file = tmp_path / "home" / "all.json"
    bags.back_up(file)
    kept = kiosk.store.get("118")
    kiosk.store.batch([Edit(kept.id, kept.rev, {**kiosk.store.document(kept), "email": "new@x.org"})], "ana")
    kiosk.store.delete(kiosk.store.id_of("214"), "", "ana")
    for when in (1, file):
        shown = bags.would_restore(when)
        assert {(each.number, each.way) for each in shown} == {(118, "changed"), (214, "new")}
    done = bags.restore(file, "ana")
    assert len(done.saved) == 2
    assert bags.would_restore(1) == []
    assert done.undo is not None
    bags.restore(done.undo, "ana")
    assert kiosk.store.get("118").listing.email == "new@x.org"


def test_a_backup_that_no_kiosk_wrote_is_refused(bags: Luggage, tmp_path: Path) -> None:
    from tests.store.test_bundle_check import ROWS, bundle

    file = tmp_path / "home" / "bad.json"
    file.write_bytes(bundle(ROWS["a terminal's commands in a name"]).partition(b"\n")[2])
    before = desk_kiosk(tmp_path / "school").store.load().seq
    for act in (lambda: bags.would_restore(file), lambda: bags.restore(file, "ana")):
        with pytest.raises(Refused, match="Nothing was changed"):
            act()
    assert desk_kiosk(tmp_path / "school").store.load().seq == before
