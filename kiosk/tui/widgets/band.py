"""The band at the top: whose place this is, the time, the other languages, the size of the text."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size

from kiosk.pages.parts import Choice, Frame
from kiosk.pages.route import Act, Route
from kiosk.tui.plain import Part, cells, cut, line, padded
from kiosk.tui.widgets.leaf import Leaf, Touch


class BandWords(Leaf):
    """School and center at the left, date and time at the right; at 80 columns the page's title stands for both."""

    def __init__(self, frame: Frame, title: str, subtitle: str) -> None:
        super().__init__()
        self.frame = frame
        self.title = title
        self.subtitle = subtitle

    def update(self, frame: Frame, title: str, subtitle: str) -> None:
        """The minute turned, or the page did."""
        if (frame, title, subtitle) != (self.frame, self.title, self.subtitle):
            self.frame, self.title, self.subtitle = frame, title, subtitle
            self.refresh()

    def lines(self, width: int, height: int) -> list[Content]:
        """One line in the middle of the band."""
        frame = self.frame
        name, plain = self.style_of("name"), self.style_of("plain")
        lobby = self.screen.has_class("-lobby")
        clock = frame.clock if lobby else frame.time
        first, second = (frame.school, frame.center) if lobby else (self.title, frame.sample or self.subtitle)
        room = width - cells(clock) - 6 - (cells(frame.sample) + 3 if frame.sample else 0)
        left: list[Part] = ["   ", (cut(first, room), name)]
        if second and line(*left).cell_length + cells(second) + cells(clock) + 6 <= width:
            left += ["  " if lobby else "   ", (second, plain)]
        words = padded(left, width, right=[(clock, plain), "   " if lobby else "  "])
        return [words] if height == 1 else [line(), words, line()]


class BandButton(Touch):
    """A button of the band: its words, and its key at 80 columns."""

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as its words: two columns each side in the lobby, one at 80 columns."""
        return cells(self._words) + 2 if not self.screen.has_class("-lobby") else cells(self.choice.label) + 4

    @property
    def _words(self) -> str:
        hint = f" {self.shown_hint}" if self.shown_hint else ""
        return f"{self.choice.short or self.choice.label}{hint}"

    def lines(self, width: int, height: int) -> list[Content]:
        """One line of words in the middle."""
        name = self.style_of("name")
        if height == 1:
            return [line(f" {self._words} ")]
        return [line(), self.centered([(self.choice.label, name)], width), line()]


class Band(Horizontal):
    """Rows 0 to 2 (row 0 at 80 columns)."""

    def __init__(self, frame: Frame, title: str, subtitle: str) -> None:
        super().__init__()
        self.words = BandWords(frame, title, subtitle)
        self.language = BandButton(self._language(frame), hint="F3", classes="-language")
        self.text_size = BandButton(self._text_size(frame), hint="F4", classes="-text-size")

    def compose(self) -> ComposeResult:
        """Words, languages, text size."""
        yield self.words
        if self.language.choice.label:
            yield self.language
        yield self.text_size

    def update(self, frame: Frame, title: str, subtitle: str) -> None:
        """Other words in the same places."""
        self.words.update(frame, title, subtitle)
        self.language.update(self._language(frame))
        self.text_size.update(self._text_size(frame))

    @staticmethod
    def _language(frame: Frame) -> Choice:
        return Choice(go=Route("language"), label=frame.languages, short=frame.languages_short)

    @staticmethod
    def _text_size(frame: Frame) -> Choice:
        return Choice(go=Act("text-size"), label=frame.text_size)
