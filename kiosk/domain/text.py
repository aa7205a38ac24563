"""What text may enter: one rule for every way in, so that nothing from outside reaches a terminal raw."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

_REFUSED = (
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1: a terminal obeys them
    "\xad\u034f\u115f\u1160\u3164\uffa0"  # soft hyphen, joiner, fillers: invisible, and they break search
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi marks, overrides, isolates: order that lies
    "\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # zero width
    "\U000e0000-\U000e0fff"  # tags and their kin: hidden text
    "]"
)
_LINE_ENDS = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
_JOINED = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\u0900-\u0dff"
"""Letters of Arabic and Indic scripts, which spell with the two joiners; anywhere else those only hide things."""
_STRAY_JOINER = f"(?<![{_JOINED}])[\u200c\u200d]|[\u200c\u200d](?![{_JOINED}])"


def clean_text(text: str) -> str:
    """The text as it may be kept: composed (NFC), without what a terminal obeys or an eye cannot see.

    Newline and tab stay; every other line end becomes a newline. Lone surrogates stay: the store names and refuses
    them. Cleaning twice changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    plain = re.sub(_STRAY_JOINER, "", re.sub(_REFUSED, "", re.sub(_LINE_ENDS, "\n", text)))
    return unicodedata.normalize("NFC", plain)


def clean(tree: Mapping[str, object]) -> dict[str, object]:
    """A copy of a JSON object with `clean_text` on every string in it, keys too."""
    return {_cleaned_key(key): _cleaned(value) for key, value in tree.items()}


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, (dict, Mapping)):
        return clean(value)
    if isinstance(value, (list, tuple)):
        return [_cleaned(item) for item in value]
    return value


def _cleaned_key(key: str) -> str:
    return clean_text(key) if isinstance(key, str) else key


def fold(text: str) -> str:
    """The text for comparing: no case, no accents, so that `Niñez` and `ninez` are one."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(sign for sign in apart if not unicodedata.combining(sign)))
