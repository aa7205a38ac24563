"""The table of promises names tests that exist, and no row is without one."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent
ROWS = [line for line in (HERE / "PROMISES.md").read_text("utf-8").splitlines() if line.startswith("| ")]
_FILE = re.compile(r"`(test_\w+\.py)`: ((?:`\w+`(?: ◦)?(?:, )?)+)")
_NAME = re.compile(r"`(\w+)`( ◦)?")


def named(row: str) -> list[tuple[str, str, bool]]:
    """The tests that a row names: file, test, whether it takes long."""
    cell = row.rstrip("|").rpartition("|")[2]
    return [(file, name, bool(slow)) for file, names in _FILE.findall(cell) for name, slow in _NAME.findall(names)]


def test_each_row_names_a_test() -> None:
    promises = [row for row in ROWS if not row.startswith("| Fault |")]
    assert len(promises) > 40
    assert [row for row in promises if not named(row)] == []


def test_each_test_that_is_named_exists_and_takes_as_long_as_it_says() -> None:
    missing = []
    for file, name, is_slow in (each for row in ROWS for each in named(row)):
        source = (HERE / file).read_text("utf-8")
        found = re.search(rf"((?:^@.*\n)*)^(?:def {name}\(|{name} = )", source, re.MULTILINE)
        if found is None or ("@pytest.mark.slow" in found[1]) != is_slow:
            missing.append(f"{file}: {name}")
    assert missing == []
