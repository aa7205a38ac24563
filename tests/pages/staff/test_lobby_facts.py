"""What the lobby shows now, in one line of the desk's first page."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.pages.reader import Size
from kiosk.pages.staff.lobby_facts import lobby_side
from kiosk.pages.staff.parts import StaffAsk
from kiosk.services.desk import Who
from tests.pages.center import TUESDAY
from tests.tui.staff.host import desk_kiosk


@pytest.mark.parametrize(("language", "said"), [("en", "12:30 PM. "), ("es", "12:30 p. m. ")])
def test_a_time_ends_its_sentence_with_one_stop(tmp_path: Path, language: str, said: str) -> None:
    kiosk = desk_kiosk(tmp_path)
    ask = StaffAsk(kiosk.desk(Who("office")), kiosk.desk_words()(language), TUESDAY, Size(80, 24))
    line = lobby_side(ask).line.replace("\N{NO-BREAK SPACE}", " ")
    assert said in line
    assert ".." not in line
