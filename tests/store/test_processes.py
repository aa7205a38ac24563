"""Real processes at one directory: racing adders, racing editors, writers that are killed in the middle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.domain.kept import Edit
from kiosk.store import open_store

ADDER = """
import sys
from pathlib import Path
from kiosk.domain.kept import Edit
from kiosk.store import open_store
store = open_store(Path(sys.argv[1]))
for count in range(int(sys.argv[3])):
    id = f"{sys.argv[2]}-{count}"
    store.batch([Edit("", "", {"id": id, "name": {"en": id}})], sys.argv[2], "add")
    print(id, flush=True)
"""

EDITOR = """
import sys
from pathlib import Path
from kiosk.domain.kept import Edit
from kiosk.store import open_store
store = open_store(Path(sys.argv[1]))
for count in range(1, int(sys.argv[3]) + 1):
    kept = store.get("shared")
    mine = {**store.document(kept), f"x_{sys.argv[2]}": count}
    (saved,) = store.batch([Edit("shared", kept.rev, mine)], sys.argv[2])
    assert saved.outcome in ("saved", "merged"), saved
"""


def start(program: str, *words: object) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", program, *map(str, words)], stdout=subprocess.PIPE, text=True)


def finish(processes: list[subprocess.Popen[str]]) -> list[str]:
    """Wait for all of them; what they acknowledged."""
    lines = [line for process in processes for line in process.communicate()[0].splitlines()]
    assert [process.returncode for process in processes] == [0] * len(processes)
    return lines


@pytest.mark.slow
def test_racing_adders_lose_nothing_and_share_no_number(tmp_path: Path) -> None:
    acknowledged = finish([start(ADDER, tmp_path, f"p{each}", 25) for each in range(8)])
    snapshot = open_store(tmp_path).load()
    assert len(acknowledged) == 200
    assert set(snapshot.listings) == set(acknowledged)
    assert sorted(snapshot.numbers) == list(range(101, 301))
    assert snapshot.seq == 200
    assert snapshot.told == ()


@pytest.mark.slow
def test_racing_editors_of_one_listing_lose_no_change(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.batch([Edit("", "", {"id": "shared", "name": {"en": "Shared"}})], "test")
    finish([start(EDITOR, tmp_path, f"p{each}", 20) for each in range(4)])
    assert store.get("shared").listing.extra == {f"x_p{each}": 20 for each in range(4)}
    assert store.questions() == []


@pytest.mark.slow
def test_a_killed_writer_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    acknowledged: list[str] = []
    for round in range(30):
        process = start(ADDER, tmp_path, f"r{round}", 10_000)
        assert process.stdout is not None
        acknowledged.append(process.stdout.readline().strip())
        time.sleep((round * 7 % 30) / 1000)  # a different moment of the write each round
        os.kill(process.pid, signal.SIGKILL)
        acknowledged += [line for line in process.stdout.read().split("\n")[:-1] if line]
        process.wait()
        process.stdout.close()
        snapshot = open_store(tmp_path).load()
        assert snapshot.told == ()
        assert set(acknowledged) <= set(snapshot.listings)
    assert len(set(snapshot.numbers)) == len(snapshot)
    assert len(snapshot) - len(set(acknowledged)) <= 30  # at most the one that each was killed in
