"""A screen that only tells of the one it was opened from: its keys, its help, the guide, the commands."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar

from kiosk.pages.staff.parts import StaffAsk, StaffPage, StaffRoute
from kiosk.tui.staff.base import StaffLook, StaffScreen

P = TypeVar("P", bound=StaffPage)


class AsideScreen(StaffScreen[P]):
    """Knows the screen below. It is never on top of another of its kind: the app puts each in the other's place."""

    ASIDE: ClassVar[bool] = True
    ACTIONS: ClassVar[frozenset[str]] = StaffScreen.ACTIONS | {"below"}

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self._below: StaffScreen[Any] | None = None
        super().__init__(ask, route, look)

    @property
    def below(self) -> StaffScreen[Any]:
        """The screen it tells of: the nearest one that is none of its own kind."""
        if self._below is None:
            stack = reversed(self.app.screen_stack)
            self._below = next(each for each in stack if isinstance(each, StaffScreen) and not each.ASIDE)
        return self._below

    def action_below(self, place: int) -> None:
        """Do what one of the six keys does on the screen below."""
        self.post_message(self.Run(self.below.page.keys[place].action))
