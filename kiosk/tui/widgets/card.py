"""Cards with more than a name on them: an answer, a number to call, a person, a language, a way on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from kiosk.pages.parts import Choice
from kiosk.tui.plain import Part, line, padded, wrap
from kiosk.tui.widgets.leaf import Touch

if TYPE_CHECKING:
    from kiosk.pages.help_now import HelpLineCard
    from kiosk.pages.person_now import PersonCard


class AnswerCard(Touch):
    """An answer in the middle of a card: big letters (or bold words) over a line of words."""

    def __init__(self, choice: Choice, letters: Sequence[str] = (), *, hint: str = "", classes: str = "") -> None:
        super().__init__(choice, hint=hint, classes=classes)
        self.letters = letters

    def lines(self, width: int, height: int) -> list[Content]:
        """Centred, both ways."""
        choice = self.choice
        if self.letters:
            words = [self.centered([(row, self.style_of("blue"))], width) for row in self.letters]
            under = [choice.note or choice.label] if height > len(self.letters) + 1 else []
        else:
            words = [self.centered([(row, self.style_of("name"))], width) for row in wrap(choice.label, width - 4, 3)]
            under = [choice.note] if choice.note and choice.note != choice.label else []
        quiet = self.style_of("quiet")
        words += [self.centered([(row, quiet)], width) for text in under for row in wrap(text, width - 4, 2)]
        above = max(0, (height - 1 - len(words) + 1) // 2)
        rows = [*[line()] * above, *words]
        rows += [line()] * (height - len(rows))
        if self.shown_hint and above:
            rows[0] = self.centered([], width, hint=self.shown_hint)
        return rows


class BigCard(Touch):
    """A name in big letters at the left, one note at the right: a language, a toggle in big text."""

    def __init__(self, choice: Choice, letters: Sequence[str], *, hint: str = "", classes: str = "") -> None:
        super().__init__(choice, hint=hint, classes=classes)
        self.letters = letters

    def lines(self, width: int, height: int) -> list[Content]:
        """Letters (or the label in bold), the note on the last row before the edge."""
        choice = self.choice
        words: list[Content] = [line("  ", (row, self.style_of("plain"))) for row in self.letters]
        words = words or [line(), line(), line("  ", (choice.label, self.style_of("name")))]
        rows = [*words, *[line()] * (height - len(words))][:height]
        note = f"✓ {choice.note}" if choice.selected else choice.note
        at = max(len(words), height - 2) if height - 2 >= len(words) else height - 2
        tail = rows[at].truncate(width - line(note).cell_length - 3) if at < len(words) else line()
        style = self.style_of("name" if choice.selected else "quiet")
        blank = max(1, width - tail.cell_length - line(note).cell_length - 2)
        rows[at] = tail + line(" " * blank, (note, style))
        if self.shown_hint:
            rows[0] = padded([], width, right=[(f"{self.shown_hint} ", self.style_of("quiet"))])
        return rows


class TextCard(Touch):
    """A card of words: the label in bold, then its note, its detail, and blue words that say it leads on."""

    def __init__(self, choice: Choice, *, leads: str = "", hint: str = "", classes: str = "") -> None:
        super().__init__(choice, hint=hint, classes=classes)
        self.leads = leads

    def lines(self, width: int, height: int) -> list[Content]:
        """From the second row down."""
        choice = self.choice
        rows: list[Content] = [padded([], width, right=[(f"{self.shown_hint} ", self.style_of("quiet"))])]
        number: list[Part] = [(f"{choice.number}  › ", self.style_of("name"))] if choice.number else []
        for index, words in enumerate(wrap(choice.label, width - 4 - line(*number).cell_length, 2)):
            rows.append(padded(["  ", (words, self.style_of("name"))], width, right=number if index == 0 else []))
        for text in (choice.note, choice.detail):
            rows += [line("  ", (words, self.style_of("plain"))) for words in wrap(text, width - 4, 3) if text]
        if self.leads:
            rows += [line()] * max(0, min(1, height - 2 - len(rows)))
            rows.append(line("  ", (f"{self.leads}  ›", self.style_of("touch"))))
        return [*rows, *[line()] * (height - len(rows))][:height]


class NoticeCard(Touch):
    """The day's notice on Home: a state label and a question, in one line."""

    def lines(self, width: int, height: int) -> list[Content]:
        """In the middle row; on a single row at the left."""
        choice = self.choice
        if height == 1:
            hint = [(f"{self.shown_hint} ", self.style_of("quiet"))] if self.shown_hint else []
            label = choice.short or choice.label
            ink = "touch" if self.has_class("link") else "name"
            return [padded([" ", (label, self.style_of(ink)), ("  ›", self.style_of("touch"))], width, right=hint)]
        label_parts = self.label_parts(choice.state.label, choice.state.tone) if choice.state else []
        words = line("  ", *label_parts, " ", (choice.label, self.style_of("name")), ("  ›", self.style_of("touch")))
        return [line(), words, *[line()] * (height - 2)]


