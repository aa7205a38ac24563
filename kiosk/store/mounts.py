"""Whether a directory lies on a network drive, where a lock and a sync promise nothing."""

from __future__ import annotations

import re
from pathlib import Path

NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afpfs"})
"""File systems (Linux's names) of drives that lie on another computer."""
SENTENCE = "This folder is on a network drive. Copy it to this computer."
MOUNTS = Path("/proc/self/mountinfo")
_OCTAL = re.compile(r"\\([0-7]{3})")


def network_drive(directory: Path, mounts: Path | None = None) -> bool:
    """Whether the directory is on a network drive. Where the system does not tell, it is taken to be a disk."""
    try:
        table = (mounts or MOUNTS).read_bytes().decode("utf-8", "surrogateescape")
    except OSError:
        return False
    return _type_of(directory.resolve(), table) in NETWORK


def _type_of(directory: Path, table: str) -> str:
    """The type of the file system that the directory lies on: of the last mount that is longest (proc(5))."""
    best, kind = -1, ""
    for line in table.split("\n"):  # a name may hold anything else that splits lines or words
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:
            continue
        point = Path(_OCTAL.sub(lambda sign: chr(int(sign[1], 8)), fields[4]))
        if directory.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), after.split(" ")[0]
    return kind
