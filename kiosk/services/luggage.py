"""Listings that travel: written to a stick or another place, read from there, shown before anything changes.

What takes long says how far it is, and can be stopped at every step: then nothing was changed, here or there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from kiosk.domain.errors import KioskError, NoSuch, Refused
from kiosk.domain.ids import id_from
from kiosk.domain.kept import Kept, Moment
from kiosk.domain.listing import Listing
from kiosk.domain.values import dataclass
from kiosk.services.editing import Editing, Restored
from kiosk.services.keeper import Keeper
from kiosk.services.sheet_reading import SheetReading
from kiosk.services.sheet_taking import pairs
from kiosk.services.sticks import SHEETS, SUFFIXES, FileKind, KindOf, Stick
from kiosk.services.take_home import Arrival, Carrier, Taken, arrivals, arrivals_of, in_one_change, take_in

Step = Callable[[int, int], None]
"""Told how much of how much is done; it raises `Stopped` when that is enough."""
Use = Literal["write", "back-up", "take-in", "go-back"]
"""What can be done at a place: a new bundle, a new backup, what a bundle brings, what a backup holds."""
Preview = list[tuple[Kept | None, Listing | None]]


class Stopped(KioskError):
    """Somebody stopped it. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """Sheets in and out, as wiring puts them together."""

    keeper: Keeper
    read: Callable[[Path], SheetReading]
    write: Callable[[Path], int]


def is_sheet(file: Path) -> bool:
    """Whether a file is a sheet by its name."""
    return file.suffix.lower() in SHEETS


class Luggage:
    """The listings of one school, as they leave and come in."""

    def __init__(
        self,
        *,
        carrier: Carrier[Any],
        editing: Editing,
        write: Callable[[Path, Step], int],
        read: Callable[[Path, Step], Any],
        back_up: Callable[[Path], None],
        restored: Callable[[int | datetime | Path], Preview],
        sheets: Sheets,
        kind_of: KindOf,
        sticks: Callable[[], tuple[Stick, ...]],
        school: str,
        home: Path,
    ) -> None:
        self._carrier, self._editing = carrier, editing
        self._write, self._read, self._back_up, self._restored = write, read, back_up, restored
        self._sheets, self._kind_of = sheets, kind_of
        self.sticks = sticks
        """The sticks that are in now. It may wait for a slow one."""
        self._school, self._home = school, home

    def bundle_name(self) -> str:
        """`maple-street-school.kiosk`."""
        return f"{id_from(self._school, ())}.kiosk"

    def backup_name(self, today: date) -> str:
        """`maple-street-school-2026-11-24.json`."""
        return f"{id_from(self._school, ())}-{today.isoformat()}.json"

    def place(self, typed: str) -> tuple[Path, Use]:
        """The place that somebody typed, and what can be done there. `KioskError` says why nothing can.

        `~` is the home folder, and so is what a name without a folder lies in. A folder takes a new bundle. Hidden
        files, and files called otherwise than a kiosk's, are left alone: the desk reads and writes nothing else.
        """
        if "\0" in typed or not typed.strip():
            raise Refused("Write a place, like ~/school.kiosk.").coded("no-place")
        text = typed.strip()
        path = self._home / text[2:] if text.startswith("~/") else self._home if text == "~" else self._home / text
        try:
            if path.is_dir():
                path = path / self.bundle_name()
            self._check_name(path)
            kind = self._kind_at(path)
        except (OSError, RuntimeError, ValueError) as error:
            reason = (isinstance(error, OSError) and error.strerror) or str(error)
            raise NoSuch(f"{path} cannot be looked at ({reason}).").coded("file-not-read", file=path) from error
        if kind is None:
            return path, "back-up" if path.suffix == ".json" else "write"
        if text.endswith("/") or path.name not in text:  # a folder was named: it is written anew there
            return path, "write"
        return path, "go-back" if kind == "backup" else "take-in"

    def shown(self, path: Path) -> str:
        """A place as it can be shown: `~` for the home folder, and no sign that no text can have."""
        is_home = path.is_relative_to(self._home)
        text = f"~/{path.relative_to(self._home)}" if is_home else str(path)
        return text.encode("utf-8", "replace").decode()

    def export(self, file: Path, step: Step) -> int:
        """Write all listings to a file, whole or not at all, with their history or as a sheet; how many they are."""
        return self._sheets.write(file) if is_sheet(file) else self._write(file, step)

    def back_up(self, file: Path) -> None:
        """Write all listings as they stand to a file that they can be taken back to."""
        self._back_up(file)

    def read(self, file: Path, step: Step) -> Any:
        """What another kiosk packed, checked whole."""
        return self._read(file, step)

    def brings(self, bundle: Any) -> list[Arrival]:
        """What taking it in would change here."""
        return arrivals(self._carrier, bundle)

    def take_in(self, bundle: Any, by: str) -> Taken:
        """Take in what it brings, as one change."""
        return take_in(self._carrier, bundle, by)

    def read_sheet(self, file: Path) -> SheetReading:
        """What a sheet comes to, read against the listings as they stand."""
        return self._sheets.read(file)

    def sheet_brings(self, reading: SheetReading) -> list[Arrival]:
        """What taking its rows in would change here."""
        return arrivals_of(self._carrier, pairs(self._sheets.keeper, self._editing, reading.edits))

    def take_sheet(self, reading: SheetReading, by: str) -> Taken:
        """Take all of its rows in, as one change."""
        keeper = self._sheets.keeper
        return in_one_change(self._carrier, lambda: keeper.batch(reading.edits, by, "import"), "import")

    def would_restore(self, when: int | datetime | Path) -> list[Arrival]:
        """What going back would change."""
        return arrivals_of(self._carrier, self._restored(when))

    def restore(self, when: int | datetime | Path, by: str) -> Restored:
        """Go back, as one change."""
        return self._editing.restore(when, by)

    def moments(self) -> Iterable[Moment]:
        """The changes that everything can be taken back to, newest first."""
        return self._carrier.moments()

    def _check_name(self, path: Path) -> None:
        if path.suffix not in SUFFIXES or any(part.startswith(".") for part in path.parts[1:]):
            raise Refused(
                f"“{path.name}” is no name for it. Write one that ends in .kiosk, in .csv or .xlsx for a sheet, or in "
                ".json for a backup."
            ).coded("bad-name", name=path.name)
        if not path.parent.is_dir():
            raise NoSuch(f"There is no folder {path.parent}. Look at its name.").coded("no-folder", file=path.parent)

    def _kind_at(self, path: Path) -> FileKind | None:
        """What lies there; None for nothing. `Refused` for a file that no kiosk wrote."""
        try:
            kind = self._kind_of(path)
        except FileNotFoundError:
            return None
        if kind is None:
            raise Refused(f"{path} is no file of a kiosk. Name another one.").coded("not-ours", file=path)
        return kind
