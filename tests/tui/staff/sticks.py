"""A desk with sticks in it, for tests: folders that are taken for what is plugged in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kiosk.services.desk import Role, Who
from kiosk.services.luggage import Luggage, Step
from kiosk.services.sticks import sticks
from kiosk.store.carried import kind_of
from kiosk.tui.staff.app import StaffApp
from kiosk.wiring import Kiosk
from tests.tui.staff.host import desk_kiosk


def stick(tmp_path: Path, name: str = "SANDISK") -> Path:
    """A stick that is in."""
    place = tmp_path / "media" / "ana" / name
    place.mkdir(parents=True, exist_ok=True)
    return place


def luggage(kiosk: Kiosk, tmp_path: Path) -> Luggage:
    """What travels, with sticks only from the test's own folder, and its own home."""
    found = kiosk.luggage()
    found.sticks = lambda: sticks((tmp_path / "media",), kind_of, lambda place: place.parent.name == "ana")
    found._home = tmp_path / "home"
    found._home.mkdir(exist_ok=True)
    return found


def files_app(tmp_path: Path, name: str = "school", *, role: Role = "admin", language: str = "en") -> StaffApp:
    """The desk of a school in the folder of that name."""
    kiosk = desk_kiosk(tmp_path / name)
    bags = luggage(kiosk, tmp_path)
    desk = replace(kiosk.desk(Who("office", role)), luggage=lambda: bags)
    return StaffApp(desk, kiosk.desk_words(), language, steady=lambda: 0.0)


def pack(tmp_path: Path, name: str, place: Path) -> Path:
    """The bundle of another school's directory, on a stick."""
    bags = luggage(desk_kiosk(tmp_path / name), tmp_path)
    file = place / f"{name}.kiosk"
    bags.export(file, never)
    return file


def never(done: int, total: int) -> None:
    """Nothing stops it."""


__all__ = ["Step", "files_app", "luggage", "never", "pack", "stick"]
