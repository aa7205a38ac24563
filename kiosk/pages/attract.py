"""The first screen: it says whose it is, what it is for, and starts in any language."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.pages.frame import frame, offered_languages
from kiosk.pages.parts import Choice, Page, silent
from kiosk.pages.place import short_place
from kiosk.pages.reader import Ask
from kiosk.pages.route import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class AttractPage(Page):
    """`title` is the big question; `subtitle` what there is; one start choice for each language."""

    starts: tuple[Choice, ...]
    """Label `Touch to start`, note the language's own name; `go` is `Act("start", code)`."""
    today_title: str
    today: tuple[str, ...]
    """What is on at this school now, a line each, at most two."""
    pictograms: tuple[str, ...] = silent(())


SIGNS = ("food", "shirt", "house", "bus", "ball", "cross", "talk", "heart")


def attract_page(ask: Ask) -> AttractPage:
    """Need a hand today? One touch starts, in any language that is offered."""
    say = ask.words.say
    return AttractPage(
        route=ask.route,
        frame=frame(ask),
        title=say("Need a hand today?"),
        subtitle=say("Food, clothes, after school, a clinic, someone to talk to. Free to use. Nothing is saved."),
        starts=tuple(
            Choice(
                go=Act("start", language.code), label=language.touch_to_start, note=language.full_name or language.name
            )
            for language in offered_languages(ask)
        ),
        today_title=say("Today at school"),
        today=_today(ask),
        pictograms=SIGNS,
    )


def _today(ask: Ask) -> tuple[str, ...]:
    """What is open here now, else what comes next; each minute the next two take their turn."""
    lines = []
    for item in ask.center.directory.today(ask.today, ask.now):
        listing = item.kept.listing
        if item.off or item.start is None or listing.sensitive:
            continue
        name, where = ask.words.pick(listing.name), short_place(ask, listing)
        if item.start > ask.now:
            line = ask.words.say("{name}, {place} · at {hour}", name=name, place=where, hour=ask.words.time(item.start))
        elif item.end is not None:
            line = ask.words.say(
                "{name}, {place} · open until {hour}", name=name, place=where, hour=ask.words.time(item.end)
            )
        else:
            line = ask.words.say("{name}, {place} · open now", name=name, place=where)
        lines.append(line)
    if len(lines) <= 2:
        return tuple(lines)
    turn = ask.now.minute * 2 % len(lines)
    return tuple((lines * 2)[turn : turn + 2])
