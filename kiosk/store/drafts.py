"""What comes in from a person, made ready to keep: cleaned, in canonical form, its keys and types checked."""

from __future__ import annotations

import json
import math

from kiosk.domain.errors import Refused
from kiosk.domain.ids import is_id
from kiosk.domain.kept import Document
from kiosk.domain.listing import Listing
from kiosk.domain.problems import BadListing, Problem
from kiosk.domain.text import clean
from kiosk.store.canonical import canonical, encode
from kiosk.store.codec import to_doc, to_listing

LARGEST_LISTING = 256 * 1024
"""Bytes of one listing in canonical form."""
KEPT = "Nothing was changed."


def draft(content: Listing | Document) -> dict[str, object]:
    """The canonical document of what a person wrote. `BadListing` names the field that cannot be kept."""
    doc = plain(to_doc(content) if isinstance(content, Listing) else dict(content))
    sized(encode(doc))
    return doc


def plain(written: Document) -> dict[str, object]:
    """Members of a listing, cleaned and in canonical form. `BadListing` names the one that cannot be kept."""
    try:
        return canonical(clean(written))
    except RecursionError as error:
        message = f"The listing nests too deep. {KEPT} Write it in fewer levels."
        raise BadListing(message, [Problem("", "too-deep")]) from error


def sized(written: bytes) -> bytes:
    """The bytes of a document, if they are not too many for one listing."""
    if len(written) > LARGEST_LISTING:
        size = len(written) // 1024
        message = f"The listing is too large ({size} KiB of at most 256). {KEPT} Shorten its texts."
        raise BadListing(message, [Problem("", "too-large", str(size))])
    return written


def check_draft(doc: Document) -> Listing:
    """The listing of a draft that has its id: its keys, types, id and number are such as may be kept."""
    listing = to_listing(doc)
    if not is_id(listing.id):
        raise BadListing(
            f"id cannot be “{listing.id[:80]}”. {KEPT} "
            "Write small letters, digits and hyphens, with one letter at least and 64 signs at most.",
            [Problem("id", "bad-id", listing.id)],
        )
    if listing.number is not None and not 101 <= listing.number <= 999_999:
        message = f"number cannot be {listing.number}. {KEPT} Write one from 101 up, or leave it out."
        raise BadListing(message, [Problem("number", "bad-number", str(listing.number))])
    return listing


def read_documents(text: bytes) -> list[Document]:
    """The documents in a file: one JSON object or an array of them.

    What no listing may hold (NaN, Infinity, half characters, huge numbers) is read, so that `draft` can name its field.
    """
    try:
        tree: object = json.loads(
            text.decode("utf-8-sig"), object_pairs_hook=_members, parse_int=_whole_number, parse_constant=float
        )
    except UnicodeDecodeError as error:
        raise Refused(f"The file is not UTF-8 text. {KEPT} Save it as UTF-8 and try again.") from error
    except json.JSONDecodeError as error:
        raise Refused(f"The file is no JSON: line {error.lineno}, {error.msg}. {KEPT} Mend the line.") from error
    except RecursionError as error:
        raise Refused(f"The file nests too deep. {KEPT} Write it in fewer levels.") from error
    found = tree if isinstance(tree, list) else [tree]
    documents: list[Document] = []
    for place, one in enumerate(found, start=1):
        if not isinstance(one, dict):
            raise Refused(f"Listing {place} must be members in {{ }}. {KEPT} Write it as in the example.")
        documents.append(one)
    return documents


def _members(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        shown = twice.encode("utf-8", "replace").decode()
        raise Refused(f"“{shown}” stands twice in one place. {KEPT} Keep one of them.")
    return members


def _whole_number(digits: str) -> int | float:
    return int(digits) if len(digits) < 20 else math.inf
