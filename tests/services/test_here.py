"""Who is in today: said by one key, true over the settings' hours, and gone at the end of the day."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.domain.calendar import SchoolCalendar
from kiosk.domain.errors import NoSuch, Refused
from kiosk.domain.school_days import put
from kiosk.domain.settings import Settings, StaffHours
from kiosk.services.here import Here, Presence, key_of
from kiosk.services.noted import Noted
from kiosk.services.people import People
from kiosk.store.notes import Notes
from tests.domain.hours import special
from tests.services.schools import CALENDAR, ZONE, at
from tests.services.years import PaperNotes

LIAISON = StaffHours(
    role={"en": "Parent liaison"}, room="104", opens_at="08:00", closes_at="16:00", languages=("en", "es")
)
NURSE = StaffHours(role={"en": "Nurse"}, room="112", opens_at="08:00", closes_at="15:30", languages=("en", "ht"))
VISITOR = StaffHours(role={"en": "Dentist"}, room="114", languages=("en",))
STAFF = (LIAISON, NURSE, VISITOR)
KEYS = ("parent liaison/104", "nurse/112", "dentist/114")


class Place:
    """A school's people, with what is said at its desk; `year` may change."""

    def __init__(self, notes: PaperNotes | Notes | None = None) -> None:
        self.year: SchoolCalendar | None = CALENDAR
        self.notes = notes or PaperNotes()
        self.here = Here(STAFF, Noted(self.notes, "here", nullcontext), lambda: self.year, ZONE)
        self.people = People(Settings(school="Oak", staff=STAFF), lambda: self.year, ZONE, self.here)

    def now(self, now: datetime) -> dict[str, str]:
        """Who is here, and until when; who comes later, and from when."""
        found = self.people.now(now)
        here = {each.staff.role["en"]: f"until {each.until:%H:%M}" for each in found.here}
        return here | {each.staff.role["en"]: f"from {each.at:%H:%M}" for each in found.later}


def test_nobody_said_anything_so_the_settings_hours_hold() -> None:
    place = Place()
    assert place.now(at(9)) == {"Parent liaison": "until 16:00", "Nurse": "until 15:30"}
    assert [row.presence for row in place.here.rows(at(9))] == [None, None, None]


def test_one_key_says_here_then_not_here_then_nothing() -> None:
    place = Place()
    said = place.here.turn(KEYS[0], "mary", at(7, 50))
    assert said == Presence(state="here", until="16:00", at=at(7, 50), by="mary")
    assert place.now(at(7, 55))["Parent liaison"] == "until 16:00"
    said = place.here.turn(KEYS[0], "mary", at(7, 51))
    assert said is not None and said.state == "away"
    assert place.now(at(9)) == {"Nurse": "until 15:30"}
    assert place.here.turn(KEYS[0], "mary", at(7, 52)) is None
    assert place.now(at(9))["Parent liaison"] == "until 16:00"


def test_what_was_said_beats_the_settings_hours() -> None:
    place = Place()
    place.here.note(KEYS[0], Presence(state="here", until="14:00"), "mary", at(8))
    place.here.note(KEYS[1], Presence(state="later", starts="10:00", until="17:00"), "mary", at(8))
    place.here.note(KEYS[2], Presence(state="here", until="12:00"), "mary", at(8))
    assert place.now(at(9)) == {"Parent liaison": "until 14:00", "Dentist": "until 12:00", "Nurse": "from 10:00"}
    assert place.now(at(14, 0)) == {"Nurse": "until 17:00"}
    assert place.now(at(17, 0)) == {}
    following = place.people.next(at(9))
    assert following is not None and (following.staff.role, following.at) == (NURSE.role, at(10))
    following = place.people.next(at(16))
    assert following is not None and following.at == at(8, day=25)


def test_who_is_away_today_is_not_next_today() -> None:
    place = Place()
    for key in KEYS[:2]:
        place.here.note(key, Presence(state="away"), "mary", at(7))
    following = place.people.next(at(7, 30))
    assert following is not None and following.at == at(8, day=25)


def test_the_languages_of_today_are_those_that_were_said() -> None:
    place = Place()
    place.here.turn(KEYS[1], "mary", at(8))
    place.here.speak(KEYS[1], ("en", "fr"), "mary", at(8))
    nurse = next(each for each in place.people.now(at(9)).here if each.staff.role == NURSE.role)
    assert nurse.staff.languages == ("en", "fr") and nurse.staff.room == "112"
    with pytest.raises(Refused):
        place.here.speak(KEYS[0], ("es",), "mary", at(8))


