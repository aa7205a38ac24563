"""Phone numbers: reading what staff type, and printing what a family dials in the school's own country."""

from __future__ import annotations


def shown(number: str, extension: str = "", region: str = "US") -> str:
    """A number as people here write it: `860-555-0104 ext. 3`; a number of another country with its `+`."""
    raise NotImplementedError


def e164(text: str, region: str = "US") -> str:
    """What was typed, as the one form that is kept (`+18605550104`), or a short code (`988`). Refused if neither."""
    raise NotImplementedError
