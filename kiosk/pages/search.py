"""Search: what was typed, what was found, and the keys."""

from __future__ import annotations

from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame
from kiosk.pages.parts import Choice, Page, silent
from kiosk.pages.reader import Ask
from kiosk.pages.route import Route
from kiosk.pages.rows import row
from kiosk.services.search import Found

DIGITS = "1234567890"
ROW = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage(Page):
    """Answers stand above the keys, as one types."""

    typed: str
    found: str
    """`4 found for “diapers”`, or what to try when nothing was."""
    rows: tuple[Choice, ...]
    show_all: Choice
    letters: tuple[str, ...] = silent(())
    """The rows of the keyboard, digits first, as strings of single keys."""
    space: str = silent("")
    erase: str = silent("")
    clear: str = silent("")


def search_page(ask: Ask) -> SearchPage:
    """The first answers to what has been typed so far."""
    say, words = ask.words.say, ask.words
    typed = ask.session.typed
    found = ask.center.search.find(typed, ask.session.language, ask.now, limit=_rows(ask))
    return SearchPage(
        route=ask.route,
        frame=frame(ask),
        title=say("Search"),
        subtitle=say("Type what you need, or a number. Spelling does not matter. Nothing is saved."),
        typed=typed,
        found=_found(ask, typed, found),
        rows=tuple(row(ask, hit.kept) for hit in found.hits),
        show_all=Choice(
            go=Route("results", detail="search"),
            label=words.count("Show all {n}", "Show all {n}", found.total) if found.total else say("Show all"),
            off=not found.total,
            main=bool(found.total),
        ),
        letters=keyboard(words.language.letters),
        space=say("Space"),
        erase=say("Erase"),
        clear=say("Clear all"),
    )


def _rows(ask: Ask) -> int:
    if ask.size.plain:
        return ask.size.list_rows
    if not ask.size.wide:
        return 3
    return 2 if ask.size.large else 4


def _found(ask: Ask, typed: str, found: Found) -> str:
    if not typed.strip():
        return ""
    if not found.total:
        return ask.words.say("Nothing found. Try one word, or ask a person.")
    looked_for = found.corrected or typed.strip()
    return ask.words.count("{n} found for “{typed}”", "{n} found for “{typed}”", found.total, typed=looked_for)


def keyboard(letters: str) -> tuple[str, ...]:
    """Digits, then a language's letters in rows of ten; the middle row ends in an apostrophe where it has room."""
    last = len(letters) - 7
    middle = letters[ROW:last]
    return DIGITS, letters[:ROW], middle if len(middle) >= ROW else f"{middle}'", letters[last:]
