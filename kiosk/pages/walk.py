"""One question of the guided walk."""

from __future__ import annotations

from kiosk.domain.needs import WalkAnswer, WalkQuestion
from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame
from kiosk.pages.missing import missing_page
from kiosk.pages.parts import Choice, Page, silent
from kiosk.pages.reader import Ask
from kiosk.pages.route import Act
from kiosk.pages.walking import walk_of

LARGE_ANSWERS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkPage(Page):
    """`question` in big letters; every question can be skipped, and Back keeps the answers."""

    question: str
    answers: tuple[Choice, ...]
    """Four at most; `big` in big letters, `note` below."""
    others: tuple[Choice, ...]
    skip: Choice
    asked: int = silent(1)
    of: int = silent(4)


def walk_page(ask: Ask) -> Page:
    """The question `route.about`, the first one when it names none."""
    walk, answers = walk_of(ask), ask.session.answers
    question = walk.question(ask.route.about) or walk.after("", answers)
    if question is None:
        return missing_page(ask)
    offered = walk.offered(question, answers)
    place, of = walk.place(question.id, answers)
    say = ask.words.say
    return WalkPage(
        route=ask.route,
        frame=frame(ask),
        title=say("Help me choose"),
        subtitle=say("Question {n} of {all}", n=place, all=of),
        question=ask.words.pick(question.question),
        answers=tuple(_answer(ask, question, answer, large=True) for answer in offered[:LARGE_ANSWERS]),
        others=tuple(_answer(ask, question, answer, large=False) for answer in offered[LARGE_ANSWERS:]),
        skip=Choice(go=Act("skip", question.id), label=say("Skip this question")),
        asked=place,
        of=of,
    )


def _answer(ask: Ask, question: WalkQuestion, answer: WalkAnswer, *, large: bool) -> Choice:
    pick = ask.words.pick
    return Choice(
        go=Act("answer", question.id, answer.id),
        label=pick(answer.label),
        big=pick(answer.big) if large else "",
        note=pick(answer.note) if large and not ask.size.plain else "",
        selected=ask.session.answers.get(question.id) == answer.id,
    )
