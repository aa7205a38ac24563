"""The form in words: nine sections, their fields with what stands in them and what is wrong, and what families see."""

from __future__ import annotations

from kiosk.domain.errors import KioskError
from kiosk.domain.kept import Kept
from kiosk.domain.paths import value_at
from kiosk.domain.problems import Problem
from kiosk.domain.values import dataclass
from kiosk.pages.staff.field_words import field_label
from kiosk.pages.staff.form_essentials import LINK, code_fits, essential_fields
from kiosk.pages.staff.form_families import FamilySide, family_side
from kiosk.pages.staff.form_values import not_read, shown_value
from kiosk.pages.staff.hours_head import WeekHead, week_head
from kiosk.pages.staff.hours_week import DrawnWeek, draw_hint, drawn_week
from kiosk.pages.staff.parts import Key, StaffAsk, StaffPage, staff_frame
from kiosk.pages.staff.presence_words import open_words
from kiosk.pages.staff.problem_words import problem_words
from kiosk.services.form import Form
from kiosk.services.form_fields import SECTIONS, Field, SectionId, fields
from kiosk.services.form_hours import FormHours


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldLine:
    """One field: its name, what stands in it, what is wrong with it."""

    field: Field
    label: str
    value: str
    problem: str = ""
    changed: bool = False
    good: str = ""
    """Said below it in green: how large the code of a link is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionLine:
    """One section: folded it shows what is in it, open its fields."""

    id: SectionId
    number: int
    title: str
    summary: str
    mark: str
    """A tick, `changed`, `no Spanish`, or how much is wrong; empty when it is not used."""
    is_wrong: bool
    fields: tuple[FieldLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage(StaffPage):
    """The whole form."""

    sections: tuple[SectionLine, ...]
    essentials: tuple[FieldLine, ...]
    """On the wide form, while no section is open, the fields that change most."""
    families_see: str
    families: FamilySide
    only_look: str
    """Said to a reader who tries to write."""
    left: str
    """Said on the screen before, when something is left unsaved."""
    week: DrawnWeek | None
    """Drawn where the hours are open; on the wide form always."""
    hours: WeekHead
    draw_hint: str
    note: str
    """What is to be known before saving: a draft goes on, somebody else changed it, how keys work."""


def form_page(ask: StaffAsk, form: Form, opened: SectionId | None) -> FormPage:
    """The form as it stands, with one section open or none."""
    say = ask.words.say
    problems = form.problems()
    sections = tuple(_section(ask, form, id, problems, opened) for id in SECTIONS)
    name = ask.words.pick(_texts(form.doc.get("name"))) or say("New listing")
    number = form.doc.get("number")
    return FormPage(
        frame=staff_frame(ask),
        title=f"{name}  {say('No. {number}', number=number)}" if number else name,
        subtitle=_standing(ask, form, len(problems)),
        keys=_keys(ask, form),
        sections=sections,
        essentials=_essentials(ask, form, problems) if ask.size.wide and opened is None else (),
        families_see=say("Families will see:"),
        families=family_side(ask, form),
        only_look=say("You may look here, and not change it."),
        left=say("Not saved. What you typed is kept.") if form.is_changed else "",
        week=_week(ask, form) if ask.size.wide or opened == "hours" else None,
        hours=week_head(ask, FormHours(ask.desk, form).listing().schedules),
        draw_hint=draw_hint(ask),
        note=_note(ask, form),
    )


def _week(ask: StaffAsk, form: Form) -> DrawnWeek | None:
    """The week as its rows have it, None while one of them cannot be read."""
    hours = FormHours(ask.desk, form)
    return drawn_week(ask.words, hours.listing().schedules, ask.today) if hours.is_readable else None


def _section(
    ask: StaffAsk, form: Form, id: SectionId, problems: list[Problem], opened: SectionId | None
) -> SectionLine:
    say = ask.words.say
    own = fields(id, form.doc, _languages(ask))
    lines = tuple(_field(ask, form, field, problems) for field in own)
    wrong = sum(1 for line in lines if line.problem)
    filled = [line.value for line in lines if line.value and line.field.kind not in ("choice", "flag")]
    lacks = any(not line.value for line in lines if line.field.path == "name.es")
    mark = "✓" if any(line.value for line in lines) else ""
    if any(line.changed for line in lines):
        mark = say("changed")
    if lacks:
        mark = say("no Spanish")
    if wrong:
        mark = ask.words.count("{n} to mend", "{n} to mend", wrong)
    return SectionLine(
        id=id,
        number=SECTIONS.index(id) + 1,
        title=_titles(ask)[id],
        summary=" · ".join(filled[:3]) if filled else "" if mark else say("not used here"),
        mark=mark,
        is_wrong=bool(wrong) or lacks,
        fields=lines if id == opened else (),
    )


def _field(ask: StaffAsk, form: Form, field: Field, problems: list[Problem], label: str = "") -> FieldLine:
    found = next((each for each in problems if _is_about(each.field, field.path)), None)
    if found is None and field.kind == "hours" and form.value(field) is None:
        found = next((each for each in problems if each.field == field.path.partition("[")[0]), None)
    value = shown_value(ask, form, field)
    return FieldLine(
        field=field,
        label=label or _label(ask, form, field),
        value=value,
        problem=_problem(ask, found) if found else "",
        changed=_changed(form, field),
        good=code_fits(ask, value) if field.path == LINK and value and not found else "",
    )


def _essentials(ask: StaffAsk, form: Form, problems: list[Problem]) -> tuple[FieldLine, ...]:
    return tuple(_field(ask, form, field, problems, label) for field, label in essential_fields(ask))


def _label(ask: StaffAsk, form: Form, field: Field) -> str:
    """A field's name; of a row of hours its number, of the empty one behind them what Enter does."""
    if field.kind != "hours":
        return field_label(ask, field.path)
    if form.value(field) is None:
        is_row = field.path.startswith("schedules")
        return ask.words.say("+ new hours") if is_row else ask.words.say("+ a day that differs")
    return str(int(field.path.partition("[")[2].rstrip("]")) + 1)


