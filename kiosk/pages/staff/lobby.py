"""What families see now, read on the desk: who is here, where and until when, and what is on the shelf."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.values import dataclass
from kiosk.pages.parts import Choice
from kiosk.pages.person_now import person_now_page
from kiosk.pages.route import Route
from kiosk.pages.shelf_words import of_thing
from kiosk.pages.staff.parts import Key, StaffAsk, StaffPage, staff_frame


@dataclass(frozen=True, slots=True)
class LobbyLine:
    """One line; a head is strong."""

    words: str
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LobbyPage(StaffPage):
    """Lines to read."""

    lines: tuple[LobbyLine, ...]
    note: str


def lobby_page(ask: StaffAsk) -> LobbyPage:
    """The page of a person now, line by line, then each thing of the shelf that families are told of."""
    say = ask.words.say
    back = Key(key="Esc", label=say("Back"), action="leave")
    return LobbyPage(
        frame=staff_frame(ask),
        title=say("As families see it now"),
        lines=tuple(_lines(ask)),
        keys=(back,),
        note=say("Words older than a day, and those of other days, are not shown."),
    )


def _lines(ask: StaffAsk) -> Iterator[LobbyLine]:
    page = person_now_page(ask.family(Route("person-now")))
    yield LobbyLine(page.title, strong=True)
    yield LobbyLine(page.subtitle)
    for card in page.cards:
        said = [part for part in card.spoken() if not isinstance(part, Choice)]
        yield LobbyLine(" · ".join(filter(None, said)))
    for fact in page.facts:
        name = fact.name if fact.name.endswith("?") else f"{fact.name}:"
        yield LobbyLine(f"{name} {' '.join(fact.text)}")
    yield LobbyLine("")
    yield LobbyLine(ask.words.say("Shelf"), strong=True)
    family = ask.family(Route("home"))
    known = [each for each in ask.desk.center.shelf.now(ask.now) if each.is_known]
    for each in known:
        yield LobbyLine(of_thing(family, each))
    if not known:
        yield LobbyLine(ask.words.say("Families are told nothing of the shelf."))
