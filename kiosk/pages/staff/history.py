"""The history of one listing: who changed what and when, and beside it what stood there before and after."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from kiosk.domain.differences import Difference, differences
from kiosk.domain.kept import Altered
from kiosk.domain.values import dataclass
from kiosk.pages.staff.change_words import change_words, moment_words
from kiosk.pages.staff.detail import BLANK, DetailLine
from kiosk.pages.staff.hours_change import day_that_differs
from kiosk.pages.staff.parts import GAP, Key, StaffAsk, StaffPage, staff_frame
from kiosk.pages.staff.path_words import path_words
from kiosk.pages.staff.value_words import value_words

MOST = 4
"""Differences that are told side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One change: when, by whom, and what it came to."""

    when: str
    who: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPage(StaffPage):
    """The changes, and the one that is chosen in full."""

    lines: tuple[HistoryLine, ...]
    detail: tuple[DetailLine, ...]
    note: str


def history_page(ask: StaffAsk, id: str, versions: Sequence[Altered], chosen: int) -> HistoryPage:
    """The versions of a listing, newest first, with the chosen one told in full."""
    say, count = ask.words.say, ask.words.count
    kept = ask.desk.records.load().get(id)
    is_wide = ask.size.wide
    changes = count("{n} change", "{n} changes", len(versions))
    since = moment_words(ask, versions[-1].version.at) if versions else ""
    return HistoryPage(
        frame=staff_frame(ask),
        title=f"{_name(ask, id, versions)}  {say('No. {number}', number=kept.number)}"
        if kept
        else _name(ask, id, versions),
        subtitle=say("History: {changes} since {day}.", changes=changes, day=since) if is_wide and since else changes,
        lines=tuple(_line(ask, each) for each in versions),
        detail=_detail(ask, versions[chosen], is_wide) if chosen < len(versions) else (),
        note=say("Undo makes a new change. Nothing in this list goes away."),
        keys=_keys(ask, versions, chosen),
    )


def _keys(ask: StaffAsk, versions: Sequence[Altered], chosen: int) -> tuple[Key, ...]:
    say = ask.words.say
    version = versions[chosen] if chosen < len(versions) else None
    off = version is None or not ask.desk.who.may_change
    is_first = version is None or (version.before is None and chosen > 0)
    is_gone = version is None or version.after is None
    return (
        Key(key="U", label=say("Undo this change"), short=say("Undo this"), action="undo", off=off or is_first),
        Key(
            key="R",
            label=say("Put all back"),
            short=say("Put back"),
            action="put_back",
            off=off or is_gone or not chosen,
        ),
        Key(key="Enter", label=say("Whole listing"), short=say("Whole"), action="whole", off=is_gone),
        GAP,
        GAP,
        Key(key="Esc", label=say("Back"), action="leave"),
    )


def _line(ask: StaffAsk, each: Altered) -> HistoryLine:
    return HistoryLine(
        when=moment_words(ask, each.version.at), who=each.version.by or "?", words=change_words(ask, each)
    )


def _name(ask: StaffAsk, id: str, versions: Sequence[Altered]) -> str:
    kept = ask.desk.records.load().get(id)
    if kept is not None:
        return ask.words.pick(kept.head.name)
    last = next((doc for each in versions for doc in (each.after, each.before) if doc), None)
    name = last.get("name") if last else None
    return ask.words.pick({str(k): str(v) for k, v in name.items()}) if isinstance(name, dict) else id


def _detail(ask: StaffAsk, each: Altered, is_wide: bool) -> tuple[DetailLine, ...]:
    found = [] if each.before is None or each.after is None else differences(each.before, each.after)
    lines: list[DetailLine] = []
    for difference in islice(found, MOST if is_wide else 1):
        lines += [*([BLANK] if lines else []), *_told(ask, difference, is_wide)]
    if len(found) > MOST and is_wide:
        more = len(found) - MOST
        lines.append(DetailLine(words=ask.words.count("and {n} more", "and {n} more", more), style="quiet"))
    return (*lines, *_foot(ask, each, bool(lines)))


def _told(ask: StaffAsk, each: Difference, is_wide: bool) -> list[DetailLine]:
    say = ask.words.say
    label, after, before = path_words(ask, each.path), DetailLine(), DetailLine()
    day = day_that_differs(ask, (each.after, each.before)) if each.path == "schedules" else None
    if day is not None:
        label, (now, was) = day
        after = DetailLine(name=say("After"), words=now.words, bars=now.bars, is_now=True)
        before = DetailLine(name=say("Before"), words=was.words, bars=was.bars)
    else:
        after = DetailLine(name=say("After"), words=value_words(ask, each.path, each.after))
        before = DetailLine(name=say("Before"), words=value_words(ask, each.path, each.before))
    title = DetailLine(words=label, wide_only=False)
    return [title, BLANK, after, BLANK, before] if is_wide else [title, before, after]


def _foot(ask: StaffAsk, each: Altered, has_more: bool) -> tuple[DetailLine, ...]:
    """What going back does, and which change it is."""
    say, version = ask.words.say, each.version
    number, _, digits = version.rev.partition("-")
    parent = version.parent.partition("-")[0]
    words = say("Change {n}, after change {m}", n=number, m=parent) if parent else say("This is change {n}", n=number)
    blank = (BLANK, BLANK) if has_more else ()
    return (
        *blank,
        DetailLine(words=say("Undo makes a new change."), style="plain", wide_only=True),
        DetailLine(words=say("Nothing in this list goes away."), style="plain", wide_only=True),
        *blank,
        DetailLine(words=words, style="quiet", wide_only=True),
        DetailLine(words=f"{number}-{digits[:6]}", style="quiet", wide_only=True),
    )
