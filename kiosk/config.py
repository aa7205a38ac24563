"""Where things lie on this machine, and what the school has set: `settings.toml` and `calendar.toml`."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.errors import NotSaved
from kiosk.domain.settings import MOST_MIB, Keeping, Settings
from kiosk.domain.values import dataclass
from kiosk.school_file import SchoolProblem, read_calendar, read_settings

SETTINGS, CALENDAR = "settings.toml", "calendar.toml"
_LAST_GOOD = ".last-good"
Stamp = tuple[int, int, int]
"""Which file it is, how long, and when it was written: all that one `stat` says."""


@dataclass(frozen=True, slots=True)
class Places:
    """The directories the program reads and the one it writes."""

    content: Path
    """Every word that ships: read only."""
    demo: Path
    """The sample school that a first run starts from: read only."""
    data: Path
    """This school's listings, calendar and settings: the only place that is written."""
    is_default: bool
    """Nobody named the data directory: an empty one starts from the sample."""


@dataclass(frozen=True, slots=True)
class Year:
    """`calendar.toml` as it was read: its text, the calendar families go by, and what is wrong in it."""

    text: str
    calendar: SchoolCalendar | None
    problems: tuple[SchoolProblem, ...] = ()
    stamp: Stamp | None = None
    """Which file it was."""

    @property
    def is_whole(self) -> bool:
        """Whether the calendar is all that the text says, and nothing of it was left out."""
        return not any(problem.costs_value for problem in self.problems)


@dataclass(frozen=True, slots=True)
class School:
    """What a school has set, whatever was wrong in its files: a bad value falls back, and is told in `problems`."""

    settings: Settings
    year: Year
    problems: tuple[SchoolProblem, ...] = ()

    @property
    def calendar(self) -> SchoolCalendar | None:
        """The calendar families go by."""
        return self.year.calendar

    @property
    def keeping(self) -> Keeping:
        """How much the store keeps. While the school's own word on it cannot be read, nothing old is thrown away."""
        for problem in self.problems:
            if problem.costs_value and problem.file == SETTINGS and problem.key.partition(".")[0] in ("", "store"):
                return replace(self.settings.store, history_mib=MOST_MIB, quarantine_mib=MOST_MIB)
        return self.settings.store


def find_places(data: Path | None = None) -> Places:
    """The places of this installation: a checkout, or an installed package with its content inside.

    The data directory is `data`, else `KIOSK_DATA`, else `data/` of the checkout or where the platform keeps data.
    """
    package = Path(__file__).parent
    checkout = package.parent
    named = data or (Path(os.environ["KIOSK_DATA"]) if os.environ.get("KIOSK_DATA") else None)
    if (package / "_content").is_dir():
        from platformdirs import user_data_path

        here = named or user_data_path("kiosk", appauthor=False)
        return Places(package / "_content", package / "_demo", here.expanduser().absolute(), named is None)
    here = named or checkout / "data"
    return Places(checkout / "content", checkout / "data" / "demo", here.expanduser().absolute(), named is None)


def load_school(data: Path) -> School:
    """Read a school's two files, never failing: what is wrong is told, and the last good file stands in for it."""
    problems: list[SchoolProblem] = []
    settings, wrong = read_settings(_text(data / SETTINGS, problems), SETTINGS)
    problems += wrong
    if any(problem.costs_value for problem in problems):
        kept = _last_good(data / SETTINGS)
        settings = read_settings(kept, SETTINGS)[0] if kept else settings
    year = load_year(data)
    return School(settings, year, (*problems, *year.problems))


def load_year(data: Path) -> Year:
    """Read a school's calendar, never failing: while something is wrong in it, the last good one stands in for it."""
    problems: list[SchoolProblem] = []
    stamp = _stamp(data / CALENDAR)  # before the text: a change in between is then seen as one
    text = _text(data / CALENDAR, problems)
    calendar, wrong = read_calendar(text, CALENDAR)
    problems += wrong
    if any(problem.costs_value for problem in problems):
        kept = _last_good(data / CALENDAR)
        calendar = read_calendar(kept, CALENDAR)[0] if kept else calendar
    return Year(text, calendar, tuple(problems), stamp)


class LiveYear:
    """The calendar as it is now, read again only when one `stat` of its file differs.

    A file that is gone, empty or wrong changes nothing: families go on with the last good one.
    """

    def __init__(self, data: Path, year: Year) -> None:
        """`year`: what was read at the start."""
        self._data = data
        self._calendar = year.calendar
        self._seen = year.stamp

    def __call__(self) -> SchoolCalendar | None:
        """The calendar: the same value again while it did not change."""
        stamp = _stamp(self._data / CALENDAR)
        if stamp != self._seen:
            self._seen = stamp
            year = load_year(self._data)
            if year.is_whole and year.text.strip() and year.calendar != self._calendar:
                self._calendar = year.calendar
        return self._calendar

    def changed(self) -> bool:
        """Whether there is something new to read: one `stat`."""
        return _stamp(self._data / CALENDAR) != self._seen


def keep_last_good(data: Path) -> None:
    """Copy the two files aside, each only while nothing in it is wrong, for the day when one is mistyped."""
    wrong = {problem.file for problem in load_school(data).problems if problem.costs_value}
    for name in {SETTINGS, CALENDAR} - wrong:
        text, kept = _text(data / name, []), _last_good(data / name)
        if text and text != kept:
            write_text(data / _LAST_GOOD / name, text)


def write_text(file: Path, text: str) -> None:
    """Write a small file whole or not at all, with its directory made as needed; `NotSaved` when that fails.

    It gets its directory's rights less execute, so that all who share the directory may change it.
    """
    beside = file.with_name(f"{file.name}.{os.getpid()}-{threading.get_ident()}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(file.parent.stat().st_mode & 0o666)
        beside.replace(file)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise NotSaved(
            f"{file} could not be written ({error.strerror}). Nothing was changed. Look at the folder."
        ) from error


def _stamp(file: Path) -> Stamp | None:
    """Which file it is, how long, and when it was written; None when it cannot be told."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def _text(file: Path, problems: list[SchoolProblem]) -> str:
    """The file's text, empty when there is none; a file that cannot be read is a problem."""
    try:
        return file.read_text("utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        problems.append(SchoolProblem(file.name, 1, "", f"The file cannot be read ({error}).", costs_value=True))
        return ""


def _last_good(file: Path) -> str:
    try:
        return (file.parent / _LAST_GOOD / file.name).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
