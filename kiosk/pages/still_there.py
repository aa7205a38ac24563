"""Still there? More time is always given."""

from __future__ import annotations

from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame
from kiosk.pages.parts import Choice, Page
from kiosk.pages.reader import Ask
from kiosk.pages.route import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class StillTherePage(Page):
    """`title` in big letters and, as `subtitle`, the seconds left in block digits."""

    lines: tuple[str, ...]
    more_time: Choice
    done: Choice


def still_there_page(ask: Ask, seconds: int) -> StillTherePage:
    """Asked before an unused screen clears: more time is the main choice (WCAG 2.2, 2.2.1)."""
    say = ask.words.say
    clears = ask.words.count("This screen clears in {n} second.", "This screen clears in {n} seconds.", seconds)
    return StillTherePage(
        route=ask.route,
        frame=frame(ask),
        title=say("Still there?"),
        subtitle=str(seconds),
        lines=(f"{clears} {say('That keeps your answers private.')}", say("Need more time? Take all you need.")),
        more_time=Choice(go=Act("more-time"), label=say("I need more time"), main=True),
        done=Choice(go=Act("done"), label=say("I'm done")),
    )
