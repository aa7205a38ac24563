"""QR codes: what a phone is told (payloads, rightly escaped) and the matrix of dark modules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.listing import Address


@dataclass(frozen=True, slots=True)
class Matrix:
    """The modules of a code without its quiet zone: `modules[row][column]` is True where it is dark."""

    version: int
    size: int
    modules: tuple[tuple[bool, ...], ...]


QUIET = 4
"""Light modules on each side (ISO/IEC 18004)."""


def matrix(payload: str, max_version: int = 40) -> Matrix:
    """The smallest code of level M that holds `payload`; `Refused` when it needs more than `max_version`."""
    raise NotImplementedError


def version_for(payload: str) -> int | None:
    """The smallest version (1 to 40) that holds `payload` at level M; None when none does."""
    raise NotImplementedError


def fits(payload: str, version: int) -> bool:
    """Whether a code of `version` (1 to 40) at level M holds `payload`."""
    raise NotImplementedError


def half_blocks(code: Matrix) -> list[str]:
    """The code with its quiet zone as rows of ` `, `▀`, `▄`, `█`, where ink is a dark module."""
    raise NotImplementedError


def inverse_half_blocks(code: Matrix) -> list[str]:
    """The same with ink on the light modules, for a terminal whose ink is light (NO_COLOR on black)."""
    raise NotImplementedError


def tel(number: str, extension: str = "") -> str: ...
def sms(number: str, body: str = "") -> str: ...
def mailto(address: str, subject: str = "", body: str = "") -> str: ...
def https(url: str) -> str: ...
def host(url: str) -> str: ...
def is_shortener(url: str) -> bool: ...
def wifi(name: str, password: str = "", hidden: bool = False) -> str: ...
def contact(name: str, phone: str = "", email: str = "", address: Address | None = None, note: str = "", url: str = "") -> str: ...
def event(title: str, start: datetime, end: datetime | None = None, place: str = "") -> str: ...
def map_link(address: Address, name: str = "") -> str: ...
def plain(text: str) -> str: ...
