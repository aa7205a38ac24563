"""The running kiosk takes a changed calendar without a new start, and lets no broken file take one away."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from kiosk import live as live_files
from kiosk.config import CALENDAR, SETTINGS, School, load_school, load_year, write_text
from kiosk.live import LiveYear
from kiosk.wiring import make_kiosk
from tests.house.reading import ROOT

YEAR = 'first_day = "2026-08-31"\nlast_day = "2027-06-11"\n'
SNOW = '\n[[days]]\nfrom = "2026-11-24"\nto = "2026-11-24"\nkind = "snow-day"\n'


@pytest.fixture
def live(tmp_path: Path) -> LiveYear:
    """A calendar without special days, being followed."""
    write_text(tmp_path / CALENDAR, YEAR)
    return LiveYear(tmp_path, load_year(tmp_path))


def test_while_nothing_changes_the_calendar_is_the_same_value(live: LiveYear) -> None:
    assert not live.changed()
    assert live() is live()


def test_a_changed_file_is_seen_by_one_look_and_taken(live: LiveYear, tmp_path: Path) -> None:
    before = live()
    write_text(tmp_path / CALENDAR, YEAR + SNOW)
    assert live.changed()
    after = live()
    assert not live.changed()
    assert before is not None and before.days == ()
    assert after is not None and [day.kind for day in after.days] == ["snow-day"]


def test_a_file_written_anew_with_the_same_year_is_no_news(live: LiveYear, tmp_path: Path) -> None:
    before = live()
    write_text(tmp_path / CALENDAR, f"# Seen.\n{YEAR}")
    assert live() is before


@pytest.mark.parametrize(
    "text", ["", "first_day = ", YEAR.replace("2027-06-11", "June"), YEAR + "[[days]]\nkind = 1\n"]
)
def test_an_empty_or_broken_file_changes_nothing_for_families(live: LiveYear, tmp_path: Path, text: str) -> None:
    before = live()
    write_text(tmp_path / CALENDAR, text)
    assert live() is before
    write_text(tmp_path / CALENDAR, YEAR + SNOW)
    after = live()
    assert after is not None and len(after.days) == 1


def test_a_file_that_is_gone_changes_nothing_for_families(live: LiveYear, tmp_path: Path) -> None:
    before = live()
    (tmp_path / CALENDAR).unlink()
    assert live() is before


def test_a_change_between_the_reading_and_the_first_look_is_seen(tmp_path: Path) -> None:
    write_text(tmp_path / CALENDAR, YEAR)
    year = load_year(tmp_path)
    write_text(tmp_path / CALENDAR, YEAR + SNOW)
    after = LiveYear(tmp_path, year)()
    assert after is not None and len(after.days) == 1


def test_every_page_of_a_running_kiosk_goes_by_the_new_calendar(tmp_path: Path) -> None:
    """Openings, boards, counts and people, all worked out before the day became a snow day."""
    now = datetime.fromisoformat("2026-11-24T10:05")
    kiosk = make_kiosk(tmp_path, now)
    write_text(tmp_path / CALENDAR, YEAR)
    write_text(
        tmp_path / "settings.toml",
        'school = "Oak"\nzone = "America/New_York"\n[[staff]]\nrole = { en = "Nurse" }\n'
        'opens_at = "08:00"\ncloses_at = "15:00"\n',
    )
    documents = kiosk.store.documents((ROOT / "tests" / "fixtures" / "listing.json").read_bytes())
    hours = {"byday": ["TU"], "opens_at": "08:00", "closes_at": "15:00", "on": "school-days"}
    document = {**documents[0], "schedules": [hours]}
    kiosk.editing().add([document], "test")
    running = make_kiosk(tmp_path, now)
    center, moment = running.center, running.clock()
    kept = center.directory.all()[0]
    need = kept.head.needs[0]
    center.warm(moment)
    assert center.directory.opening(kept, moment).state == "open"
    counted = center.directory.count(need, moment)
    assert counted is not None and counted.open == 1
    assert len(center.people.now(moment).here) == 1

    write_text(tmp_path / CALENDAR, YEAR + SNOW)
    assert running.changed()
    assert center.directory.opening(kept, moment).state == "closed"
    counted = center.directory.count(need, moment)
    assert counted is not None and counted.open == 0
    assert center.people.now(moment).here == ()
    assert center.calendar is not None and len(center.calendar.days) == 1
    center.warm(moment)
    assert not running.changed()


def test_what_is_wrong_is_told_anew_only_when_a_file_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[Path] = []

    def counted(data: Path) -> School:
        reads.append(data)
        return load_school(data)

    monkeypatch.setattr(live_files, "load_school", counted)
    write_text(tmp_path / SETTINGS, 'school = "Oak"\n')
    write_text(tmp_path / CALENDAR, YEAR)
    mistakes = live_files.Mistakes(tmp_path)
    assert mistakes() == () == mistakes()
    assert len(reads) == 1
    write_text(tmp_path / CALENDAR, YEAR + "[[days]]\nkind = 1\n")
    assert [str(each).partition(":")[0] for each in mistakes()] == ["calendar.toml, line 4, days[0].kind"]
    write_text(tmp_path / SETTINGS, 'zone = "Mars"\n')
    assert len(mistakes()) == 3
    assert len(reads) == 3
