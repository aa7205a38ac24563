"""The shape of each part of a listing, read from its type: which keys it may have and what stands under each."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import time
from functools import cache
from typing import Literal, Union, get_args, get_origin, get_type_hints

Kind = Literal["plain", "words", "part", "parts", "time"]


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a part: its Python name, what kind of value it has, and the type of the parts below it."""

    name: str
    kind: Kind
    required: bool
    part: type | None = None
    choices: tuple[str, ...] = ()


@cache
def shape_of(part: type) -> Mapping[str, Field]:
    """JSON key -> field. `extra` is no key: it holds the keys that begin with `x_`. Python's `from_` is `from`."""
    hints = get_type_hints(part)
    return {
        each.name.rstrip("_"): _field(each.name, hints[each.name], each.default is each.default_factory is MISSING)
        for each in fields(part)
        if each.name != "extra"
    }


def _field(name: str, hint: object, required: bool) -> Field:
    inner = _without_none(hint)
    origin, below = get_origin(inner), get_args(inner)
    if isinstance(inner, type) and is_dataclass(inner):
        return Field(name, "part", required, inner)
    if origin is tuple and isinstance(below[0], type) and is_dataclass(below[0]):
        return Field(name, "parts", required, below[0])
    if origin is Mapping:
        return Field(name, "words", required)
    if inner is time:
        return Field(name, "time", required)
    return Field(name, "plain", required, choices=below if origin is Literal else ())


def _without_none(hint: object) -> object:
    if get_origin(hint) in (Union, types.UnionType):
        return next(inner for inner in get_args(hint) if inner is not type(None))
    return hint
