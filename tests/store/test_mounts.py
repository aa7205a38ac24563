"""A directory on a network drive: noticed whatever its name and however it is reached, told, read and not written."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.errors import NotSaved
from kiosk.domain.kept import Edit
from kiosk.store import mounts, open_store
from kiosk.store.mounts import network_drive
from tests.store.samples import pantry
from tests.store.scenes import state, three

SENTENCE = "This folder is on a network drive. Copy it to this computer."
ROOT = "22 1 252:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw\n"


def line(point: str, kind: str, more: str = "shared:2 ") -> str:
    """A line of mountinfo (proc(5)): fields, any number of optional ones, a dash, type, source, options."""
    return f"36 22 0:32 / {point} rw,noatime {more}- {kind} somewhere:/export rw,vers=4.2\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "mountinfo"


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs"])
@pytest.mark.parametrize("more", ["", "shared:2 ", "shared:2 master:1 "])
def test_a_network_drive(table: Path, kind: str, more: str) -> None:
    table.write_text(ROOT + line("/mnt/school", kind, more))
    assert network_drive(Path("/mnt/school"), table)
    assert network_drive(Path("/mnt/school/kiosk/data"), table)
    assert not network_drive(Path("/mnt/schools"), table)
    assert not network_drive(Path("/home/kiosk"), table)


@pytest.mark.parametrize("kind", ["ext4", "xfs", "btrfs", "tmpfs", "overlay", "vfat", "exfat", "fuseblk", "zfs"])
def test_a_disk(table: Path, kind: str) -> None:
    table.write_text(ROOT + line("/mnt/school", kind))
    assert not network_drive(Path("/mnt/school"), table)


@pytest.mark.parametrize(
    ("written", "point"),
    [
        (r"/mnt/our\040school", "/mnt/our school"),
        (r"/mnt/a\011b\012c\134d", "/mnt/a\tb\nc\\d"),
        ("/mnt/escuela\u00a0de\u2028niños", "/mnt/escuela\u00a0de\u2028niños"),
        ("/mnt/\x0b\x85x", "/mnt/\x0b\x85x"),
    ],
)
def test_names_that_need_care(table: Path, written: str, point: str) -> None:
    table.write_bytes((ROOT + line(written, "nfs4")).encode())
    assert network_drive(Path(point) / "data", table)
    assert not network_drive(Path("/mnt"), table)


def test_the_innermost_mount_counts_and_of_two_the_last(table: Path) -> None:
    table.write_text(ROOT + line("/srv", "nfs4") + line("/srv/disk", "ext4") + line("/srv/disk/far", "cifs"))
    found = {path: network_drive(Path(path), table) for path in ("/srv/x", "/srv/disk/x", "/srv/disk/far/x", "/x")}
    assert found == {"/srv/x": True, "/srv/disk/x": False, "/srv/disk/far/x": True, "/x": False}
    table.write_text(ROOT + line("/srv", "autofs") + line("/srv", "nfs4"))
    assert network_drive(Path("/srv"), table)
    table.write_text(ROOT + line("/srv", "nfs4") + line("/srv", "ext4"))
    assert not network_drive(Path("/srv"), table)


def test_a_link_leads_where_it_leads(table: Path, tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "data").symlink_to(tmp_path / "far")
    table.write_text(ROOT + line(str(tmp_path / "far"), "nfs4"))
    assert network_drive(tmp_path / "data", table)
    assert network_drive(tmp_path / "near" / ".." / "far", table)
    assert not network_drive(tmp_path / "near", table)


@pytest.mark.parametrize("content", ["", "\n", "oops\n", "1 2 3 4\n", "1 2 3 / /\n", " - \n"])
def test_a_table_that_says_nothing_is_taken_for_a_disk(table: Path, content: str) -> None:
    table.write_text(content)
    assert not network_drive(Path("/mnt"), table)
    assert not network_drive(Path("/mnt"), table.parent / "there-is-none")


def test_on_a_network_drive_listings_are_read_and_told_and_not_written(
    tmp_path: Path, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    three(data)
    before = {path.name: path.read_bytes() for path in data.iterdir() if path.is_file()}
    table.write_text(ROOT + line(str(data), "nfs4"))
    monkeypatch.setattr(mounts, "MOUNTS", table)
    store = open_store(data)
    assert sorted(state(data)) == ["a", "b", "c"]
    assert SENTENCE in store.told()
    assert [each.problem for each in store.check()] == [SENTENCE]
    with pytest.raises(NotSaved) as refused:
        store.batch([Edit("", "", pantry("new"))], "mary")
    assert (str(refused.value), refused.value.exit_status) == (f"{SENTENCE} Nothing was changed.", 6)
    assert {path.name: path.read_bytes() for path in data.iterdir() if path.is_file()} == before
