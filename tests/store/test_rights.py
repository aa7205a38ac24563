"""Who may do what: files have the directory's rights, and an account that may not write reads and makes nothing."""

from __future__ import annotations

import os
import stat
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.domain.errors import KioskError
from kiosk.domain.kept import Edit
from kiosk.store import open_store
from tests.store.samples import fold, pantry

NOBODY = 65534


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def add(directory: Path, id: str) -> str:
    return open_store(directory).batch([Edit("", "", pantry(id))], "mary")[0].outcome


@pytest.mark.parametrize(("rights", "files"), [(0o2770, 0o660), (0o700, 0o600), (0o755, 0o644)])
def test_files_have_the_directorys_rights_whatever_the_umask(tmp_path: Path, rights: int, files: int) -> None:
    directory = tmp_path / "data"
    directory.mkdir()
    directory.chmod(rights)
    before = os.umask(0o077)
    try:
        add(directory, "a")
        fold(directory)
        damaged = directory / "listings.json"
        damaged.write_bytes(damaged.read_bytes()[:-30])
        damaged.with_name(damaged.name + ".tmp").write_bytes(b"of one who was stopped")
        add(directory, "c")
        open_store(directory).backup(tmp_path / "backup.json")
    finally:
        os.umask(before)
    found = {path.name: mode(path) for path in directory.iterdir()}
    assert found == {
        "lock": files,
        "listings.json": files,
        "listings.previous.json": files,
        "listings.journal": files,
        "history": rights,
        "quarantine": rights,
    }
    inside = [path for folder in ("history", "quarantine") for path in (directory / folder).iterdir()]
    assert {path.suffix for path in inside} == {".journal", ".json"}
    assert {mode(path) for path in [*inside, tmp_path / "backup.json"]} == {files}


def as_nobody(work: Callable[[], str]) -> str:
    """What `work` returns in a process of an account that owns nothing."""
    reader, writer = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # 3.12 warns where threads run; the child starts none
        child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            os.write(writer, work().encode())
        except (KioskError, OSError) as error:
            os.write(writer, f"{type(error).__name__}: {error}".encode())
        finally:
            os._exit(0)  # whatever happens, this process must not go on with the tests
    os.close(writer)
    with os.fdopen(reader, "rb") as answers:
        answer = answers.read().decode()
    os.waitpid(child, 0)
    return answer


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A directory with one listing that another account may read only, reached through open parents."""
    directory = tmp_path / "data"
    directory.mkdir()
    add(directory, "a")
    for parent in tmp_path.parents:
        if parent.owner() == tmp_path.owner() and parent != Path("/") and parent != Path("/tmp"):
            parent.chmod(0o755)
    tmp_path.chmod(0o755)
    for file in directory.iterdir():
        file.chmod(0o444)
    directory.chmod(0o555)
    return directory


def test_an_account_that_may_not_write_reads_and_makes_nothing(shared: Path) -> None:
    before = sorted(shared.iterdir())
    assert as_nobody(lambda: ",".join(kept.listing.name["en"] for kept in open_store(shared).load())) == "Food pantry"
    assert as_nobody(lambda: add(shared, "b")) == (
        "NotSaved: This account may not change the listings. Nothing was changed. Ask who set up this computer."
    )
    assert sorted(shared.iterdir()) == before


def test_an_account_that_may_not_read_is_told_so(shared: Path) -> None:
    (shared / "listings.json").chmod(0o000)
    assert as_nobody(lambda: str(len(open_store(shared).load()))) == (
        "NotSaved: This account may not read the listings. Ask who set up this computer."
    )
    shared.chmod(0o755)


def test_a_first_save_where_nothing_may_be_made_is_told(shared: Path) -> None:
    answer = as_nobody(lambda: add(shared / "deeper", "b"))
    assert answer.startswith("NotSaved: This account may not change the listings.")
