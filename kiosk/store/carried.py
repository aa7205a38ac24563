"""What a file is: a bundle that can be merged, a backup that can be gone back to, a sheet by its name, or none."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Literal

from kiosk.store.bundle_file import OPENS as BUNDLE
from kiosk.store.snapshot import OPENS as BACKUP

SHEETS = (".csv", ".xlsx")


def kind_of(path: Path) -> Literal["bundle", "backup", "sheet"] | None:
    """What the file is. Only a plain file is read: nothing waits, nothing leads elsewhere. `OSError` as it comes."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return None
        head = os.read(descriptor, max(len(BUNDLE), len(BACKUP)))
    finally:
        os.close(descriptor)
    if head.startswith(BUNDLE):
        return "bundle"
    if head.startswith(BACKUP):
        return "backup"
    return "sheet" if path.suffix.lower() in SHEETS else None
