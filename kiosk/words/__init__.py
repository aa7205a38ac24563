"""Every word that ships: reads content/, picks a language, falls back and says so."""

from __future__ import annotations

from kiosk.words.content import Content, load_content
from kiosk.words.offer import offered, words_for
from kiosk.words.speech import Words

__all__ = ["Content", "Words", "load_content", "offered", "words_for"]
