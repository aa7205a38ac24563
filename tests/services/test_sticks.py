"""Sticks are found where systems put them, and nothing on them is followed, waited for or believed by its name."""

from __future__ import annotations

import os
from pathlib import Path

from kiosk.services.sticks import Stick, sticks
from kiosk.store.carried import kind_of

BUNDLE, BACKUP = b'{"bundle":1}\n', b'{"listings":{\n}'


def found(root: Path, *mounts: Path) -> tuple[Stick, ...]:
    return sticks((root, root / "not there"), kind_of, lambda place: place in mounts)


def test_right_in_a_folder_or_in_an_accounts_own(tmp_path: Path) -> None:
    places = [tmp_path / "ana" / "SANDISK", tmp_path / "USB", tmp_path / "ana" / "not mounted"]
    for place in places:
        place.mkdir(parents=True)
    assert [stick.name for stick in found(tmp_path, *places[:2])] == ["USB", "SANDISK"]
    assert found(tmp_path) == ()


def test_what_lies_there_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    place = tmp_path / "USB"
    place.mkdir()
    (place / "home.kiosk").write_bytes(BUNDLE)
    (place / "monday.json").write_bytes(BACKUP)
    (place / "essay.json").write_bytes(b'{"my": "essay"}')
    (place / "essay.txt").write_bytes(BUNDLE)
    (place / ".hidden.kiosk").write_bytes(BUNDLE)
    (place / "folder.kiosk").mkdir()
    (place / "elsewhere.kiosk").symlink_to(place / "home.kiosk")
    os.mkfifo(place / "waits.kiosk")
    os.utime(place / "home.kiosk", (2_000_000_000, 2_000_000_000))
    os.utime(place / "monday.json", (1_000_000_000, 1_000_000_000))
    (stick,) = found(tmp_path, place)
    assert [(each.path.name, each.kind, each.size) for each in stick.files] == [
        ("home.kiosk", "bundle", len(BUNDLE)),
        ("monday.json", "backup", len(BACKUP)),
    ]
    assert stick.may_write
    assert stick.free > 0


def test_a_stick_that_is_half_out_is_none(tmp_path: Path) -> None:
    gone = tmp_path / "GONE"

    def was_there(place: Path) -> bool:
        if place.name == "GONE":
            place.rmdir()
        return True

    gone.mkdir()
    assert sticks((tmp_path,), kind_of, was_there) == ()


def test_a_stick_with_a_library_on_it_is_looked_at_in_part(tmp_path: Path) -> None:
    place = tmp_path / "USB"
    place.mkdir()
    for number in range(120):
        (place / f"{number}.kiosk").write_bytes(BUNDLE)
    (stick,) = found(tmp_path, place)
    assert len(stick.files) == 50
