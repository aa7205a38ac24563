"""I'm done: one sentence."""

from __future__ import annotations

from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame
from kiosk.pages.parts import Page, silent
from kiosk.pages.reader import Ask
from kiosk.pages.route import Go, Route

SECONDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class DonePage(Page):
    """`title` in big letters; the first screen comes back in `seconds`."""

    lines: tuple[str, ...]
    big: tuple[str, ...] = silent(())
    seconds: int = silent(SECONDS)
    go: Go = silent(Route("attract"))
    """What touching it anywhere does."""


def done_page(ask: Ask) -> DonePage:
    """Nothing about you was kept."""
    say, count = ask.words.say, ask.words.count
    return DonePage(
        route=ask.route,
        frame=frame(ask),
        title=say("Nothing about you was kept."),
        lines=(
            say("What your phone scanned stays in your phone."),
            count(
                "The first screen comes back in {n} second. Or touch anywhere.",
                "The first screen comes back in {n} seconds. Or touch anywhere.",
                SECONDS,
            ),
        ),
    )
