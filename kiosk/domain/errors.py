"""Errors that a person can act on: each is one sentence saying what happened, what was kept and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar, Self


class KioskError(Exception):
    """Something a person can mend. `str(error)` is a whole sentence for staff; `exit_status` is the command line's."""

    exit_status: ClassVar[int] = 1
    code: str = ""
    """Which of the refusals that the desk says in the staff's language; empty for one that only speaks for itself."""
    values: Mapping[str, str] = MappingProxyType({})
    """What stands at the places of that sentence."""

    def coded(self, code: str, **values: object) -> Self:
        """The same error, for the desk to say: which one it is, and what it is about."""
        self.code, self.values = code, {name: str(value) for name, value in values.items()}
        return self


class Refused(KioskError):
    """Words, a file or a field that cannot be taken. Nothing was changed."""

    exit_status = 5


class NoSuch(KioskError):
    """The listing, file or moment that was named does not exist."""

    exit_status = 3


class ChangedElsewhere(KioskError):
    """Somebody else changed the listing since it was read. Nothing is lost."""

    exit_status = 4


class NotSaved(KioskError):
    """The store is busy or cannot be written. Nothing was changed."""

    exit_status = 6


class Busy(NotSaved):
    """Somebody else is changing the listings. Nothing was changed."""

    def __init__(self, words: str, holder: str = "") -> None:
        """`holder`: whose change it is, where that is known."""
        super().__init__(words)
        self.holder = holder


class Newer(NotSaved):
    """A newer kiosk wrote the listings; this one leaves them alone. Nothing was changed."""
