"""Which language: each by its own name, never by a flag."""

from __future__ import annotations

from kiosk.domain.values import dataclass
from kiosk.pages.frame import frame, offered_languages, person_room
from kiosk.pages.parts import Choice, Page
from kiosk.pages.reader import Ask
from kiosk.pages.route import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePage(Page):
    """One choice a language (`big` its own name, `note` its review state, `selected` the one in use)."""

    languages: tuple[Choice, ...]
    another: str
    interpreter: tuple[str, ...]
    """That an interpreter is free and a right, in every language offered."""


def language_page(ask: Ask) -> LanguagePage:
    """Every word here is in the language it is for, so that each reader finds their own."""
    offered = offered_languages(ask)
    own = ask.words.language.code
    return LanguagePage(
        route=ask.route,
        frame=frame(ask),
        title="   ".join(language.word for language in offered),
        languages=tuple(
            Choice(
                go=Act("language", language.code),
                label=language.full_name or language.name,
                big=language.name,
                note=ask.words.say("Now in use") if language.code == own else language.not_reviewed,
                selected=language.code == own,
            )
            for language in offered
        ),
        another="  ".join(language.another_language for language in offered),
        interpreter=(
            *(language.interpreter for language in offered),
            ask.words.say("Ask here: {room}.", room=person_room(ask)),
        ),
    )
