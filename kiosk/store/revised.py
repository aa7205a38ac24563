"""A listing's next document, worked out from the one that stands: only the members that differ are looked at.

A member that is the same as the one that stands was cleaned, checked and made canonical when it was kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from operator import attrgetter
from typing import NamedTuple

import msgspec

from kiosk.domain.kept import Document, Kept
from kiosk.domain.listing import Listing
from kiosk.domain.text import clean_text
from kiosk.store.book import differing
from kiosk.store.canonical import encode, joined
from kiosk.store.codec import check_members, members_of, restated
from kiosk.store.drafts import plain, sized
from kiosk.store.row import Members, Row, members

_NAMES = tuple(field.name for field in fields(Listing))
_values = attrgetter(*_NAMES)


class Revised(NamedTuple):
    """The next document in canonical bytes, and the members of the one before that it changes, as JSON."""

    content: bytes
    was: msgspec.Raw


def revised(content: Listing | Document, row: Row, kept: Kept) -> Revised | None:
    """What `content` makes of the listing that stands; `Refused` names what cannot be kept.

    None where that cannot be told from single members (another id or number, no name, a key that is not clean): then
    the whole of it is to be looked at.
    """
    standing = bytes(row.doc)
    if isinstance(content, Listing):
        # What is under keys of others has no type: 1 and true would be the same.
        return None if b'"x_' in standing else _from_listing(content, members(standing), kept)
    # Where null stands, NaN, which is refused, would be the same.
    return None if b"null" in standing else _from_document(content, members(standing))


def _from_listing(listing: Listing, stands: Members, kept: Kept) -> Revised | None:
    before = kept.listing
    pairs = zip(_NAMES, _values(listing), _values(before), strict=True)
    names = [name for name, mine, theirs in pairs if mine is not theirs and mine != theirs]
    if listing.number is None and "number" in names:
        names.remove("number")  # whoever made it did not know it
    if "id" in names or "number" in names:
        return None
    stated = {name: msgspec.json.decode(stands[name]) for name in names if name in stands}
    wanted = plain(restated(members_of(listing, names), stated, members_of(before, names)))
    return _joined(stands, {key: raw for key, raw in stands.items() if key not in names}, wanted)


def _from_document(doc: Document, stands: Members) -> Revised | None:
    try:
        written = members(msgspec.json.encode(doc, order="sorted"))
    except (TypeError, ValueError, OverflowError, RecursionError):
        return None  # `draft` says which member no JSON can hold
    same = {key: raw for key, raw in stands.items() if written.get(key) == raw}
    differ = {key: doc.get(key) for key in written if key not in same and key != "rev"}
    if any(key in ("id", "number") or key not in doc or clean_text(key) != key for key in differ):
        return None
    wanted = plain(differ)
    check_members(wanted)
    same |= {key: stands[key] for key in ("id", "number")}
    return _joined(stands, same, wanted) if "name" in same or "name" in wanted else None


def _joined(stands: Members, same: Members, wanted: Mapping[str, object]) -> Revised:
    new = same | {key: msgspec.Raw(encode(value)) for key, value in wanted.items()}
    return Revised(sized(joined(new)), differing(stands, new, wanted))
