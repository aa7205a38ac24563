"""When Python looks for rubbish: not while a program starts, and seldom once its first screen stands."""

from __future__ import annotations

import gc

SELDOM = (700, 10, 100)
"""Python's own thresholds, but for the last: old things are searched every 50 taps or so, not every 5."""


def look_seldom() -> None:
    """A command that looked for none while it started begins to. What is there now stays, and is not searched.

    Textual keeps some 400,000 small things in its caches: while they are all searched a tap waits for 0.1 s.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(*SELDOM)
        gc.enable()
