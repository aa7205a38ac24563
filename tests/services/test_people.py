"""A person now: by role, by the clock and by the school's calendar."""

from __future__ import annotations

from kiosk.domain.settings import Settings, StaffHours
from kiosk.services.people import People, PersonHere, PersonLater
from tests.services.schools import CALENDAR, ZONE, at

LIAISON = StaffHours(role={"en": "Parent liaison"}, room="104", opens_at="08:00", closes_at="16:00")
NURSE = StaffHours(role={"en": "School nurse"}, room="112", opens_at="08:00", closes_at="15:30")
SOCIAL_WORKER = StaffHours(
    role={"en": "Social worker"}, room="122", days=("MO", "TU"), opens_at="15:30", closes_at="18:00"
)
UNKNOWN = StaffHours(role={"en": "Coach"})
OFFICE = StaffHours(role={"en": "The office"}, opens_at="07:30", closes_at="16:30")
SETTINGS = Settings(school="Oak", office=OFFICE, staff=(LIAISON, NURSE, SOCIAL_WORKER, UNKNOWN))
PEOPLE = People(SETTINGS, lambda: CALENDAR, ZONE)


def test_who_is_here_until_when_and_who_comes_later() -> None:
    now = PEOPLE.now(at(15, 5))
    assert now.here == (PersonHere(LIAISON, at(16)), PersonHere(NURSE, at(15, 30)))
    assert now.later == (PersonLater(SOCIAL_WORKER, at(15, 30), at(18)),)
    assert now.office is OFFICE
    assert now.office_until == at(16, 30)


def test_a_person_comes_at_the_minute_and_is_gone_at_the_minute() -> None:
    assert [person.staff for person in PEOPLE.now(at(15, 30)).here] == [LIAISON, SOCIAL_WORKER]
    assert PEOPLE.now(at(16, 30)).office_until is None


def test_who_comes_first_stands_first() -> None:
    early = PEOPLE.now(at(7))
    assert early.here == ()
    assert [person.staff for person in early.later] == [LIAISON, NURSE, SOCIAL_WORKER]


def test_nobody_is_in_on_a_day_without_school() -> None:
    holiday = PEOPLE.now(at(10, day=26))
    assert holiday.here == ()
    assert holiday.later == ()
    assert holiday.office_until is None


def test_early_dismissal_shortens_the_day() -> None:
    now = PEOPLE.now(at(10, day=25))
    assert [person.until for person in now.here] == [at(12, 30, day=25)] * 2
    assert PEOPLE.now(at(12, 45, day=25)).here == ()


def test_the_next_person_is_searched_past_the_holidays() -> None:
    assert PEOPLE.next(at(7)) == PersonLater(LIAISON, at(8), at(16))
    assert PEOPLE.next(at(12, 45, day=25)) == PersonLater(LIAISON, at(8, day=30), at(16, day=30))


def test_nobody_at_all() -> None:
    nobody = People(Settings(school="Oak"), lambda: None, ZONE)
    assert nobody.next(at(10)) is None
    now = nobody.now(at(10))
    assert (now.here, now.later, now.office, now.office_until) == ((), (), None, None)
