"""Writes values into the text of `settings.toml`: comments, order and keys that nobody knows stay as they are.

A key that stands commented out (`# idle = 90`) is taken into use in its place, under the words that explain it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, MutableMapping, Sequence
from difflib import SequenceMatcher
from typing import Any, TypeGuard

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Array, InlineTable

from kiosk.domain.errors import Refused
from kiosk.settings_standing import as_read, steps_of, value_in

_TABLE = re.compile(r"\s*#?\s*\[")


def with_values(text: str, values: Mapping[str, object]) -> str:
    """The text with keys set to other values. `Refused` where that cannot be done without losing something else."""
    for path, value in values.items():
        text = _with_value(text, path, value)
    return text


def _with_value(text: str, path: str, value: object) -> str:
    uncommented = _in_place_of_comment(text, path, value)
    try:
        new = uncommented or _set(text, path, value)
        is_so = _expected(tomllib.loads(text), path, value) == tomllib.loads(new)
    except (TOMLKitError, tomllib.TOMLDecodeError, KeyError, IndexError, TypeError) as error:
        raise _only_by_hand() from error
    if not is_so:
        raise _only_by_hand()
    return new


def _only_by_hand() -> Refused:
    return Refused(
        "settings.toml is written in a way that only a text editor can change. Nothing was changed. "
        "Write each key on a line of its own."
    ).coded("by-hand-only", file="settings.toml")


def _set(text: str, path: str, value: object) -> str:
    document = tomlkit.parse(text)
    *steps, last = steps_of(path)
    table: Any = document
    for step in steps:
        table = table[step]
    if not isinstance(table, MutableMapping):
        raise TypeError(path)
    stands = table.get(last)
    if isinstance(stands, Array) and _is_list(value) and "#" in stands.as_string():
        _refill(stands, value)
    else:
        table[last] = _item(value)
    return document.as_string()


def _refill(array: Array, values: Sequence[object]) -> None:
    """Other values in the same list: those that stay keep their lines and the comments beside them."""
    wanted = [as_read(value) for value in values]
    before, after = [repr(as_read(value)) for value in array.unwrap()], [repr(value) for value in wanted]
    for what, i, to_i, j, to_j in reversed(SequenceMatcher(None, before, after, autojunk=False).get_opcodes()):
        if what == "equal":
            continue
        for place in range(to_i - 1, i - 1, -1):
            del array[place]
        for place, value in enumerate(values[j:to_j]):
            array.insert(i + place, _item(value))


def _in_place_of_comment(text: str, path: str, value: object) -> str:
    """The text with the key in place of its commented example, among the keys above the first table; else nothing."""
    if not path.isidentifier() or value_in(text, path) is not None:
        return ""
    lines = text.splitlines(keepends=True)
    example = re.compile(rf"#\s?{path}\s*=[^#\n]*?(?P<remark>\s*#[^\n]*)?(?P<end>\r?\n)?")
    for at, line in enumerate(lines):
        if _TABLE.match(line):
            return ""
        if found := example.fullmatch(line):
            lines[at] = f"{path} = {_item(value).as_string()}{found['remark'] or ''}{found['end'] or ''}"
            return "".join(lines)
    return ""


def _item(value: object) -> tomlkit.items.Item:
    if isinstance(value, Mapping):
        return _inline(value)
    if _is_list(value):
        return _array(value)
    return tomlkit.item(value)


def _array(values: Sequence[object]) -> Array:
    array = tomlkit.array()
    for value in values:
        array.append(_item(value))
    return array


def _inline(texts: Mapping[str, object]) -> InlineTable:
    table = tomlkit.inline_table()
    table.update(texts)
    return table


def _expected(tree: dict[str, object], path: str, value: object) -> dict[str, object]:
    """The tree with the value in it: what the new text has to say, and nothing else."""
    *steps, last = steps_of(path)
    inside: Any = tree
    for step in steps:
        inside = inside[step]
    inside[last] = as_read(value)
    return tree


def _is_list(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, Sequence) and not isinstance(value, str)
