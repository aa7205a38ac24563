"""A code that calls one of the help-now lines or a room."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Choice, Code, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class CallCodePage(Page):
    """`number` in block digits; the others a touch away."""

    number: str
    name: str
    note: str
    keeps: tuple[str, ...]
    """What the phone keeps, and what to do without one."""
    code: Code
    code_for: str
    others: tuple[Choice, ...]
