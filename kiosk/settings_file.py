"""`settings.toml` as the desk changes it: read again and written whole, by one editor at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from kiosk.config import SETTINGS, keep_last_good, load_setup, stamp_of, write_text
from kiosk.domain.errors import ChangedElsewhere, NotSaved, Refused
from kiosk.domain.settings import Settings
from kiosk.school_file import SchoolProblem, read_settings
from kiosk.settings_standing import Standing

BROKEN = "settings.broken.toml"
"""Where a file lies aside that could not be read when it was written anew."""
LARGEST = 256 * 1024
"""Bytes of the file."""


class SettingsFile:
    """The settings' file in one data directory."""

    def __init__(self, data: Path, hold: Callable[[str], AbstractContextManager[object]]) -> None:
        """`hold`: one editor at a time; it is given who that is."""
        self._data = data
        self._hold = hold

    def held(self, by: str) -> AbstractContextManager[object]:
        """Whoever changes the file holds it meanwhile; `Busy` names who has it."""
        return self._hold(by)

    def changed(self, stands: Standing) -> bool:
        """Whether the file is another one than was read: one `stat`."""
        return stamp_of(self._data / SETTINGS) != stands.stamp

    def read(self) -> Standing:
        """What stands in the file now."""
        setup = load_setup(self._data)
        return Standing(text=setup.text, settings=setup.settings, problems=setup.problems, stamp=setup.stamp)

    def meaning(self, text: str) -> tuple[Settings, tuple[SchoolProblem, ...]]:
        """What a text says, and what is wrong in it."""
        settings, problems = read_settings(text, SETTINGS)
        return settings, tuple(problems)

    def draft(self, stands: Standing, values: Mapping[str, object]) -> str:
        """The file's text with keys set to other values.

        Where it cannot be read at all, a new one goes on from the last good file, or from what families see.
        """
        from kiosk.settings_text import with_values

        return with_values(stands.text if stands.can_be_edited else self.good_text(stands), values)

    def good_text(self, stands: Standing) -> str:
        """The last good file's text; a new one where none is kept."""
        from kiosk.config import last_good
        from kiosk.settings_template import new_settings

        settings = stands.settings
        return last_good(self._data / SETTINGS) or new_settings(
            school=settings.school, zone=settings.zone, region=settings.region, languages=settings.languages
        )

    def write(self, stands: Standing, text: str) -> None:
        """Put a text in place of what stands there, whole or not at all. A file that cannot be read is laid aside.

        `ChangedElsewhere` when somebody wrote the file by other means since it was read.
        """
        if len(text.encode()) > LARGEST:
            said = "The settings are too long to keep. Nothing was changed. Take old lines away first."
            raise Refused(said).coded("settings-too-long")
        if not stands.can_be_edited and stands.text.strip():
            write_text(self._data / BROKEN, stands.text)
        if self.changed(stands):
            said = "settings.toml was changed meanwhile. Nothing was changed. Try again."
            raise ChangedElsewhere(said).coded("settings-changed")
        write_text(self._data / SETTINGS, text)
        with suppress(NotSaved):  # the settings themselves are written
            keep_last_good(self._data, load_setup(self._data))
