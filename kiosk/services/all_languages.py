"""A text of the program's own, written down for families in every language the school offers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kiosk.domain.listing import LocalText
from kiosk.services.protocols import Speech

ENGLISH = "en"
Speeches = Mapping[str, Speech]
"""A language code -> its words; English is among them."""


def in_all_languages(speeches: Speeches, text: Callable[[Speech], str]) -> LocalText:
    """The text in English, and in each language that has words of its own for it."""
    english = text(speeches[ENGLISH])
    others = {code: text(speech) for code, speech in speeches.items() if code != ENGLISH}
    return {ENGLISH: english} | {code: said for code, said in others.items() if said != english}
