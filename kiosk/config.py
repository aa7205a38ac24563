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
from kiosk.school_rules import Wrong

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
class Setup:
    """`settings.toml` as it was read: its text, the settings the kiosk goes by, and what is wrong in it."""

    text: str
    settings: Settings
    problems: tuple[SchoolProblem, ...] = ()
    stamp: Stamp | None = None
    """Which file it was."""

    @property
    def is_whole(self) -> bool:
        """Whether the settings are all that the text says, and nothing of it was left out."""
        return not any(problem.costs_value for problem in self.problems)


@dataclass(frozen=True, slots=True)
class School:
    """What a school has set, whatever was wrong in its files: the last good file stands in, `problems` tell why."""

    setup: Setup
    year: Year

    @property
    def settings(self) -> Settings:
        """The settings the kiosk goes by."""
        return self.setup.settings

    @property
    def problems(self) -> tuple[SchoolProblem, ...]:
        """Everything that is wrong in the two files."""
        return (*self.setup.problems, *self.year.problems)

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
    return School(load_setup(data), load_year(data))


def load_setup(data: Path) -> Setup:
    """Read a school's settings, never failing: while something is wrong in them, the last good ones stand in."""
    problems: list[SchoolProblem] = []
    stamp = stamp_of(data / SETTINGS)  # before the text: a change in between is then seen as one
    text = _text(data / SETTINGS, problems)
    settings, wrong = read_settings(text, SETTINGS)
    problems += wrong
    is_bad = any(problem.costs_value for problem in problems)
    if (is_bad or not text.strip()) and (kept := last_good(data / SETTINGS)):
        settings = read_settings(kept, SETTINGS)[0]
        problems += [] if is_bad else [_problem(SETTINGS, "The file is gone or empty.", "file-gone")]
    return Setup(text, settings, tuple(problems), stamp)


def load_year(data: Path) -> Year:
    """Read a school's calendar, never failing: while something is wrong in it, the last good one stands in for it."""
    problems: list[SchoolProblem] = []
    stamp = stamp_of(data / CALENDAR)  # before the text: a change in between is then seen as one
    text = _text(data / CALENDAR, problems)
    calendar, wrong = read_calendar(text, CALENDAR)
    problems += wrong
    if any(problem.costs_value for problem in problems):
        kept = last_good(data / CALENDAR)
        calendar = read_calendar(kept, CALENDAR)[0] if kept else calendar
    return Year(text, calendar, tuple(problems), stamp)


def keep_last_good(data: Path, *files: Setup | Year) -> None:
    """Copy files aside as they were read, each only if nothing in it is wrong, for the day when one is mistyped."""
    for read in files:
        name = SETTINGS if isinstance(read, Setup) else CALENDAR
        if read.is_whole and read.text and read.text != last_good(data / name):
            write_text(data / _LAST_GOOD / name, read.text)


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
        ).coded("not-written", file=file) from error


def stamp_of(file: Path) -> Stamp | None:
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
        problems.append(_problem(file.name, f"The file cannot be read ({error}).", "file-not-read"))
        return ""


def _problem(name: str, said: str, code: str) -> SchoolProblem:
    """What is wrong with a whole file."""
    return SchoolProblem(name, 1, "", said, Wrong("", code))


def last_good(file: Path) -> str:
    """The text of a file when nothing was wrong in it, as it was last kept; empty when there is none."""
    try:
        return (file.parent / _LAST_GOOD / file.name).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
