"""`Shown in English.`: said once on a page where any of its texts is not there in the reader's language."""

from __future__ import annotations

from kiosk.domain.listing import LocalText
from kiosk.pages.reader import Ask


def shown_in(ask: Ask, *texts: LocalText) -> tuple[str, ...]:
    """One note for each language that some text fell back to, each once."""
    return tuple(dict.fromkeys(note for text in texts if (note := ask.words.shown_in(text))))
