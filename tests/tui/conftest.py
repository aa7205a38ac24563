"""What tests of the screens share: a terminal with all its colours, style sheets that are parsed once, and a wait that
ends when all is done."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import Any

import pytest
from textual import app, pilot
from textual._context import active_app
from textual._wait import wait_for_idle
from textual.screen import UPDATE_PERIOD

from kiosk.tui.sheet import Sheet


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for module in (app, pilot):
        monkeypatch.setattr(module, "wait_for_idle", _settled)
    monkeypatch.setattr(Sheet, "_parse_rules", _parsed_once)


@pytest.fixture(autouse=True)
def _forgetting(monkeypatch: pytest.MonkeyPatch) -> None:
    """A visit does not end with a search of the memory: it holds all these tests, ten times what a lobby does.

    Files that test what is left of a visit have a fixture of this name that does nothing.
    """
    for module in ("app", "signing"):
        monkeypatch.setattr(f"kiosk.tui.{module}.forget_words", lambda: None)


_parse = Sheet._parse_rules


def _parsed_once(sheet: Sheet, css: str, *place: Any, **more: Any) -> Any:
    """The rules of a source: the same for every app whose theme gives its variables the same values."""
    key = (css, place, *sorted(more.items()), *sorted(sheet._variables.items()))
    if key not in _PARSED:
        _PARSED[key] = _parse(sheet, css, *place, **more)
    return _PARSED[key]


_PARSED: dict[tuple[Any, ...], Any] = {}


async def _settled(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until nothing is left to do, by asking the loop; Textual asks how busy the processor is, for 20 ms a key.

    Only while a thread of the app works, which the loop does not know of, it is done as Textual does it.
    """
    loop = asyncio.get_running_loop()
    until = monotonic() + max_sleep
    while monotonic() < until:
        await asyncio.sleep(0)
        if loop._ready:  # type: ignore[attr-defined]
            continue
        soon = loop.time() + UPDATE_PERIOD  # a frame may be waiting for its time
        if any(not timer._cancelled and timer._when <= soon for timer in loop._scheduled):  # type: ignore[attr-defined]
            await asyncio.sleep(UPDATE_PERIOD / 8)
            continue
        if any(worker.is_running for worker in active_app.get().workers):
            await wait_for_idle(min_sleep, until - monotonic())
        return
