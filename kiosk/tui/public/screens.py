"""Which screen draws which page: `ResultsPage` of `kiosk.pages.results`, `ResultsScreen` beside this file."""

from __future__ import annotations

from importlib import import_module
from typing import get_args

from kiosk.pages.parts import Page
from kiosk.pages.route import PageName
from kiosk.tui import public
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


def read_screens() -> None:
    """Read the modules of all pages and screens ahead of need, and what draws codes; made for a background thread."""
    from pkgutil import iter_modules

    from kiosk.domain.qr import matrix

    for page in get_args(PageName):
        import_module(f"kiosk.pages.{page.replace('-', '_')}")
    for module in iter_modules(public.__path__):
        import_module(f"{public.__name__}.{module.name}")
    import_module("kiosk.services.codes")
    matrix("tel:911")
