"""The six toggles of a list, how many each leaves, and what to lift when nothing is left."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kiosk.pages.parts import Choice
from kiosk.pages.reader import Ask
from kiosk.pages.route import Act, Go, Route
from kiosk.pages.state import state_of
from kiosk.services.toggles import TOGGLES, Lift, Toggle


def toggle_choices(ask: Ask, left: Mapping[Toggle, int]) -> tuple[Choice, ...]:
    """Each toggle with how many it leaves; the ones that are on are chosen."""
    on = ask.session.toggles
    return tuple(
        Choice(
            go=_go(ask, toggle),
            label=label(ask, toggle),
            big=_big(ask, toggle),
            number=str(left.get(toggle, 0)),
            note=ask.words.count("{n} left", "{n} left", left.get(toggle, 0)),
            selected=toggle in on,
        )
        for toggle in TOGGLES
    )


def label(ask: Ask, toggle: Toggle) -> str:
    """A toggle's name; that of the child says which grade once it is known."""
    say = ask.words.say
    if toggle == "my-child" and toggle in ask.session.toggles and ask.session.grade:
        return grade_name(ask, ask.session.grade)
    return {
        "open-now": say("Open now"),
        "free": say("Free"),
        "no-papers": say("No papers"),
        "this-school": say("This school"),
        "my-language": say("My language"),
        "my-child": say("Child's age"),
    }[toggle]


def grade_name(ask: Ask, grade: str) -> str:
    """`Grade 3`, `Pre-K`, `Not in school yet`."""
    say = ask.words.say
    if grade == "0":
        return say("Under school age")
    return say("Pre-K") if grade == "PK" else say("Grade {grade}", grade=ask.words.grade(grade))


def _big(ask: Ask, toggle: Toggle) -> str:
    context = ask.words.context
    return {
        "open-now": context("big", "Open now"),
        "free": context("big", "Free"),
        "no-papers": context("big", "No papers"),
        "this-school": context("big", "At school"),
        "my-language": context("big", "Language"),
        "my-child": context("big", "Age"),
    }[toggle]


def _go(ask: Ask, toggle: str) -> Go:
    """The child's grade is asked for once, when its toggle is first turned on."""
    if toggle == "my-child" and not ask.session.grade and toggle not in ask.session.toggles:
        return Route("grade")
    return Act("toggle", toggle)


def without_words(ask: Ask, on: Collection[str]) -> str:
    """`open now, free and without papers`: what was asked for, as it stands in a sentence."""
    say = ask.words.say
    words = {
        "open-now": say("open now"),
        "free": say("free"),
        "no-papers": say("without papers"),
        "this-school": say("at this school"),
        "my-language": say("in your language"),
        "my-child": say("for your child"),
    }
    return ask.words.names(words[toggle] for toggle in TOGGLES if toggle in on)


def lifted_words(ask: Ask, lift: Lift) -> Choice:
    """`Turn off “Open now”`, how many places that gives, and the first of them."""
    say, first = ask.words.say, state_of(ask, lift.first)
    name = ask.words.pick(lift.first.listing.name)
    state = f"{first.label} {first.words}".strip()
    return Choice(
        go=Act("toggle", lift.toggle),
        label=say("Turn off “{toggle}”", toggle=label(ask, lift.toggle)),
        detail=ask.words.count("{n} place", "{n} places", lift.left),
        note=say("First: {name}. {state}", name=name, state=state),
    )
