"""Who is at the command line: the account, which over SSH is the person."""

from __future__ import annotations

import getpass

from kiosk.services.desk import Who


def who() -> Who:
    """The account, for the history and for what it may do."""
    try:
        return Who(getpass.getuser())
    except (KeyError, OSError):  # an account without a name
        return Who("cli")
