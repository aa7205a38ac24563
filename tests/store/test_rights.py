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
from kiosk.store import Bounds, Store, open_store
from kiosk.store.disk import Disk
from tests.store.samples import Clock, fold, pantry

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


class Watching(Disk):
    """A disk that notes the rights of each file and folder at its first instant under its name."""

    def __init__(self) -> None:
        self.first: dict[str, int] = {}

    def create(self, path: Path, like: Path | None = None) -> int:
        """A file is empty then."""
        descriptor = super().create(path, like)
        self.first[path.name] = mode(path)
        return descriptor

    def rename(self, source: Path, target: Path) -> None:
        """A folder too gets its name by this."""
        self.first[target.name] = mode(source)
        super().rename(source, target)


def test_rights_are_there_from_the_first_instant(tmp_path: Path) -> None:
    directory = tmp_path / "data"
    directory.mkdir()
    directory.chmod(0o2770)
    disk = Watching()
    before = os.umask(0o077)
    try:
        store = Store(directory, Clock(), disk, Bounds(journal=0))
        store.batch([Edit("", "", pantry("a"))], "mary")
        (directory / "listings.json").write_bytes(b"damage")
        Store(directory, Clock(), disk).batch([Edit("", "", pantry("b"))], "mary")
    finally:
        os.umask(before)
    assert {disk.first.pop(folder) for folder in ("history", "quarantine")} == {0o2770}
    assert {"listings.json.tmp", "listings.journal", "2026-11-25T09-55-30.663Z-listings.json.tmp"} < disk.first.keys()
    assert set(disk.first.values()) == {0o660}


def test_a_backup_elsewhere_is_no_wider_than_the_listings(tmp_path: Path) -> None:
    """A folder that everybody may write to is no reason for everybody to read the listings."""
    directory, elsewhere = tmp_path / "data", tmp_path / "elsewhere"
    for folder, rights in ((directory, 0o700), (elsewhere, 0o1777)):
        folder.mkdir()
        folder.chmod(rights)
    add(directory, "a")
    open_store(directory).backup(elsewhere / "backup.json")
    assert mode(elsewhere / "backup.json") == 0o600


def as_nobody(work: Callable[[], str], user: int = NOBODY, group: int = NOBODY) -> str:
    """What `work` returns in a process of another account, which owns nothing.

    Only root can be somebody else. Where the tests are not run as root it is the account that runs them, to which the
    same rights apply: it may not write where nobody may.
    """
    reader, writer = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # 3.12 warns where threads run; the child starts none
        child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(group)
                os.setuid(user)
                os.umask(0o077)
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


def open_the_way_to(directory: Path) -> None:
    """Let every account come as far as this directory."""
    for parent in directory.parents:
        if parent.owner() == directory.owner() and parent != Path("/") and parent != Path("/tmp"):
            parent.chmod(0o755)


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A directory with one listing that another account may read only, reached through open parents."""
    directory = tmp_path / "data"
    directory.mkdir()
    add(directory, "a")
    open_the_way_to(directory)
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


def test_what_an_account_that_may_not_write_finds_damaged_it_reads_and_tells(shared: Path) -> None:
    (shared / "listings.json").write_bytes(b"damage")
    before = {path: path.read_bytes() for path in shared.iterdir()}
    told = "The listings file was damaged and is rebuilt. Nothing is lost."
    assert as_nobody(lambda: " ".join(open_store(shared).load().told)) == told
    assert as_nobody(lambda: " ".join(each.problem for each in open_store(shared).check())) == told
    refused = as_nobody(lambda: add(shared, "b"))
    assert refused.startswith("NotSaved: This account may not change the listings. Nothing was changed.")
    assert {path: path.read_bytes() for path in shared.iterdir()} == before


def test_two_accounts_of_one_group_write_to_one_directory(tmp_path: Path) -> None:
    """Each may append to, fold and mend what the other one made, whatever their umasks."""
    directory = tmp_path / "data"
    directory.mkdir()
    open_the_way_to(directory)
    users = (1201, 1202)
    if os.geteuid() == 0:
        os.chown(directory, 0, 7001)
    directory.chmod(0o2770)

    def folding(id: str) -> str:
        store = Store(directory, bounds=Bounds(journal=0))
        return store.batch([Edit("", "", pantry(f"{id}-{n}")) for n in range(5)], id)[0].outcome

    def damaging(id: str) -> str:
        (directory / "listings.json").write_bytes(b"damage")
        return folding(id)

    for turn in range(3):
        for user in users:
            for work, name in ((folding, "fold"), (damaging, "mend")):
                id = f"{name}-{user}-{turn}"
                assert as_nobody(lambda work=work, id=id: work(id), user, 7001) == "saved"  # type: ignore[misc]
    store = open_store(directory)
    assert (len(store.load()), store.load().told, list(store.check())) == (60, (), [])


def test_an_account_that_may_not_read_is_told_so(shared: Path) -> None:
    (shared / "listings.json").chmod(0o000)
    assert as_nobody(lambda: str(len(open_store(shared).load()))) == (
        "NotSaved: This account may not read the listings. Ask who set up this computer."
    )
    shared.chmod(0o755)


def test_a_first_save_where_nothing_may_be_made_is_told(shared: Path) -> None:
    answer = as_nobody(lambda: add(shared / "deeper", "b"))
    assert answer.startswith("NotSaved: This account may not change the listings.")
