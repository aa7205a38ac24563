"""The school's settings as staff change them: single keys set, and the last change taken back.

Each change is made on what stands in the file at that moment, by one editor at a time: keys that somebody else set
meanwhile stay as they set them. Who changes a key that is another one by now is told, and nothing is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, suppress
from datetime import datetime
from hashlib import blake2b
from typing import Protocol

from kiosk.domain.errors import ChangedElsewhere, NoSuch, NotSaved, Refused
from kiosk.domain.settings import Settings
from kiosk.domain.values import dataclass
from kiosk.school_file import SchoolProblem
from kiosk.services.desk import Notebook
from kiosk.settings_standing import Standing, as_read

FOLDER, NAME = "settings", "last"
"""The note of the last change."""
Values = Mapping[str, object]
"""Keys (`idle`, `staff[1].opens_at`) and what they are set to, as TOML reads it; None for a key that is not set."""


class SettingsFile(Protocol):
    """The file that the settings lie in."""

    def held(self, by: str) -> AbstractContextManager[object]:
        """Held while it is changed; refuses whoever may not change it."""

    def changed(self, stands: Standing) -> bool:
        """Whether the file is another one than was read."""

    def read(self) -> Standing:
        """What stands in it now."""

    def meaning(self, text: str) -> tuple[Settings, tuple[SchoolProblem, ...]]:
        """What a text says, and what is wrong in it."""

    def draft(self, stands: Standing, values: Values) -> str:
        """The text with keys set to other values."""

    def good_text(self, stands: Standing) -> str:
        """The last good file's text."""

    def write(self, stands: Standing, text: str) -> None:
        """Put a text in its place."""


@dataclass(frozen=True, slots=True)
class Set:
    """What a change came to: which keys were set, and what is still wrong, so that it is not used yet."""

    keys: tuple[str, ...]
    wrong: tuple[SchoolProblem, ...] = ()


class SchoolSettings:
    """One school's settings in their file."""

    def __init__(self, file: SettingsFile, notes: Notebook, clock: Callable[[], datetime]) -> None:
        self._file = file
        self._notes = notes
        self._clock = clock
        self._stands: Standing | None = None

    def stands(self) -> Standing:
        """The file as it stands now: read again when one `stat` says that it changed."""
        if self._stands is None or self._file.changed(self._stands):
            self._stands = self._file.read()
        return self._stands

    def change(self, values: Values, seen: Values, by: str) -> Set:
        """Set keys. `seen`: what the editor saw they were set to, or keys beside them that tell a row from the next."""
        with self._file.held(by):
            stands = self._file.read()
            values = {key: as_read(value) for key, value in values.items()}
            wanted = {key: value for key, value in values.items() if stands.value(key) != value}
            for key, was in seen.items():
                if stands.value(key) not in (was, values.get(key, was)):
                    now = _shown(stands.value(key))
                    raise ChangedElsewhere(
                        f"Somebody else set {key} to {now} meanwhile. Nothing was changed. Look at it, then try again."
                    ).coded("set-elsewhere", key=key, value=now)
            return self._write(stands, self._file.draft(stands, wanted), wanted, by) if wanted else Set(())

    def mend(self, by: str) -> Set:
        """Put the last good file in place of one that cannot be read, which is laid aside."""
        with self._file.held(by):
            stands = self._file.read()
            if stands.can_be_edited:
                said = "The file can be read. Nothing was changed. Set right what is wrong in it."
                raise Refused(said).coded("can-be-read")
            return self._write(stands, self._file.good_text(stands), {}, by)

    def undo(self, by: str) -> Set:
        """Take the last change back, key by key when somebody changed the file since; once more brings it again."""
        with self._file.held(by):
            note = self._notes.read(FOLDER, NAME)
            values = note.get("values") if note is not None else None
            if note is None or not isinstance(values, Mapping):
                raise NoSuch("There is nothing to undo here. Nothing was changed.").coded("nothing-to-undo")
            stands = self._file.read()
            back = {key: was for key, (was, now) in values.items() if was is not None and stands.value(key) == now}
            if _digest(stands.text) == note.get("after"):
                text = str(note.get("before"))
            elif back:
                text = self._file.draft(stands, back)
            else:
                raise ChangedElsewhere("Somebody changed the same since. Nothing was changed. Set it by hand.").coded(
                    "set-since"
                )
            return self._write(stands, text, dict.fromkeys(values), by)

    def last(self) -> tuple[str, datetime] | None:
        """Who made the last change, and when; None when there was none at the desk."""
        note = self._notes.read(FOLDER, NAME)
        try:
            return (str(note.get("by")), datetime.fromisoformat(str(note.get("at")))) if note is not None else None
        except ValueError:
            return None

    def _write(self, stands: Standing, text: str, wanted: Values, by: str) -> Set:
        """Write a text that breaks no rule that was kept before, and note what was there."""
        problems = tuple(problem for problem in self._file.meaning(text)[1] if problem.costs_value)
        known = {(problem.key, problem.problem) for problem in stands.problems}
        for problem in problems:
            if (problem.key, problem.problem) not in known:
                said = f"{problem.key}: {problem.problem} Nothing was changed."
                raise Refused(said).coded("setting-wrong", key=problem.key)
        self._file.write(stands, text)
        self._stands = self._file.read()
        values = {key: [stands.value(key), self._stands.value(key)] for key in wanted}
        note = {"at": self._clock().isoformat(), "by": by, "before": stands.text, "after": _digest(text)}
        with suppress(NotSaved):  # the settings themselves are written; only undo will not know of it
            self._notes.write(FOLDER, NAME, {**note, "values": values})
        return Set(tuple(wanted), problems)


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "nothing" if value is None else str(value)
