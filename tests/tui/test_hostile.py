"""Text from outside is hostile: every screen shows it as it is, and none of it is obeyed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import count, repeat
from typing import TypeVar

import pytest
from rich.segment import Segment

from kiosk.pages.parts import Choice, Code
from kiosk.pages.route import Act, Route
from tests.properties import first
from tests.tui.everywhere import PLACES
from tests.tui.host import FORMS, kiosk_app, page_screen, shown

HOSTILE = (
    "[/", "Open [/9am-5pm]", "Gym [lower level", "Grades [K] [1] [2", "a\\", "[@click=app.quit]x[/]", "[b]bold[/b]",
    "\x1b]52;c;aGk=\x07", "\x1b[2J\x1b[31m", "\x9b31m", "\x00", "a\u202eb", "\u200bz", "🙂 漢字 كلمة",
    "$name ${x} {0} %s", "\n\n\nthree lines", "\t", "", "word " * 60, "W" * 300,
)  # fmt: skip
OBEYED = "\x1b\x9b\x07\x00\u202e\u200b"
"""What a terminal obeys, or an eye cannot see: none of it may be on the screen."""

KEPT = {"go", "route", "tone", "kind", "pictogram", "payload", "small_payload", "pictograms", "letters"}
Value = TypeVar("Value")


def poisoned(value: Value, words: Iterator[str]) -> Value:
    """The same page with the next of `words` in place of every text a person reads; what it leads to stays."""
    if isinstance(value, str):
        return next(words)  # type: ignore[return-value]  # Value is str here
    if isinstance(value, tuple):
        return tuple(poisoned(item, words) for item in value)  # type: ignore[return-value]  # Value is a tuple here
    if isinstance(value, Route | Act) or not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {each.name: poisoned(getattr(value, each.name), words) for each in fields(value) if each.name not in KEPT}
    return replace(value, **changed)


def test_poison_reaches_every_word_and_leaves_addresses_alone() -> None:
    code = Code(kind="call", payload="tel:988", does="Scan", opens="", instead="", needs_internet=False)
    assert poisoned(code, repeat("!")) == replace(
        code, does="!", opens="!", instead="!", does_short="!", small_does="!", keeps="!"
    )
    assert poisoned(Choice(go=Route("home"), label="Home"), repeat("!")).go == Route("home")


@pytest.mark.parametrize("form", first(["lobby", "small"]))
@pytest.mark.parametrize("quarter", first(range(4), quick=2))
async def test_every_screen_shows_hostile_text_and_obeys_none_of_it(quarter: int, form: str) -> None:
    app = kiosk_app()
    async with app.run_test(size=FORMS[form]) as pilot:
        for place in list(PLACES)[quarter::4]:
            await app.follow(Route("attract"))
            for go in PLACES[place]:
                await app.follow(go)
            screen = page_screen(app)
            used = count()
            words = (HOSTILE[turn % len(HOSTILE)] for turn in used)
            while next(used) < len(HOSTILE):  # until the page has shown every one of them
                await screen.present(poisoned(screen.page, words), screen.look)
                await pilot.pause()
                assert app.is_running, place
                segments = [segment for strip in screen._compositor.render_strips() for segment in strip]
                assert not set(OBEYED) & set("".join(segment.text for segment in segments)), place
                assert not any(_clicks(segment) for segment in segments), place


def _clicks(segment: Segment) -> bool:
    return bool(segment.style and segment.style.meta and "@click" in segment.style.meta)


@pytest.mark.parametrize("words", ["[/", "Open [/9am-5pm]", "Gym [lower level", "Grades [K] [1] [2", "a\\"])
async def test_brackets_are_shown_as_they_are(words: str) -> None:
    app = kiosk_app()
    async with app.run_test(size=FORMS["lobby"]) as pilot:
        for go in PLACES["results"]:
            await app.follow(go)
        screen = page_screen(app)
        await screen.present(poisoned(screen.page, repeat(words)), screen.look)
        await pilot.pause()
        assert words in "\n".join(shown(app))
