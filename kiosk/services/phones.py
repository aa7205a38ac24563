"""Phone numbers: reading what people type, and printing what a family dials in the school's own country."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kiosk.domain.errors import Refused
from kiosk.domain.values import dataclass

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_SHORT_CODE = re.compile(r"[0-9]{3,6}")
_SPACING = re.compile(r"[\s().-]+")
_TOLL_FREE = frozenset({"800", "833", "844", "855", "866", "877", "888"})
"""Dialled, and known by everybody, with the 1 before them (North American Numbering Plan)."""


@dataclass(frozen=True, slots=True)
class Dialled:
    """A number as it is kept: E.164 (`+18605550104`) or a short code (`988`), and its extension."""

    number: str
    extension: str = ""


def territory(region: str) -> str:
    """The country of a region (ISO 3166): `US-CT` -> `US`."""
    return region.partition("-")[0].upper()


def read(text: str, region: str = "US") -> Dialled:
    """What was typed, as the one form that is kept. Refused when it is no number that can be called."""
    bare = _SPACING.sub("", text)
    if _SHORT_CODE.fullmatch(bare):
        return Dialled(bare)
    import phonenumbers

    try:
        number = phonenumbers.parse(text, territory(region))
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not _can_be_called(number):
        said = f"“{text}” is not a phone number. Nothing was changed. Write it with its area code."
        raise Refused(said).coded("no-phone", number=text)
    kept = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return Dialled(kept, number.extension or "")


def _can_be_called(number: PhoneNumber) -> bool:
    """Whether its length is right, area code and all. Not more: numbers made up for samples (555-01xx) must pass."""
    from phonenumbers import ValidationResult, is_possible_number_with_reason

    return bool(is_possible_number_with_reason(number) == ValidationResult.IS_POSSIBLE)


def shown(number: str, extension: str = "", region: str = "US", ext: str = "ext.") -> str:
    """A kept number as people here write it: `860-555-0104 ext. 3`; another country's with its `+`; `988` as it is.

    `ext` is the reader's word for extension.
    """
    printed = _printed(number, territory(region))
    return f"{printed} {ext} {extension}" if extension else printed


@lru_cache(maxsize=1024)
def _printed(number: str, country: str) -> str:
    if not number.startswith("+"):
        return number
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    if parsed.country_code != phonenumbers.country_code_for_region(country):
        return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    if parsed.country_code != 1:
        return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
    dashed = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.RFC3966).removeprefix("tel:+1-")
    return f"1-{dashed}" if dashed[:3] in _TOLL_FREE else dashed
