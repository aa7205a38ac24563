"""Two threads that read the first listings of a process at the same moment: the kiosk reads ahead in one of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

_PROGRAM = """
import sys, threading
import json
import msgspec
from kiosk.store.canonical import encode
from tests.store.samples import FIXTURE
sys.setswitchinterval(1e-6)
content = encode(json.loads(FIXTURE.read_bytes()) | {"id": "school-clinic"})
together = threading.Barrier(8)
found = []
def read():
    together.wait()
    from kiosk.store.codec import from_bytes
    from kiosk.store.row import Row
    row = Row(id="school-clinic", doc=msgspec.Raw(content))
    found.append((row.head().name["en"], from_bytes(content).id, row.listing().id))
threads = [threading.Thread(target=read) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
assert len(found) == 8 and len(set(found)) == 1, found
"""


@pytest.mark.slow
def test_the_first_listings_can_be_read_by_several_threads() -> None:
    """Where msgspec was first asked by all of them at once, a third of these processes ended in a crash."""
    for _ in range(20):
        done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
