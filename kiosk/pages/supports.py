"""How school can help: the fifteen supports."""

from __future__ import annotations

from kiosk.domain.needs import Support
from kiosk.domain.settings import SupportState
from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame
from kiosk.pages.parts import Choice, Page, Paged
from kiosk.pages.reader import Ask
from kiosk.pages.route import Route


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportsPage(Page):
    """One choice for each support; `is_open` when it is at this school."""

    supports: tuple[Choice, ...]
    legend_here: str
    legend_else: str
    foot: str
    center: Choice
    """The parts of the center, which is more than the supports."""
    turning: Paged


def supports_page(ask: Ask) -> SupportsPage:
    """All fifteen on one screen, so that each is two touches from Home."""
    say = ask.words.say
    supports = ask.center.content.supports
    kinds = ask.words.count("{n} kind of help.", "{n} kinds of help.", len(supports))
    return SupportsPage(
        route=ask.route,
        frame=frame(ask),
        title=say("How school can help"),
        subtitle=f"{kinds} {say('Most are for any child.')}",
        supports=tuple(_choice(ask, support) for support in supports),
        legend_here=say("at this school"),
        legend_else=say("somewhere else, and we help you get there"),
        foot=say("Some help needs a special education plan (an IEP). Each page says so."),
        center=Choice(go=Route("center"), label=say("What our center does"), short=say("Our center")),
        turning=Paged(),
    )


def support_state(ask: Ask, support: Support) -> SupportState:
    """What this school has of a support; *ask* when nobody has said."""
    return ask.center.settings.supports.get(support.id, "ask")


def _choice(ask: Ask, support: Support) -> Choice:
    return Choice(
        go=Route("support", support.id),
        label=ask.words.pick(support.name),
        pictogram=support.pictogram,
        is_open=support_state(ask, support) == "here",
    )
