"""The settings at the desk: a line each with its value, what it means, and what is wrong in the file, by line."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.domain.needs import Need
from kiosk.domain.settings import Settings
from kiosk.domain.text import fold
from kiosk.domain.values import dataclass
from kiosk.pages.home import SUPPORTS, WALK, tile_ids
from kiosk.pages.hours_words import clock
from kiosk.pages.staff.file_problems import rule_words
from kiosk.pages.staff.language_names import language_codes, own_name
from kiosk.pages.staff.parts import Key, StaffAsk, StaffPage, staff_frame
from kiosk.pages.staff.said_hours import said_text
from kiosk.pages.staff.setting_words import setting_words
from kiosk.school_file import SchoolProblem
from kiosk.services.setting_values import (
    BETWEEN,
    Item,
    Names,
    Typed,
    applied,
    as_schedule,
    items,
    read_typed,
    row_of,
    shipped,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingLine:
    """One setting: its name, what it is now, what stands in its field, what is wrong, and all that is to be known."""

    item: Item
    label: str
    value: str
    typed: str
    """What stands in the field when it is opened."""
    problem: str
    means: str
    write: str
    facts: tuple[tuple[str, str], ...]
    """Name and words: as it shipped, its bounds, where it stands in the file."""
    can_be_shipped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsPage(StaffPage):
    """Lines, and what is wrong in the file."""

    lines: tuple[SettingLine, ...]
    wrong_line: str
    """`LINE 14`; empty when nothing is wrong."""
    wrong: str
    goes_on: str
    """What the lobby does meanwhile."""
    note: str
    can_be_read: bool
    only_look: str
    not_kept: str
    """Asked before words that are not kept are left."""
    school_says: str


def settings_page(ask: StaffAsk) -> SettingsPage:
    """The file as it stands."""
    say, stands = ask.words.say, ask.desk.settings().stands()
    lines = tuple(_line(ask, item) for item in items(stands.settings, _languages(ask)))
    first = next((each for each in stands.problems if each.costs_value), next(iter(stands.problems), None))
    costs = first is not None and first.costs_value
    return SettingsPage(
        frame=staff_frame(ask),
        title=say("Settings"),
        subtitle=say("Kept in settings.toml, with your comments.") if ask.size.wide else "settings.toml",
        keys=settings_keys(ask, can_be_read=stands.can_be_edited),
        lines=lines,
        wrong_line=say("LINE {n}", n=first.line) if first else "",
        wrong=_wrong(ask, first) if first else "",
        goes_on=say("The lobby goes on with the last good settings.") if costs else "",
        note=_last(ask),
        can_be_read=stands.can_be_edited or not stands.text.strip(),
        only_look=say("Only an admin can change this."),
        not_kept=say("This is not kept yet. Enter keeps it. Esc again throws it away."),
        school_says=say("The school has to say this itself."),
    )


def settings_keys(ask: StaffAsk, *, can_be_read: bool = True, writing: bool = False) -> tuple[Key, ...]:
    """The six keys; while a line is written Enter keeps it."""
    say, off = ask.words.say, not ask.desk.who.may_manage
    ship = Key(key="D", label=say("As it shipped"), short=say("Shipped"), action="ship", off=off or writing)
    mend = Key(key="D", label=say("Last good file"), short=say("Last good"), action="mend", off=off or writing)
    return (
        Key(key="Enter", label=say("Keep") if writing else say("Change"), action="choose", off=off, main=writing),
        ship if can_be_read else mend,
        Key(key="^Z", label=say("Undo"), action="undo", off=off or writing),
        Key(key="L", label=say("See the lobby"), short=say("See lobby"), action="open('lobby')", off=writing),
        Key(key="O", label=say("The file"), action="open('settings-file')", off=writing),
        Key(key="Esc", label=say("Back"), action="leave"),
    )


def typed_words(ask: StaffAsk, item: Item, typed: str) -> tuple[Typed, str, bool]:
    """What a typed line sets; in words what it then is, or what is wrong with it; and whether it can be kept."""
    settings = ask.desk.settings().stands().settings
    read = read_typed(item, typed, settings, _names(ask), ask.today)
    if read.wrong is not None:
        return read, rule_words(ask, read.wrong), False
    return read, ask.words.say("It will be: {value}", value=_value(ask, item, applied(settings, read.values))), True


def said_of(ask: StaffAsk, keys: tuple[str, ...], wrong: tuple[SchoolProblem, ...]) -> str:
    """What is said after something was kept."""
    say = ask.words.say
    if wrong:
        return say("Kept. It is used once line {n} is put right.", n=wrong[0].line)
    if not keys:
        return say("It is so already.")
    if "zone" in keys:
        return say("Kept. The lobby takes it at its next start.")
    return say("Kept. The lobby takes it within a second or two.")


def _line(ask: StaffAsk, item: Item) -> SettingLine:
    stands, words = ask.desk.settings().stands(), setting_words(ask, item)
    settings, new = stands.settings, shipped(item)
    problem = next((each for each in stands.problems if _is_about(each.key, item)), None)
    line = next(filter(None, map(stands.line, item.keys)), 0)
    say = ask.words.say
    facts = [
        (say("Shipped"), _value(ask, item, applied(settings, new)) if new is not None else ""),
        (say("Bounds"), words.bounds),
        (say("In the file"), say("line {n}, {key}", n=line, key=item.keys[0]) if line else say("not set")),
    ]
    return SettingLine(
        item=item,
        label=words.label,
        value=_value(ask, item, settings),
        typed=_typed(ask, item, settings),
        problem=rule_words(ask, problem.wrong) if problem else "",
        means=words.means,
        write=words.write,
        facts=tuple((name, value) for name, value in facts if value),
        can_be_shipped=new is not None,
    )


def _is_about(key: str, item: Item) -> bool:
    return any(key == own or key.startswith((f"{own}[", f"{own}.")) for own in item.keys)


def _value(ask: StaffAsk, item: Item, settings: Settings) -> str:
    """A setting in words."""
    say, words = ask.words.say, ask.words
    match item.kind:
        case "languages":
            return ", ".join(own_name(ask, code) for code in settings.languages)
        case "tiles":
            return ", ".join(_tile_names(ask)[id] for id in _tile_order(ask, settings))
        case "attract":
            return _typed(ask, item, settings) or ask.desk.center.words_for(item.language).say("Need a hand today?")
        case "seconds" if item.id == "idle":
            return say("{n} s, then {then} s", n=settings.idle, then=settings.idle_warning)
        case "seconds":
            return say("{n} s", n=getattr(settings, item.id))
        case "look":
            night = _span_words(ask, settings.night_from, settings.night_to)
            look = say("night") if settings.theme == "night" else say("day")
            return say("{look}; night {hours}", look=look, hours=night) if night else look
        case "size":
            return say("large") if settings.text_size == "large" else say("normal")
        case "span":
            dark = _span_words(ask, settings.quiet_from, settings.quiet_to)
            return say("{hours}: dark", hours=dark) if dark else say("never dark")
        case "hours":
            return said_text(words, as_schedule(row_of(settings, item)), ask.today) or say("not known")
    if item.id == "region":
        return f"{words.pick(ask.desk.center.content.region(settings.region).name)} ({settings.region})"
    return str(getattr(settings, item.id))


def _typed(ask: StaffAsk, item: Item, settings: Settings) -> str:
    """A setting as somebody would type it."""
    match item.kind:
        case "attract":
            return BETWEEN.join(filter(None, (each.get(item.language, "") for each in settings.attract)))
        case "seconds":
            return ", ".join(str(getattr(settings, key)) for key in item.keys)
        case "look":
            look = ask.words.say("night") if settings.theme == "night" else ask.words.say("day")
            return f"{look} {settings.night_from}-{settings.night_to}" if settings.night_from else look
        case "span":
            return f"{settings.quiet_from}-{settings.quiet_to}" if settings.quiet_from else ""
        case "hours":
            return said_text(ask.words, as_schedule(row_of(settings, item)), ask.today)
        case "text":
            return str(getattr(settings, item.id))
    return _value(ask, item, settings)


def _span_words(ask: StaffAsk, begins: str, ends: str) -> str:
    first, second = clock(begins), clock(ends)
    if first is None or second is None:
        return ""
    return ask.words.say("{start} to {end}", start=ask.words.time(first), end=ask.words.time(second))


def _wrong(ask: StaffAsk, problem: SchoolProblem) -> str:
    words = rule_words(ask, problem.wrong)
    return f"{problem.key}: {words}" if problem.key else words


def _last(ask: StaffAsk) -> str:
    last = ask.desk.settings().last()
    if last is None:
        return ask.words.say("Nothing was changed at the desk yet.")
    by, at = last
    day = ask.words.said(at.astimezone(ask.desk.center.zone).date(), ask.today)
    return ask.words.say("Last changed by {who}, {day}. Undo takes it back.", who=by, day=day)


def _languages(ask: StaffAsk) -> tuple[str, ...]:
    center = ask.desk.center
    return tuple(code for code in center.settings.languages if center.content.language(code))


def _tile_order(ask: StaffAsk, settings: Settings) -> tuple[str, ...]:
    ids = tile_ids(ask.desk.center.content)
    named = tuple(id for id in dict.fromkeys(settings.tiles) if id in ids)
    return (*named, *(id for id in ids if id not in named))


def _tile_names(ask: StaffAsk) -> dict[str, str]:
    content, words = ask.desk.center.content, ask.words
    needs = {need.id: _short(ask, need) for need in content.needs_under("")}
    return {
        **needs,
        SUPPORTS: words.context("big", "School").lower(),
        WALK: words.context("big", "Choose").lower(),
    }


def _short(ask: StaffAsk, need: Need) -> str:
    return (ask.words.pick(need.short) or ask.words.pick(need.name)).lower()


def _names(ask: StaffAsk) -> Names:
    say, center = ask.words.say, ask.desk.center
    tiles: Mapping[str, str] = _tile_names(ask)
    full = {fold(ask.words.pick(need.name)): need.id for need in center.content.needs_under("")}

    def languages(typed: str) -> tuple[tuple[str, ...], str]:
        codes, unknown = language_codes(ask, typed)
        missing = next((own_name(ask, code) for code in codes if center.content.language(code) is None), "")
        return codes, unknown or missing

    return Names(
        languages=languages,
        tiles={**full, **{fold(name): id for id, name in tiles.items()}, **{id: id for id in tiles}},
        looks={"day": "day", "night": "night", fold(say("day")): "day", fold(say("night")): "night"},
        sizes={"normal": "normal", "large": "large", fold(say("normal")): "normal", fold(say("large")): "large"},
    )
