"""Who is at the command line: the account, which over SSH is the person, as the system knows it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.config import find_places

if TYPE_CHECKING:
    from kiosk.cli.context import Wanted
    from kiosk.services.accounts import Whoever
    from kiosk.services.who import Who


def whoever(data: Path) -> Whoever:
    """The person of this account in a school's directory, with the role they have there at each moment."""
    from kiosk.services.accounts import Accounts, Whoever
    from kiosk.store.people_file import PeopleFile, account

    return Whoever(Accounts(PeopleFile(data)), account)


def who(wanted: Wanted) -> Who:
    """The person now: their name, for the history, and their role."""
    return whoever(find_places(wanted.data).data).now()
