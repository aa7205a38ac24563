"""One change at a time: the lock waits, says who has it, and notices when its file was replaced."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

import pytest

from kiosk.domain.errors import Busy
from kiosk.store.lock import Lock

AT = "2026-11-25T09:55:30.663Z"


def test_the_holder_is_named_to_who_waits_in_vain(tmp_path: Path) -> None:
    held = Lock(tmp_path / "lock").take("mary", AT)
    waiting = Lock(tmp_path / "lock", patience=0.02)
    with pytest.raises(
        Busy, match=rf"in use by mary \(process {os.getpid()} on .+\)\. Nothing was changed\. Try again"
    ):
        waiting.take("joe", AT)
    os.close(held)
    waiting.release(waiting.take("joe", AT))


def test_the_one_who_waits_gets_it_when_it_is_free(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "lock")
    held = lock.take("mary", AT)
    free = threading.Timer(0.03, lock.release, [held])
    free.start()
    Lock(tmp_path / "lock").release(Lock(tmp_path / "lock").take("joe", AT))
    free.join()


def test_the_last_acknowledged_change_is_remembered(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "lock")
    assert lock.acknowledged() == 0
    held = lock.take("a very long name of somebody", AT)
    lock.acknowledge(held, "mary", AT, 42)
    lock.release(held)
    assert lock.acknowledged() == 42
    lock.release(lock.take("joe", AT))
    assert lock.acknowledged() == 42
    first, _ = (tmp_path / "lock").read_text().splitlines()
    assert json.loads(first)["by"] == "joe"


@pytest.mark.parametrize("content", [b"", b"\n", b"{}", b"{}\nabc\n", b"\xff\xfe\n\xff", b"[]\n0000000007x"])
def test_a_damaged_lock_is_only_not_known(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lock"
    path.write_bytes(content)
    lock = Lock(path, patience=0.0)
    assert lock.acknowledged() == 0
    held = lock.take("mary", AT)
    path.write_bytes(content)
    with pytest.raises(Busy, match="in use by somebody else"):
        lock.take("joe", AT)
    lock.release(held)


def test_a_lock_that_was_replaced_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "lock"
    lock = Lock(path)
    lock.release(lock.take("mary", AT))
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
    held = lock.take("joe", AT)
    monkeypatch.undo()
    assert os.path.samestat(os.fstat(held), path.stat())
    lock.release(held)


def test_the_first_lock_is_made_without_hard_links_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, target: Path) -> None:
        raise PermissionError(path, target)

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    lock = Lock(tmp_path / "lock")
    lock.release(lock.take("mary", AT))
    assert [path.name for path in tmp_path.iterdir()] == ["lock"]


def test_two_that_make_the_first_lock_share_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    linked = Path.hardlink_to

    def late(path: Path, target: Path) -> None:
        path.write_bytes(b"{}\n0000000007\n")  # somebody else was faster
        linked(path, target)

    monkeypatch.setattr(Path, "hardlink_to", late)
    lock = Lock(tmp_path / "lock")
    lock.release(lock.take("mary", AT))
    assert lock.acknowledged() == 7
