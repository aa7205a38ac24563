"""Work beside the screen: it comes back, its error comes back, and an end does not wait for it."""

from __future__ import annotations

import asyncio
import signal
import threading
from pathlib import Path

import pytest

from kiosk.tui.aside import aside
from tests.tui.terminal import kiosk, running, school

SOON = 5.0
"""Seconds in which it must be gone, on a busy machine too; what it does beside would never end."""


async def test_work_is_done_in_another_thread() -> None:
    done: list[int] = []
    await aside(lambda: done.append(threading.get_ident()))
    assert len(done) == 1
    assert done != [threading.get_ident()]


async def test_an_error_of_the_work_is_raised_where_it_is_awaited() -> None:
    def fail() -> None:
        raise ValueError("no listings")

    with pytest.raises(ValueError, match="no listings"):
        await aside(fail)


async def test_who_no_longer_waits_is_told_nothing() -> None:
    told, go_on = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    def work() -> None:
        loop.call_soon_threadsafe(told.set)
        go_on.wait()

    waiting = asyncio.create_task(aside(work))
    await told.wait()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    threads = [each for each in threading.enumerate() if each.name == "aside"]
    go_on.set()
    for each in threads:
        each.join()
    await asyncio.sleep(0)


def test_a_work_that_outlives_its_loop_is_no_error() -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        go_on.wait()

    async def begin() -> None:
        task = asyncio.create_task(aside(work))
        await asyncio.sleep(0)
        begun.wait()
        task.cancel()

    asyncio.run(begin())
    threads = [each for each in threading.enumerate() if each.name == "aside"]
    assert threads
    go_on.set()
    for each in threads:
        each.join()  # an error in a thread fails the test: pytest's own warning of it is one


def test_a_signal_ends_it_at_once_while_it_reads_ahead(tmp_path: Path) -> None:
    command = kiosk(school(tmp_path))
    command[2:3] = ["tests.tui.faulty", "reading ahead that never ends"]
    with running(command) as terminal:
        terminal.wait_for("Touch to start")
        terminal.until((tmp_path / "school" / "reading").exists, "reading ahead to begin")
        assert terminal.end(signal.SIGTERM, SOON) == 143
        assert terminal.settings() == terminal.before
        assert b"Traceback" not in terminal.sent
