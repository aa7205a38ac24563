"""The first page of the desk in words: each job with what to do and where, and nothing read that is not needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.domain.listing import Listing
from kiosk.pages.reader import Size
from kiosk.pages.staff.job_words import job_line
from kiosk.pages.staff.parts import StaffAsk, StaffRoute
from kiosk.pages.staff.today import today_page
from kiosk.services import directory
from kiosk.services.backups import take_backup
from kiosk.services.desk import Who
from kiosk.services.jobs import Job
from kiosk.store import open_store
from kiosk.store.notes import Notes
from kiosk.store.row import Row
from tests.tui.staff.host import TUESDAY, desk_kiosk


def asking(there: Path, language: str = "en") -> StaffAsk:
    """A question to the desk's pages, of the sample school."""
    kiosk = desk_kiosk(there)
    return StaffAsk(kiosk.desk(Who("mary")), kiosk.desk_words()(language), TUESDAY, Size(120, 33))


def test_a_large_directory_is_not_read_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(self: Row) -> Listing:
        raise AssertionError(f"{self.id} was read")

    monkeypatch.setattr(Row, "listing", read)
    monkeypatch.setattr(directory, "AT_ONCE", 10)
    page = today_page(asking(tmp_path))
    assert any(line.go == StaffRoute("round") for line in page.jobs)
    assert "Open now" not in [name for name, _ in page.lobby.facts]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    "job",
    [
        Job(kind="damage", words="Something is damaged."),
        Job(kind="help-lines", ids=("911", "988"), days=40),
        Job(kind="help-line-wrong", ids=("988",), words="988", day=TUESDAY.date()),
        Job(kind="question", ids=("food-shelf",), words="email"),
        Job(kind="no-hours", ids=("food-shelf",)),
        Job(kind="hours-ended", ids=("food-shelf",), day=TUESDAY.date()),
        Job(kind="sign-up-opens", ids=("food-shelf",), day=TUESDAY.date()),
        Job(kind="sign-up-ends", ids=("food-shelf",), day=TUESDAY.date()),
        Job(kind="draft", ids=("food-shelf",)),
        Job(kind="due", ids=("a", "b")),
        Job(kind="no-spanish", ids=("a", "b")),
        Job(kind="backup"),
        Job(kind="backup", day=TUESDAY.date(), days=9),
        *(
            Job(kind=kind, ids=("a", "b", "c", "d"), day=TUESDAY.date())
            for kind in ("no-hours", "hours-ended", "sign-up-opens", "sign-up-ends")
        ),
    ],
)
def test_every_job_says_what_to_do_and_where(tmp_path: Path, job: Job, language: str) -> None:
    line = job_line(asking(tmp_path, language), job)
    assert line.label.text
    assert line.words
    assert line.do
    assert "{" not in line.words + line.do
    if len(job.ids) > 1 and job.kind not in ("help-lines", "due"):
        assert line.go == StaffRoute("list", detail=job.kind)


def test_the_last_backup_is_told(tmp_path: Path) -> None:
    ask = asking(tmp_path)
    assert "backup" not in today_page(ask).all_well
    store, notes = open_store(tmp_path), Notes(tmp_path)
    take_backup(store, notes, tmp_path / "backup.json", "mary", TUESDAY - timedelta(hours=9, minutes=5))
    assert today_page(ask).all_well.endswith("Last backup: today, 6:00 AM, checked.")
    take_backup(store, notes, tmp_path / "backup.json", "mary", TUESDAY - timedelta(days=1))
    assert today_page(ask).all_well.endswith("Last backup: Monday, checked.")


def test_how_long_it_takes_is_said_where_that_is_a_help(tmp_path: Path) -> None:
    ask = asking(tmp_path)
    assert "minutes" in today_page(ask).subtitle
    much_later = replace(ask, desk=desk_kiosk(tmp_path, at=TUESDAY + timedelta(days=400)).desk(Who("mary")))
    assert "minutes" not in today_page(much_later).subtitle
    assert "things" in today_page(much_later).subtitle
