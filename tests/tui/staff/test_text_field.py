"""The field that staff type in: what is in it is drawn as it is, and nothing in it leaves the kiosk."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import App, ComposeResult

from kiosk.tui.widgets.text_field import TextField
from tests.tui.raster import cells_of

HOSTILE = ("[/9am-5pm]", "[b]bold[/b]", "[@click=app.quit]x[/]", "a\\\\", "[ b ]")


class Host(App[None]):
    """A field alone on a screen."""

    def __init__(self, value: str) -> None:
        super().__init__()
        self._value = value

    def compose(self) -> ComposeResult:
        """The field."""
        yield TextField(self._value)


def drawn(app: App[None]) -> str:
    """The screen as text."""
    return "\n".join("".join(glyph for glyph, *_ in row) for row in cells_of(app))


@pytest.mark.parametrize("words", HOSTILE)
async def test_what_is_in_it_is_drawn_literally(words: str) -> None:
    app = Host(words)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert words in drawn(app)


async def test_what_a_terminal_would_obey_does_not_get_in() -> None:
    app = Host("a\x1b[2Jb\u202ec")
    async with app.run_test() as pilot:
        field = app.query_one(TextField)
        field.focus()
        field.post_message(events.Paste("x\x1b]52;c;eA==\x07y\nz\x9b"))
        await pilot.pause()
        assert "\x1b" not in field.value
        assert "\n" not in field.value
        assert "\u202e" not in field.value
        assert field.value.startswith("a")


async def test_no_key_takes_it_to_a_clipboard() -> None:
    app = Host("secret")
    async with app.run_test() as pilot:
        app.query_one(TextField).focus()
        await pilot.press("shift+home", "ctrl+c", "ctrl+x", "ctrl+insert", "shift+delete")
        await pilot.pause()
        assert app.clipboard == ""
        assert app.query_one(TextField).value == "secret"
