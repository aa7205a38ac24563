"""The keys a screen of the desk truly has: read from its bindings and from those of its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from textual.app import App
from textual.binding import Binding, BindingType
from textual.widget import Widget

from kiosk.pages.staff.keys import KeyUse
from kiosk.tui.staff.base import StaffScreen
from kiosk.tui.widgets.text_field import TextField

_TYPED = (TextField,)
"""Parts whose keys everybody knows: those of writing."""


def keys_of(screen: StaffScreen[Any]) -> list[KeyUse]:
    """The keys of one screen: its own, its letters, and those of its parts that can have the focus."""
    uses = [*_of_class(type(screen), StaffScreen), *letters_of(screen)]
    parts = {type(part): None for part in screen.walk_children(Widget) if part.can_focus}
    for part in parts:
        if not issubclass(part, _TYPED):
            uses += _of_class(part, Widget)
    return list(dict.fromkeys(uses))


def letters_of(screen: StaffScreen[Any]) -> list[KeyUse]:
    """Letters that act where nothing is typed (`LETTERS`: key -> action)."""
    letters: dict[str, str] = getattr(screen, "LETTERS", {})
    return [KeyUse(key, action) for key, action in letters.items()]


def keys_everywhere(app: App[None]) -> list[KeyUse]:
    """The keys that every screen has."""
    return [*_uses(StaffScreen.BINDINGS), *_uses(type(app).BINDINGS)]


def _of_class(kind: type, above: type) -> Iterator[KeyUse]:
    """The bindings of a class and of those it comes from, up to one that is left out."""
    for each in kind.__mro__:
        if each is above:
            return
        yield from _uses(vars(each).get("BINDINGS", ()))


def _uses(bindings: Iterable[BindingType]) -> Iterator[KeyUse]:
    for binding in bindings:
        if isinstance(binding, Binding):
            yield KeyUse(binding.key, binding.action)
