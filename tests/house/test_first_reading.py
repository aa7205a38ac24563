"""Threads that are the first to read a school's files or the content: the kiosk reads ahead in one of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.house.reading import ROOT

_PROGRAM = """
import sys, threading
from pathlib import Path
sys.setswitchinterval(1e-6)
together, found = threading.Barrier(8), []
TEXT = 'school = "Oak"\\n[[staff]]\\nrole = {{ en = "Nurse" }}\\n[[board]]\\non = "FR"\\nlabel = {{}}\\ntext = {{}}\\n'
YEAR = 'first_day = "2026-08-31"\\nlast_day = "2027-06-11"\\n'
def school():
    from kiosk.school_file import read_calendar, read_settings
    return read_settings(TEXT, "")[0].staff[0].role["en"], str(read_calendar(YEAR, "")[0].first_day)
def content():
    from kiosk.words import load_content
    read = load_content(Path({content!r}))
    return len(read.needs), len(read.supports), read.region("US-CT").code, len(read.walk)
def read():
    together.wait()
    found.append({what}())
threads = [threading.Thread(target=read) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
assert len(found) == 8 and len(set(found)) == 1, found
"""


@pytest.mark.slow
@pytest.mark.parametrize("what", ["school", "content"])
def test_several_threads_can_be_the_first_to_read(what: str) -> None:
    program = _PROGRAM.format(content=str(ROOT / "content"), what=what)
    for _ in range(8):
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT)
        assert done.returncode == 0, done.stderr
