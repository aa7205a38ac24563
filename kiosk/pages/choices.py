"""The toggles of a result as a page of their own, for big text."""

from __future__ import annotations

from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame
from kiosk.pages.parts import Choice, Page
from kiosk.pages.reader import Ask
from kiosk.pages.results import narrowed, source_of
from kiosk.pages.route import Act
from kiosk.pages.toggles import toggle_choices


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicesPage(Page):
    """Six toggles in big letters (`big`, `note` how many are left), then show or lift them all."""

    toggles: tuple[Choice, ...]
    show: Choice
    all_off: Choice


def choices_page(ask: Ask) -> ChoicesPage:
    """The toggles of the list that `route.about` and `route.detail` name."""
    source = source_of(ask)
    toggled = narrowed(ask, source)
    left = len(toggled.kepts)
    return ChoicesPage(
        route=ask.route,
        frame=frame(ask),
        title=ask.words.say("Choices"),
        subtitle=source.title,
        toggles=toggle_choices(ask, toggled.left),
        show=Choice(go=Act("back"), label=ask.words.count("Show {n} place", "Show {n} places", left), main=True),
        all_off=Choice(go=Act("toggles-off"), label=ask.words.say("All choices off")),
    )