@pytest.mark.parametrize(
    ("key", "now", "want"),
    [
        (KEYS[0], at(7, 50), "16:00"),
        (KEYS[0], at(7, 50, day=25), "12:30"),  # an early dismissal
        (KEYS[0], at(16, 30), "18:00"),  # past all usual hours: a while
        (KEYS[2], at(9), "15:00"),  # no usual hours: until school ends
        (KEYS[0], at(9, day=26), "16:00"),  # no school, and they came
        (KEYS[0], at(23, 40), "24:00"),
    ],
)
def test_until_when_is_usual(key: str, now: datetime, want: str) -> None:
    assert Place().here.until(key, now) == want


def test_a_key_after_the_time_that_was_said_says_here_again() -> None:
    place = Place()
    place.here.turn(KEYS[0], "mary", at(8))
    again = place.here.turn(KEYS[0], "mary", at(16, 10))
    assert again is not None and (again.state, again.until) == ("here", "18:00")


@pytest.mark.parametrize(
    "presence",
    [
        Presence(state="here"),
        Presence(state="here", until="soon"),
        Presence(state="here", until="09:00"),
        Presence(state="later", until="16:00"),
        Presence(state="later", starts="16:00", until="15:00"),
    ],
)
def test_a_time_that_is_none_or_over_is_refused(presence: Presence) -> None:
    place = Place()
    with pytest.raises(Refused, match=r"Nothing was changed"):
        place.here.note(KEYS[0], presence, "mary", at(9))
    assert place.here.rows(at(9))[0].presence is None
    with pytest.raises(NoSuch):
        place.here.turn("principal/1", "mary", at(9))


def test_the_last_key_is_undone() -> None:
    place = Place()
    place.here.turn(KEYS[0], "mary", at(8))
    place.here.undo("mary")
    assert place.here.rows(at(8))[0].presence is None
    place.here.undo("mary")
    assert place.here.rows(at(8))[0].presence is not None


def test_after_a_snow_day_nobody_is_said_to_have_stayed_and_undone_they_are_back() -> None:
    place = Place()
    place.here.turn(KEYS[0], "mary", at(7))
    place.year = put(CALENDAR, special("2026-11-24", "snow-day"))
    assert place.now(at(9)) == {}
    place.here.note(KEYS[1], Presence(state="here", until="12:00"), "mary", at(9))
    assert place.now(at(9, 30)) == {"Nurse": "until 12:00"}, "who says so on the day itself is there"
    place.year = CALENDAR
    assert place.now(at(9, 30)) == {"Parent liaison": "until 16:00", "Nurse": "until 12:00"}


def test_another_processs_word_is_seen_by_one_look(tmp_path: Path) -> None:
    desk, lobby = Place(Notes(tmp_path)), Place(Notes(tmp_path))
    lobby.here.refresh()
    assert not lobby.here.changed()
    desk.here.note(KEYS[0], Presence(state="away"), "mary", at(7))
    assert lobby.here.changed()
    assert "Parent liaison" not in lobby.now(at(9))
    assert not lobby.here.changed()


DAYS = st.sampled_from(
    [date(2026, 11, 24), date(2026, 11, 1), date(2027, 3, 14), date(2026, 12, 31)]  # an ordinary one; the clock changes
)
MINUTES = st.integers(0, 24 * 60 - 1)


