"""Pages of the desk that are lines to read: a listing as families will read it, or read it once."""

from __future__ import annotations

from dataclasses import field

from kiosk.domain.errors import Refused
from kiosk.domain.kept import Altered, Kept
from kiosk.domain.values import dataclass
from kiosk.pages.parts import Choice, State
from kiosk.pages.route import Route
from kiosk.pages.staff.change_words import moment_words
from kiosk.pages.staff.parts import Key, StaffAsk, StaffPage, staff_frame
from kiosk.pages.staff.problem_words import refusal_words
from kiosk.services.form import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """One line: a name, what is said, and what choosing it does (an action, empty for nothing)."""

    name: str = ""
    words: str
    act: str = ""
    strong: bool = False
    state: State | None = None
    """Where the words are a state's: its label and colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesPage(StaffPage):
    """Lines under each other."""

    lines: tuple[TextLine, ...] = field(default=())
    note: str = ""


def preview_page(ask: StaffAsk, form: Form) -> LinesPage:
    """What a family would read, line by line."""
    say = ask.words.say
    kept = form.as_kept()
    lines: tuple[TextLine, ...]
    if kept is None:
        lines = (TextLine(words=say("Families see it when what is wrong is mended."), strong=True),)
    else:
        lines = family_lines(ask, kept)
    back = Key(key="Esc", label=say("Back"), action="leave")
    return LinesPage(frame=staff_frame(ask), title=say("As families will read it"), lines=lines, keys=(back,))


def version_page(ask: StaffAsk, altered: Altered) -> LinesPage:
    """What a family would read of the listing as it was after one change."""
    say = ask.words.say
    back = Key(key="Esc", label=say("Back"), action="leave")
    try:
        listing = ask.desk.editing.draft(altered.after or {})
        lines = family_lines(ask, Kept(listing, altered.version.rev))
    except Refused as error:
        lines = (TextLine(words=refusal_words(ask, error), strong=True),)
    return LinesPage(
        frame=staff_frame(ask),
        title=say("As it was after change {n}", n=altered.version.rev.partition("-")[0]),
        subtitle=moment_words(ask, altered.version.at),
        lines=lines,
        keys=(back,),
    )


def family_lines(ask: StaffAsk, kept: Kept) -> tuple[TextLine, ...]:
    """A listing's page, read aloud: a line for each thing that is said."""
    from kiosk.pages.listing import shown

    page = shown(ask.family(Route("listing", kept.id)), kept)
    said = (part.label if isinstance(part, Choice) else part for part in page.spoken())
    state, strong = " ".join(page.state.spoken()), (page.title, page.step.text)
    return tuple(
        TextLine(words=words, strong=words in strong, state=page.state if words == state else None)
        for words in said
        if words
    )
