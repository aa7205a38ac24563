"""Which language: each by its own name, never by a flag."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Choice, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePage(Page):
    """One choice a language (`big` its own name, `note` its review state, `selected` the one in use)."""

    languages: tuple[Choice, ...]
    another: str
    interpreter: tuple[str, ...]
    """That an interpreter is free and a right, in every language offered."""
