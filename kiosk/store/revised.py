"""A listing's next document, worked out from the one that stands: only the members that differ are looked at.

A member that is the same as the one that stands was cleaned, checked and made canonical when it was kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from operator import attrgetter

import msgspec

from kiosk.domain.kept import Document, Kept
from kiosk.domain.listing import Listing
from kiosk.domain.text import clean
from kiosk.store.canonical import encode
from kiosk.store.codec import members_of, restated, to_listing
from kiosk.store.drafts import draft, sized
from kiosk.store.row import Members, Row, members

_NAMES = tuple(field.name for field in fields(Listing))
_values = attrgetter(*_NAMES)


def revised(content: Listing | Document, row: Row, kept: Kept) -> bytes | None:
    """The canonical bytes of what `content` makes of the listing that stands; `Refused` names what cannot be kept.

    None where that cannot be told from single members (another id or number, a key that is not clean): then the
    whole of it is to be looked at.
    """
    stands = members(row.doc)
    if isinstance(content, Listing):
        return _from_listing(content, stands, row, kept)
    return _from_document(content, stands)


def _from_listing(listing: Listing, stands: Members, row: Row, kept: Kept) -> bytes | None:
    if b'"x_' in bytes(row.doc):
        return None  # what is under such keys has no type: 1 and true would be the same
    before = kept.listing
    pairs = zip(_NAMES, _values(listing), _values(before), strict=True)
    names = [name for name, mine, theirs in pairs if mine is not theirs and mine != theirs]
    if listing.number is None and "number" in names:
        names.remove("number")  # whoever made it did not know it
    if "id" in names or "number" in names:
        return None
    stated = {name: msgspec.json.decode(stands[name]) for name in names if name in stands}
    wanted = draft(restated(members_of(listing, names), stated, members_of(before, names)))
    return _joined({key: value for key, value in stands.items() if key not in names}, wanted)


def _from_document(doc: Document, stands: Members) -> bytes | None:
    differ = {key: value for key, value in doc.items() if key != "rev" and not _is_same(value, stands.get(key))}
    if "id" in differ or "number" in differ or any(clean({key: 0}) != {key: 0} for key in differ):
        return None
    wanted = draft(differ)
    same = {key: raw for key, raw in stands.items() if (key in doc and key not in differ) or key in ("id", "number")}
    to_listing({key: msgspec.json.decode(same[key]) for key in ("id", "name") if key in same} | wanted)
    return _joined(same, wanted)


def _joined(same: Members, wanted: Mapping[str, object]) -> bytes:
    return sized(
        msgspec.json.encode(same | {key: msgspec.Raw(encode(value)) for key, value in wanted.items()}, order="sorted")
    )


def _is_same(value: object, raw: msgspec.Raw | None) -> bool:
    """Whether a value is written with these bytes. One that no JSON can hold is not."""
    stands = b"null" if raw is None else bytes(raw)
    if b"null" in stands:  # so is NaN written, which is refused
        return False
    try:
        return msgspec.json.encode(value, order="sorted") == stands
    except (TypeError, ValueError, OverflowError, RecursionError):
        return False