def _problem(ask: StaffAsk, problem: Problem) -> str:
    return not_read(ask, problem.field) if problem.code == "not-read" else problem_words(ask, problem)


def _changed(form: Form, field: Field) -> bool:
    if field.path in form.typed:
        return True
    try:
        return value_at(form.base, field.path) != form.value(field)
    except KioskError:  # a row that was not there
        return form.value(field) is not None


def _is_about(problem: str, path: str) -> bool:
    """Whether a problem's path lies in a field: itself, one item of it, or the text it begins with."""
    return problem == path or problem.startswith((f"{path}[", f"{path}."))


def _standing(ask: StaffAsk, form: Form, wrong: int) -> str:
    say = ask.words.say
    if wrong and form.is_changed:
        return ask.words.count("Not saved. {n} thing to mend.", "Not saved. {n} things to mend.", wrong)
    if form.is_changed:
        return (
            say("Changed, not saved. Families still see what was saved last.")
            if ask.size.wide and form.id
            else say("Changed, not saved.")
        )
    return ask.words.count("{n} thing to mend.", "{n} things to mend.", wrong) if wrong else say("As families see it.")


def _note(ask: StaffAsk, form: Form) -> str:
    say = ask.words.say
    other = _changed_elsewhere(ask, form)
    if other is not None:
        who = other.by or say("Somebody")
        return say("{who} changed it meanwhile. Saving puts both together. ^O shows both.", who=who)
    if form.is_resumed:
        return f"{say('This is what you typed before. Nothing was lost.')} {open_words(ask, form.id)}".strip()
    if form.id and (elsewhere := open_words(ask, form.id)):
        return elsewhere
    if ask.size.wide:
        return say("Enter writes in a field. 1 to 9: all of a section. Tab: the hours.")
    return say("A number or Enter opens a section. Enter on a field writes in it.")


def _changed_elsewhere(ask: StaffAsk, form: Form) -> Kept | None:
    kept = ask.desk.records.load().get(form.id) if form.id else None
    return kept if kept is not None and kept.rev != form.rev else None


def _keys(ask: StaffAsk, form: Form) -> tuple[Key, ...]:
    say, off = ask.words.say, not ask.desk.who.may_change
    return (
        Key(key="^S", label=say("Save"), action="save", off=off or not form.is_changed),
        Key(key="^K", label=say("I checked this"), short=say("Checked"), action="check", off=off),
        Key(key="^T", label=say("Type hours"), short=say("Type hours"), action="hours"),
        Key(key="^Z", label=say("Undo"), action="undo", off=off),
        Key(key="^F", label=say("Preview"), action="preview"),
        Key(key="Esc", label=say("Leave"), action="leave"),
    )


def _titles(ask: StaffAsk) -> dict[SectionId, str]:
    say = ask.words.say
    return {
        "words": say("Name and words"),
        "needs": say("Needs and supports"),
        "who": say("Who, cost, papers"),
        "where": say("Where"),
        "hours": say("Hours"),
        "places": say("Places and way home"),
        "sign-up": say("Sign-up and code"),
        "answers": say("Who answers"),
        "notice": say("Notice and closings"),
    }


def _languages(ask: StaffAsk) -> tuple[str, ...]:
    return ask.desk.center.settings.languages


def _texts(value: object) -> dict[str, str]:
    return {str(key): str(text) for key, text in value.items()} if isinstance(value, dict) else {}
