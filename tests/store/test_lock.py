"""One change at a time: the lock waits, says who has it, and notices when its file was replaced."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import threading
import time
from pathlib import Path

import pytest

from kiosk.domain.errors import Busy, NotSaved
from kiosk.store.lock import PATIENCE, Lock

AT = "2026-11-25T09:55:30.663Z"


def hold_and_release(path: Path) -> None:
    with Lock(path).held("joe", AT):
        assert path.exists()


def test_the_holder_is_named_to_who_waits_in_vain(tmp_path: Path) -> None:
    waiting = Lock(tmp_path / "lock", patience=0.02)
    in_use = rf"in use by mary \(process {os.getpid()} on .+\)\. Nothing was changed\. Try again"
    with Lock(tmp_path / "lock").held("mary", AT), pytest.raises(Busy, match=in_use), waiting.held("joe", AT):
        pass
    with waiting.held("joe", AT):
        assert json.loads((tmp_path / "lock").read_text().splitlines()[0])["by"] == "joe"


def test_the_one_who_waits_gets_it_when_it_is_free(tmp_path: Path) -> None:
    with Lock(tmp_path / "lock").held("mary", AT):
        waiting = threading.Thread(target=hold_and_release, args=(tmp_path / "lock",))
        waiting.start()
    waiting.join()
    assert json.loads((tmp_path / "lock").read_text().splitlines()[0])["by"] == "joe"


def test_the_longer_one_waits_the_more_often_one_tries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who changes much takes the lock again at once: who tries seldom would never find it free."""
    now = 0.0
    pauses: list[tuple[float, float]] = []

    def sleep(seconds: float) -> None:
        nonlocal now
        pauses.append((now, seconds))
        now += seconds

    waiting = Lock(tmp_path / "lock")
    with Lock(tmp_path / "lock").held("mary", AT):
        monkeypatch.setattr(time, "monotonic", lambda: now)
        monkeypatch.setattr(time, "sleep", sleep)
        with pytest.raises(Busy), waiting.held("joe", AT):
            pass
    assert PATIENCE < now < PATIENCE + 0.01
    assert all(0.001 <= seconds <= 0.010 for at, seconds in pauses if at <= 1)
    assert all(0.0001 <= seconds <= 0.001 for at, seconds in pauses if at > 1)


def test_the_last_acknowledged_change_is_remembered(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "lock")
    assert lock.acknowledged() == 0
    with lock.held("a very long name of somebody", AT) as held:
        held.note(42)
    assert lock.acknowledged() == 42
    with lock.held("joe", AT):
        assert lock.acknowledged() == 42
    first, number, check = (tmp_path / "lock").read_text().splitlines()
    assert json.loads(first) == {
        "by": "joe", "process": os.getpid(), "machine": os.uname().nodename, "since": AT,
    }  # fmt: skip
    assert (number, len(check)) == ("0000000042", 8)


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"{}", b"{}\nabc\n", b"\xff\xfe\n\xff", b"[]\n0000000007x", b"{}\n0000000007\n00000000\n"],
)
def test_a_damaged_lock_is_only_not_known(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lock"
    path.write_bytes(content)
    lock = Lock(path, patience=0.0)
    assert lock.acknowledged() == 0
    with lock.held("mary", AT):
        path.write_bytes(content[:2])
        with pytest.raises(Busy, match="in use by somebody else"), lock.held("joe", AT):
            pass


def test_one_wrong_bit_in_the_number_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    lock = Lock(path)
    with lock.held("mary", AT) as held:
        held.note(7)
    content = path.read_bytes()
    for place in range(len(content)):
        for bit in range(8):
            path.write_bytes(content[:place] + bytes([content[place] ^ 1 << bit]) + content[place + 1 :])
            assert lock.acknowledged() in (0, 7)


def test_a_lock_without_a_check_is_one_of_the_first_form(tmp_path: Path) -> None:
    (tmp_path / "lock").write_bytes(b"{}\n0000000007\n")
    assert Lock(tmp_path / "lock").acknowledged() == 7


def test_a_lock_that_was_replaced_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "lock"
    hold_and_release(path)
    opened = os.open
    swaps: list[int] = []

    def open_and_swap(name: Path, flags: int) -> int:
        descriptor = opened(name, flags)
        if not swaps:  # somebody restores a copy of the directory between our open and our lock
            swaps.append(descriptor)
            path.rename(tmp_path / "old")
            path.write_bytes(b"")
        return descriptor

    monkeypatch.setattr(os, "open", open_and_swap)
    with Lock(path).held("joe", AT):
        assert json.loads(path.read_text().splitlines()[0])["by"] == "joe"
        assert json.loads((tmp_path / "old").read_text().splitlines()[0])["by"] == "joe"
        assert len(swaps) == 1


def test_the_first_lock_is_made_without_hard_links_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, target: Path) -> None:
        raise PermissionError(path, target)

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    hold_and_release(tmp_path / "lock")
    assert [path.name for path in tmp_path.iterdir()] == ["lock"]


def test_without_hard_links_nobodys_lock_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two make the first lock at once where there are no hard links: the second takes the first one's."""
    path = tmp_path / "lock"
    first: list[os.stat_result] = []

    def refuse(made: Path, target: Path) -> None:
        made.write_bytes(b"")  # somebody else was faster, and holds it
        first.append(made.stat())
        raise PermissionError(made, target)

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    with Lock(path).held("joe", AT):
        assert os.path.samestat(path.stat(), first[0])


def test_two_that_make_the_first_lock_share_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    linked = Path.hardlink_to

    def late(path: Path, target: Path) -> None:
        path.write_bytes(b"{}\n0000000007\n")  # somebody else was faster
        linked(path, target)

    monkeypatch.setattr(Path, "hardlink_to", late)
    hold_and_release(tmp_path / "lock")
    assert Lock(tmp_path / "lock").acknowledged() == 7


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOLCK, "The disk did not take the change (No locks available)"), (errno.EACCES, "This account may not")],
)
def test_a_lock_that_cannot_be_had_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    opened: list[int] = []
    closed: list[int] = []
    close = os.close

    def refuse(descriptor: int, _operation: int) -> None:
        opened.append(descriptor)
        monkeypatch.setattr(os, "close", note)
        raise OSError(number, os.strerror(number))

    def note(descriptor: int) -> None:
        closed.append(descriptor)
        close(descriptor)

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(NotSaved) as told, Lock(tmp_path / "lock").held("mary", AT):
        pass
    assert str(told.value).startswith(said)
    assert closed == opened
