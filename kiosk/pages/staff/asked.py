"""What a screen of the desk asks in one line: a label, what stands in it, and what is read from what is typed."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """What was read from a typed line: its value, and words that say so. What cannot be taken is not `is_read`."""

    value: str
    said: str
    is_read: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One line to be typed. `read` is given what stands in it, and the answers to the questions before it."""

    label: str
    value: str = ""
    read: Callable[[str, tuple[str, ...]], Answer]
    hint: str = ""
    longest: int = 0
    """Signs that fit; 0 for no bound."""
    fresh: bool = False
    """What stands in it is a proposal: the first letter that is typed takes its place."""
