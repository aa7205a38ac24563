"""The lobby and the desk as real programs: what a visit leaves behind, and that a desk that is killed is gone."""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path

import pytest

from tests.tui.terminal import AT, Terminal, running, school


def desk(data: Path) -> list[str]:
    """The command that starts the desk."""
    return [sys.executable, "-m", "kiosk", "--data", str(data), "--at", AT, "staff"]


def _files(data: Path) -> dict[str, bytes]:
    """Everything that lies in a directory."""
    return {str(path.relative_to(data)): path.read_bytes() for path in data.rglob("*") if path.is_file()}


def _open_214(terminal: Terminal) -> None:
    terminal.wait_for("Touch to start")
    terminal.type("1")
    terminal.wait_for("What would help today?")
    terminal.type("7")
    terminal.wait_for("Search", absent="What would help today?")
    terminal.type("214")
    terminal.tap_on("School food shelf")
    terminal.wait_for("No phone?")


@pytest.mark.slow
def test_a_visit_leaves_a_count_and_nothing_else(tmp_path: Path) -> None:
    data = school(tmp_path)
    before = _files(data)
    with running([sys.executable, "-m", "kiosk", "--data", str(data), "run"]) as terminal:
        _open_214(terminal)
        seat = next(path for path in (data / "at-desk").iterdir())
        assert json.loads(seat.read_text()) | {"started": ""} == {
            "kind": "lobby", "by": "", "listing": "", "since": "", "started": "",
        }  # fmt: skip
        assert terminal.end(signal.SIGTERM) == 143
    left = {name: content for name, content in _files(data).items() if before.get(name) != content}
    counts = {name: content for name, content in left.items() if name.startswith("notes/opened/")}
    assert list(counts.values()) == [b'{"food-shelf":1}']
    assert not [name for name in left if name.startswith("at-desk/")]
    own = (".last-good/", "notes/opened/")
    assert not [name for name, content in left.items() if b"food" in content and not name.startswith(own)]


@pytest.mark.slow
def test_on_a_day_that_never_was_a_visit_leaves_nothing(tmp_path: Path) -> None:
    data = school(tmp_path)
    with running([sys.executable, "-m", "kiosk", "--data", str(data), "--at", AT, "run"]) as terminal:
        _open_214(terminal)
        assert terminal.end(signal.SIGTERM) == 143
    assert not (data / "notes" / "opened").exists()


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGHUP])
def test_a_desk_that_is_killed_is_soon_no_longer_named(tmp_path: Path, number: signal.Signals) -> None:
    data = school(tmp_path)
    with running(desk(data)) as mine:
        mine.wait_for("What needs you today")
        with running(desk(data)) as theirs:
            theirs.wait_for("Also here: ")
            mine.wait_for("Also here: ")
            theirs.program.send_signal(number)
            theirs.status()
            mine.until(lambda: "Also here" not in mine.shown, "the other desk to be gone")
        assert len(list((data / "at-desk").iterdir())) == 1
