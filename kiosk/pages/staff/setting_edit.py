"""One setting while somebody writes it: what is read from it, and what it stood at when it was opened."""

from __future__ import annotations

from kiosk.domain.errors import ChangedElsewhere, KioskError
from kiosk.domain.values import dataclass
from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.staff.problem_words import refusal_words
from kiosk.pages.staff.settings import SettingLine, typed_words
from kiosk.services.school_settings import Set, Values
from kiosk.services.setting_values import Item, row_of
from kiosk.settings_standing import as_read


@dataclass(frozen=True, slots=True)
class NotKept:
    """Why a line was not kept; what was typed stays."""

    why: str


class SettingEdit:
    """A line that is open. Keys that somebody else sets meanwhile are not overwritten unseen."""

    def __init__(self, ask: StaffAsk, line: SettingLine) -> None:
        self.line = line
        self._seen = seen_of(ask, line.item)

    def words(self, ask: StaffAsk, typed: str) -> str:
        """What it will be, or what is wrong with it; how to write it while nothing was changed."""
        return typed_words(ask, self.line.item, typed)[1] if typed != self.line.typed else self.line.write

    def keep(self, ask: StaffAsk, typed: str) -> Set | NotKept:
        """Set the keys in the file, unless they are wrong or others by now; once more puts them in place of those."""
        settings = ask.desk.settings()
        read, words, can_be_kept = typed_words(ask, self.line.item, typed)
        if not can_be_kept:
            return NotKept(words)
        try:
            return settings.change(read.values, self._seen, ask.desk.who.name)
        except KioskError as error:
            if isinstance(error, ChangedElsewhere):  # it is told now; a row that is another role's stays refused
                stands = settings.stands()
                self._seen = {**self._seen, **{key: stands.value(key) for key in self.line.item.keys}}
            return NotKept(f"{refusal_words(ask, error)} {ask.words.say('What you typed is still here.')}")


def seen_of(ask: StaffAsk, item: Item) -> Values:
    """What the keys of a line stand at in the file; a row of hours is told from the next by its role."""
    stands = ask.desk.settings().stands()
    seen = {key: stands.value(key) for key in item.keys}
    if item.kind == "hours":
        seen[f"{item.id}.role"] = as_read(row_of(stands.settings, item).role)
    return seen
