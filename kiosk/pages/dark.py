"""The screen in quiet hours while nobody uses it: dark, with the numbers to call. Any touch wakes it."""

from __future__ import annotations

from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame, help_numbers, offered_languages
from kiosk.pages.parts import Page, silent
from kiosk.pages.reader import Ask
from kiosk.pages.route import Go, Route


@dataclass(frozen=True, slots=True, kw_only=True)
class DarkPage(Page):
    """`title` says that it rests; nothing on it changes, so that nothing burns in and nothing is sent."""

    starts: tuple[str, ...]
    """Touch anywhere to start, in every language."""
    help_now: str
    """The numbers to call."""
    go: Go = silent(Route("attract"))
    """What touching it anywhere does."""


def dark_page(ask: Ask) -> DarkPage:
    """It rests, and says how to wake it."""
    return DarkPage(
        route=ask.route,
        frame=frame(ask),
        title=ask.words.say("The screen is resting."),
        starts=tuple(f"{language.touch_to_start}." for language in offered_languages(ask)),
        help_now=f"{ask.words.say('Help now')}: {' · '.join(help_numbers(ask))}",
    )
