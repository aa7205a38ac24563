"""When Python looks for rubbish: not while a program starts, and seldom once its first screen stands."""

from __future__ import annotations

import gc

SELDOM = (700, 10, 50)
"""Python's own thresholds, but for the last: old things are searched every 25 taps or so, not every 5."""


def look_seldom() -> None:
    """A command that looked for none while it started begins to. What is there now stays, and is not searched.

    A tap waits while all that a program is made of is searched.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(*SELDOM)
        gc.enable()
