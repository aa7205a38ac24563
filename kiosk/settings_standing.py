"""`settings.toml` as it stands while somebody changes it: its text, key by key, and what the kiosk makes of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, time

from kiosk.domain.settings import Settings
from kiosk.domain.values import dataclass
from kiosk.school_file import SchoolProblem, line_of

_PATH = re.compile(r"(\w+)(?:\[(\d+)\])?(?:\.(\w+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The file as it stands: its text, the settings the kiosk goes by, and what is wrong in it."""

    text: str
    settings: Settings
    problems: tuple[SchoolProblem, ...]
    stamp: object
    """Tells one version of the file from the next."""

    @property
    def can_be_edited(self) -> bool:
        """Whether it can be read as TOML; only then single keys can be changed in it."""
        return bool(self.text.strip()) and _tree(self.text) is not None

    def value(self, path: str) -> object:
        """What a key is set to in the file, right or wrong; None when it is not."""
        return value_in(self.text, path)

    def line(self, path: str) -> int:
        """The line that a key stands on, 0 when it does not."""
        return line_of(self.text, path) if self.value(path) is not None else 0


def as_read(value: object) -> object:
    """A value as the reader takes it: lists and tables, and times and days as text."""
    if isinstance(value, Mapping):
        return {key: as_read(part) for key, part in value.items()}
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, date):
        return value.isoformat()
    return [as_read(part) for part in value] if isinstance(value, list | tuple) else value


def value_in(text: str, path: str) -> object:
    """What a key (`idle`, `office.opens_at`, `staff[1].days`) is set to in a text; None where it is not set."""
    tree: object = _tree(text)
    for step in steps_of(path):
        if isinstance(step, int):
            tree = tree[step] if isinstance(tree, list) and step < len(tree) else None
        else:
            tree = tree.get(step) if isinstance(tree, dict) else None
    return as_read(tree)


def steps_of(path: str) -> list[str | int]:
    """`staff[1].days` -> `staff`, 1, `days`."""
    found = _PATH.fullmatch(path)
    assert found is not None, path
    head, row, last = found.groups()
    return [head, *([int(row)] if row else []), *([last] if last else [])]


def _tree(text: str) -> dict[str, object] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None
