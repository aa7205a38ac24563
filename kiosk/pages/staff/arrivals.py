"""What a file would change here, listing by listing, as families read it now and would; then what it came to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from kiosk.domain.differences import differences
from kiosk.domain.errors import KioskError
from kiosk.domain.kept import Document, Kept
from kiosk.domain.values import dataclass
from kiosk.pages.parts import Tone
from kiosk.pages.staff.change_words import difference_words
from kiosk.pages.staff.detail import BLANK, DetailLine
from kiosk.pages.staff.files import Busy, busy_words
from kiosk.pages.staff.lines import family_lines
from kiosk.pages.staff.parts import GAP, Key, Label, StaffAsk, StaffPage, staff_frame
from kiosk.pages.staff.path_words import path_words
from kiosk.pages.staff.problem_words import problem_words, refusal_words
from kiosk.services.editing import Restored
from kiosk.services.sheet_reading import SheetReading
from kiosk.services.take_home import Arrival, Taken, Way

_MOST = 6
"""Places that differ, and lines that families read, at a command line."""
_TONES: dict[Way, Tone] = {"new": "open", "changed": "care", "gone": "shut"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalLine:
    """One listing: what becomes of it, its number and its name, and the first thing that differs."""

    label: Label
    number: str
    name: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalsPage(StaffPage):
    """The listings, and the chosen one in full."""

    lines: tuple[ArrivalLine, ...]
    detail: tuple[DetailLine, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """How far it is: what comes (None while it is read), and what it came to when it was taken."""

    name: str
    """The file's name, or the moment's."""
    goes_back: bool = False
    busy: Busy | None = None
    problem: str = ""
    coming: tuple[Arrival, ...] | None = None
    chosen: int = 0
    done: Taken | Restored | None = None
    may_undo: bool = False


def arrivals_page(ask: StaffAsk, journey: Journey, lines: tuple[ArrivalLine, ...]) -> ArrivalsPage:
    """The page at this point. `lines` are those of what comes, which are many and always the same."""
    say, coming = ask.words.say, journey.coming or ()
    chosen = coming[journey.chosen] if journey.chosen < len(coming) else None
    return ArrivalsPage(
        frame=staff_frame(ask),
        title=say("Going back: {name}", name=journey.name) if journey.goes_back else journey.name,
        subtitle=_subtitle(ask, journey),
        lines=lines,
        detail=tuple(_detail(ask, chosen)) if chosen else (),
        note=_note(ask, journey),
        keys=_keys(ask, journey),
    )


def arrival_lines(ask: StaffAsk, coming: Iterable[Arrival]) -> tuple[ArrivalLine, ...]:
    """A line for each listing."""
    return tuple(_line(ask, each) for each in coming)


def told(ask: StaffAsk, each: Arrival) -> Iterator[str]:
    """One listing for a command line: what becomes of it, each place that differs, and what families read of it."""
    say, line = ask.words.say, _line(ask, each)
    number = say("No. {number}", number=each.number) if each.number else ""
    yield f"{line.label.text.lower():<8} {number:<8} {line.name}".rstrip()
    if each.way != "changed":
        return
    found = differences(each.was, each.becomes)
    for one in found[:_MOST]:
        yield f"         {difference_words(ask, one)}"
    if len(found) > _MOST:
        more = len(found) - _MOST
        yield f"         {ask.words.count('and {n} more', 'and {n} more', more)}"
    gone, come = _differing(_read(ask, each.was), _read(ask, each.becomes))
    if not gone and not come:
        yield f"         {say('Families read the same as before.')}"
    for name, said in ((say("Families read now"), gone), (say("Then"), come)):
        for words in said[:_MOST]:
            yield f"         {name}: {words}"


def taken_words(ask: StaffAsk, done: Taken, coming: Iterable[Arrival]) -> str:
    """What taking it in came to: how many, which numbers changed, what is left to choose."""
    say, count = ask.words.say, ask.words.count
    if not done.saved:
        return say("Nothing was changed: all of it is here already.")
    told = [count("{n} listing was taken in.", "{n} listings were taken in.", len(done.saved))]
    now = {each.id: each.number for each in done.saved}
    for arrival in coming:
        before = arrival.was.get("number")
        if before and now.get(arrival.id) and before != now[arrival.id]:
            told.append(
                say("{name} is No. {number} now, it was {before}: change it on paper too.",
                    name=arrival.name, number=now[arrival.id], before=before)
            )  # fmt: skip
    if done.questions:
        left = count("{n} question is left: Q shows it.", "{n} questions are left: Q shows them.", len(done.questions))
        told.append(left)
    return " ".join(told)


def restored_words(ask: StaffAsk, done: Restored) -> str:
    """What going back came to."""
    if not done.saved:
        return ask.words.say("Nothing was changed: the listings are as they were then.")
    return ask.words.count("{n} listing is as it was then.", "{n} listings are as they were then.", len(done.saved))


def sheet_problem(ask: StaffAsk, reading: SheetReading) -> str:
    """The first cell of a sheet that is wrong, and how many more there are; empty when all is well."""
    say = ask.words.say
    if not reading.problems:
        return ""
    first, more = reading.problems[0], len(reading.problems) - 1
    cell = say("Row {row}, column {column}", row=first.row, column=first.column or "-")
    told = say("{cell}: {what} Nothing was changed.", cell=cell, what=problem_words(ask, first.problem))
    return told if not more else f"{told} {ask.words.count('And {n} more.', 'And {n} more.', more)}"


def changed_since(ask: StaffAsk) -> str:
    """Why all of it cannot be undone any more by one key."""
    return ask.words.say("Somebody changed a listing since. Undo one in its history, or go back to a moment.")


def _subtitle(ask: StaffAsk, journey: Journey) -> str:
    say = ask.words.say
    if journey.coming is None:
        return ""
    ways, asks = [each.way for each in journey.coming], sum(each.asks for each in journey.coming)
    count = ask.words.count
    counts = (
        count("{n} new", "{n} new", ways.count("new")),
        count("{n} changed", "{n} changed", ways.count("changed")),
        count("{n} gone", "{n} gone", ways.count("gone")),
        *([count("{n} to choose", "{n} to choose", asks)] if asks and journey.done is None else []),
    )
    if not ways:
        return say("It brings nothing that is not here already.")
    return f"{', '.join(counts)}."


def _note(ask: StaffAsk, journey: Journey) -> str:
    if journey.problem:
        return journey.problem
    if journey.busy:
        return busy_words(ask, journey.busy)
    if isinstance(journey.done, Taken):
        return taken_words(ask, journey.done, journey.coming or ())
    if journey.done is not None:
        return restored_words(ask, journey.done)
    if not journey.coming:
        return ask.words.say("There is nothing to do.") if journey.coming is not None else ""
    if journey.goes_back:
        return ask.words.say("Nothing is changed yet. Y takes all of it back. You can undo it.")
    return ask.words.say("Nothing is changed yet. Y takes all of it in. What both sides changed, you choose later.")


def _keys(ask: StaffAsk, journey: Journey) -> tuple[Key, ...]:
    say, may = ask.words.say, ask.desk.who.may_change
    if journey.busy is not None:
        return (GAP, GAP, GAP, GAP, GAP, Key(key="Esc", label=say("Stop"), action="leave"))
    label = say("Go back") if journey.goes_back else say("Take it in")
    asks = isinstance(journey.done, Taken) and bool(journey.done.questions)
    questions = Key(key="Q", label=say("Questions"), action="questions", off=not asks)
    return (
        Key(key="Y", label=label, action="take", off=not may or not journey.coming or journey.done is not None),
        Key(key="U", label=say("Undo all of it"), short=say("Undo all"), action="undo", off=not journey.may_undo),
        GAP if journey.goes_back else questions,
        GAP,
        GAP,
        Key(key="Esc", label=say("Back") if journey.done or not journey.coming else say("Leave it"), action="leave"),
    )


def _line(ask: StaffAsk, each: Arrival) -> ArrivalLine:
    say = ask.words.say
    labels = {"new": say("NEW"), "changed": say("CHANGED"), "gone": say("GONE")}
    words = ""
    if each.way == "changed":
        found = differences(each.was, each.becomes)
        words = difference_words(ask, found[0]) if found else say("only its history or its questions")
        if found[1:]:
            more = len(found) - 1
            words = ask.words.count("{first}, and {n} more", "{first}, and {n} more", more, first=words)
    return ArrivalLine(
        label=Label(labels[each.way], _TONES[each.way]),
        number=str(each.number or ""), name=ask.words.pick(_name(each)) or each.name, words=words,
    )  # fmt: skip


def _name(each: Arrival) -> dict[str, str]:
    name = (each.becomes or each.was).get("name")
    return {str(key): str(text) for key, text in name.items()} if isinstance(name, dict) else {}


def _detail(ask: StaffAsk, each: Arrival) -> list[DetailLine]:
    """What families read now, and would read: only the lines that differ."""
    say = ask.words.say
    before, after = _read(ask, each.was), _read(ask, each.becomes)
    if each.way == "new":
        head = DetailLine(name=say("Families will read"), words=" ".join(after[:1]))
        return [*_wrong(ask, each), head, *_plain(after[1:])]
    if each.way == "gone":
        return [DetailLine(name=say("Families no longer read"), words=" ".join(before[:1])), *_plain(before[1:])]
    gone, come = _differing(before, after)
    asks = [DetailLine(words=say("Both sides changed it: you choose afterwards."), style="go")] if each.asks else []
    if not gone and not come:
        said = [difference_words(ask, one) for one in differences(each.was, each.becomes)]
        return [*asks, DetailLine(words=say("Families read the same as before."), style="quiet"), *_plain(said)]
    blank = [BLANK] if gone and come else []
    return [*asks, *_wrong(ask, each), *_headed(say("Families read now"), gone), *blank, *_headed(say("Then"), come)]


def _headed(name: str, said: Sequence[str]) -> list[DetailLine]:
    """The first line under its name."""
    return [DetailLine(name=name, words=words) for words in said[:1]] + _plain(said[1:])


def _wrong(ask: StaffAsk, each: Arrival) -> list[DetailLine]:
    """What is to be mended in a listing that comes from elsewhere: it is taken in all the same, and told."""
    found = ask.desk.editing.problems(each.becomes)
    name = ask.words.say("To mend")
    return [
        DetailLine(name=name, words=f"{path_words(ask, one.field)}: {problem_words(ask, one)}") for one in found[:2]
    ]


def _plain(said: Sequence[str]) -> list[DetailLine]:
    return [DetailLine(words=words, style="plain") for words in said]


def _read(ask: StaffAsk, doc: Document) -> list[str]:
    """A listing's page, read aloud."""
    if not doc:
        return []
    try:
        return [line.words for line in family_lines(ask, Kept(ask.desk.editing.draft(doc), ""))]
    except KioskError as error:
        return [refusal_words(ask, error)]


def _differing(before: list[str], after: list[str]) -> tuple[list[str], list[str]]:
    """The lines that only one of them has."""
    gone: list[str] = []
    come: list[str] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            gone += before[a:b]
            come += after[c:d]
    return gone, come


def file_name(path: Path) -> str:
    """A file's name as it can be shown."""
    return path.name.encode("utf-8", "replace").decode()
