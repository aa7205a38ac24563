"""Work beside the screen, in a thread that never holds up the end of the program."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import ExitStack, suppress
from threading import Thread
from types import TracebackType


async def aside(work: Callable[[], None]) -> None:
    """Do it in a thread, and come back when it is done; its error is raised here.

    Textual's own threads, like all of `concurrent.futures`, are waited for at the end: a lobby that is told to end
    would first read ten thousand listings.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[None] = loop.create_future()

    def settle(error: BaseException | None) -> None:
        if done.cancelled():
            return
        if error is None:
            done.set_result(None)
        else:
            done.set_exception(error)

    def tell(_kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None) -> bool:
        with suppress(RuntimeError):  # the program has ended meanwhile: nobody waits
            loop.call_soon_threadsafe(settle, error)
        return True  # the error is told, and no longer this thread's

    def run() -> None:
        with ExitStack() as outcome:
            outcome.push(tell)
            work()

    Thread(target=run, name="aside", daemon=True).start()
    await done
