"""Pages of the desk that are lines to read, and at most one to choose: a preview, a history, questions."""

from __future__ import annotations

import json
from dataclasses import field
from datetime import date, datetime

from kiosk.domain.kept import Version
from kiosk.domain.values import dataclass
from kiosk.pages.parts import Choice
from kiosk.pages.route import Route
from kiosk.pages.staff.field_words import field_label
from kiosk.pages.staff.parts import Key, StaffAsk, StaffPage, staff_frame
from kiosk.services.form import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """One line: a name, what is said, and what choosing it does (an action, empty for nothing)."""

    name: str = ""
    words: str
    act: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesPage(StaffPage):
    """Lines under each other."""

    lines: tuple[TextLine, ...] = field(default=())
    note: str = ""


def preview_page(ask: StaffAsk, form: Form) -> LinesPage:
    """What a family would read, line by line."""
    from kiosk.pages.listing import shown

    say = ask.words.say
    kept = form.as_kept()
    lines: tuple[TextLine, ...]
    if kept is None:
        lines = (TextLine(words=say("Families see it when what is wrong is mended."), strong=True),)
    else:
        page = shown(ask.family(Route("listing", kept.id)), kept)
        said = (part.label if isinstance(part, Choice) else part for part in page.spoken())
        lines = tuple(TextLine(words=words) for words in said if words)
    back = Key(key="Esc", label=say("Back"), action="leave")
    return LinesPage(frame=staff_frame(ask), title=say("As families will read it"), lines=lines, keys=(back,))


def history_page(ask: StaffAsk, id: str) -> LinesPage:
    """The revisions of one listing, newest first."""
    say, words = ask.words.say, ask.words
    kept = ask.desk.records.load().get(id)
    lines = tuple(
        TextLine(
            name=f"{words.said(_local(ask, version.at), ask.today)}  {version.by}",
            words=_altered(ask, version),
        )
        for version in ask.desk.records.history(id)
    )
    name = words.pick(kept.head.name) if kept else id
    return LinesPage(
        frame=staff_frame(ask),
        title=say("What changed: {name}", name=name),
        lines=lines,
        note=say("Undo takes the last change back. Undo again brings it back."),
        keys=(
            Key(key="U", label=say("Undo"), action="undo", off=not ask.desk.who.may_change),
            Key(key="Esc", label=say("Back"), action="leave"),
        ),
    )


def questions_page(ask: StaffAsk, id: str) -> LinesPage:
    """The open questions of one listing, one after another: what is mine, what is theirs, what was before."""
    say = ask.words.say
    found = [each for each in ask.desk.records.questions() if each.id == id]
    lines: list[TextLine] = []
    for question in found[:1]:
        label = field_label(ask, question.field) if question.field else say("The whole listing")
        lines += [
            TextLine(words=label, strong=True),
            TextLine(name=say("Mine, by {who}", who=question.by or "?"), words=_shown(ask, question.mine), act="mine"),
            TextLine(name=say("Theirs, families see it"), words=_shown(ask, question.theirs), act="theirs"),
            TextLine(name=say("Before"), words=_shown(ask, question.base)),
        ]
    name = found[0].name if found else id
    return LinesPage(
        frame=staff_frame(ask),
        title=say("Two people changed {name}", name=name) if found else say("Nothing is left to choose."),
        subtitle=say("1 of {n}", n=len(found)) if found else "",
        lines=tuple(lines),
        note=say("Both stay in the history, whatever you choose."),
        keys=(
            Key(key="M", label=say("Take mine"), short=say("Mine"), action="take('mine')", off=not found),
            Key(key="T", label=say("Take theirs"), short=say("Theirs"), action="take('theirs')", off=not found),
            Key(key="Esc", label=say("Later"), action="leave"),
        ),
    )


def _altered(ask: StaffAsk, version: Version) -> str:
    """Which fields a change altered."""
    if not version.parent:
        return ask.words.say("Added.")
    return ", ".join(field_label(ask, name) for name in version.fields) or ask.words.say("A question, no field.")


def _local(ask: StaffAsk, at: str) -> date:
    return datetime.fromisoformat(at).astimezone(ask.desk.center.zone).date()


def _shown(ask: StaffAsk, value: object) -> str:
    if value is None:
        return ask.words.say("nothing")
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)
