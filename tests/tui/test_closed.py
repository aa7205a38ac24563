"""The closed app: no action but those it names, no browser, no clipboard, and a fault that is not swallowed."""

from __future__ import annotations

import pytest
from textual.app import App

from kiosk.tui.closed import ClosedApp
from tests.tui.host import kiosk_app

ACTIONS = sorted(name.removeprefix("action_") for name in dir(App) if name.startswith("action_"))


@pytest.mark.parametrize("action", ACTIONS)
async def test_no_action_of_the_library_can_be_run(action: str) -> None:
    app = kiosk_app()
    allowed = action in app.ACTIONS
    assert app.check_action(action, ()) is allowed
    assert not allowed or action in {"back"}  # ours by the same name


async def test_there_is_no_palette_no_selection_no_binding_of_the_library() -> None:
    assert not ClosedApp.ENABLE_COMMAND_PALETTE
    assert not ClosedApp.ALLOW_SELECT
    app = kiosk_app()
    async with app.run_test() as pilot:
        keys = {key for key, _ in app._bindings}
        assert not keys & {"ctrl+q", "ctrl+c", "ctrl+p"}
        await pilot.press("ctrl+q", "ctrl+c", "ctrl+p", "ctrl+z")
        await app.action_quit()
        assert app.is_running
        assert app.screen.id != "--command-palette"


async def test_no_browser_and_no_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    app = kiosk_app()
    async with app.run_test():
        app.open_url("https://example.org")
        app.copy_to_clipboard("what a visitor typed")
        assert opened == []
        assert app.clipboard == ""


async def test_a_fault_fails_a_test() -> None:
    app = kiosk_app()
    with pytest.raises(ZeroDivisionError):
        async with app.run_test() as pilot:
            app.call_later(lambda: 1 // 0)
            await pilot.pause()
