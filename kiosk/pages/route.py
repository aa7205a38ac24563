"""A page's address, and what a touch asks for: plain values that every front end carries out alike."""

from __future__ import annotations

from typing import Literal

from kiosk.domain.values import dataclass

PageName = Literal[
    "attract",
    "home",
    "needs",
    "results",
    "choices",
    "listing",
    "facts",
    "code",
    "walk",
    "supports",
    "support",
    "center",
    "today",
    "week",
    "search",
    "my-list",
    "my-list-code",
    "photo",
    "language",
    "help-now",
    "call-code",
    "person-now",
    "room",
    "quiet",
    "rights",
    "no-school",
    "board",
    "dark",
    "done",
    "grade",
]


@dataclass(frozen=True, slots=True)
class Route:
    """Where a page is: its name, what it is about (an id), a detail (a code's kind, a date), and the page number."""

    page: PageName
    about: str = ""
    detail: str = ""
    part: int = 0
    """Which screenful of a list, from 0."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something a touch does to the visit itself; the page is then built again, or `then` is opened."""

    kind: Literal[
        "back",
        "home",
        "done",
        "hide",
        "more-time",
        "start",  # about: language code
        "language",  # about: language code, empty for the next one
        "text-size",
        "toggle",  # about: toggle id
        "toggles-off",
        "grade",  # about: PK..12, empty for any
        "list-add",  # about: listing id
        "list-remove",
        "list-empty",
        "answer",  # about: question id, detail: answer id
        "skip",  # about: question id
        "type",  # about: the character
        "erase",
        "clear",
    ]
    about: str = ""
    detail: str = ""
    then: Route | None = None


Go = Route | Act
