"""Which builder makes which page: page `my-list` is `my_list_page` in `kiosk.pages.my_list`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from kiosk.pages.parts import Page
from kiosk.pages.reader import Ask


def page(ask: Ask) -> Page:
    """The page at `ask.route`. Its module is imported when first asked for, so that none costs a family a start."""
    name = ask.route.page.replace("-", "_")
    build: Callable[[Ask], Page] = getattr(import_module(f"kiosk.pages.{name}"), f"{name}_page")
    return build(ask)
