"""One visit to the kiosk, without a screen: the session, the way back, and what every touch does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from kiosk.pages.parts import Page
from kiosk.pages.reader import Ask, Size
from kiosk.pages.route import Act, Go, Route
from kiosk.services.center import Center
from kiosk.services.session import Session


class Visit:
    """All navigation of the family side. A front end draws `page()` and hands each touch to `follow`."""

    def __init__(self, center: Center, clock: Callable[[], datetime], size: Size) -> None:
        raise NotImplementedError

    def page(self) -> Page:
        """The page to show now, built afresh."""
        raise NotImplementedError

    def follow(self, go: Go) -> None:
        """Does what one touch asks for."""
        raise NotImplementedError

    def reset(self) -> None:
        """Forgets the visitor and shows the first page."""
        raise NotImplementedError
