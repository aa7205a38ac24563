"""The screen that needs no file: the numbers to call, until the kiosk can be built again."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from kiosk.pages.out_of_order import out_of_order_page
from kiosk.tui.out_of_order import OutOfOrderApp
from tests.tui.raster import cells_of
from tests.tui.terminal import kiosk, running, school


@pytest.mark.parametrize("size", [(80, 24), (120, 33), (200, 60)])
async def test_every_number_is_on_the_screen(size: tuple[int, int]) -> None:
    page = out_of_order_page()
    app = OutOfOrderApp(page, lambda: False)
    async with app.run_test(size=size):
        shown = ["".join(glyph for glyph, *_ in row) for row in cells_of(app)]
    text = "\n".join(shown)
    for notice in page.notices:
        assert notice in text
    for number in page.numbers:
        if not number.is_large:
            assert number.number in text
        else:
            assert any(number.rows[0].rstrip() in row for row in shown)
            assert number.titles[0].split()[0] in text
    assert page.checked in text


async def test_it_ends_when_the_kiosk_can_be_built_again() -> None:
    mended = False
    app = OutOfOrderApp(out_of_order_page(), lambda: mended)
    async with app.run_test() as pilot:
        app.retry()
        await pilot.pause()
        assert app.is_running
        mended = True
        app.retry()
        await pilot.pause()
        assert app.return_code == 0


def test_a_school_that_cannot_be_read_shows_the_numbers_and_logs_why(tmp_path: Path) -> None:
    data = school(tmp_path)
    command = kiosk(data)
    command[2:3] = ["tests.tui.faulty", "building"]
    with running(command) as terminal:
        terminal.wait_for("This screen is being fixed.")
        terminal.wait_for("2-1-1")
        assert "directory" not in terminal.shown
        terminal.type("\x031\r\x1b")
        assert terminal.end(signal.SIGTERM) == 143
        assert terminal.settings() == terminal.before
    log = (data / "logs" / "kiosk.log").read_text("utf-8")
    assert "cannot be built" in log
    assert "The directory of this school cannot be read." in log
