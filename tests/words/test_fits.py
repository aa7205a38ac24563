"""The interface's own words fit where they stand, in every language: bar, band, labels, buttons, toggles."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.words.extract import translated
from tests.words.conftest import ROOT

LISTS = sorted((ROOT / "content" / "locale").glob("*/kiosk.po"))

BAR = ("Back", "Home")
"""After their arrow and house, in a button of 11 cells at 80 columns."""
BAR_PLAIN = ("Hide this", "I'm done")
BAND = ("Bigger text", "Smaller text")
LABELS = (
    "OPEN",
    "OPENS",
    "CLOSED",
    "CALL FIRST",
    "SET A TIME",
    "SOON",
    "FULL",
    "WAITLIST",
    "SIGN UP",
    "OFF",
    "NO SCHOOL",
)
CODES = ("Sign up", "The form", "Waitlist", "Text them", "Save day", "Contact", "Map", "The way", "As text")
"""With their tick, in a button of 12 cells in the lobby."""
CODES_SHORT = ("Save", "Form", "Text")
"""With their tick, in a button of 11 cells at 80 columns, one of air at each side."""
TOGGLES = ("Open now", "Free", "No papers", "This school", "My language", "Child's age")
FACTS = (
    *("Who", "Grades", "Cost", "Price", "Papers", "Bring", "Time", "Form asks", "Who signs", "How", "Where", "When"),
    *(
        "Short day",
        "No school",
        "Way home",
        "Access",
        "Answers",
        "Call",
        "On paper",
        "Email",
        "Web page",
        "Places",
    ),
)
"""The quiet names of facts, in the 10 cells that 80 columns leave them."""
KEYS = ("Erase", "Clear all", "Space")
STEPS = ("Sign-up is over. Ask us.", "No place now. Ask us.", "Ask to join the waitlist.", "This one is over. Ask us.")

LIMITS = (
    *((text, 9) for text in BAR),
    *((text, 10) for text in CODES),
    *((text, 7) for text in CODES_SHORT),
    *((text, 11) for text in (*BAR_PLAIN, *LABELS)),
    *((text, 12) for text in (*BAND, *KEYS)),
    *((text, 14) for text in TOGGLES),
    *((text, 10) for text in FACTS),
    *((text, 33) for text in STEPS),
    ("Getting there", 16),
    ("Help now", 10),
    ("A person now", 16),
    ("Family Resource Center", 22),
    ("Sample, not real", 22),
    ("Ask without words", 20),
)
"""A text, and the cells it may take."""


@pytest.mark.parametrize("po", LISTS, ids=[po.parent.name for po in LISTS])
def test_words_fit_their_place(po: Path) -> None:
    catalog = translated(po, po.parent.name)
    said = {message.id: str(message.string) for message in catalog if not message.context}
    assert {text for text, _ in LIMITS} <= set(said), "a text in this table is no longer said"
    assert {text: said[text] for text, most in LIMITS if len(said[text]) > most} == {}
    assert [message.id for message in catalog if message.context == "short" and len(str(message.string)) > 9] == []


def test_english_fits_its_place() -> None:
    assert {text for text, most in LIMITS if len(text) > most} == set()
