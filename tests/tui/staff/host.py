"""The desk on the sample school, without a terminal: how tests start it, press its keys, and read what it shows."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from kiosk.services.desk import Role, Who
from kiosk.tui.staff.app import StaffApp
from kiosk.tui.staff.base import StaffScreen
from kiosk.wiring import Kiosk, make_kiosk
from tests.pages.center import MONDAY_MORNING, TUESDAY, _lay_down
from tests.tui.raster import cells_of

LOBBY, SMALL = (120, 33), (80, 24)


@cache
def _sample() -> Path:
    """The sample school as files, laid down once; each test works on a copy."""
    there = Path(mkdtemp(prefix="kiosk-desk-"))
    _lay_down(there)
    return there


def desk_kiosk(directory: Path, *, at: datetime = TUESDAY) -> Kiosk:
    """A kiosk on a copy of the sample school in `directory`, its clock standing at `at`."""
    if not (directory / "settings.toml").exists():
        shutil.copytree(_sample(), directory, dirs_exist_ok=True)
    return make_kiosk(directory, at)


def staff_app(
    directory: Path, *, at: datetime = TUESDAY, language: str = "en", by: str = "office", role: Role = "admin",
    steady: Callable[[], float] = lambda: 0.0, at_lobby: bool = False,
) -> StaffApp:  # fmt: skip
    """The desk on a copy of the sample school."""
    kiosk = desk_kiosk(directory, at=at)
    return StaffApp(kiosk.desk(Who(by, role)), kiosk.desk_words(), language, steady=steady, at_lobby=at_lobby)


def shown(app: StaffApp) -> list[str]:
    """The screen as lines of text."""
    return ["".join(glyph for glyph, *_ in row).rstrip() for row in cells_of(app)]


def is_on(app: StaffApp, screen: type[StaffScreen[Any]]) -> bool:
    """Whether the screen in front is one of these."""
    return isinstance(app.screen, screen)


__all__ = ["LOBBY", "MONDAY_MORNING", "SMALL", "TUESDAY", "desk_kiosk", "is_on", "shown", "staff_app"]
