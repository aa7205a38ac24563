"""Calling the help-now lines: a note moves the day of a check and tells staff; families see every line all the same."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.pages.help_now import HelpNowPage, help_now_page
from kiosk.pages.route import Route
from kiosk.services.desk import Desk, Who
from kiosk.services.help_calls import GOOD_FOR
from kiosk.services.help_round import HelpRound
from kiosk.services.jobs import Job, jobs
from tests.pages.center import asking
from tests.tui.staff.host import TUESDAY, desk_kiosk

LATER = TUESDAY + timedelta(days=60)
FOLDER = "help-lines"


def desk(directory: Path, at: datetime = LATER, by: str = "mary") -> Desk:
    """The desk at a moment; each call is a program of its own."""
    return desk_kiosk(directory, at=at).desk(Who(by))


def started(directory: Path, at: datetime = LATER, first: str = "") -> HelpRound:
    """Somebody begins or goes on."""
    round_ = HelpRound(desk(directory, at), first)
    round_.start()
    return round_


def page(directory: Path, at: datetime = LATER) -> HelpNowPage:
    """What a family sees at that moment."""
    kiosk = desk_kiosk(directory, at=at)
    return help_now_page(asking(Route("help-now"), at, school=kiosk.center))


def numbers(directory: Path) -> list[str]:
    """Every number that a family sees, a page after another."""
    kiosk = desk_kiosk(directory, at=LATER)
    return [line.shown for line in kiosk.center.help_calls.region.lines]


def of_kind(found: list[Job], kind: str) -> list[Job]:
    """The jobs of one kind."""
    return [job for job in found if job.kind == kind]


def test_lines_are_due_after_a_month_and_not_before(tmp_path: Path) -> None:
    shipped = desk(tmp_path).center.help_calls.region.checked
    at = TUESDAY.replace(year=shipped.year, month=shipped.month, day=shipped.day)
    assert of_kind(jobs(desk(tmp_path, at + timedelta(days=GOOD_FOR))), "help-lines") == []
    (job,) = of_kind(jobs(desk(tmp_path, at + timedelta(days=GOOD_FOR + 1))), "help-lines")
    assert (job.day, job.days) == (shipped, GOOD_FOR + 1)
    assert len(job.ids) == len(desk(tmp_path).center.help_calls.region.lines)


def test_when_all_are_found_right_the_day_is_that_of_the_calls(tmp_path: Path) -> None:
    shipped = page(tmp_path).checked
    round_ = started(tmp_path)
    total = len(round_.left())
    for _ in range(total - 1):
        round_.hear("true")
    assert page(tmp_path).checked == shipped
    again = started(tmp_path)
    assert len(again.left()) == 1
    again.hear("true")
    assert again.current == ""
    assert of_kind(jobs(desk(tmp_path)), "help-lines") == []
    assert page(tmp_path).checked != shipped
    assert "Jan 23" in page(tmp_path).checked


def test_a_line_that_is_wrong_stays_and_staff_are_told(tmp_path: Path) -> None:
    before, cards = numbers(tmp_path), page(tmp_path).cards
    round_ = started(tmp_path)
    wrong = round_.current
    for heard in ("wrong", *["true"] * (len(round_.left()) - 1)):
        round_.hear("wrong" if heard == "wrong" else "true")
    assert numbers(tmp_path) == before
    assert page(tmp_path).cards == cards
    assert "2026" in page(tmp_path).checked
    (job,) = of_kind(jobs(desk(tmp_path)), "help-line-wrong")
    assert job.ids == (wrong,)
    assert of_kind(jobs(desk(tmp_path)), "help-lines") == []
    mended = started(tmp_path, first=wrong)
    assert mended.current == wrong
    mended.hear("true")
    assert of_kind(jobs(desk(tmp_path)), "help-line-wrong") == []


def test_the_last_call_is_taken_back(tmp_path: Path) -> None:
    round_ = started(tmp_path)
    first = round_.current
    round_.hear("wrong")
    undone = HelpRound(desk(tmp_path))
    assert undone.undo() is not None
    assert undone.current == first
    assert of_kind(jobs(desk(tmp_path)), "help-line-wrong") == []
    assert undone.undo() is None


@pytest.mark.parametrize(
    "calls",
    [
        "x",
        [7, {"key": "US/911"}, {"key": "US/911", "heard": "true", "day": "soon"}],
        [{"key": "US-CT/911", "heard": "wrong", "day": "2027-01-20", "by": "x", "dial": "555"}],
    ],
)
def test_no_note_takes_a_line_from_families(tmp_path: Path, calls: object) -> None:
    before, shown = numbers(tmp_path), page(tmp_path)
    desk(tmp_path).notes.write(FOLDER, "now", {"now": {"calls": calls}})
    assert numbers(tmp_path) == before
    assert page(tmp_path) == shown
    assert of_kind(jobs(desk(tmp_path)), "help-line-wrong") == []


def test_a_call_of_a_day_to_come_is_no_check(tmp_path: Path) -> None:
    started(tmp_path, LATER + timedelta(days=90)).hear("true")
    now = desk(tmp_path)
    line = now.center.help_calls.region.lines[0]
    assert now.center.help_calls.checked(line, LATER.date()) == now.center.help_calls.region.checked


def test_lines_that_are_skipped_come_last(tmp_path: Path) -> None:
    round_ = started(tmp_path)
    first = round_.current
    round_.skip()
    assert round_.current != first
    assert round_.left()[-1] == first
