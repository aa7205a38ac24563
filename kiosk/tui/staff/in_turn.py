"""One key after another: the next one waits until all that the last one led to is there.

Over a slow line, or by a fast hand, keys come in bunches. Textual hands each to what has the focus at that moment: of
`f214` the digits would go to the page that `f` is just leaving.
"""

from __future__ import annotations

from collections import deque

from textual import events
from textual.dom import DOMNode
from textual.message_pump import MessagePump

from kiosk.tui.closed import ClosedApp

ROUNDS = 3
"""How often what a key leads to may lead on: a letter changes a field, which asks for a screen, which opens."""
LOOK = 0.25
"""Seconds between looks at whether the part is gone that was to tell of the end of a turn."""


class InTurnApp(ClosedApp):
    """Holds keys and pasted words back, each until its turn comes."""

    def __init__(self, look: str) -> None:
        super().__init__(look)
        self._typed: deque[events.Key | events.Paste] = deque()
        self._turn = 0
        """The number of the turn that is under way; 0 when none is."""
        self._turns = 0
        self._told_by: MessagePump = self
        """The part that has to say next that it is done with the key."""

    def on_ready(self) -> None:
        """Look now and then whether a turn does not end."""
        self.set_interval(LOOK, self.unstick)

    async def on_event(self, event: events.Event) -> None:
        """A key waits for its turn."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._typed.append(event)
            if not self._turn:
                await self._take_turn()
        else:
            await super().on_event(event)

    async def unstick(self) -> None:
        """Go on where a part was taken away before it said that it is done."""
        if self._turn and not self._told_by.is_running:
            await self._end_turn(self._turn)

    async def _take_turn(self) -> None:
        if not self.screen_stack:  # the app ends
            self._typed.clear()
        if self._typed:
            event = self._typed.popleft()
            self._turns += 1
            self._turn = self._turns
            way: list[MessagePump] = list(self._way_up())
            await super().on_event(event)
            self._follow(self._turn, way * ROUNDS)

    def _way_up(self) -> list[MessagePump]:
        """From what has the focus to the app: the way that a key, and what it leads to, goes."""
        start: DOMNode = self.focused or self.screen
        return [*(node for node in start.ancestors_with_self if node is not self), self]

    def _follow(self, turn: int, way: list[MessagePump]) -> None:
        """Go the same way behind the key, from queue to queue; parts that are gone are passed over."""
        while way and not way[0].call_later(self._follow, turn, way[1:]):
            way = way[1:]
        self._told_by = way[0] if way else self
        if not way:
            self.call_later(self._end_turn, turn)

    async def _end_turn(self, turn: int) -> None:
        if turn == self._turn:
            self._turn = 0
            await self._take_turn()
