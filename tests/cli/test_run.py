"""`kiosk run` on a real terminal: it draws, and it ends by a signal with the terminal as it was."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from kiosk.school_file import read_settings
from tests.tui.terminal import running


@pytest.mark.slow
@pytest.mark.parametrize("size", [(120, 33), (80, 24)])
def test_the_full_screen_starts_and_ends_by_a_signal(tmp_path: Path, size: tuple[int, int]) -> None:
    (tmp_path / "settings.toml").write_text('school = "Oak School"\n', "utf-8")
    command = [sys.executable, "-m", "kiosk", "--data", str(tmp_path), "--at", "2026-12-02T10:00", "run"]
    with running(command, size=size) as terminal:
        terminal.wait_for("Touch to start")
        terminal.type("\r")
        terminal.wait_for("What would help today?", absent="Touch to start")
        assert terminal.end(signal.SIGTERM) == 128 + signal.SIGTERM
        assert terminal.settings() == terminal.before
    kept = (tmp_path / ".last-good" / "settings.toml").read_text("utf-8")
    assert read_settings(kept, "settings.toml")[0].school == "Oak School"
