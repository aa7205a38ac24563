"""One open question: mine, theirs and what was before, side by side in words, and what was put together without one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Literal

from kiosk.domain.differences import differences
from kiosk.domain.kept import Question
from kiosk.domain.values import dataclass
from kiosk.pages.staff.change_words import differences_words, moment_words
from kiosk.pages.staff.hours_change import Bar, day_that_differs
from kiosk.pages.staff.parts import Key, StaffAsk, StaffPage, staff_frame
from kiosk.pages.staff.path_words import path_words
from kiosk.pages.staff.value_words import value_words
from kiosk.services.question_story import Story, story_of

Take = Literal["mine", "theirs", "before"]
MOST = 3
"""What was put together is told so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideCard:
    """One of the three: its key, who wrote it when, the value in words, hours as bars, and what was noted with it."""

    take: Take
    label: str
    key: str
    who: str
    words: str
    bars: tuple[Bar, ...] = ()
    quote: str = ""
    off: bool = False


@dataclass(frozen=True, slots=True)
class Joined:
    """A value that was put together without a question, and whose it is."""

    name: str
    words: str
    whose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPage(StaffPage):
    """The question that is in front."""

    field: str
    explains: str
    cards: tuple[SideCard, ...]
    joined_title: str
    joined: tuple[Joined, ...]
    note: str


def question_page(ask: StaffAsk, id: str, questions: Sequence[Question], place: int) -> QuestionPage:
    """The question at that place of those that are open about a listing; without any, that nothing is left."""
    say = ask.words.say
    kept = ask.desk.records.load().get(id)
    name = ask.words.pick(kept.head.name) if kept else (questions[0].name if questions else id)
    if not questions:
        return QuestionPage(
            frame=staff_frame(ask), title=say("Nothing is left to choose."), subtitle=name, keys=_keys(ask, None, 0),
            field="", explains=say("What was chosen stands in the history, and what was not."), cards=(),
            joined_title="", joined=(), note="",
        )  # fmt: skip
    question = questions[place]
    story = story_of(ask.desk.records, question)
    number = say("No. {number}", number=kept.number) if kept else ""
    where = say("field {n} of {m}", n=place + 1, m=len(questions))
    seen = say("Families see theirs until you choose.")
    label, cards = _cards(ask, question, story)
    return QuestionPage(
        frame=staff_frame(ask),
        title=say("Two people changed {name}", name=name),
        subtitle=f"{', '.join(filter(None, (number, where)))}. {seen}" if ask.size.wide else where,
        field=label,
        explains=_explains(ask, question),
        cards=cards,
        joined_title=say("Put together without a question") if story.joined else "",
        joined=_joined(ask, story),
        note=say("Both stay in the history, whatever you choose.")
        if ask.size.wide
        else say("Both stay in the history. Families see theirs until you choose."),
        keys=_keys(ask, question, len(questions)),
    )


def _keys(ask: StaffAsk, question: Question | None, count: int) -> tuple[Key, ...]:
    say, off = ask.words.say, question is None or not ask.desk.who.may_change
    whole = question is None or not question.field
    return (
        Key(key="M", label=say("Take mine"), action="take('mine')", off=off),
        Key(key="T", label=say("Take theirs"), action="take('theirs')", off=off),
        Key(key="B", label=say("As before"), action="take('before')", off=off or whole),
        Key(key="E", label=say("Write another"), short=say("Write new"), action="write", off=off or whole),
        Key(key="→", label=say("Next field"), action="next(1)", off=count < 2),
        Key(key="Esc", label=say("Later"), action="leave"),
    )


def _explains(ask: StaffAsk, question: Question) -> str:
    say = ask.words.say
    if question.field:
        return say("The field that differs. All else was put together without a question.")
    if question.mine is None:
        return say("Somebody changed it, and somebody else deleted it. It stays until you choose.")
    return say("One person deleted it, one changed it. It stays away until you choose.")


def _cards(ask: StaffAsk, question: Question, story: Story) -> tuple[str, tuple[SideCard, ...]]:
    """What the field is called, and the three cards."""
    say = ask.words.say
    sides = (question.mine, question.theirs, question.base)
    label = path_words(ask, question.field)
    words = [_words(ask, question, side) for side in sides]
    bars: list[tuple[Bar, ...]] = [(), (), ()]
    day = day_that_differs(ask, sides) if question.field == "schedules" else None
    if day is not None:
        label, hours = day
        words, bars = [each.words for each in hours], [each.bars for each in hours]
    mine, theirs = _by(ask, question.by, question.at), _by(ask, story.theirs_by, story.theirs_at)
    since = say("Since {day}", day=moment_words(ask, story.before_at, inside=True)) if story.before_at else ""
    known = (
        ("mine", say("Mine"), "M", mine),
        ("theirs", say("Theirs"), "T", theirs),
        ("before", say("Before"), "B", since),
    )
    off = not ask.desk.who.may_change
    takes: tuple[Take, ...] = ("mine", "theirs", "before")
    return label, tuple(
        SideCard(
            take=take, label=name, key=key, who=who, words=said, bars=bar, quote=_quote(ask, side),
            off=off or (take == "before" and not question.field),
        )
        for take, (_, name, key, who), said, bar, side in zip(takes, known, words, bars, sides, strict=True)
    )  # fmt: skip


def _words(ask: StaffAsk, question: Question, side: object) -> str:
    if question.field:
        return value_words(ask, question.field, side)
    say = ask.words.say
    if side is None:
        return say("Delete it")
    base = question.base if isinstance(question.base, Mapping) else {}
    changed = differences(base, side) if isinstance(side, Mapping) else []
    told = differences_words(ask, changed)
    return say("Keep it. {what}", what=told) if told else say("As it was")


def _by(ask: StaffAsk, who: str, at: str) -> str:
    """`You, today 2:58 PM`."""
    name = ask.words.say("You") if who == ask.desk.who.name else who
    moment = moment_words(ask, at, inside=True)
    return ask.words.say("{who}, {moment}", who=name, moment=moment) if name and moment else name or moment


def _quote(ask: StaffAsk, side: object) -> str:
    """What was noted with hours, in quotation marks; empty for anything else."""
    for row in side if isinstance(side, (list, tuple)) else ():
        for key in ("notes", "description"):
            texts = row.get(key) if isinstance(row, Mapping) else None
            if isinstance(texts, Mapping) and (text := ask.words.pick({str(k): str(v) for k, v in texts.items()})):
                return f"“{text}”"
    return ""


def _joined(ask: StaffAsk, story: Story) -> tuple[Joined, ...]:
    say = ask.words.say
    whose = {"mine": say("mine"), "theirs": say("theirs")}
    by_side = [[pair for pair in story.joined if pair[1] == side] for side in ("theirs", "mine")]
    turns = [pair for both in zip_longest(*by_side) for pair in both if pair is not None]
    told = [
        Joined(path_words(ask, each.path), value_words(ask, each.path, each.after), whose[side])
        for each, side in turns[:MOST]
    ]
    if len(turns) > MOST:
        more = len(turns) - MOST
        told.append(Joined("", "", ask.words.count("and {n} more", "and {n} more", more)))
    return tuple(told)
