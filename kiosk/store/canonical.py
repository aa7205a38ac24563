"""The one way a listing is written: no empty member, no needless fraction, keys in order, so that equal means equal.

The rules are RFC 8785's (JSON Canonicalization Scheme), with members that are null, "", [] or {} left out: absent
equals empty.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal

import msgspec

from kiosk.domain.problems import BadListing, Problem

LARGEST = 2**53
"""The largest whole number that every JSON reader holds exactly (RFC 8785, I-JSON)."""
DEEPEST = 32
"""How deep a document may nest."""
KEPT = "Nothing was changed."


def canonical(tree: Mapping[str, object]) -> dict[str, object]:
    """A copy of a JSON object in canonical form, without `rev`. `BadListing` names the path of what no JSON holds."""
    return _members({key: value for key, value in tree.items() if key != "rev"}, "", 0)


_written = msgspec.json.Encoder(order="sorted").encode


def encode(tree: object) -> bytes:
    """The canonical bytes of a tree that is in canonical form."""
    written = _written(tree)
    if b"e-6" in written:  # msgspec writes 1.5e-6 where RFC 8785 writes 0.0000015: the one place where they differ
        return _written(_spelled_out(tree))
    return written


def joined(members: Mapping[str, msgspec.Raw]) -> bytes:
    """The canonical bytes of an object whose members are canonical bytes already."""
    return _written(members)


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
            raise _refused(path or "The listing", "has a key that is not text", "Put the key in quotes.", "kind-other")
        here = f"{path}.{key}" if path else key
        _check_text(key, here)
        plain = _value(value, here, depth + 1)
        if plain is not None and plain != "" and plain != [] and plain != {}:
            kept[key] = plain
    return kept


def _value(value: object, path: str, depth: int) -> object:
    if depth > DEEPEST:
        raise _refused(path, "lies too deep", "Write it in fewer levels.", "too-deep")
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
    raise _refused(path, "is not a value that a file can hold", "Write text or a number.", "kind-other")


def _number(value: int | float, path: str) -> object:
    if isinstance(value, float) and not math.isfinite(value):
        mend = "Write a number, or leave it out."
        raise _refused(path, "is not a number that a file can hold", mend, "kind-float")
    if abs(value) > LARGEST:
        raise _refused(path, "is too large a number", "Write a smaller one.", "number-too-large")
    if value == int(value):
        return int(value)
    return value


def _check_text(text: str, path: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise _refused(path, "has half of a character in it", "Type the text again.", "half-a-letter") from error


def _refused(path: str, what: str, mend: str, code: str) -> BadListing:
    return BadListing(f"{_shown(path)} {what}. {KEPT} {mend}", [Problem(_shown(path), code)])


def _shown(path: str) -> str:
    """A path that is safe to print: half characters become question marks, and it stays short."""
    return path.encode("utf-8", "replace").decode()[:200]
