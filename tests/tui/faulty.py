"""The kiosk with one part broken, for tests: `python -m tests.tui.faulty PART KIOSK-ARGUMENTS`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from kiosk.__main__ import main

SECRET = "what-a-visitor-typed"
"""Stands among the values of the fault; neither screen nor log may show it."""


def _break(*_given: object, **_named: object) -> None:
    typed = SECRET
    raise RuntimeError(f"a fault with {typed}")


def _in_a_page() -> None:
    import kiosk.pages.needs

    kiosk.pages.needs.needs_page = _break  # type: ignore[assignment]  # that is the fault


def _in_the_first_page() -> None:
    import kiosk.pages.attract

    kiosk.pages.attract.attract_page = _break  # type: ignore[assignment]  # that is the fault


def _in_drawing() -> None:
    from kiosk.tui.widgets.tile import Tile

    Tile.render_lines = _break  # type: ignore[assignment,method-assign]  # that is the fault


def _in_composing() -> None:
    from kiosk.tui.public.needs import NeedsScreen

    NeedsScreen.compose = _break  # type: ignore[assignment,method-assign]  # that is the fault


def _in_a_screen() -> None:
    from kiosk.tui.public.base import PageScreen

    PageScreen.leads_to = _break  # type: ignore[method-assign]  # that is the fault


def _in_a_timer() -> None:
    from kiosk.tui.app import KioskApp

    KioskApp.tick = _break  # type: ignore[assignment,method-assign]  # that is the fault


def _without_end() -> None:
    from kiosk.services.center import Center

    def read(*_given: object) -> None:
        (Path(sys.argv[sys.argv.index("--data") + 1]) / "reading").touch()
        while True:
            pass

    Center.warm = read  # type: ignore[assignment,method-assign]  # that is the fault


def _in_building() -> None:
    import kiosk.wiring
    from kiosk.domain.errors import NotSaved

    def refuse(*_given: object, **_named: object) -> None:
        raise NotSaved("The directory of this school cannot be read.")

    kiosk.wiring.make_kiosk = refuse  # type: ignore[assignment]  # that is the fault


PARTS: dict[str, Callable[[], None]] = {
    "page": _in_a_page,
    "first page": _in_the_first_page,
    "drawing": _in_drawing,
    "composing": _in_composing,
    "screen": _in_a_screen,
    "timer": _in_a_timer,
}
"""Part -> what breaks it, each a fault of the program."""
OUTSIDE = {"building": _in_building, "reading ahead that never ends": _without_end}
"""What is no fault of the program."""

if __name__ == "__main__":
    (PARTS | OUTSIDE)[sys.argv.pop(1)]()
    main()
