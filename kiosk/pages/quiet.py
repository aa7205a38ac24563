"""Ask without words: a screen to show to any adult."""

from __future__ import annotations

from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame, other_languages
from kiosk.pages.parts import Choice, Page
from kiosk.pages.person_now import room_word
from kiosk.pages.place import room_in
from kiosk.pages.reader import Ask
from kiosk.pages.room import call_choice, way_to
from kiosk.pages.route import Route
from kiosk.services.rooms import room


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietPage(Page):
    """`please` in big letters, and the same in every language offered."""

    please: str
    others: tuple[str, ...]
    room_word: str
    room: str
    show: str
    no_why: str
    way: str
    staff: str
    bigger: Choice
    call: Choice | None


def quiet_page(ask: Ask) -> QuietPage:
    """A room and *please*: for the listing `route.about`, or for the person who is in. It never says why."""
    say, name = ask.words.say, _room(ask)
    word, number = room_word(ask, name)
    way, named = way_to(ask, name), room(ask.words, name)
    return QuietPage(
        route=ask.route,
        frame=frame(ask),
        title=say("Ask without words"),
        please=ask.words.language.please_help_me,
        others=tuple(language.please_help_me for language in other_languages(ask)),
        room_word=word,
        room=number,
        show=say("Show this screen to any adult here."),
        no_why=say("You do not have to say why."),
        way=say("Or walk there: {way}", way=way) if way else "",
        staff=say(
            "For staff: please walk with this person to {room}. Do not ask questions here.",
            room=room_in(ask.words, name),
        ),
        bigger=Choice(go=Route("room", name), label=say("Show a bigger “{room}”", room=named)),
        call=call_choice(ask, name),
    )


def _room(ask: Ask) -> str:
    """The listing's room when it is at this school; else that of who is in now; else the office."""
    kept = ask.center.directory.get(ask.route.about) if ask.route.about else None
    here = kept.listing.location if kept is not None else None
    if here is not None and here.at_school and here.room:
        return here.room
    now, settings = ask.center.people.now(ask.now), ask.center.settings
    if now.here:
        return now.here[0].staff.room
    return settings.office.room if settings.office is not None else settings.office_room
