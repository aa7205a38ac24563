"""What the full screen asks of the terminal and of the environment before it starts."""

from __future__ import annotations

import os
import sys

import click

CANNOT_DRAW = {"dumb", "unknown"}
"""Values of TERM that name a terminal without a cursor to move."""
MISLEADING = {"COLUMNS", "LINES", "ESCDELAY"}
"""Variables that would be believed over the terminal itself."""


class NoScreen(click.ClickException):
    """Nothing here can be drawn on: wrong usage, said in one sentence."""

    exit_code = 2


FAMILY_PLAIN = "run it with --plain"
STAFF_PLAIN = "use the plain commands, such as kiosk list, show, set and check"
"""What to do where no screen can be drawn."""


def need_a_screen(instead: str = FAMILY_PLAIN) -> None:
    """One clear sentence where no screen can be drawn, with what to do `instead`."""
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        then = instead.removeprefix("run it ")
        raise NoScreen(f"The kiosk needs a terminal to draw on: run it in a terminal window, or {then}.")
    if os.environ.get("TERM") in CANNOT_DRAW:
        raise NoScreen(f"This terminal cannot show a full screen (TERM is {os.environ['TERM']}): {instead}.")
    if (sys.stdout.encoding or "").lower().replace("-", "") != "utf8":
        then = instead.replace("run it with", "use")
        raise NoScreen(f"This terminal is not set to UTF-8: set LANG to a UTF-8 locale, or {then}.")


def obey_nothing() -> None:
    """Take out of the environment what Textual would obey. It reads this once, when it is imported."""
    for name in [name for name in os.environ if name.startswith("TEXTUAL") or name in MISLEADING]:
        del os.environ[name]
    if os.environ.get("NO_COLOR") == "":  # set but empty is not set (no-color.org)
        del os.environ["NO_COLOR"]


def stay_offline() -> None:
    """Leave out TLS, which asyncio and hashlib read though the kiosk talks to no network: 4 MB and 10 ms of a start."""
    for name in ("ssl", "_hashlib"):
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]  # Python's own way to say: there is none
