"""The liaison's guide: two pages for somebody who never used a terminal, each step with its keys."""

from __future__ import annotations

from kiosk.domain.guide import TYPE, GuidePage, GuideStep, GuideTask
from kiosk.domain.values import dataclass
from kiosk.pages.staff.keys import printed
from kiosk.pages.staff.parts import Key, StaffAsk, StaffPage, staff_frame


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step: its keys as they are printed on a keyboard, what it does, what the screen then says."""

    keys: str
    words: str
    shows: str
    """`You see “Any command”`; empty after the last step of all."""


@dataclass(frozen=True, slots=True)
class TaskLines:
    """One task and its steps."""

    name: str
    steps: tuple[StepLine, ...]


@dataclass(frozen=True, slots=True)
class GuideSheet:
    """One page of the guide."""

    title: str
    about: str
    tasks: tuple[TaskLines, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideView(StaffPage):
    """The pages of the guide, one under the other."""

    sheets: tuple[GuideSheet, ...]
    closes: str
    note: str


def guide_page(ask: StaffAsk) -> GuideView:
    """The guide in the reader's language."""
    say = ask.words.say
    pages = ask.desk.center.content.desk_help.guide
    return GuideView(
        frame=staff_frame(ask),
        title=say("The liaison's guide"),
        subtitle=say("Esc closes this"),
        keys=(
            Key(key="PgDn", label=say("More"), action="turn(1)"),
            Key(key="PgUp", label=say("Before"), action="turn(-1)"),
            Key(key="1", label=say("Page 1"), action="sheet(0)"),
            Key(key="2", label=say("Page 2"), action="sheet(1)"),
            Key(key="F3", label=say("Language"), action="app.language"),
            Key(key="Esc", label=say("Back"), action="leave"),
        ),
        sheets=tuple(_sheet(ask, page) for page in pages),
        closes=say("Esc closes this"),
        note=ask.words.shown_in(pages[0].title) if pages else "",
    )


def _sheet(ask: StaffAsk, page: GuidePage) -> GuideSheet:
    pick = ask.words.pick
    return GuideSheet(pick(page.title), pick(page.about), tuple(_task(ask, task) for task in page.tasks))


def _task(ask: StaffAsk, task: GuideTask) -> TaskLines:
    return TaskLines(ask.words.pick(task.name), tuple(_step(ask, step) for step in task.steps))


def _step(ask: StaffAsk, step: GuideStep) -> StepLine:
    shows = ask.words.pick(step.shows)
    return StepLine(
        keys=" ".join(_pressed(key) for key in step.keys),
        words=ask.words.pick(step.does),
        shows=ask.words.say("You see “{words}”", words=shows) if shows else "",
    )


def _pressed(key: str) -> str:
    """`F`, `^S`, `Enter`; what is typed stands in quotation marks."""
    return f"“{key.removeprefix(TYPE)}”" if key.startswith(TYPE) else printed(key)
