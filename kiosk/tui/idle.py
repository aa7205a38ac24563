"""How long nobody has used the screen: when to ask *Still there?* and when to clear it. No clock of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Due = Literal["nothing", "ask", "clear"]


@dataclass(slots=True)
class Idle:
    """Winds up at every kind of input. Times are seconds of any steady clock."""

    warning: float
    """How long the question stands before the screen clears (WCAG 2.2.1: at least 20)."""
    wound_at: float = 0.0
    asked_at: float | None = None

    def wind(self, now: float) -> None:
        """Somebody used it."""
        self.wound_at = now
        self.asked_at = None

    def due(self, now: float, quiet_time: float) -> Due:
        """What is due now, on a page whose quiet time is `quiet_time`."""
        if self.asked_at is not None:
            return "clear" if now - self.asked_at >= self.warning else "ask"
        if now - self.wound_at < quiet_time:
            return "nothing"
        self.asked_at = now
        return "ask"

    def seconds_left(self, now: float, step: int = 5) -> int:
        """Seconds until the screen clears, in steps: a number that jumps each second hurries people."""
        if self.asked_at is None:
            return round(self.warning)
        left = max(0.0, self.warning - (now - self.asked_at))
        return max(step, -(-int(left + 0.999) // step) * step)
