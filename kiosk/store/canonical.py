"""The one way a listing is written: no empty member, no needless fraction, keys in order, so that equal means equal.

The rules are RFC 8785's (JSON Canonicalization Scheme), with members that are null, "", [] or {} left out: absent
equals empty.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal

import msgspec

from kiosk.domain.errors import Refused

LARGEST = 2**53
"""The largest whole number that every JSON reader holds exactly (RFC 8785, I-JSON)."""
DEEPEST = 32
"""How deep a document may nest."""
KEPT = "Nothing was changed."


def canonical(tree: Mapping[str, object]) -> dict[str, object]:
    """A copy of a JSON object in canonical form, without `rev`; what JSON cannot hold is `Refused` by its path."""
    return _members({key: value for key, value in tree.items() if key != "rev"}, "", 0)


_written = msgspec.json.Encoder(order="sorted").encode


def encode(tree: object) -> bytes:
    """The canonical bytes of a tree that is in canonical form."""
    written = _written(tree)
    if b"e-6" in written:  # msgspec writes 1.5e-6 where RFC 8785 writes 0.0000015: the one place where they differ
        return _written(_spelled_out(tree))
    return written


def _spelled_out(value: object) -> object:
    if isinstance(value, dict):
        return {key: _spelled_out(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_spelled_out(inner) for inner in value]
    if isinstance(value, float) and 1e-6 <= abs(value) < 1e-5:
        return msgspec.Raw(format(Decimal(repr(value)), "f").encode())
    return value


def _members(tree: Mapping[str, object], path: str, depth: int) -> dict[str, object]:
    kept: dict[str, object] = {}
    for key, value in tree.items():
        if not isinstance(key, str):
            raise Refused(f"{path or 'The listing'} has a key that is not text. {KEPT} Put the key in quotes.")
        here = f"{path}.{key}" if path else key
        _check_text(key, here)
        plain = _value(value, here, depth + 1)
        if plain is not None and plain != "" and plain != [] and plain != {}:
            kept[key] = plain
    return kept


def _value(value: object, path: str, depth: int) -> object:
    if depth > DEEPEST:
        raise Refused(f"{_shown(path)} lies too deep. {KEPT} Write it in fewer levels.")
    if isinstance(value, str):
        _check_text(value, path)
        return value
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        return _number(value, path)
    if isinstance(value, (dict, Mapping)):  # the first is what it nearly always is, and quick to ask
        return _members(value, path, depth)
    if isinstance(value, (list, tuple)):
        return [_value(item, f"{path}[{place}]", depth + 1) for place, item in enumerate(value)]
    raise Refused(f"{_shown(path)} is not a value that a file can hold. {KEPT} Write text or a number.")


def _number(value: int | float, path: str) -> object:
    if isinstance(value, float) and not math.isfinite(value):
        raise Refused(f"{_shown(path)} is not a number that a file can hold. {KEPT} Write a number, or leave it out.")
    if abs(value) > LARGEST:
        raise Refused(f"{_shown(path)} is too large a number. {KEPT} Write a smaller one.")
    if value == int(value):
        return int(value)
    return value


def _check_text(text: str, path: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Refused(f"{_shown(path)} has half of a character in it. {KEPT} Type the text again.") from error


def _shown(path: str) -> str:
    """A path that is safe to print: half characters become question marks, and it stays short."""
    return path.encode("utf-8", "replace").decode()[:200]
