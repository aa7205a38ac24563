"""Whether this machine is fit for the kiosk: Python, terminal, colours, size, where the data lies, disk, clock."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal

from kiosk.cli.screen import CANNOT_DRAW
from kiosk.domain.values import dataclass

State = Literal["ok", "wrong", "unknown"]
LEAST = (80, 24)
LOBBY = (120, 33)
LITTLE_ROOM = 200 * 1000**2
"""Bytes below which a disk counts as full: a backup and the journal need room."""
OVER_THE_NET = ("nfs", "cifs", "smb", "sshfs", "9p", "afs", "ceph", "gluster", "davfs", "ncp")
"""File systems that lie on another machine: a lock there may hold nobody off."""
FIRST_YEAR, LAST_YEAR = 2025, 2099
"""A clock outside was never set."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: how it stands, what was seen, and what to do about it."""

    check: str
    state: State
    detail: str
    mend: str = ""


def machine(environ: Mapping[str, str], size: tuple[int, int] | None, encoding: str) -> Iterator[Finding]:
    """Python and the terminal. `size` is the terminal's, None where there is none; `encoding` that of what is shown."""
    yield Finding("python", "ok", f"Python {'.'.join(map(str, sys.version_info[:3]))}")
    yield _terminal(environ, size)
    yield _colours(environ)
    yield _letters(environ, encoding)
    if size is not None:
        yield _size(size)
    touched = "Open kiosk run and touch a picture. It must turn blue."
    yield Finding("touch", "unknown", "Whether the screen feels a finger or a mouse cannot be seen from here.", touched)


def _terminal(environ: Mapping[str, str], size: tuple[int, int] | None) -> Finding:
    name = environ.get("TERM", "")
    if size is None:
        mend = "Type kiosk doctor in the terminal that families or staff will use."
        return Finding("terminal", "unknown", "There is no terminal here.", mend)
    if not name or name in CANNOT_DRAW:
        mend = "Use another terminal, or: kiosk run --plain"
        return Finding("terminal", "wrong", f"TERM is {name or 'not set'}: no screen can be drawn.", mend)
    return Finding("terminal", "ok", f"TERM is {name}")


def _colours(environ: Mapping[str, str]) -> Finding:
    name = environ.get("TERM", "")
    if environ.get("NO_COLOR"):
        return Finding("colors", "ok", "none, as NO_COLOR asks: words and frames say the same")
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return Finding("colors", "ok", "16 million")
    if "256" in name:
        return Finding("colors", "ok", "256")
    return Finding("colors", "ok", "16, or none: the kiosk draws with what there is")


def _letters(environ: Mapping[str, str], encoding: str) -> Finding:
    locale = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or "not set"
    if encoding.lower().replace("-", "") == "utf8":
        return Finding("letters", "ok", f"UTF-8 (locale {locale})")
    mend = "Set LANG to a UTF-8 locale, such as C.UTF-8, and start again."
    return Finding("letters", "wrong", f"{encoding or 'unknown'} (locale {locale}): no accents, no blocks", mend)


def _size(size: tuple[int, int]) -> Finding:
    seen = f"{size[0]} x {size[1]}"
    if size[0] < LEAST[0] or size[1] < LEAST[1]:
        mend = f"Make the window larger or the letters smaller: {LEAST[0]} x {LEAST[1]} at least."
        return Finding("size", "wrong", f"{seen}: only the help-now numbers fit", mend)
    form = "the lobby's form" if size[0] >= LOBBY[0] and size[1] >= LOBBY[1] else "the small form"
    return Finding("size", "ok", f"{seen}: {form}")


def directory(data: Path, mounts: str) -> Iterator[Finding]:
    """Where the school's data lies: whether it may be written, on which drive, with how much room."""
    if not data.is_dir():
        yield Finding("data", "wrong", f"There is no directory {data}.", "Make one: kiosk init --help")
        return
    if os.access(data, os.R_OK | os.W_OK | os.X_OK):
        yield Finding("data", "ok", f"{data} can be read and written")
    else:
        mend = "Give this account the right to write there, or name another place with --data."
        yield Finding("data", "wrong", f"{data} cannot be written by this account", mend)
    yield drive(data.resolve(), mounts)
    free = shutil.disk_usage(data).free
    room = f"{free / 1000**3:.1f} GB free"
    if free < LITTLE_ROOM:
        yield Finding("disk", "wrong", room, "Make room: throw away what is not needed on this disk.")
    else:
        yield Finding("disk", "ok", room)


def drive(data: Path, mounts: str) -> Finding:
    """On what kind of drive a directory lies. `mounts` is `/proc/self/mounts`, empty where there is none."""
    kinds = [words[1:3] for words in (line.split() for line in mounts.splitlines()) if len(words) > 2]
    above = [(Path(_unescaped(place)), kind) for place, kind in kinds if data.is_relative_to(_unescaped(place))]
    if not above:
        return Finding("drive", "unknown", "This system does not say what kind of drive it is.")
    _, kind = max(above, key=lambda each: len(each[0].parts))
    if kind.removeprefix("fuse.").startswith(OVER_THE_NET):
        mend = "Move the data to a drive of this machine. Share it with a stick, or work over SSH."
        return Finding("drive", "wrong", f"a drive on another machine ({kind}): two could write at once", mend)
    return Finding("drive", "ok", f"a drive of this machine ({kind})")


def clock(now: datetime, last: datetime | None) -> Finding:
    """Whether the clock can be right. `last`: when something was last kept here."""
    shown = f"{now:%Y-%m-%d %H:%M} {now.tzname() or ''}".strip()
    mend = "Set the clock of this machine, and let it follow the net's time."
    if not FIRST_YEAR <= now.year <= LAST_YEAR:
        return Finding("clock", "wrong", f"{shown}: this clock was never set", mend)
    if last is not None and (last - now).total_seconds() > 300:
        return Finding("clock", "wrong", f"{shown}: something was kept here later, at {last:%Y-%m-%d %H:%M}", mend)
    return Finding("clock", "ok", shown)


def _unescaped(place: str) -> str:
    """A mount point as the file lists it: spaces are `\\040` there."""
    return place.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
