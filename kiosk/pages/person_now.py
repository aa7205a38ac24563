"""A person now: who can help today, by role; where, until when, in which languages."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Choice, Fact, Page, State, silent


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """One role that is in. `room` in block digits."""

    role: str
    room_word: str
    room: str
    state: State
    languages: str
    way: Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonNowPage(Page):
    """At most three people large; later ones, the office and the interpreter in words."""

    cards: tuple[PersonCard, ...]
    facts: tuple[Fact, ...]
    """Later today; No one here?; Your language?"""
    quiet: Choice
    way: Choice | None = silent(None)
