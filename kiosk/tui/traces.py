"""Forgets what the libraries remember of drawn words: their caches would hold a visitor's words for hours."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator

LIBRARIES = ("textual", "rich")


def forget_words() -> None:
    """Empty every cache of a function or method in the libraries that draw, then collect what only they held.

    What the app has set aside from such searches (`kiosk.tui.rubbish`) is searched too, then set aside again.
    """
    for clear in _caches():
        clear()
    is_set_aside = gc.get_freeze_count() > 0
    gc.unfreeze()
    gc.collect()
    if is_set_aside:
        gc.freeze()


def _caches() -> Iterator[Callable[[], object]]:
    """The `cache_clear` of each cached function of those modules, and of each cached method of their classes."""
    modules = [module for name, module in sys.modules.items() if name.partition(".")[0] in LIBRARIES]
    for module in modules:
        for value in list(vars(module).values()):
            within = vars(value).values() if isinstance(value, type) else (value,)
            for each in within:
                clear = getattr(each, "cache_clear", None)
                if callable(clear):
                    yield clear
