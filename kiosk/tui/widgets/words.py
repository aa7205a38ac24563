"""Words that cannot be touched: a page's title, paragraphs, facts, the first step, big letters and digits."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from kiosk.pages.parts import Fact, State, Step
from kiosk.tui.plain import Part, cells, cut, line, padded, wrap
from kiosk.tui.widgets.leaf import Leaf


class Words(Leaf):
    """Paragraphs in one style, wrapped. `style` is `name`, `quiet`, `plain` and the like."""

    def __init__(self, *paragraphs: str, style: str = "plain", center: bool = False, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.paragraphs = paragraphs
        self.style = style
        self.center = center

    def update(self, *paragraphs: str) -> None:
        """Other words in the same place."""
        if paragraphs != self.paragraphs:
            self.paragraphs = paragraphs
            self.refresh()

    def lines(self, width: int, height: int) -> list[Content]:
        """The paragraphs, each on lines of its own."""
        style = self.style_of(self.style)
        flat = [words for paragraph in self.paragraphs for words in wrap(paragraph, width)]
        if self.center:
            return [self.centered([(words, style)], width) for words in flat[:height]]
        return [line((words, style)) for words in flat[:height]]


class Title(Leaf):
    """A page's title in bold and, after three blanks, what it holds."""

    def __init__(self, title: str, subtitle: str = "", classes: str = "") -> None:
        super().__init__(classes=classes)
        self.words = (title, subtitle)

    def update(self, title: str, subtitle: str = "") -> None:
        """Another title in the same place."""
        if (title, subtitle) != self.words:
            self.words = (title, subtitle)
            self.refresh()

    def lines(self, width: int, height: int) -> list[Content]:
        """One line; the subtitle goes under the title where the box has two rows."""
        title, subtitle = self.words
        if height > 1:
            below = wrap(subtitle, width, height - 1)
            return [line((title, self.style_of("name"))), *(line((words, self.style_of("quiet"))) for words in below)]
        parts: list[Part] = [(title, self.style_of("name"))]
        if subtitle:
            parts += ["   ", (subtitle, self.style_of("quiet"))]
        return [padded(parts, width)]


class Headline(Leaf):
    """A name in bold, and its number at the right end."""

    def __init__(self, name: str, number: str, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.words = (name, number)

    def lines(self, width: int, height: int) -> list[Content]:
        """One line; a name that is too long ends at a whole word."""
        name, number = self.words
        style = self.style_of("name")
        return [padded([(cut(name, width - cells(number) - 2), style)], width, right=[(number, style)])]


class StateLine(Leaf):
    """`OPEN until 4:00 PM`, and something quiet at the right end."""

    def __init__(self, state: State | None, right: str = "", *, strong_right: bool = False, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.state = state
        self.right = right
        self.strong_right = strong_right

    def lines(self, width: int, height: int) -> list[Content]:
        """One line."""
        short = not self.screen.has_class("-lobby")
        parts = self.state_parts(self.state, short=short, words="name") if self.state else []
        return [padded(parts, width, right=[(self.right, self.style_of("name" if self.strong_right else "quiet"))])]


class StepCard(Leaf):
    """The first step on its state's ground (`-open`, `-care`, `-shut`): it says what to do, and is no button."""

    def __init__(self, step: Step, letters: Sequence[Sequence[str]] = (), classes: str = "") -> None:
        super().__init__(classes=f"{classes} -{step.tone}")
        self.step = step
        self.letters = letters

    def lines(self, width: int, height: int) -> list[Content]:
        """The sentence in the middle row, or its big letters."""
        name = self.style_of("name")
        if self.letters:
            rows = [padded(["  ", (row, name)], width) for letters in self.letters for row in letters]
            above = max(0, (height - len(rows)) // 2)
            return [*[line()] * above, *rows]
        text = self.step.text
        if not self.screen.has_class("-lobby") and self.step.short:
            text = self.step.short
        words = wrap(text, width - 3, height)
        above = max(0, (height - len(words)) // 2)
        return [*[line()] * above, *(line("  ", (row, name)) for row in words)]


class Facts(Leaf):
    """Facts in two columns: quiet names, then what is known. `gap` leaves air between them where there is room."""

    def __init__(self, facts: Sequence[Fact], *, at: int, gap: bool = False, last: Fact | None = None) -> None:
        super().__init__(classes="facts")
        self.facts = facts
        self.at = at
        """The column of the texts, counted from the names."""
        self.gap = gap
        self.last = last
        """A fact in bold at the very bottom, such as what to do with no phone."""

    def lines(self, width: int, height: int) -> list[Content]:
        """As many facts as there is room for, whole ones only."""
        rows: list[Content] = []
        room = height - (1 if self.last else 0)
        blocks = [self._rows(fact, width, strong=False) for fact in self.facts]
        air = self.gap and sum(len(block) + 1 for block in blocks) - 1 <= room
        for block in blocks:
            if len(rows) + len(block) > room:
                break
            rows += block
            if air and len(rows) < room:
                rows.append(line())
        if self.last is not None:
            blank = height - len(rows) - 1
            rows += [line()] * (blank if self.screen.has_class("-lobby") else 0)
            rows += self._rows(self.last, width, strong=True)[:1]
        return rows

    def _rows(self, fact: Fact, width: int, *, strong: bool) -> list[Content]:
        lobby = self.screen.has_class("-lobby")
        name = fact.name if lobby else fact.name_short or fact.name
        texts = fact.text if lobby or not fact.short else (fact.short,)
        style, named = self.style_of("name" if strong else "plain"), self.style_of("name" if strong else "quiet")
        column = max(self.at, cells(name) + 1)
        wrapped = [words for text in texts for words in wrap(text, width - column)]
        first, rest = (wrapped[0], wrapped[1:]) if wrapped else ("", [])
        head = padded([(name, named), " " * (column - line(name).cell_length), (first, style)], width)
        return [head, *(line(" " * column, (words, style)) for words in rest)]


class BigText(Leaf):
    """Big letters or block digits: rows of half blocks, drawn as they are."""

    def __init__(self, rows: Sequence[str], *, style: str = "plain", classes: str = "") -> None:
        super().__init__(classes=classes)
        self.rows = rows
        self.style = style

    def update(self, rows: Sequence[str]) -> None:
        """Other letters in the same place."""
        if rows != self.rows:
            self.rows = rows
            self.refresh()

    def lines(self, width: int, height: int) -> list[Content]:
        """The rows."""
        return [line((row, self.style_of(self.style))) for row in self.rows[:height]]
