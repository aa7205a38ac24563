"""A path as text and as steps: `schedules[0].closes_at` is a member, an item and a member.

A dot leads to a member, a bracket to an item of a list. Quotation marks, as in JSON, hold an odd name
(`x_bus."stop 4.b"`) or a key that is not to be taken for a place (`phones["988"]`). Members that are only right
together are joined, at the end: `location.latitude+longitude`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.problems import BadListing, Problem
from kiosk.domain.text import clean_text

LONGEST = 256 * 1024
"""Signs of a path: as many as a listing may have, so that each of its places has one."""
DEEPEST = 32
"""Steps of a path: as many as a document may have levels."""

_QUOTED = r'"(?:[^"\\]|\\.)*"'
_NAME = rf'{_QUOTED}|[^.\[\]"+=\s]+'
_STEP = re.compile(rf'\.(?P<names>(?:{_NAME})(?:\+(?:{_NAME}))*)|\[(?P<key>{_QUOTED}|[^\[\]"]+)\]')
_PLAIN_NAME = re.compile(r"[\w-]+")
_PLAIN_KEY = re.compile(r"(?!\d+\Z)[\w+./:@-]+")
_PLACE = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Members:
    """A step to a member of a map; at the end of a path, to several that are one value."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A step to an item of a list, by its key or its place; `is_key` when it can only be a key."""

    key: str
    is_key: bool = False

    @property
    def place(self) -> int | None:
        """The place it may mean, from 0 on."""
        return None if self.is_key or not _PLACE.fullmatch(self.key) else int(self.key)


Step = Members | Item


def steps_of(path: str) -> tuple[Step, ...]:
    """The steps of a path. What cannot be read as one is `Refused`."""
    if len(path) > LONGEST:
        raise refusal(path, "is too long", "Write a shorter path.")
    text, at = f".{path}", 0
    steps: list[Step] = []
    while at < len(text):
        found = _STEP.match(text, at)
        if found is None or (steps and isinstance(steps[-1], Members) and len(steps[-1].names) > 1):
            raise refusal(path, "is no place in a listing", "Write it like name.es or schedules[0].closes_at.")
        if len(steps) == DEEPEST:
            raise refusal(path, "has too many steps", f"Write {DEEPEST} at most.")
        steps.append(_step(found, path))
        at = found.end()
    return tuple(steps)


def member_path(path: str, *names: str) -> str:
    """The path of a member of the map at `path` (empty: the listing), or of several that are one value."""
    joined = "+".join(name if _PLAIN_NAME.fullmatch(name) else _quoted(name) for name in names)
    return f"{path}.{joined}" if path else joined


def item_path(path: str, key: str) -> str:
    """The path of the item with this key in the list at `path`."""
    return f"{path}[{key if _PLAIN_KEY.fullmatch(key) else _quoted(key)}]"


def written(steps: Iterable[Step]) -> str:
    """The path of these steps."""
    path = ""
    for step in steps:
        if isinstance(step, Members):
            path = member_path(path, *step.names)
        else:
            path = item_path(path, step.key) if step.place is None else f"{path}[{step.key}]"
    return path


def refusal(path: str, what: str, mend: str) -> BadListing:
    """The error that says what is wrong with the path, and what to do."""
    message = f"“{_shown(path)}” {what}. Nothing was changed. {_shown(mend)}"
    return BadListing(message, [Problem("", "bad-path", _shown(path))])


def _step(found: re.Match[str], path: str) -> Step:
    try:
        if found["key"] is not None:
            return Item(_bare(found["key"]), found["key"].startswith('"'))
        names = tuple(map(_bare, re.findall(_NAME, found["names"])))
    except json.JSONDecodeError as error:
        raise refusal(path, "has quotation marks that cannot be read", "Write the name as JSON does.") from error
    if len(set(names)) < len(names):
        raise refusal(path, "has a name twice", "Keep one of them.")
    return Members(names)


def _bare(word: str) -> str:
    return str(json.loads(word)) if word.startswith('"') else word


def _quoted(word: str) -> str:
    return json.dumps(word, ensure_ascii=False)


def _shown(text: str) -> str:
    """Words from a person, safe to print and short."""
    return clean_text(text[:200].encode("utf-8", "replace").decode())
