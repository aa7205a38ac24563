"""The fields that change most, as the wide form has them before a section is opened: the rest is one number away."""

from __future__ import annotations

from kiosk.domain import qr
from kiosk.domain.errors import Refused
from kiosk.pages.staff.parts import StaffAsk
from kiosk.services.form_fields import Field

LINK = "sign_up.url"
_QUIET_ZONE = 4


def essential_fields(ask: StaffAsk) -> tuple[tuple[Field, str], ...]:
    """Each field and its name; an empty name is the field's own."""
    say, languages = ask.words.say, ask.desk.center.settings.languages[:2] or ("en",)
    first = languages[0]
    return (
        *((Field(f"name.{code}"), "") for code in languages),
        (Field(f"description.{first}"), say("What it is, in one plain sentence")),
        (Field("location.room"), say("Room")),
        (Field(f"location.directions.{first}"), say("The way")),
        (Field(f"eligibility.description.{first}"), say("Who can use it")),
        (Field("cost_options[0].amount", "money"), say("Cost")),
        (Field("papers.asks", "names"), say("Papers they ask")),
        (Field(LINK), say("Link for the code")),
    )


def code_fits(ask: StaffAsk, link: str) -> str:
    """How large the code of a link is drawn, with its quiet zone, where it fits beside the facts."""
    try:
        version = qr.smallest_version(qr.https(link))
    except Refused:
        return ""
    if version > ask.size.code_beside:
        return ""
    cells = 17 + 4 * version + 2 * _QUIET_ZONE
    return ask.words.say("Code fits: {width} x {height} cells.", width=cells, height=-(-cells // 2))
