"""`kiosk report`: how the directory stands, how old its checks are, and what was opened, a count a listing a day."""

from __future__ import annotations

import json
from contextlib import nullcontext
from datetime import date, timedelta
from pathlib import Path

from kiosk.store.tallies import Tallies
from tests.cli.conftest import LISTING, Ask

DAY = date(2026, 11, 24)
AT = ("--at", "2026-11-24T15:05")


def several(kiosk: Ask, tmp_path: Path) -> None:
    """Four listings: one checked lately, one long ago, one never and without Spanish, one hidden."""
    whole = json.loads(LISTING.read_text())
    listings = [
        whole | {"id": "lately", "assured_date": "2026-11-03"},
        whole | {"id": "long-ago", "assured_date": "2025-03-01"},
        whole | {"id": "never", "assured_date": None, "name": {"en": "Eye van"}},
        whole | {"id": "hidden", "status": "inactive"},
    ]
    file = tmp_path / "four.json"
    file.write_text(json.dumps([{key: value for key, value in each.items() if value is not None} for each in listings]))
    answer = kiosk("add", file)
    assert answer.status == 0, answer.err


def test_it_says_how_the_directory_stands(kiosk: Ask, tmp_path: Path) -> None:
    several(kiosk, tmp_path)
    answer = kiosk(*AT, "report", "--json")
    assert answer.status == 0
    found = answer.document
    assert isinstance(found, dict)
    assert found["listings"] == {"all": 4, "shown": 3, "hidden": 1}
    assert found["due"] == ["never", "long-ago"]
    assert found["lacking"] == {"en": [], "es": ["never"]}
    assert found["checked"] == {"30": 1, "90": 0, "180": 0, "365": 0, "older": 1, "never": 1}
    assert found["oldest_check"] == {"id": "long-ago", "day": "2025-03-01"}
    assert (found["day"], found["since"]) == ("2026-11-24", "2026-10-28")
    assert found["opened"] == []


def test_openings_are_told_by_listing_day_and_week(kiosk: Ask, data: Path, tmp_path: Path) -> None:
    several(kiosk, tmp_path)
    counts = Tallies(data, nullcontext)
    counts.add(DAY, {"never": 3, "gone": 1})
    counts.add(DAY - timedelta(days=1), {"never": 2})
    counts.add(DAY - timedelta(days=5), {"lately": 4})
    counts.add(DAY - timedelta(days=40), {"lately": 90})
    counts.add(DAY + timedelta(days=1), {"lately": 7})  # a clock that was wrong
    answer = kiosk(*AT, "--lang", "es", "report", "--json")
    assert isinstance(answer.document, dict)
    never, lately, gone = answer.document["opened"]
    assert never == {
        "id": "never", "number": never["number"], "name": "Eye van", "times": 5,
        "days": {"2026-11-23": 2, "2026-11-24": 3}, "weeks": {"2026-11-23": 5},
    }  # fmt: skip
    assert (lately["times"], lately["weeks"]) == (4, {"2026-11-16": 4})
    assert (gone["id"], gone["number"], gone["name"]) == ("gone", None, None)
    longer = kiosk(*AT, "report", "--days", "60", "--json").document
    assert isinstance(longer, dict)
    assert longer["opened"][0]["times"] == 94


def test_people_read_lines_in_their_language(kiosk: Ask, data: Path, tmp_path: Path) -> None:
    several(kiosk, tmp_path)
    Tallies(data, nullcontext).add(DAY, {"lately": 3})
    english = kiosk(*AT, "report").out
    assert "Listings: 3 shown, 1 hidden" in english
    assert "Without Spanish: 1" in english
    assert "The oldest check: Mar 1, 2025" in english
    assert "Opened 3 times since Oct 28." in english
    row = next(line for line in english.splitlines() if line.startswith("  101"))
    assert row.split()[-6:] == ["3", "3", "0", "0", "0", "0"]
    spanish = kiosk(*AT, "--lang", "es", "report").out
    assert "Sin español: 1" in spanish
    assert "Opened" not in spanish


def test_an_empty_school_has_a_report_too(kiosk: Ask) -> None:
    answer = kiosk(*AT, "report")
    assert answer.status == 0
    assert "No listing was opened since Oct 28." in answer.out


def test_more_days_than_are_kept_are_wrong_usage(kiosk: Ask) -> None:
    assert kiosk("report", "--days", "401").status == 2
    assert kiosk("report", "--days", "0").status == 2
