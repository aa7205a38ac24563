"""What tests of damage begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.damaged import School
from tests.store.samples import fold


@pytest.fixture
def school(tmp_path: Path) -> School:
    """1: a and b added, folded. 2: c added. 3: a changed, folded. 4: b changed. 5: d added."""
    school = School(tmp_path / "data")
    school.add("a", "b")
    fold(school.directory)
    school.add("c")
    school.change("a", "a2@example.org")
    fold(school.directory)
    school.change("b", "b2@example.org")
    school.add("d")
    return school
