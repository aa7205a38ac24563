"""Reads one TOML file of content into its domain type, and names the file and key of whatever is wrong in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from threading import Lock
from typing import TypeVar

import msgspec

from kiosk.domain.errors import Refused

Shape = TypeVar("Shape")
_known: set[type] = set()
_turn = Lock()
"""Two threads that are the first to ask msgspec for one dataclass can end the process: the first time is by turns."""


class BadContent(Refused):
    """A file of content that cannot be read as what it should be. `where` is the file, `key` the place in it."""

    def __init__(self, where: str, key: str, problem: str) -> None:
        self.where, self.key, self.problem = where, key, problem
        place = f"{where}: {key}" if key else where
        super().__init__(f"{place}: {problem}. Nothing was changed. Correct the file, then run kiosk check.")


def read_toml(path: Path) -> dict[str, object]:
    """A TOML file as a tree. BadContent, with the line, when it cannot be read."""
    from kiosk.domain.text import clean

    try:
        tree = msgspec.toml.decode(path.read_bytes(), type=dict[str, object])
    except (OSError, UnicodeDecodeError) as problem:
        raise BadContent(path.name, "", f"this file cannot be read ({problem})") from problem
    except msgspec.DecodeError as problem:
        raise BadContent(path.name, "", f"this is not TOML: {problem}") from problem
    return clean(tree)


def shaped(tree: object, shape: type[Shape], where: str, key: str = "") -> Shape:
    """A tree as a domain value: types checked, no key unknown. `key` is where in the file the tree stands."""
    try:
        value = _converted(tree, shape)
    except msgspec.ValidationError as problem:
        says, _, place = str(problem).partition(" - at `")
        raise BadContent(where, f"{key}{place.rstrip('`').removeprefix('$')}".strip("."), says) from problem
    for unknown in _unknown_keys(tree, value, key):
        raise BadContent(where, unknown.strip("."), "this key is not known here")
    return value


def _converted(tree: object, shape: type[Shape]) -> Shape:
    if shape in _known:
        return msgspec.convert(tree, type=shape)
    with _turn:
        value = msgspec.convert(tree, type=shape)
        _known.add(shape)
    return value


def _unknown_keys(tree: object, value: object, key: str) -> list[str]:
    """The keys of a tree that its value did not take up."""
    if isinstance(tree, Mapping) and is_dataclass(value):
        known = {field.name for field in fields(value)}
        return [
            unknown
            for name, part in tree.items()
            for unknown in (
                _unknown_keys(part, getattr(value, name), f"{key}.{name}") if name in known else [f"{key}.{name}"]
            )
        ]
    if isinstance(tree, Mapping) and isinstance(value, Mapping):
        return [bad for name, part in tree.items() for bad in _unknown_keys(part, value[name], f"{key}.{name}")]
    if isinstance(tree, list) and isinstance(value, tuple):
        pairs = zip(tree, value, strict=True)
        return [bad for at, (part, made) in enumerate(pairs) for bad in _unknown_keys(part, made, f"{key}[{at}]")]
    return []
