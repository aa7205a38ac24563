"""Which screen draws which page: `ResultsPage` of `kiosk.pages.results`, `ResultsScreen` beside this file."""

from __future__ import annotations

from importlib import import_module

from kiosk.pages.parts import Page
from kiosk.tui.public.base import PageScreen


def screen_for(page: Page, *, tiny: bool = False) -> type[PageScreen[Page]]:
    """The screen's class. Its module is read when it is first needed, so that none costs a family a start."""
    if tiny:
        from kiosk.tui.public.tiny import TinyScreen

        return TinyScreen
    kind = type(page)
    module = import_module(f"kiosk.tui.public.{kind.__module__.rpartition('.')[2]}")
    screen: type[PageScreen[Page]] = getattr(module, kind.__name__.removesuffix("Page") + "Screen")
    return screen
