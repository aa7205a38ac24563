"""Ids of listings: short, safe to type, to say and to name a file with."""

from __future__ import annotations

import re
from collections.abc import Container

from kiosk.domain.text import fold

LONGEST = 64
_ID = re.compile(rf"(?=.*[a-z])[a-z0-9][a-z0-9_-]{{0,{LONGEST - 1}}}")
_OTHER = re.compile(r"[^a-z0-9]+")


def is_id(text: str) -> bool:
    """Whether the text may be an id: small letters, digits, `-` and `_`, at most 64, with one letter at least.

    An id of digits alone would be taken for a listing's number.
    """
    return _ID.fullmatch(text) is not None


def id_from(name: str, taken: Container[str]) -> str:
    """An id made from a name, and not one of those taken: `Food pantry` is `food-pantry`, then `food-pantry-2`."""
    plain = _OTHER.sub("-", fold(name)).strip("-")[: LONGEST - 8].strip("-")
    stem = plain if is_id(plain) else f"listing-{plain}".strip("-")
    if stem not in taken:
        return stem
    count = 2
    while f"{stem}-{count}" in taken:
        count += 1
    return f"{stem}-{count}"
