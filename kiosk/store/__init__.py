"""Where listings lie: the only code that knows TinyDB, JSON, locks and fsync. `open_store` is its door.

The store itself is read when it is first opened: a lobby's first screen needs only small notes beside the listings.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.store.bounds import Bounds, bounds_of

if TYPE_CHECKING:
    from kiosk.store.repository import Store

__all__ = ["Bounds", "Store", "bounds_of", "open_store"]


def open_store(directory: Path, bounds: Bounds | None = None, may: Callable[[], None] = lambda: None) -> Store:
    """The listings of one school, in one directory. Nothing is read, made or written until it is asked for.

    `may` is asked before each change, and raises what stops it.
    """
    from kiosk.store.repository import Store

    return Store(directory, bounds=bounds, may=may)


def __getattr__(name: str) -> object:
    if name == "Store":
        from kiosk.store.repository import Store

        return Store
    raise AttributeError(name)
