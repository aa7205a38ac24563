"""A screen of the desk that does what takes long beside the keys: it says how far it is, and can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any, ClassVar, TypeVar

from textual import on
from textual.message import Message
from textual.worker import Worker, WorkerState

from kiosk.domain.errors import KioskError
from kiosk.pages.staff.files import Busy, stopped_words
from kiosk.pages.staff.parts import StaffAsk, StaffPage, StaffRoute
from kiosk.pages.staff.problem_words import refusal_words
from kiosk.services.luggage import Step, Stopped
from kiosk.tui.staff.base import StaffLook, StaffScreen

P = TypeVar("P", bound=StaffPage)


class WorkingScreen(StaffScreen[P]):
    """One work at a time, in a thread. Subclasses say what follows in `finished`."""

    ACTIONS: ClassVar[frozenset[str]] = StaffScreen.ACTIONS

    class Progressed(Message):
        """Another tenth is done."""

        def __init__(self, done: int, total: int) -> None:
            super().__init__()
            self.done = done
            self.total = total

    class Finished(Message):
        """The work is over: what it came to, or why it came to nothing."""

        def __init__(self, work: str, outcome: object, problem: str) -> None:
            super().__init__()
            self.work = work
            self.outcome = outcome
            self.problem = problem

    def __init__(self, ask: StaffAsk, route: StaffRoute, look: StaffLook) -> None:
        self.busy: Busy | None = None
        self._stop = Event()
        super().__init__(ask, route, look)

    def finished(self, work: str, outcome: Any, problem: str) -> None:
        """What follows when the work of that name is over."""
        raise NotImplementedError

    def start(self, work: str, words: str, do: Callable[[Step], object]) -> None:
        """Begin a work, unless one is under way. `words` are said while it lasts."""
        if self.busy is not None:
            return
        stop, self.busy = Event(), Busy(words)
        self._stop = stop
        self.again()

        def run() -> None:
            last = -1

            def step(done: int, total: int) -> None:
                nonlocal last
                if stop.is_set():
                    raise Stopped(stopped_words(self.ask))
                tenth = done * 10 // max(1, total)
                if tenth != last:
                    last = tenth
                    self.post_message(self.Progressed(done, total))

            try:
                outcome = do(step)
            except KioskError as error:
                self.post_message(self.Finished(work, None, refusal_words(self.ask, error)))
            else:
                self.post_message(self.Finished(work, outcome, ""))

        self.run_worker(run, thread=True, exit_on_error=False, group="work")

    @on(Progressed)
    def say_how_far(self, event: Progressed) -> None:
        """In steps of a tenth."""
        event.stop()
        if self.busy is not None:
            self.busy = Busy(self.busy.words, event.done, event.total)
            self.again()

    @on(Finished)
    def go_on(self, event: Finished) -> None:
        """The keys are the screen's own again."""
        event.stop()
        self.busy = None
        self.finished(event.work, event.outcome, event.problem)

    @on(Worker.StateChanged)
    def fail(self, event: Worker.StateChanged) -> None:
        """A fault of the program in the thread is one of the program."""
        if event.state == WorkerState.ERROR and event.worker.error is not None:
            raise event.worker.error

    def action_leave(self) -> None:
        """Stop what is under way; without any, back."""
        if self.busy is not None:
            self._stop.set()
        else:
            super().action_leave()

    def on_unmount(self) -> None:
        """A screen that is gone wants nothing any more."""
        self._stop.set()
