"""Two accounts of one group that race at one shared directory (2770), with other umasks."""

from __future__ import annotations

import os
import stat
import traceback
import warnings
from itertools import islice
from pathlib import Path

import pytest

from kiosk.domain.errors import KioskError
from kiosk.store import Bounds, Store, open_store
from tests.store.test_rights import open_the_way_to
from tests.store.writers import Kept, change, lay_down, said, say, written

GROUP, ACCOUNTS = 7001, (1201, 1202)
CHANGES = 60


def begun(directory: Path, account: int) -> tuple[int, int]:
    """A process of that account that makes changes, folding at nearly each: it, and the pipe it speaks on."""
    heard, pipe = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # 3.12 warns where threads run; the child starts none
        process = os.fork()
    if process == 0:
        try:
            os.setgroups([])
            os.setgid(GROUP)
            os.setuid(account)
            os.umask(0o077)
            store = Store(directory, bounds=Bounds(journal=0))
            for kept in islice(change(store, f"a{account}"), CHANGES):
                say(pipe, kept)
            os._exit(0)
        except (KioskError, AssertionError, OSError):
            traceback.print_exc()
        finally:
            os._exit(1)  # whatever happens, this process must not go on with the tests
    os.close(pipe)
    return process, heard


def ended(process: int, pipe: int) -> list[Kept]:
    """What it was told is kept, when it has ended."""
    with os.fdopen(pipe) as lines:
        kept = said(lines.read())
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0
    return kept


@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be two other accounts")
def test_two_accounts_that_race_lose_nothing(tmp_path: Path) -> None:
    directory = tmp_path / "data"
    directory.mkdir()
    open_the_way_to(directory)
    os.chown(directory, 0, GROUP)
    directory.chmod(0o2770)
    lay_down(directory)
    acknowledged = [kept for each in [begun(directory, account) for account in ACCOUNTS] for kept in ended(*each)]
    assert len(set(acknowledged)) == 2 * CHANGES
    assert set(acknowledged) <= written(directory)
    files = [path.stat() for path in directory.rglob("*") if path.is_file()]
    assert {(stat.S_IMODE(file.st_mode), file.st_gid) for file in files} == {(0o660, GROUP)}
    assert {file.st_uid for file in files} & set(ACCOUNTS)
    assert (open_store(directory).load().told, list(open_store(directory).check())) == ((), [])
