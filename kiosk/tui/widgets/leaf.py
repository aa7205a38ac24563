"""The base of every part that is drawn: a leaf, so that a tap which drifts inside it still counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from textual import events
from textual._styles_cache import StylesCache
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from kiosk.pages.parts import Choice, State, Tone
from kiosk.tui.plain import Part, block, line, padded

INKS = (
    "plain", "name", "quiet", "touch", "go", "blue", "picture", "sign", "sign-pressed", "open", "care", "shut",
    "none", "today", "ahead", "cursor", "edge", "edge-focus", "edge-sign", "name-focus",
    "on-sign", "on-focus", "on-help", "chosen", "chosen-plain", "reversed", "field", "field-changed",
    "key", "key-focus", "key-pressed", "key-edge", "key-focus-edge", "key-pressed-edge",
)  # fmt: skip
"""The styles that words and pictures are drawn in. Their colours stand in the style sheets."""
TURNED = frozenset({"quiet", "touch", "go", "blue"})
"""Inks that give way to the ground's own ink where a part stands on another ground than its card."""


class InkScreen(Screen[None], inherit_bindings=False):
    """A screen that knows the inks.

    They are the screen's component classes, not each part's own: the style sheets are then asked once a screen, and
    a screen of thirty parts is up four times as fast.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ink--{name}" for name in INKS}

    _in_frame = _is_due = False
    """A frame is being made; it is to be painted."""

    def _on_timer_update(self) -> None:
        """Paint once at the end of a frame. Textual paints after its layout, and again for parts that changed."""
        self._in_frame = True
        super()._on_timer_update()
        self._in_frame = False
        if self._is_due:
            self._is_due = False
            self._compositor_refresh()

    def _compositor_refresh(self) -> None:
        if self._in_frame:
            self._is_due = True
            return
        super()._compositor_refresh()
        StylesCache.get_inner_outer.cache_clear()  # it holds what a thousand parts that are gone have drawn: 40 MB

    def _screen_resized(self, size: Size) -> None:
        """A new screen hears of its own size, which it is laid out for already."""
        if size != self._size:
            super()._screen_resized(size)

    @property
    def address(self) -> object:
        """Which page it shows, where a screen can show one after another; None where that is no matter."""
        return None


class Leaf(Widget):
    """Draws lines of words in the theme's styles.

    `lines` draws the whole box, border rows included, and the border lies over it. So nothing moves between a theme
    where a card has only a lower edge and one, without colour, where it has a box all round.
    """

    ALLOW_SELECT: ClassVar[bool] = False

    DEFAULT_CSS = """
    Leaf {
        text-wrap: nowrap;
        text-overflow: clip;
    }
    """

    def lines(self, width: int, height: int) -> Sequence[Content]:
        """What stands on it, a line each, for the whole box of this many cells."""
        raise NotImplementedError

    def render(self) -> Content:
        """The lines that the border leaves to be seen."""
        padding = self.styles.padding
        width, height = self.outer_size.width - padding.width, self.outer_size.height - padding.height
        if width <= 0 or height <= 0:
            return line()
        top, right, bottom, left = self.styles.border.spacing
        rows = list(self.lines(width, height))[top : height - bottom]
        return block(row[left : width - right] if left or right else row for row in rows)

    def style_of(self, name: str) -> Style:
        """The style of an ink, to be laid over the ground it stands on."""
        rules = self.screen.get_component_styles(f"ink--{self.ink(name)}")
        return Style(
            background=rules.background if rules.has_rule("background") else None,
            foreground=rules.color if rules.has_rule("color") else None,
            bold=rules.text_style.bold,
        )

    def ink(self, name: str) -> str:
        """The ink that stands for another on this part's ground."""
        return name

    def state_parts(self, state: State, *, short: bool = False, words: str = "plain") -> list[Part]:
        """A state label in its colour, then its words in the style named `words`."""
        said = (short and state.words_short) or state.words
        return [*self.label_parts(state.label, state.tone), (f" {said}" if said else "", self.style_of(words))]

    def label_parts(self, label: str, tone: Tone) -> list[Part]:
        """`OPEN` on its ground, a space each side; in brackets where there is no colour and it is not OPEN."""
        if tone == "plain" or not label:
            return [(label, self.style_of("name"))]
        if tone != "open" and self.screen.has_class("-no-color"):
            return [(f"[{label}]", self.style_of("name"))]
        return [(f" {label} ", self.style_of(tone))]

    def centered(self, parts: Sequence[Part], width: int, *, hint: str = "") -> Content:
        """Words in the middle of a line, and a key's name at its right end."""
        words = line(*parts)
        left = max(0, (width - words.cell_length) // 2)
        if not hint:
            return line(" " * left, *parts)
        return padded([" " * left, *parts], width, right=[(f"{hint} ", self.style_of("quiet"))])


class Touch(Leaf, can_focus=True):
    """Something to touch or to choose by key: it says what was chosen and where that leads."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "choose", show=False, id="touch.choose"),
    ]

    class Chosen(Message):
        """Somebody chose it. `at`: on which page."""

        def __init__(self, choice: Choice, at: object = None) -> None:
            super().__init__()
            self.choice = choice
            self.at = at

    def __init__(self, choice: Choice, *, hint: str = "", classes: str = "") -> None:
        super().__init__(classes=classes, disabled=choice.off)
        self.choice = choice
        self.hint = hint
        """The key that chooses it, shown while keys are shown."""
        self._mark()

    def update(self, choice: Choice) -> None:
        """Shows another choice in the same place."""
        self.choice = choice
        self.disabled = choice.off
        self._mark()
        self.refresh()

    def _mark(self) -> None:
        self.set_class(self.choice.off, "-off")
        self.set_class(self.choice.selected, "-selected")
        self.set_class(self.choice.main, "-main")

    @property
    def ground(self) -> Literal["card", "sign", "focus", "help"]:
        """What it stands on now: its own card, or the blue of the pressed and chosen, the focus, the help."""
        if self.has_focus and self.screen.has_class("-keys"):
            return "focus"
        if self.has_class("-pressed") or self.has_class("-selected") or self.has_class("-main"):
            return "sign"
        return "help" if self.has_class("-help") else "card"

    def ink(self, name: str) -> str:
        """Quiet and coloured inks turn into the ground's own where it is not a card."""
        ground = self.ground
        if ground == "card":
            return name
        if name in TURNED:
            return f"on-{ground}"
        if name == "edge" and ground != "help":
            return f"edge-{ground}"
        if name == "name" and ground == "focus":
            return "name-focus"
        return "sign-pressed" if name == "sign" and self.has_class("-pressed") else name

    @property
    def shown_hint(self) -> str:
        """The key hint, or nothing while nobody has used a key."""
        return self.hint if self.screen.has_class("-keys") else ""

    def on_mouse_down(self) -> None:
        """Pressed, until the finger lifts."""
        self.add_class("-pressed")

    def on_leave(self) -> None:
        """The finger slid away: no longer pressed."""
        self.remove_class("-pressed")

    def on_click(self, event: events.Click) -> None:
        """A tap."""
        event.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Says that it was chosen."""
        if not self.choice.off:
            self.post_message(
                self.Chosen(self.choice, self.screen.address if isinstance(self.screen, InkScreen) else None)
            )
