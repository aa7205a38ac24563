"""One change of many listings: what to change, to what, what that does to each of them, and the undo of it all."""

from __future__ import annotations

from typing import Literal

from kiosk.domain.problems import SENTENCES, Problem
from kiosk.domain.values import dataclass
from kiosk.pages.staff.bulk_words import bulk_titles, choice_lines
from kiosk.pages.staff.change_words import moment_words
from kiosk.pages.staff.field_words import field_label
from kiosk.pages.staff.parts import GAP, Key, StaffAsk, StaffPage, staff_frame
from kiosk.pages.staff.problem_words import problem_words
from kiosk.pages.staff.value_words import value_words
from kiosk.services.bulk import BulkLine, LastBulk, Plan, Undone, last
from kiosk.services.bulk_fields import FIELDS, BulkField

Stage = Literal["what", "value", "preview", "done"]


@dataclass(frozen=True, slots=True)
class Changing:
    """How far it is: the listings, what is changed, and the change as it would be made."""

    ids: tuple[str, ...]
    stage: Stage = "what"
    field: BulkField | None = None
    plan: Plan | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkRow:
    """One line: something to choose, or a listing with what becomes of it."""

    id: str
    name: str
    words: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkPage(StaffPage):
    """The lines of the stage it is at."""

    rows: tuple[BulkRow, ...]
    note: str


def bulk_page(ask: StaffAsk, changing: Changing) -> BulkPage:
    """The change as far as it is."""
    count = ask.words.count
    before = last(ask.desk)
    title = count("Change {n} listing", "Change {n} listings", len(changing.ids))
    return BulkPage(
        frame=staff_frame(ask),
        title=title,
        subtitle=_subtitle(ask, changing),
        keys=_keys(ask, changing, before),
        rows=tuple(_rows(ask, changing)),
        note=_note(ask, changing, before),
    )


def nothing_words(ask: StaffAsk) -> str:
    """There is nothing to choose from."""
    return ask.words.say("None of them has one.")


def undone_words(ask: StaffAsk, undone: Undone) -> str:
    """What an undo came to."""
    count = ask.words.count
    if undone.is_undone:
        said = count("{n} listing is as before.", "{n} listings are as before.", len(undone.saved))
    else:
        said = count("{n} listing is changed again.", "{n} listings are changed again.", len(undone.saved))
    since = len(undone.changed_since)
    if not since:
        return said
    kept = count("{n} was changed since and stays.", "{n} were changed since and stay.", since)
    return f"{said} {kept}"


def saved_words(ask: StaffAsk, saved: int, left_out: int, questions: int) -> str:
    """What a save came to, and the way back."""
    say, count = ask.words.say, ask.words.count
    parts = [count("{n} listing is changed.", "{n} listings are changed.", saved)]
    if left_out:
        parts.append(count("{n} was left as it is.", "{n} were left as they are.", left_out))
    if questions:
        parts.append(count("{n} is a question now.", "{n} are questions now.", questions))
    return " ".join((*parts, say("U undoes all of it.")))


def _subtitle(ask: StaffAsk, changing: Changing) -> str:
    say, words = ask.words.say, ask.words
    if changing.stage == "what" or changing.field is None:
        return say("What shall change?")
    title = bulk_titles(ask)[changing.field.id]
    if changing.plan is None:
        return title
    ready, out = len(changing.plan.ready), len(changing.plan.left_out)
    already = len(changing.plan.lines) - ready - out
    parts = [words.count("{n} changes", "{n} change", ready)]
    if out:
        parts.append(words.count("{n} left out", "{n} left out", out))
    if already:
        parts.append(words.count("{n} is so already", "{n} are so already", already))
    told = ", ".join(parts)
    return f"{title}: {told}" if ask.size.wide else told


def _keys(ask: StaffAsk, changing: Changing, before: LastBulk | None) -> tuple[Key, ...]:
    say, off = ask.words.say, not ask.desk.who.may_change
    ready = len(changing.plan.ready) if changing.plan is not None and changing.stage == "preview" else 0
    save = say("Save all {n}", n=ask.words.number(ready)) if ready else say("Save all")
    undo = say("Do it again") if before is not None and before.is_undone else say("Undo all")
    choosing = changing.stage in ("what", "value")
    return (
        Key(key="Enter", label=say("Choose"), action="choose", off=not choosing),
        Key(key="^S", label=save, short=say("Save all"), action="save", off=off or not ready),
        GAP,
        Key(key="U", label=undo, short=say("Undo"), action="undo", off=off or before is None),
        GAP,
        Key(key="Esc", label=say("Back"), action="leave"),
    )


def _rows(ask: StaffAsk, changing: Changing) -> list[BulkRow]:
    if changing.stage == "what" or changing.field is None:
        titles = bulk_titles(ask)
        return [BulkRow(id=field.id, name=titles[field.id]) for field in FIELDS]
    if changing.plan is None:
        return [BulkRow(id=id, name=name) for id, name in choice_lines(ask, changing.field, changing.ids)]
    plan = changing.plan
    others = tuple(line for line in plan.lines if line.is_same)
    return [_line(ask, plan.field, line) for line in (*plan.left_out, *plan.ready, *others)]


def _line(ask: StaffAsk, field: BulkField, line: BulkLine) -> BulkRow:
    say = ask.words.say
    name = f"{line.number or ''} {ask.words.pick(line.name)}".strip()
    if line.is_same:
        return BulkRow(id=line.id, name=name, words=say("stays: {value}", value=_value(ask, field, line.before)))
    if line.problems:
        return BulkRow(
            id=line.id, name=name, words=say("left out: {why}", why=_problem(ask, line.problems[0])), strong=True
        )
    before, after = _value(ask, field, line.before), _value(ask, field, line.after)
    return BulkRow(id=line.id, name=name, words=f"{before} → {after}")


def _value(ask: StaffAsk, field: BulkField, value: object) -> str:
    if field.how == "rows" and isinstance(value, list):
        ends = dict.fromkeys(row.get("valid_to") for row in value if isinstance(row, dict))
        told = (value_words(ask, "papers.checked", end) if end else ask.words.say("no end") for end in ends)
        return ", ".join(told)
    return value_words(ask, field.path, field.default if value is None and field.default else value)


def _problem(ask: StaffAsk, problem: Problem) -> str:
    if problem.code not in SENTENCES:
        return problem.detail
    said = problem_words(ask, problem)
    return f"{field_label(ask, problem.field)}: {said}" if problem.field else said


def _note(ask: StaffAsk, changing: Changing, before: LastBulk | None) -> str:
    say = ask.words.say
    if changing.stage == "preview":
        return say("Nothing is changed yet. All are saved together, or none.")
    if changing.stage == "value":
        return say("You see what becomes of each listing before it is saved.")
    if before is None or changing.stage == "done":
        return ""
    what, when = bulk_titles(ask)[before.field.id], moment_words(ask, before.at.isoformat(), inside=True)
    words = ask.words.count("{n} listing", "{n} listings", len(before.lines))
    if before.is_undone:
        return say("Undone: {what}, {listings}, {when}. U does it again.", what=what, listings=words, when=when)
    return say("Your last: {what}, {listings}, {when}. U undoes it.", what=what, listings=words, when=when)
