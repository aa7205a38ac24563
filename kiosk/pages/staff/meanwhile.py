"""Somebody else saved the listing that is being written: their change beside mine, field by field, before I save."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.domain.merge import Conflict
from kiosk.pages.staff.change_words import moment_words
from kiosk.pages.staff.hours_change import Bar, day_that_differs
from kiosk.pages.staff.parts import GAP, Key, StaffAsk, staff_frame
from kiosk.pages.staff.path_words import path_words
from kiosk.pages.staff.question import MOST, Joined, QuestionPage, SideCard, Take
from kiosk.pages.staff.value_words import value_words
from kiosk.services.meanwhile import Meanwhile, Side


def meanwhile_page(
    ask: StaffAsk, name: str, between: Meanwhile | None, place: int, takes: Mapping[str, Side]
) -> QuestionPage:
    """The clash at that place, and what else they changed; without either, that nothing came between."""
    say = ask.words.say
    if between is None:
        return QuestionPage(
            frame=staff_frame(ask), title=say("Nobody else changed {name}.", name=name), keys=_keys(ask, None, 0),
            field="", explains="", cards=(), joined_title="", joined=(), note="",
        )  # fmt: skip
    who = between.kept.by or say("Somebody")
    clash = between.clashes[place] if place < len(between.clashes) else None
    label, cards = _cards(ask, clash, between, takes) if clash else ("", ())
    joined = [
        Joined(path_words(ask, each.path), value_words(ask, each.path, each.after), say("theirs"))
        for each in between.theirs[:MOST]
    ]
    if len(between.theirs) > MOST:
        more = len(between.theirs) - MOST
        joined.append(Joined("", "", ask.words.count("and {n} more", "and {n} more", more)))
    where = say("field {n} of {m}", n=place + 1, m=len(between.clashes)) if clash else ""
    return QuestionPage(
        frame=staff_frame(ask),
        title=say("{who} changed {name} meanwhile", who=who, name=name),
        subtitle=where,
        keys=_keys(ask, clash, len(between.clashes)),
        field=label,
        explains=say("You both changed it. Choose before you save.") if clash else say("You changed other things."),
        cards=cards,
        joined_title=say("Their other changes are kept") if joined else "",
        joined=tuple(joined),
        note=say("Nothing is saved yet. What you choose goes into your form."),
    )


def put_together_words(ask: StaffAsk) -> str:
    """Said in the form when all is chosen."""
    return ask.words.say("Put together with what somebody else saved. Not saved yet.")


def _keys(ask: StaffAsk, clash: Conflict | None, count: int) -> tuple[Key, ...]:
    say, off = ask.words.say, not ask.desk.who.may_change
    return (
        Key(key="M", label=say("Keep mine"), action="take('mine')", off=off or clash is None),
        Key(key="T", label=say("Take theirs"), action="take('theirs')", off=off),
        GAP,
        GAP,
        Key(key="→", label=say("Next field"), action="next(1)", off=count < 2),
        Key(key="Esc", label=say("Back"), action="leave"),
    )


def _cards(
    ask: StaffAsk, clash: Conflict, between: Meanwhile, takes: Mapping[str, Side]
) -> tuple[str, tuple[SideCard, ...]]:
    say = ask.words.say
    sides = (clash.mine, clash.theirs, clash.base)
    label, words = path_words(ask, clash.field), [value_words(ask, clash.field, side) for side in sides]
    bars: list[tuple[Bar, ...]] = [(), (), ()]
    day = day_that_differs(ask, sides) if clash.field == "schedules" else None
    if day is not None:
        label, hours = day
        words, bars = [each.words for each in hours], [each.bars for each in hours]
    by = say("{who}, {moment}", who=between.kept.by or "?", moment=moment_words(ask, between.kept.at, inside=True))
    chosen, off = takes.get(clash.field, ""), not ask.desk.who.may_change
    known: tuple[tuple[Take, str, str, str], ...] = (
        ("mine", say("Mine"), "M", say("You, not saved yet")),
        ("theirs", say("Theirs"), "T", by),
        ("before", say("Before"), "", say("When you began")),
    )
    return label, tuple(
        SideCard(
            take=take, label=f"✓ {title}" if take == chosen else title, key=key, who=who, words=said, bars=drawn,
            off=off or take == "before",
        )
        for (take, title, key, who), said, drawn in zip(known, words, bars, strict=True)
    )  # fmt: skip
