"""What the store's tests are fed with."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from kiosk.store.bounds import Bounds
from kiosk.store.disk import Disk
from kiosk.store.fold import Folding
from kiosk.store.follower import Follower
from kiosk.store.ledger import moment
from kiosk.store.lock import Lock
from kiosk.store.log import Log

FIXTURES = Path(__file__).parent.parent / "fixtures"
FIXTURE = FIXTURES / "listing.json"
NOW = datetime(2026, 11, 25, 9, 55, 30, 663000, UTC)


@cache
def listing_json() -> dict[str, Any]:
    """The sample listing as people write it. Copy it before you change it."""
    found: dict[str, Any] = json.loads(FIXTURE.read_text("utf-8"))
    return found


def pantry(id: str = "food-pantry", **more: object) -> dict[str, object]:
    """A short listing."""
    return {"id": id, "name": {"en": "Food pantry", "es": "Despensa de niños"}, "needs": ["food"], **more}


class Clock:
    """A clock that tests turn by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


def fold(directory: Path, disk: Disk | None = None) -> None:
    """Fold the journal into the snapshot, as a save does once the journal is long."""
    disk = disk or Disk()
    log = Log(directory, disk)
    with Lock(directory / "lock").held("fold", moment(NOW)):
        follower = Follower(directory, log, lambda: 0)
        book = follower.catch_up()
        Folding(directory, log, disk, Bounds()).fold(book, follower.first, moment(NOW))
