"""What is measured from inside a running desk: keys in its list and its form, and what its screens send.

`python -m tests.bench.desk_jobs OUT JOB ...` runs a job and writes what it found to OUT as JSON.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Button, Input

from kiosk.pages.staff.parts import ScreenName, StaffRoute
from kiosk.services.desk import Who
from kiosk.tui.staff.app import StaffApp
from kiosk.tui.staff.base import StaffScreen
from kiosk.tui.staff.screens import SCREENS
from kiosk.tui.widgets.staff_bar import StaffKey
from kiosk.tui.widgets.text_field import TextField
from kiosk.wiring import Kiosk, make_kiosk
from tests.bench.bare import Part, Pusher, TypingHost
from tests.bench.inside import WRITES, NotedKiosk, NotedStock, on_terminal, seconds_to_paint, settled, tap
from tests.bench.jobs import Found
from tests.bench.school import AT
from tests.tui.staff.routes import route_of

TYPED = "river street food and winter coats by the hill "
"""What is typed, again and again."""
LEFT_OUT: frozenset[ScreenName] = frozenset({"desk", "lobby"})
"""The one stands open from the start; the other draws a page of the family's, which is measured there."""


def noted_desk(data: Path) -> tuple[StaffApp, Kiosk]:
    """The desk as `kiosk staff` makes it."""
    gc.disable()
    kiosk = make_kiosk(data, datetime.fromisoformat(AT))
    app = StaffApp(kiosk.desk(Who("bench", "admin")), kiosk.desk_words(), "en")
    app.driver_class = NotedKiosk
    return app, kiosk


def type_in_list(data: str, keys: str) -> Found:
    """Seconds from each key in the list's field until the lines are painted."""
    app, _ = noted_desk(Path(data))

    async def walk(pilot: Pilot[None]) -> Found:
        await app.open(StaffScreen.Opened(StaffRoute("list")))
        await settled(pilot)
        return {"seconds": await _typed(pilot, int(keys)), "parts": widgets_of(app.screen)}

    return on_terminal(app, walk)


def type_in_form(data: str, keys: str) -> Found:
    """Seconds from each key in a field of the form until it is painted; each is kept as a draft before that."""
    app, kiosk = noted_desk(Path(data))

    async def walk(pilot: Pilot[None]) -> Found:
        id = next(iter(kiosk.store.load().listings))
        await app.open(StaffScreen.Opened(StaffRoute("form", id)))
        await settled(pilot)
        await pilot.press("1", "enter")
        await settled(pilot)
        return {"seconds": await _typed(pilot, int(keys)), "parts": widgets_of(app.screen)}

    return on_terminal(app, walk)


def type_in_stock(found: str, keys: str) -> Found:
    """Seconds from each key in a stock field, on a screen with as many stock widgets, until all of them are drawn."""
    app = TypingHost(_parts(json.loads(Path(found).read_text("utf-8"))["parts"]))
    app.driver_class = NotedStock

    async def walk(pilot: Pilot[None]) -> Found:
        app.query_one(Input).focus()
        await settled(pilot)
        return {"seconds": await _typed(pilot, int(keys))}

    return on_terminal(app, walk)


def open_screens(data: str, most: str) -> Found:
    """What each screen of the desk (at most so many) sends when it is opened, and what widgets it has."""
    app, kiosk = noted_desk(Path(data))

    async def walk(pilot: Pilot[None]) -> Found:
        id = next(iter(kiosk.store.load().listings))
        sent: dict[str, int] = {}
        screens: dict[str, list[Part]] = {}
        for name in [name for name in SCREENS if name not in LEFT_OUT][: int(most)]:
            before = WRITES.sent
            await app.open(StaffScreen.Opened(route_of(name, id)))
            await settled(pilot)
            sent[name], screens[name] = WRITES.sent - before, widgets_of(app.screen)
            while len(app.screen_stack) > 2:
                await app.pop_screen()
            await settled(pilot)
        return {"sent": sent, "screens": screens}

    return on_terminal(app, walk)


def push_stock(found: str) -> Found:
    """What a stock screen with as many stock widgets as each of the desk's sends."""
    screens = json.loads(Path(found).read_text("utf-8"))["screens"]
    app = Pusher([_parts(each) for each in screens.values()])
    app.driver_class = NotedStock

    async def walk(pilot: Pilot[None]) -> Found:
        sent: dict[str, int] = {}
        for name in screens:
            before = WRITES.sent
            for event in tap(app.screen.query_one(Button)):
                app.post_message(event)
            await settled(pilot)
            sent[name] = WRITES.sent - before
            await app.pop_screen()
            await settled(pilot)
        return {"sent": sent}

    return on_terminal(app, walk)


def widgets_of(widget: Widget) -> list[Part]:
    """The widgets of a screen of the desk, in kinds that stock Textual has too."""
    found: list[Part] = []
    for child in widget.children:
        kind = "box" if child.children else "label"
        if isinstance(child, TextField):
            kind = "field"
        elif isinstance(child, StaffKey):
            kind = "button"
        found.append(Part(kind, widgets_of(child) if kind == "box" else []))
    return found


async def _typed(pilot: Pilot[None], keys: int) -> list[float]:
    """Seconds of each of so many keys."""
    seconds = []
    for at in range(keys):
        sign = TYPED[at % len(TYPED)]
        seconds.append(await seconds_to_paint(pilot, events.Key("space" if sign == " " else sign, sign)))
    return seconds


def _parts(plain: Sequence[Any]) -> list[Part]:
    return [Part(kind, _parts(inner)) for kind, inner in plain]


JOBS: dict[str, Callable[..., Found]] = {
    job.__name__.replace("_", "-"): job
    for job in (type_in_list, type_in_form, type_in_stock, open_screens, push_stock)
}  # fmt: skip


def main(out: str, job: str, *given: str) -> None:
    """Run one job."""
    Path(out).write_text(json.dumps(JOBS[job](*given)), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
