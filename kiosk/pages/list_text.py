"""My list as plain text for codes: all of it in one where it fits, else in several, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from kiosk.domain.kept import Kept
from kiosk.domain.qr import fits
from kiosk.pages.parts import Code
from kiosk.pages.person import number_to_use
from kiosk.pages.place import short_place
from kiosk.pages.reader import Ask
from kiosk.pages.rows import neutral_name

Line = Callable[[Ask, Kept], str]


def list_codes(ask: Ask, kepts: Sequence[Kept], version: int) -> tuple[Code, ...]:
    """As few codes of at most `version` as hold the list, each line as full as that allows."""
    if not kepts:
        return ()
    whole: tuple[Line, ...] = (_full, _named_and_placed, _named)
    for level in whole:
        packed = _packed([level(ask, kept) for kept in kepts], version)
        if packed is not None and len(packed) == 1:
            return _coded(ask, packed)
    several: tuple[Line, ...] = (_named_and_placed, _named, _number)
    for level in several:
        packed = _packed([level(ask, kept) for kept in kepts], version)
        if packed is not None:
            return _coded(ask, packed)
    return ()


def _full(ask: Ask, kept: Kept) -> str:
    shown = number_to_use(ask, kept.listing)
    return " ".join(part for part in (_named_and_placed(ask, kept), shown) if part)


def _named_and_placed(ask: Ask, kept: Kept) -> str:
    return ", ".join(part for part in (_named(ask, kept), short_place(ask, kept.listing)) if part)


def _named(ask: Ask, kept: Kept) -> str:
    listing = kept.listing
    short = ask.words.pick(listing.alternate_name) or neutral_name(ask, listing)
    return f"{kept.number} {short}"


def _number(_ask: Ask, kept: Kept) -> str:
    return str(kept.number)


def _packed(lines: Iterable[str], version: int) -> list[str] | None:
    """The lines in as few texts as hold them, in order; None when one line alone is too long."""
    texts: list[str] = []
    for line in lines:
        if not fits(line, version):
            return None
        joined = f"{texts[-1]}\n{line}" if texts else line
        if texts and fits(joined, version):
            texts[-1] = joined
        elif texts:
            texts.append(line)
        else:
            texts = [line]
    return texts


def _coded(ask: Ask, texts: Sequence[str]) -> tuple[Code, ...]:
    say = ask.words.say
    return tuple(
        Code(
            kind="text",
            payload=text,
            does=say("Scan to keep this list")
            if len(texts) == 1
            else say("Scan to keep your list: {n} of {all}", n=at, all=len(texts)),
            opens=say("Works with no internet"),
            instead="",
            needs_internet=False,
            does_short=say("Scan to keep. Needs no internet.")
            if len(texts) == 1
            else say("Code {n} of {all}. No internet.", n=at, all=len(texts)),
        )
        for at, text in enumerate(texts, 1)
    )
