"""Building the kiosk: the sample for a first run, the clock, the language, and a log without a word of a visitor."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk import config, wiring
from kiosk.config import Places
from kiosk.domain.errors import NoSuch
from kiosk.logs import fault, keep_log
from kiosk.wiring import make_kiosk
from tests.house.reading import ROOT

NEW_YORK = ZoneInfo("America/New_York")


@pytest.fixture
def first_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A default data directory that nobody has used."""
    data = tmp_path / "data"
    places = Places(ROOT / "content", ROOT / "data" / "demo", data, is_default=True)
    monkeypatch.setattr(wiring, "find_places", lambda _: places)
    return data


def test_a_first_run_lays_down_the_sample_of_its_day(first_run: Path) -> None:
    kiosk = make_kiosk(at=datetime(2027, 3, 1, 10, 0))  # noqa: DTZ001  # school time, as --at gives it
    assert kiosk.is_new
    assert kiosk.center.settings.sample
    assert kiosk.school.problems == ()
    assert kiosk.center.calendar is not None
    assert kiosk.center.calendar.first_day < datetime(2027, 3, 1).date() < kiosk.center.calendar.last_day  # noqa: DTZ001
    assert len(kiosk.store.load()) >= 90
    assert sorted(file.name for file in first_run.iterdir() if file.suffix in (".toml", ".json")) == [
        "calendar.toml",
        "listings.json",
        "settings.toml",
    ]


def test_the_second_run_starts_from_what_is_there(first_run: Path) -> None:
    make_kiosk()
    (first_run / "settings.toml").write_text('school = "Ours"\n', "utf-8")
    again = make_kiosk()
    assert not again.is_new
    assert again.center.settings.school == "Ours"


def test_a_first_run_that_was_cut_off_is_finished(first_run: Path) -> None:
    make_kiosk()
    (first_run / "settings.toml").unlink()
    revisions = {kept.id: kept.rev for kept in make_kiosk().store.load()}
    assert len(revisions) >= 90
    assert {rev.partition("-")[0] for rev in revisions.values()} == {"1"}


def test_a_directory_that_was_named_never_gets_the_sample(tmp_path: Path) -> None:
    kiosk = make_kiosk(tmp_path)
    assert not kiosk.is_new
    assert len(kiosk.store.load()) == 0
    assert list(tmp_path.iterdir()) == []


def test_the_clock_stands_unless_it_ticks(tmp_path: Path) -> None:
    at = datetime(2026, 12, 16, 13, 59)  # noqa: DTZ001  # school time
    standing = make_kiosk(tmp_path, at).clock
    assert standing() == standing() == at.replace(tzinfo=NEW_YORK)
    ticking = make_kiosk(tmp_path, at, ticking=True).clock
    first = ticking()
    assert timedelta() <= ticking() - first < timedelta(minutes=1)
    assert timedelta() <= first - at.replace(tzinfo=NEW_YORK) < timedelta(minutes=1)
    assert first.tzinfo == NEW_YORK


def test_without_a_moment_it_is_now_at_school(tmp_path: Path) -> None:
    now = make_kiosk(tmp_path).clock()
    assert now.tzinfo == NEW_YORK
    assert abs(now - datetime.now(NEW_YORK)) < timedelta(minutes=1)


def test_the_language_is_the_one_asked_for_else_the_schools_first_that_ships(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('school = "Oak"\nlanguages = ["xx", "es", "en"]\n', "utf-8")
    assert make_kiosk(tmp_path).language == "es"
    assert make_kiosk(tmp_path, language="en").language == "en"
    with pytest.raises(NoSuch, match="tlh"):
        make_kiosk(tmp_path, language="tlh")
    (tmp_path / "settings.toml").write_text('school = "Oak"\nlanguages = ["xx"]\n', "utf-8")
    assert make_kiosk(tmp_path).language == "en"


def test_an_installed_package_has_its_content_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KIOSK_DATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    (tmp_path / "kiosk" / "_content").mkdir(parents=True)
    monkeypatch.setattr(config, "__file__", str(tmp_path / "kiosk" / "config.py"))
    places = config.find_places()
    assert places.content == tmp_path / "kiosk" / "_content"
    assert places.demo == tmp_path / "kiosk" / "_demo"
    assert (places.data, places.is_default) == (tmp_path / "share" / "kiosk", True)
    assert config.find_places(tmp_path / "x").data == tmp_path / "x"


@pytest.fixture
def own_log() -> Iterator[None]:
    """Leave no handler of these tests behind."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield
    for handler in [each for each in root.handlers if each not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


@pytest.mark.usefixtures("own_log")
def test_the_log_names_the_fault_and_where_and_nothing_that_was_said(tmp_path: Path) -> None:
    assert keep_log(tmp_path) == tmp_path / "logs" / "kiosk.log"
    assert keep_log(tmp_path) == tmp_path / "logs" / "kiosk.log"
    try:
        int("my rent is late")
    except ValueError as error:
        fault(error)
    text = (tmp_path / "logs" / "kiosk.log").read_text("utf-8")
    assert text.count("ValueError") == 1
    assert "test_wiring.py" in text
    assert "rent" not in text


@pytest.mark.usefixtures("own_log")
def test_where_data_cannot_be_written_the_log_goes_where_the_platform_keeps_such_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "data").write_text("", "utf-8")
    kept = keep_log(tmp_path / "data")
    assert kept is not None
    assert kept.is_relative_to(tmp_path / "state")
    shutil.rmtree(tmp_path / "state")
    (tmp_path / "state").write_text("", "utf-8")
    assert keep_log(tmp_path / "data") is None
