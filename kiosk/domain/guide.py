"""What the desk tells of itself: the liaison's guide, and help for each screen and each field of the form.

These are the types of the files in `content/guide/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from kiosk.domain.listing import LocalText
from kiosk.domain.values import dataclass

TYPE = "type "
"""How a step begins that is typed, sign by sign; any other is one key."""


def _none() -> dict[str, str]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideStep:
    """One step of a task: which keys are pressed, what that does, and what the screen then says."""

    keys: tuple[str, ...] = ()
    """Each a key as Textual names it, or `type ` and what is typed."""
    does: LocalText
    shows: LocalText = field(default_factory=_none)
    """Words that stand on the screen after it; empty where there is nothing new to see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideTask:
    """Something a liaison does, from the desk's first page on."""

    id: str
    name: LocalText
    steps: tuple[GuideStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidePage:
    """One page of the guide."""

    title: LocalText
    about: LocalText
    tasks: tuple[GuideTask, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldHelp:
    """What one field of the form means."""

    path: str
    """Its path without row and language; `section.` and a section's name for a whole part of the form."""
    means: LocalText
    hsds: str = ""
    """Its name in the Human Services Data Specification; empty where it is the kiosk's own."""
    example: LocalText = field(default_factory=_none)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenHelp:
    """What one screen of the desk is for."""

    screen: str
    means: LocalText


@dataclass(frozen=True, slots=True)
class DeskHelp:
    """All of it."""

    guide: tuple[GuidePage, ...]
    fields: Mapping[str, FieldHelp]
    screens: Mapping[str, ScreenHelp]
