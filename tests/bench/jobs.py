"""What is measured from inside a running app: one job a process, its output on a pseudo-terminal.

`python -m tests.bench.jobs OUT JOB ...` runs a job and writes what it found to OUT as JSON.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from textual import events
from textual.pilot import Pilot
from textual.widgets import Button

from kiosk.pages.route import Act, Route
from kiosk.store import open_store
from kiosk.tui.public.base import PageScreen
from tests.bench.bare import Part, Pusher
from tests.bench.inside import (
    WRITES,
    NotedStock,
    Walk,
    noted_kiosk,
    on_terminal,
    parts_of,
    read_ahead,
    seconds_to_paint,
    settled,
    tap,
)  # fmt: skip
from tests.bench.progress import TELL

PHRASES = ("food for my kids", "winter coat", "dentist", "clases de ingles", "help with rent", "chess club", "doctr")
"""What is typed, key by key; one has a misspelling."""
LOOKS = 20
"""How often memory is looked at while it may grow."""
SHOWN = 8
"""Answers that a search puts on the screen."""
Found = dict[str, object]


def walk_kiosk(data: str, taps: str) -> Found:
    """Seconds, bytes and widgets of each tap that led to another screen, when all has been read ahead."""
    app, _ = noted_kiosk(Path(data))

    async def walk(pilot: Pilot[None]) -> Found:
        await read_ahead(app, pilot)
        walker = Walk(app, pilot)
        seconds: list[float] = []
        sent: list[int] = []
        screens: list[list[Part]] = []
        while len(seconds) < int(taps):
            part = await walker.next_part()
            before, bytes_before = app.screen, WRITES.sent
            took = await seconds_to_paint(pilot, *tap(part))
            if app.screen is not before:
                seconds.append(took)
                sent.append(WRITES.sent - bytes_before)
                screens.append(parts_of(app.screen))
        return {"seconds": seconds, "bytes": sent, "screens": screens}

    return on_terminal(app, walk)


def walk_stock(screens: str) -> Found:
    """Seconds of each bare push of a screen with as many stock widgets as one of a kiosk's walk had."""
    wanted = [_parts(each) for each in json.loads(Path(screens).read_text("utf-8"))["screens"]]
    app = Pusher(wanted)
    app.driver_class = NotedStock

    async def walk(pilot: Pilot[None]) -> Found:
        seconds = []
        for _ in wanted:
            seconds.append(await seconds_to_paint(pilot, *tap(app.screen.query_one(Button))))
            await app.pop_screen()
            await settled(pilot)
        return {"seconds": seconds}

    return on_terminal(app, walk)


def type_searches(data: str, phrases: str) -> Found:
    """Seconds that each key of a search takes: until it is answered, of a processor, and until it is painted."""
    app, kiosk = noted_kiosk(Path(data))

    async def walk(pilot: Pilot[None]) -> Found:
        await read_ahead(app, pilot)
        answered: list[float] = []
        worked: list[float] = []
        painted: list[float] = []
        now, search = kiosk.clock(), kiosk.center.search
        for phrase in PHRASES[: int(phrases)]:
            await app.follow(Act("start", "en"))
            await app.follow(Route("search"))
            await settled(pilot)
            for at, letter in enumerate(phrase, 1):
                start, before = time.perf_counter(), time.process_time()
                search.find(phrase[:at], "en", now, SHOWN)
                worked.append(time.process_time() - before)
                answered.append(time.perf_counter() - start)
                key = "space" if letter == " " else letter
                painted.append(await seconds_to_paint(pilot, events.Key(key, letter)))
        return {"answered": answered, "worked": worked, "painted": painted}

    return on_terminal(app, walk)


def growth(data: str, changes: str, first: str) -> Found:
    """Memory at rest after the first so many screen changes, at times, and after all of them."""
    app, _ = noted_kiosk(Path(data))
    every = max(1, int(changes) // LOOKS)

    async def walk(pilot: Pilot[None]) -> Found:
        await read_ahead(app, pilot)
        walker = Walk(app, pilot)
        at_rest: dict[int, int] = {}
        marks = iter(sorted({int(first), *range(every, int(changes), every), int(changes)}))
        mark, taps, led_on = next(marks, None), 0, 0
        while mark is not None:
            part = await walker.next_part()
            before = app.screen
            for event in tap(part):
                app.post_message(event)
            await pilot.pause()
            taps += 1
            led_on += app.screen is not before
            done = led_on + walker.restarts
            if done >= mark:
                await walker.rest()
                at_rest[mark] = rss()
                TELL(f"{done:,} of {int(changes):,} screen changes, {taps:,} taps, {at_rest[mark] / 1e6:.1f} MB")
                mark = next(marks, None)
        return {"before": at_rest[int(first)], "after": at_rest[int(changes)], "at_rest": at_rest, "taps": taps}

    return on_terminal(app, walk)


def sees_a_save(data: str, saves: str) -> Found:
    """Seconds from another process's save until this one shows it."""
    app, kiosk = noted_kiosk(Path(data))

    async def walk(pilot: Pilot[None]) -> Found:
        await read_ahead(app, pilot)
        id = next(iter(kiosk.store.load().listings))
        await app.follow(Act("start", "en"))
        await app.follow(Route("listing", id))
        seconds = []
        for number in range(int(saves)):
            await asyncio.sleep(0.31 * number)  # not always at the same point between two looks
            command = [sys.executable, "-m", "tests.bench.jobs", "-", "rename", data, id, f"Seen {number}"]
            saver = await asyncio.create_subprocess_exec(*command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
            said, _ = await saver.communicate()
            while not (isinstance(app.screen, PageScreen) and app.screen.page.title == f"Seen {number}"):
                await asyncio.sleep(0.005)
            await settled(pilot)
            seconds.append(WRITES.last - float(said))
        return {"seconds": seconds}

    return on_terminal(app, walk)


def rename(data: str, id: str, name: str) -> None:
    """Save a listing under another name, and print when that was done (perf_counter is one clock for all processes)."""
    store = open_store(Path(data))
    kept = store.get(id)
    store.save(replace(kept.listing, name={"en": name}, sensitive=False), kept.rev, "bench")
    sys.stdout.write(str(time.perf_counter()))


def rss() -> int:
    """Bytes of memory that this process holds now (Linux)."""
    kilobytes = next(line for line in Path("/proc/self/status").read_text("ascii").splitlines() if "VmRSS" in line)
    return int(kilobytes.split()[1]) * 1024


def _parts(plain: Iterable[tuple[str, list[object]]]) -> list[Part]:
    return [Part(kind, _parts(inner)) for kind, inner in plain]  # type: ignore[arg-type]  # JSON nests without end


JOBS: dict[str, Callable[..., Found | None]] = {
    job.__name__.replace("_", "-"): job
    for job in (
        walk_kiosk, walk_stock, type_searches, growth, sees_a_save, rename,
    )
}  # fmt: skip


def main(out: str, job: str, *given: str) -> None:
    """Run one job."""
    TELL.beside(out)
    found = JOBS[job](*given)
    if found is not None:
        Path(out).write_text(json.dumps(found), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