def clock(day: date, minute: int) -> datetime:
    """That minute of the wall clock, the first time it is shown."""
    return datetime.combine(day, time(minute // 60, minute % 60), ZONE)


@given(DAYS, MINUTES, MINUTES, st.integers(1, 24 * 60), st.booleans(), st.integers(-1, 2))
@example(date(2026, 11, 24), 480, 1439, 1440, False, 0)  # the last minute of the day
@example(date(2026, 11, 24), 480, 0, 1440, False, 1)  # midnight
@example(date(2026, 11, 1), 60, 150, 90, False, 0)  # within the hour that comes twice
@example(date(2027, 3, 14), 60, 240, 150, False, 0)  # until a time that does not come
def test_it_holds_until_its_time_on_its_day_and_never_on_another(
    day: date, said: int, seen: int, until: int, is_later: bool, days: int
) -> None:
    place, when = Place(), clock(day, said)
    written = f"{until // 60:02}:{until % 60:02}"
    starts = f"{said // 60:02}:{said % 60:02}" if is_later else ""
    presence = Presence(state="later" if is_later else "here", starts=starts, until=written)
    if until <= said:
        with pytest.raises(Refused):
            place.here.note(KEYS[2], presence, "mary", when)
        return
    place.here.note(KEYS[2], presence, "mary", when)
    now = clock(day + timedelta(days=days), seen)
    dentist = [each for each in place.people.now(now).here if each.staff.role == VISITOR.role]
    passed = now.astimezone(UTC) >= when.astimezone(UTC)
    if days != 0:
        assert dentist == [] and place.here.rows(now)[2].presence is None
    elif passed and seen < until and (not is_later or seen >= said):
        assert [each.until.astimezone(UTC) > now.astimezone(UTC) for each in dentist] == [True]
        assert dentist[0].until.date() in (day, day + timedelta(days=1))
    elif seen >= until:
        assert dentist == [] or day == date(2026, 11, 1), "only an hour that comes twice is open twice"


@given(
    st.dictionaries(
        st.sampled_from(["day", "said"]),
        st.sampled_from(["2026-11-24", None, 3, [], {}])
        | st.dictionaries(
            st.sampled_from(KEYS),
            st.none()
            | st.text(max_size=4)
            | st.dictionaries(
                st.sampled_from(["state", "starts", "until", "languages", "at", "school"]),
                st.sampled_from(["here", "away", "later", "16:00", "25:00", "", None, True, ["es", 3], {}, 7]),
            ),
        ),
    )
)
def test_whatever_stands_in_the_note_families_page_is_made(now: dict[str, object]) -> None:
    notes = PaperNotes()
    notes.kept["here", "now"] = {"now": now | {"day": "2026-11-24"}}
    place = Place(notes)
    place.now(at(9))
    place.people.next(at(9))
    place.here.turn(KEYS[0], "mary", at(9))
    assert len(place.here.rows(at(9))) == 3


def test_a_role_is_known_by_what_it_is_called_and_its_room() -> None:
    assert tuple(map(key_of, STAFF)) == KEYS
    assert key_of(replace(LIAISON, room="106")) != KEYS[0]


DENTIST_TWO = StaffHours(role={"en": " Eye\x1b doctor "}, room="114", languages=("en", "vi"))


def test_the_desk_adds_a_role_that_stays_and_takes_it_off() -> None:
    place = Place()
    key = place.here.add(DENTIST_TWO, "mary")
    place.here.turn(KEYS[0], "mary", at(7))
    place.here.turn(key, "mary", at(9))
    assert "Eye doctor" in place.now(at(9, 30))
    tomorrow = at(9) + timedelta(days=1)
    assert [row.key for row in place.here.rows(tomorrow)] == [*KEYS, key], "the role stays"
    assert place.here.rows(tomorrow)[-1].presence is None, "what was said of it is gone"
    with pytest.raises(Refused, match=r"here already"):
        place.here.add(DENTIST_TWO, "mary")
    with pytest.raises(Refused, match=r"settings\.toml"):
        place.here.drop(KEYS[0], "mary")
    place.here.drop(key, "mary")
    assert [row.key for row in place.here.rows(at(9))] == list(KEYS)
    assert place.here.rows(at(9))[0].presence is not None, "nobody else was taken off with it"
    place.here.undo("mary")
    assert place.here.rows(at(9))[-1].presence is not None


@pytest.mark.parametrize(
    "role",
    [
        StaffHours(role={}), StaffHours(role={"en": "  "}), StaffHours(role={"en": "x" * 41}),
        StaffHours(role={"en": "Dean"}, room="y" * 41), StaffHours(role={"en": "Dean"}, opens_at="8", closes_at="4"),
    ],
)  # fmt: skip
def test_a_role_that_is_none_is_refused(role: StaffHours) -> None:
    place = Place()
    with pytest.raises(Refused, match=r"Nothing was changed"):
        place.here.add(role, "mary")
    assert len(place.here.rows(at(9))) == len(KEYS)


def test_a_note_that_somebody_wrote_by_hand_costs_only_what_is_wrong_in_it() -> None:
    notes = PaperNotes()
    rows = [7, {"role": "Dean"}, {"role": {"en": "Dean"}, "days": 3, "languages": "en"}, {"role": {"en": ""}}]
    notes.write("here", "now", {"now": {"staff": rows}, "before": {}})
    place = Place(notes)
    assert [row.staff.role["en"] for row in place.here.rows(at(9))][len(KEYS) :] == ["Dean"]


def test_there_is_a_letter_for_each_role() -> None:
    place = Place()
    for number in range(21):
        place.here.add(StaffHours(role={"en": f"Helper {number}"}), "mary")
    with pytest.raises(Refused, match=r"room for 24 roles"):
        place.here.add(StaffHours(role={"en": "One more"}), "mary")