class NumberCard(Touch):
    """A help-now line: its title, its number in block digits, what happens, and that a code calls it."""

    def __init__(self, card: HelpLineCard, digits: Sequence[str], *, hint: str = "", classes: str = "") -> None:
        super().__init__(card.go, hint=hint, classes=classes)
        self.card = card
        self.digits = digits

    def lines(self, width: int, height: int) -> list[Content]:
        """Number first where room is short, title first where it is not."""
        lobby = self.screen.has_class("-lobby")
        pad = "   " if lobby else " "
        name, quiet = self.style_of("name"), self.style_of("quiet")
        digits = [line(pad, (row, self.style_of("plain"))) for row in self.digits]
        if lobby:
            title = [line(pad, (row, name)) for row in wrap(self.card.title, width - 4, 1)]
            note = [line(pad, (row, quiet)) for row in wrap(self.card.note, width - 4, 3)]
            rows = [line(), *title, line(), *digits, line(), *note]
            rows += [line()] * (height - 2 - len(rows))
            return [*rows, line(pad, (f"{self.choice.label}  ›", self.style_of("touch"))), line()]
        title = [line(pad, (row, name)) for row in wrap(self.card.short or self.card.title, width - 2, 1)]
        note = [line(pad, (row, quiet)) for row in wrap(self.card.note_short or self.card.note, width - 2, 2)]
        return [line(), *digits, line(), *title, *note, line(), line()]


class BigNumberCard(Touch):
    """A help-now line in big text: block digits, then its short title in big letters, one line below."""

    def __init__(
        self, card: HelpLineCard, digits: Sequence[str], letters: Sequence[str], *, hint: str = "", classes: str = ""
    ) -> None:
        super().__init__(card.go, hint=hint, classes=classes)
        self.card = card
        self.digits = digits
        self.letters = letters

    def lines(self, width: int, height: int) -> list[Content]:
        """Digits from the second row at the left, letters from the first at column 33."""
        plain, name = self.style_of("plain"), self.style_of("name")
        letters = [*self.letters, *[""] * 5][:5] if self.letters else ["", "", self.card.title, "", ""]
        right = [*((row, plain) for row in letters), (self.card.note, name)]
        rows = []
        for y in range(6):
            digits = self.digits[y - 1] if 1 <= y <= len(self.digits) else ""
            rows.append(padded(["   ", (digits.ljust(30), plain), right[y]], width))
        return [*rows, line()]


class RoleCard(Touch):
    """A person who is in, by role: the room in block digits, until when, in which languages."""

    def __init__(self, card: PersonCard, digits: Sequence[str], *, hint: str = "", classes: str = "") -> None:
        super().__init__(card.way, hint=hint, classes=classes)
        self.card = card
        self.digits = digits

    def lines(self, width: int, height: int) -> list[Content]:
        """Role, room, state, languages, and the way there."""
        lobby = self.screen.has_class("-lobby")
        card = self.card
        name, quiet, blue = self.style_of("name"), self.style_of("quiet"), self.style_of("blue")
        pad = "   " if lobby else "  "
        roles = [line(pad, (row, name)) for row in wrap(card.role, width - 4, 1 if lobby else 2)]
        if lobby:
            word = f"{card.room_word}   "
            digits = [
                line(pad, (word if y == 0 else " " * len(word), quiet), (row, blue))
                for y, row in enumerate(self._room_rows(card.room))
            ]
            state = line(pad, *self.state_parts(card.state, words="name"))
            rows = [line(), *roles, line(), *digits, line(), state]
            rows += [line(pad, (row, self.style_of("plain"))) for row in wrap(card.languages, width - 4, 1)]
            rows += [line()] * (height - 2 - len(rows))
            return [*rows, line(pad, (f"{self.choice.label}  ›", self.style_of("touch"))), line()]
        digits = [line(pad, (row, blue)) for row in self._room_rows(card.room)]
        state = line(pad, (card.state.words, name))
        languages = [line(pad, (row, self.style_of("plain"))) for row in wrap(card.languages, width - 3, 1)]
        above = [line()] * (2 - len(roles))
        return [*above, *roles, line(pad, (card.room_word, quiet)), *digits, line(), state, *languages, line()]

    def _room_rows(self, room: str) -> list[str]:
        return list(self.digits) if self.digits else ["", room, "", "", ""]
