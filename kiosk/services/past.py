"""The past of one listing, read once for each change of it: who changed what and when, newest first."""

from __future__ import annotations

from itertools import islice

from kiosk.domain.kept import Altered
from kiosk.services.desk import Records

MOST = 500
"""Versions that are shown; what is older is kept all the same."""


class Past:
    """Asks the records only when something was changed since it last did: the log is long."""

    def __init__(self, records: Records, id: str) -> None:
        self._records = records
        self._id = id
        self._seq = -1
        self._versions: tuple[Altered, ...] = ()

    def versions(self) -> tuple[Altered, ...]:
        """The versions as of now. `NoSuch` for a listing that never was."""
        seq = self._records.load().seq
        if seq != self._seq:
            self._versions = tuple(islice(self._records.altered(self._id), MOST))
            self._seq = seq
        return self._versions
