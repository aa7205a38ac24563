"""What the services ask of the parts that wiring hands them: a content that ships, a reader who chose something."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from kiosk.domain.listing import LocalText
from kiosk.domain.needs import CenterPart, Language, Need, RightsCard, Support


class Vocabulary(Protocol):
    """The words that ship which search and the lists are built on; `kiosk.words.content.Content` is one."""

    @property
    def languages(self) -> Sequence[Language]:
        """The languages offered."""

    @property
    def needs(self) -> Sequence[Need]:
        """Every need of the tree, parents before their children."""

    @property
    def supports(self) -> Sequence[Support]:
        """The fifteen supports, in order."""

    @property
    def rights(self) -> Sequence[RightsCard]:
        """The cards families do not know to ask for."""

    @property
    def parts(self) -> Sequence[CenterPart]:
        """The seven parts of a family resource center."""

    @property
    def synonyms(self) -> Mapping[str, Sequence[str]]:
        """What families type -> the ids of the needs, supports, rights cards and parts it means."""

    @property
    def small_words(self) -> Collection[str]:
        """Words that say nothing about what a family looks for, in all languages."""


class Speech(Protocol):
    """The reader's language, as far as services say anything; `kiosk.words.Words` is one."""

    def say(self, message: str, **values: object) -> str:
        """A sentence of the program's own."""

    def pick(self, text: LocalText) -> str:
        """A listing's own text."""


class Reader(Protocol):
    """Who a list is for: what one visitor chose. `kiosk.services.session.Session` is one."""

    @property
    def language(self) -> str:
        """A language code (BCP 47)."""

    @property
    def grade(self) -> str:
        """`PK`, `K`, `1` to `12`, `0` for a child not in school yet, empty when nothing was said."""
