"""Help: what the field in focus means, its name in the standard and an example; what the screen is for; its keys."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kiosk.domain.values import dataclass
from kiosk.pages.staff.field_words import field_label
from kiosk.pages.staff.keys import KeyLine, KeyUse, bar_of, key_lines
from kiosk.pages.staff.parts import Key, ScreenName, StaffAsk, StaffPage, staff_frame

SECTION = "section."
"""How a topic begins that is a whole part of the form."""
_ROW = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpPage(StaffPage):
    """Finished sentences; an empty one is left out."""

    name: str
    means: str
    example: str
    standard: str
    about: str
    keys_title: str
    lines: tuple[KeyLine, ...]
    closes: str


def help_page(
    ask: StaffAsk, screen: ScreenName, topic: str, title: str, uses: Sequence[KeyUse], bar: Sequence[Key]
) -> HelpPage:
    """Help on a screen with this title, and on a field or a part of the form when `topic` names one."""
    say, pick = ask.words.say, ask.words.pick
    texts = ask.desk.center.content.desk_help
    here = texts.screens.get(screen)
    found = texts.fields.get(topic if topic.startswith(SECTION) else plain_path(ask, topic))
    means, example, standard = "", "", ""
    if found is not None:
        means = pick(found.means)
        example = say("For example: {words}", words=pick(found.example)) if found.example else ""
        if not topic.startswith(SECTION):
            standard = _standard(ask, found.hsds)
    return HelpPage(
        frame=staff_frame(ask),
        title=say("Help"),
        subtitle=say("Esc closes this"),
        keys=bar_of(bar),
        name=field_label(ask, topic) if topic and not topic.startswith(SECTION) else title,
        means=means,
        example=example,
        standard=standard,
        about=pick(here.means) if here is not None else "",
        keys_title=say("On this screen"),
        lines=key_lines(ask, screen, uses, bar),
        closes=say("Esc closes this"),
    )


def plain_path(ask: StaffAsk, path: str) -> str:
    """A field's path without its row and its language: `schedules[0].byday` is `schedules.byday`."""
    plain = _ROW.sub("", path)
    language = next((code for code in ask.desk.center.settings.languages if plain.endswith(f".{code}")), "")
    return plain.removesuffix(f".{language}") if language else plain


def _standard(ask: StaffAsk, hsds: str) -> str:
    say = ask.words.say
    return say("In the standard (HSDS): {name}", name=hsds) if hsds else say("The standard (HSDS) has no name for it.")
