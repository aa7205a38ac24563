"""The keys that do the same on every page; each stands on its button."""

from __future__ import annotations

from textual.binding import Binding, BindingType

KEYS: list[BindingType] = [
    Binding("escape", "back", show=False, priority=True, id="kiosk.back"),
    Binding("f1", "go('help-now')", show=False, priority=True, id="kiosk.help"),
    Binding("f2", "home", show=False, priority=True, id="kiosk.home"),
    Binding("f3", "go('language')", show=False, priority=True, id="kiosk.language"),
    Binding("f4", "text_size", show=False, priority=True, id="kiosk.text-size"),
    Binding("f5", "go('person-now')", show=False, priority=True, id="kiosk.person"),
    Binding("f9", "hide", show=False, priority=True, id="kiosk.hide"),
    Binding("f10", "done", show=False, priority=True, id="kiosk.done"),
    Binding("ctrl+l", "repaint", show=False, priority=True, id="kiosk.repaint"),
]
"""The keys that reach the same thing from everywhere; each stands on its button."""
EACH_COUNTS = frozenset({"escape", "f9", "f10"})
"""Keys that hide the screen or end the visit: none is ever passed over."""
LAST_COUNTS = frozenset({"f1", "f2", "f3", "f4", "f5"})
"""Keys that lead to the same page from everywhere: of many pressed at once the last one counts."""
EVERYWHERE = EACH_COUNTS | LAST_COUNTS | {"ctrl+l", "ctrl+d"}
"""All of them: what a page does with a key comes after."""
