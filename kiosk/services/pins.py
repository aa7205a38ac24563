"""PINs: which ones are good enough, what is kept of one, and whether one was given.

A PIN of six digits keeps a visitor out who has to type it. It does not hold against somebody who has the file.
"""

from __future__ import annotations

import re
from itertools import pairwise

from kiosk.domain.errors import Refused

LEAST_DIGITS, MOST_DIGITS = 6, 12
PIN_TAKEN = "This PIN cannot be used here. Nothing was changed. Choose another one."
"""Said of a PIN that somebody else has, in words that do not tell so."""
_DIGITS = frozenset(b"0123456789")
_KEPT = re.compile(r"\$argon2id\$v=\d+\$m=\d+,t=\d+,p=\d+(\$[A-Za-z0-9+/]+){2}")


def must_be_good(pin: bytes) -> None:
    """`Refused`, with a sentence, for a PIN that is too short or that anybody would try first."""
    if not LEAST_DIGITS <= len(pin) <= MOST_DIGITS or not _DIGITS.issuperset(pin):
        said = f"A PIN has {LEAST_DIGITS} to {MOST_DIGITS} digits, and nothing else. Nothing was changed."
        raise Refused(said).coded("pin-digits", least=LEAST_DIGITS, most=MOST_DIGITS)
    if is_obvious(pin):
        raise Refused("This PIN is too easy to guess. Nothing was changed. Choose another one.").coded("pin-easy")


def is_obvious(pin: bytes) -> bool:
    """Whether it counts up or down, or repeats one digit or a few: 123456, 987654, 777777, 121212, 123123."""
    steps = {(after - before) % 10 for before, after in pairwise(pin)}
    repeats = any(pin == (pin[:size] * len(pin))[: len(pin)] for size in (1, 2, 3))
    return steps in ({1}, {9}, {2}, {8}) or repeats or pin == pin[: len(pin) // 2] * 2


def hashed(pin: bytes) -> str:
    """What is kept of a PIN: argon2id with its own salt."""
    from argon2 import PasswordHasher

    return PasswordHasher().hash(pin)


def is_hash(kept: str) -> bool:
    """Whether this has the form in which a PIN is kept: what has another one opens nothing."""
    from argon2 import PasswordHasher, extract_parameters
    from argon2.exceptions import InvalidHashError

    if not _KEPT.fullmatch(kept):
        return False
    try:
        found = extract_parameters(kept)
    except (InvalidHashError, ValueError):
        return False
    ours = PasswordHasher()
    return (found.salt_len, found.hash_len) == (ours.salt_len, ours.hash_len)  # a shorter one lost its end


def is_pin(kept: str, pin: bytes) -> bool:
    """Whether this is the PIN that was kept. What is kept in no form that argon2 knows is nobody's."""
    from argon2 import PasswordHasher
    from argon2.exceptions import Argon2Error, InvalidHashError

    try:
        return PasswordHasher().verify(kept, pin)
    except (Argon2Error, InvalidHashError):
        return False
