"""The first screen: it says whose it is, what it is for, and starts in any language."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.parts import Choice, Page, silent


@dataclass(frozen=True, slots=True, kw_only=True)
class AttractPage(Page):
    """`title` is the big question; `subtitle` what there is; one start choice for each language."""

    starts: tuple[Choice, ...]
    """Label `Touch to start`, note the language's own name; `go` is `Act("start", code)`."""
    today_title: str
    today: tuple[str, ...]
    """What is on at this school now, a line each, at most two."""
    pictograms: tuple[str, ...] = silent(())
