"""The command line in one process: a school's directory, and what a command answered."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.cli.main import main
from tests.house.reading import ROOT

LISTING = ROOT / "tests" / "fixtures" / "listing.json"


@dataclass(frozen=True)
class Answer:
    """What one command did."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> object:
        """Standard output as the one JSON document it must be."""
        return json.loads(self.out)


Ask = Callable[..., Answer]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An empty directory for a school."""
    return tmp_path / "school"


@pytest.fixture
def kiosk(data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Run `kiosk --data DIR ...` as a shell would."""
    monkeypatch.delenv("KIOSK_DATA", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)

    def ask(*arguments: str | Path) -> Answer:
        capsys.readouterr()
        status = main(["--data", str(data), *(str(each) for each in arguments)])
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return ask


@pytest.fixture
def clinic(kiosk: Ask) -> Ask:
    """The same, on a school with the listing of the fixtures as its only one."""
    assert kiosk("add", LISTING).status == 0
    return kiosk
