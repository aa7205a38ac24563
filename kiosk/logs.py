"""The log: one small file that turns over, for whoever mends the kiosk. Nothing about a visitor is ever in it.

A fault is written as its type and the places in the program it passed through, without its message: a message may
hold what somebody typed.
"""

from __future__ import annotations

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

_Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
_MOST_BYTES = 500_000
_OLD_FILES = 2


class _Discreet(logging.Formatter):
    """A line with its time, level and words; a fault without its message."""

    def format(self, record: logging.LogRecord) -> str:
        """The record in this form, whatever form another handler gave its fault before."""
        record.exc_text = None
        text = super().format(record)
        record.exc_text = None
        return text

    def formatException(self, ei: _Raised) -> str:  # noqa: N802  # logging's own name
        """The type of the fault and where it passed."""
        kind, _, trace = ei
        passed = "".join(f"\n  {at.filename}:{at.lineno} {at.name}" for at in traceback.extract_tb(trace))
        return f"{kind.__name__ if kind else 'Fault'}{passed}"


def keep_log(data: Path) -> Path | None:
    """Write the log to `logs/` in the data directory, else where the platform keeps such files. None: nowhere to write.

    What third parties log is left out, but their warnings.
    """
    for directory in (data / "logs", _platform_directory()):
        try:
            directory.mkdir(parents=True, exist_ok=True)
            file = directory / "kiosk.log"
            handler = RotatingFileHandler(file, maxBytes=_MOST_BYTES, backupCount=_OLD_FILES, encoding="utf-8")
        except OSError:
            continue
        handler.setFormatter(_Discreet("%(asctime)s %(levelname)s %(name)s %(message)s"))
        root = logging.getLogger()
        for old in [each for each in root.handlers if isinstance(each, RotatingFileHandler)]:
            root.removeHandler(old)
            old.close()
        root.addHandler(handler)
        root.setLevel(logging.WARNING)
        return file
    return None


def fault(error: BaseException) -> None:
    """Log a fault of the program itself."""
    logging.getLogger("kiosk").critical("A fault ended the program.", exc_info=error)


def _platform_directory() -> Path:
    from platformdirs import user_log_path

    return user_log_path("kiosk", appauthor=False)
