"""Signing in at the lobby: whose PIN it is, and how long a wrong one makes everybody wait. Nobody is ever locked out.

How many wrong PINs came in a row is noted before a PIN is tried, so that pulling the plug does not forget it; the wait
then begins anew. The clock is a steady one: setting the time of day shortens no wait.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from kiosk.domain.values import dataclass
from kiosk.services.noted import NoteFile
from kiosk.services.who import Who

if TYPE_CHECKING:
    from kiosk.services.accounts import Accounts

FIRST_WAIT, LONGEST_WAIT = 2.0, 300.0
"""Seconds to wait after the first wrong PIN, doubled at each further one, and the most that it comes to."""
FOLDER, NAME = "sign-in", "wrong"
"""The note of how many came in a row."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What a PIN came to: who it is, or nobody; `tried` is False when it came before the wait was over."""

    who: Who | None
    tried: bool = True


class SignIn:
    """The door from the lobby to the desk."""

    def __init__(
        self,
        accounts: Callable[[], Accounts],
        notes: NoteFile,
        hold: Callable[[str], AbstractContextManager[object]] = lambda _: nullcontext(),
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        """`hold`: one PIN at a time is tried, whatever screen it comes from."""
        self._accounts = accounts
        self._notes = notes
        self._hold = hold
        self._steady = steady
        self._seen = 0
        self._free_at = 0.0

    @property
    def is_offered(self) -> bool:
        """Whether anybody has a PIN."""
        return self._accounts().has_pins()

    def wait(self) -> float:
        """Seconds until the next PIN may be tried."""
        self._look()
        return max(0.0, self._free_at - self._steady())

    def try_pin(self, pin: bytearray) -> Tried:
        """Whose PIN it is. Its digits are wiped. `NotSaved` where it cannot be noted: then none is tried."""
        try:
            with self._hold("lobby"):
                if self.wait() > 0:
                    return Tried(None, tried=False)
                self._note(self._seen + 1)
                who = self._accounts().of_pin(bytes(pin))
                self._note(0 if who is not None else self._seen)
                return Tried(who)
        finally:
            for place in range(len(pin)):
                pin[place] = 0
            pin.clear()

    def _look(self) -> None:
        """How many were wrong so far: where that is news, also after a restart, the wait begins now."""
        note = self._notes.read(FOLDER, NAME) or {}
        count = note.get("count")
        wrong = count if isinstance(count, int) and count > 0 else 0
        if wrong != self._seen:
            self._begin(wrong)

    def _note(self, wrong: int) -> None:
        self._notes.write(FOLDER, NAME, {"count": wrong})
        self._begin(wrong)

    def _begin(self, wrong: int) -> None:
        self._seen = wrong
        self._free_at = self._steady() + wait_after(wrong)


def wait_after(wrong: int) -> float:
    """Seconds to wait after so many wrong PINs in a row: 2, 4, 8 and so on to five minutes."""
    return min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(wrong - 1, 20)) if wrong > 0 else 0.0
