"""A Listing: one service at its place, whole in itself, named as in the Human Services Data Specification (HSDS 3.x).

Every part is a frozen value. Optional fields are `None` or empty when they are not known, and *not known* is never
shown as *no*. Keys that start with `x_` travel in each part's `extra` and are kept as they came.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, time
from typing import Any, Literal

from kiosk.domain.values import dataclass

LocalText = Mapping[str, str]
"""A language code (BCP 47) -> text in that language. English is the fall-back, field by field."""

Extra = Mapping[str, Any]
Status = Literal["active", "inactive", "defunct", "temporarily closed"]
Weekday = Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
WEEK: tuple[Weekday, ...] = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The codes of the weekdays (RFC 5545), from Monday on."""
Grade = str
"""`PK`, `K`, then `1` to `12`."""


_EMPTY: dict[str, Any] = {}


def _none() -> dict[str, Any]:
    """Nothing is known: one empty mapping for all, since a listing has some thirty of them."""
    return _EMPTY


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """Who runs the service (HSDS organization)."""

    id: str = ""
    name: str = ""
    url: str = ""
    extra: Extra = field(default_factory=_none)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal address (HSDS address)."""

    address_1: str = ""
    address_2: str = ""
    city: str = ""
    state_province: str = ""
    postal_code: str = ""
    country: str = ""
    extra: Extra = field(default_factory=_none)


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where the service is (HSDS location). `at_school` is the building the kiosk stands in."""

    name: str = ""
    at_school: bool = False
    room: str = ""
    address: Address | None = None
    latitude: float | None = None
    longitude: float | None = None
    directions: LocalText = field(default_factory=_none)
    transportation: LocalText = field(default_factory=_none)
    accessibility: LocalText = field(default_factory=_none)
    extra: Extra = field(default_factory=_none)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A number to call or text (HSDS phone). `number` is E.164 (`+18605550112`) or a short code (`988`)."""

    number: str
    extension: str = ""
    type: Literal["voice", "text", "tty", "fax"] = "voice"
    languages: tuple[str, ...] = ()
    description: LocalText = field(default_factory=_none)
    extra: Extra = field(default_factory=_none)


@dataclass(frozen=True, slots=True, kw_only=True)
class Eligibility:
    """Who may use the service (HSDS eligibility). Ages are whole years, both ends included."""

    description: LocalText = field(default_factory=_none)
    minimum_age: int | None = None
    maximum_age: int | None = None
    grades: tuple[Grade, ...] = ()
    conditions: tuple[str, ...] = ()
    extra: Extra = field(default_factory=_none)


@dataclass(frozen=True, slots=True, kw_only=True)
class CostOption:
    """One price (HSDS cost_option). `amount` is in units of `currency` (ISO 4217); 0 is free; None is not known."""

    amount: float | None = None
    currency: str = "USD"
    option: LocalText = field(default_factory=_none)
    extra: Extra = field(default_factory=_none)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredDocument:
    """A thing to bring (HSDS required_document)."""

    document: LocalText = field(default_factory=_none)
    extra: Extra = field(default_factory=_none)


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """Which papers they ask for (`id`, `address`, `income`), and whether they ask about immigration.

    Known only when `checked` is set: an empty `asks` with a date means *no papers*, without one *not known*.
    """

    asks: tuple[str, ...] = ()
    immigration: Literal["asked", "not-asked"] | None = None
    checked: date | None = None
    extra: Extra = field(default_factory=_none)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignUp:
    """How to join: a window of days (both included), a state, a link, and a way for people with no phone."""

    url: str = ""
    opens: date | None = None
    closes: date | None = None
    state: Literal["open", "full", "waitlist"] = "open"
    asks: LocalText = field(default_factory=_none)
    who_may_sign: LocalText = field(default_factory=_none)
    no_phone: LocalText = field(default_factory=_none)
    extra: Extra = field(default_factory=_none)


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Room left, as last said by the liaison on `said`; after `good_for_days` it decays to *ask*."""

    state: Literal["open", "few", "full", "waitlist"] = "open"
    left: int | None = None
    waiting: int | None = None
    said: date | None = None
    good_for_days: int = 7
    extra: Extra = field(default_factory=_none)


@dataclass(frozen=True, slots=True, kw_only=True)
class WayHome:
    """How a child gets home after it, a parent's first question."""

    late_bus: time | None = None
    pick_up_until: time | None = None
    who_may_collect: LocalText = field(default_factory=_none)
    walking_group: bool | None = None
    extra: Extra = field(default_factory=_none)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """One row of hours (HSDS schedule), local to the school's zone.

    `opens_at` and `closes_at` are `HH:MM` on the row's day (`24:00` at most); a `closes_at` at or before `opens_at`
    lies on the next day. `until` ends the series, its day included; after `valid_to` nothing more is known.
    """

    freq: Literal["WEEKLY", "MONTHLY"] = "WEEKLY"
    interval: int = 1
    byday: tuple[str, ...] = ()
    """Weekdays, for MONTHLY with their place in the month: `MO`, `1SA`, `-1FR` (RFC 5545)."""
    bymonthday: tuple[int, ...] = ()
    dtstart: date | None = None
    until: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    opens_at: str = ""
    """`HH:MM`, `24:00` at most; empty when only the days are known."""
    closes_at: str = ""
    on: Literal["school-days", "no-school-days", "any-day"] = "any-day"
    short_days: Literal["shortened", "moved", "cancelled", "as-usual"] = "as-usual"
    description: LocalText = field(default_factory=_none)
    notes: LocalText = field(default_factory=_none)
    extra: Extra = field(default_factory=_none)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleException:
    """A date or range (both included) when the hours are closed or other, with a reason families can read.

    The bounds are `from` and `to` in JSON.
    """

    from_: date
    to: date
    closed: bool = True
    opens_at: str = ""
    closes_at: str = ""
    reason: LocalText = field(default_factory=_none)
    extra: Extra = field(default_factory=_none)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One thing a family can use: an HSDS service with its organization and its place inside it."""

    id: str
    name: LocalText
    number: int | None = None
    alternate_name: LocalText = field(default_factory=_none)
    """A short name for big letters (HSDS alternate_name); for a sensitive listing, the neutral one."""
    description: LocalText = field(default_factory=_none)
    status: Status = "active"
    needs: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    sensitive: bool = False
    by_appointment: bool = False
    organization: Organization | None = None
    location: Location | None = None
    phones: tuple[Phone, ...] = ()
    email: str = ""
    url: str = ""
    languages: tuple[str, ...] = ()
    interpretation_services: LocalText = field(default_factory=_none)
    eligibility: Eligibility | None = None
    cost_options: tuple[CostOption, ...] = ()
    required_documents: tuple[RequiredDocument, ...] = ()
    papers: Papers | None = None
    application_process: LocalText = field(default_factory=_none)
    minutes_needed: int | None = None
    sign_up: SignUp | None = None
    places: Places | None = None
    way_home: WayHome | None = None
    schedules: tuple[Schedule, ...] = ()
    schedule_exceptions: tuple[ScheduleException, ...] = ()
    alert: LocalText = field(default_factory=_none)
    assured_date: date | None = None
    assurer: str = ""
    extra: Extra = field(default_factory=_none)
