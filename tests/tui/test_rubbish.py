"""A command that looks for no rubbish while it starts begins to once its first page stands."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from kiosk.tui.rubbish import SELDOM, look_seldom
from tests.tui.host import kiosk_app
from tests.tui.staff.host import staff_app


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """Whatever a test leaves, the next one finds Python as it was."""
    before = gc.get_threshold()
    yield
    gc.enable()
    gc.set_threshold(*before)
    gc.unfreeze()


def test_what_is_there_is_set_aside_and_the_rest_is_looked_at_seldom() -> None:
    gc.set_threshold(700, 10, 10)
    gc.disable()
    look_seldom()
    assert gc.isenabled()
    assert gc.get_threshold() == SELDOM
    assert gc.get_freeze_count() > 1_000


def test_who_looked_already_goes_on_as_before() -> None:
    frozen, before = gc.get_freeze_count(), gc.get_threshold()
    look_seldom()
    assert (gc.get_freeze_count(), gc.get_threshold()) == (frozen, before)


async def test_the_desk_looks_once_its_first_page_stands(tmp_path: Path) -> None:
    gc.disable()
    app = staff_app(tmp_path)
    assert not gc.isenabled()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert gc.isenabled()


async def test_it_begins_at_the_first_key_however_long_the_kiosk_still_reads_ahead() -> None:
    app, goes_on = kiosk_app(), Event()

    def reads_long() -> None:
        goes_on.wait(60.0)

    app._warm = (*app._warm, reads_long)
    async with app.run_test() as pilot:
        gc.disable()
        await pilot.press("x")
        assert app._reader is not None and not app._reader.is_finished
        goes_on.set()
        assert gc.isenabled()
