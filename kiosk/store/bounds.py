"""How much the store keeps, in bytes and in count, for the small disk of a school. The newest is never thrown away."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.settings import Keeping

MIB = 1024 * 1024
ANCESTORS = 100
"""Revisions that a listing remembers of its past, and as many that were merged into it."""
QUESTIONS = 20
"""Open questions of one listing; then they must be answered first."""
LARGEST_LISTING = 256 * 1024
"""Bytes of one listing in canonical form."""
LARGEST_CHANGE = 256 * MIB
"""Bytes of all documents in one change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What a school may set, in bytes. The defaults come to some 130 MiB beside the listings themselves."""

    journal: int = 4 * MIB
    """The journal is folded into the snapshot when it is larger than this and than half the snapshot."""
    history: int = 64 * MIB
    """Older pieces of the log; the newest piece stays whatever its size."""
    quarantine: int = 32 * MIB
    """Bytes that could not be read; the newest moment's stay whatever their size."""
    disk: int = 100 * MIB
    """Staff are told when less room than this, or than three times the listings, is left on the disk."""


def bounds_of(keeping: Keeping) -> Bounds:
    """What a school has set, in bytes."""
    return Bounds(
        journal=keeping.journal_mib * MIB,
        history=keeping.history_mib * MIB,
        quarantine=keeping.quarantine_mib * MIB,
        disk=keeping.disk_mib * MIB,
    )
