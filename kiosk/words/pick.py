"""Which language of a text is shown: the reader's, else English, else any that is there."""

from __future__ import annotations

from kiosk.domain.listing import LocalText

FALLBACK = "en"


def chosen(text: LocalText, language: str) -> str:
    """The code of the language that is shown; empty when the text has no words in any."""
    for code in (language, FALLBACK, *text):
        if text.get(code):
            return code
    return ""


def picked(text: LocalText, language: str) -> str:
    """The words that are shown; empty when there are none."""
    return text.get(chosen(text, language), "")
