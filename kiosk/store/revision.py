"""Revisions: `N-` and 32 hex digits, worked out from the parent and the content, the same on every machine.

The same rule as Apache CouchDB's, with BLAKE2b: a copy that went through other hands can be told from a copy that
did not.
"""

from __future__ import annotations

import re
from hashlib import blake2b

from kiosk.domain.errors import NoSuch

_REV = re.compile(r"([1-9]\d{0,8})-[0-9a-f]{32}")


def is_rev(text: str) -> bool:
    """Whether the text has the shape of a revision."""
    return _REV.fullmatch(text) is not None


def generation(rev: str) -> int:
    """How many changes led to a revision; 0 for none."""
    shape = _REV.fullmatch(rev)
    return int(shape[1]) if shape else 0


def order(rev: str) -> tuple[int, str]:
    """Revisions in one order on every machine: by generation, then by digits."""
    return generation(rev), rev.partition("-")[2]


def next_rev(parent: str, content: bytes | None) -> str:
    """The revision of `content` (canonical bytes, None for a deletion) that follows `parent` (empty for the first)."""
    digest = blake2b(parent.encode() + b"\n" + (b"null" if content is None else content), digest_size=16)
    return f"{generation(parent) + 1}-{digest.hexdigest()}"


def no_revision(id: str, standing: str, rev: str) -> NoSuch:
    """The error that a revision is none that the listing ever had, or none that is kept: it stands at `standing`."""
    if 0 < generation(rev) < generation(standing):
        said = f"Revision {rev} of “{id}” is not kept any more. Nothing was changed. "
        said += "Look at the listing as it is now, and try again from there."
    else:
        said = f"There is no revision {rev[:50]} of “{id}”. Nothing was changed. Open the listing again."
    return NoSuch(said).coded("no-revision", id=id)
