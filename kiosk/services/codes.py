"""The codes a listing can show now: what each tells a phone, and whether the phone then needs the internet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Literal

from kiosk.domain import qr
from kiosk.domain.errors import Refused
from kiosk.domain.listing import Listing, Phone
from kiosk.domain.opening import Opening
from kiosk.domain.places import sign_up_now
from kiosk.domain.settings import Settings
from kiosk.domain.values import dataclass
from kiosk.services.phones import shown
from kiosk.services.protocols import Speech
from kiosk.services.rooms import room

CodeKind = Literal["sign-up", "call", "text-message", "date", "contact", "directions", "text"]

BESIDE_FACTS, ALONE = 5, 6
"""The largest versions that a lobby screen holds beside a listing's facts, and in 25 rows below its band."""


@dataclass(frozen=True, slots=True)
class CodeSpec:
    """One code: its kind, its payload, and what it opens (a host, a number, a place) for the words beside it."""

    kind: CodeKind
    payload: str
    needs_internet: bool
    target: str


def codes_for(
    listing: Listing, settings: Settings, now: datetime, opening: Opening, words: Speech
) -> tuple[CodeSpec, ...]:
    """Every code of `listing` that works at `now`, in the order of use; what cannot be encoded is left out.

    A sensitive listing's codes carry its neutral name, for they stay in the phone.
    """
    return tuple(_Maker(listing, settings, now, opening, words).all())


def title_for(listing: Listing, words: Speech) -> str:
    """The name that may stay in a phone: the neutral one of a sensitive listing, else its own."""
    if not listing.sensitive:
        return words.pick(listing.name)
    return words.pick(listing.alternate_name) or words.say("No. {number}", number=listing.number or "")


class _Maker:
    """Makes the codes of one listing at one moment."""

    def __init__(self, listing: Listing, settings: Settings, now: datetime, opening: Opening, words: Speech) -> None:
        self._listing, self._settings, self._now, self._opening, self._words = listing, settings, now, opening, words
        self._title = title_for(listing, words)
        self._short_title = words.pick(listing.alternate_name) or self._title

    def all(self) -> Iterator[CodeSpec]:
        """Each kind that can be made."""
        for make in (self._sign_up, self._call, self._text, self._date, self._contact, self._directions, self._plain):
            yield from _made(make)

    def _sign_up(self) -> Iterator[CodeSpec]:
        sign_up = self._listing.sign_up
        if sign_up and sign_up.url and sign_up_now(self._listing, self._now.date()) in ("open", "waitlist"):
            yield CodeSpec("sign-up", qr.https(sign_up.url), True, qr.host(sign_up.url))

    def _call(self) -> Iterator[CodeSpec]:
        if phone := self._phone("voice"):
            yield CodeSpec("call", qr.tel(phone.number, phone.extension), False, self._shown(phone))

    def _text(self) -> Iterator[CodeSpec]:
        if phone := self._phone("text"):
            yield CodeSpec("text-message", qr.sms(phone.number), False, self._shown(phone))

    def _date(self) -> Iterator[CodeSpec]:
        sign_up = self._listing.sign_up
        if sign_up and sign_up.opens and sign_up_now(self._listing, self._now.date()) == "before":
            titles = [self._words.say("Sign-up opens: {name}", name=name) for name in (self._title, self._short_title)]
            payloads = [qr.event_day(title, sign_up.opens) for title in titles]
            yield CodeSpec("date", _first_that_fits(payloads, BESIDE_FACTS), False, sign_up.opens.isoformat())
        elif at := self._opening.next:
            until, spot = self._opening.next_until, self._spot()
            payloads = [
                qr.event(self._title, at, until, spot),
                qr.event(self._short_title, at, until, spot),
                qr.event(self._short_title, at, None, spot),
            ]
            yield CodeSpec("date", _first_that_fits(payloads, ALONE), False, at.isoformat())

    def _contact(self) -> Iterator[CodeSpec]:
        phone, here = self._phone("voice"), self._listing.location
        if phone or self._listing.email:
            number, extension = (phone.number, phone.extension) if phone else ("", "")
            address = here.address if here else None
            yield CodeSpec(
                "contact", qr.contact(self._title, number, extension, self._listing.email, address), False, self._title
            )

    def _directions(self) -> Iterator[CodeSpec]:
        here = self._listing.location
        if here is None:
            return
        if here.at_school:
            if steps := self._words.pick(here.directions):
                yield CodeSpec("directions", qr.plain(steps), False, self._place())
        elif here.address:
            link = qr.map_link(here.address, here.name)
            yield CodeSpec("directions", link, True, qr.host(link))

    def _plain(self) -> Iterator[CodeSpec]:
        phone = self._phone("voice")
        number = self._words.say("No. {number}", number=self._listing.number) if self._listing.number else ""
        lines = (self._title, number, self._place(), self._shown(phone) if phone else "")
        yield CodeSpec("text", qr.plain("\n".join(line for line in lines if line)), False, self._title)

    def _phone(self, kind: str) -> Phone | None:
        return next((phone for phone in self._listing.phones if phone.type == kind), None)

    def _shown(self, phone: Phone) -> str:
        return shown(phone.number, phone.extension, self._settings.region, self._words.say("ext."))

    def _place(self) -> str:
        """`Room 112` at this school; elsewhere the street and the town."""
        here = self._listing.location
        if here is None:
            return ""
        if here.at_school:
            return room(self._words, here.room) if here.room else self._settings.school
        street = (here.address.address_1, here.address.city) if here.address else ()
        return ", ".join(part for part in street if part) or here.name

    def _spot(self) -> str:
        """The same without the town: a date code has to be small, and the town is the family's own."""
        here = self._listing.location
        street = here.address.address_1 if here is not None and here.address and not here.at_school else ""
        return street or self._place()


def _first_that_fits(payloads: Sequence[str], version: int) -> str:
    """The first payload, the fullest coming first, that a code of `version` holds; else the last."""
    return next((payload for payload in payloads if qr.fits(payload, version)), payloads[-1])


def _made(make: Callable[[], Iterator[CodeSpec]]) -> list[CodeSpec]:
    try:
        return list(make())
    except Refused:  # a link or number that cannot be used: `kiosk check` names it, families see the other codes
        return []
