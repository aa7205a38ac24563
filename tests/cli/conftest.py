"""The command line in one process: a school's directory, and what a command answered."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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


def shown(kiosk: Ask, ref: str = "101") -> dict[str, Any]:
    """A listing as `kiosk show --json` has it."""
    answer = kiosk("show", ref, "--json")
    assert answer.status == 0, answer.err
    assert isinstance(answer.document, dict)
    return answer.document


def rev_of(kiosk: Ask, ref: str = "101") -> str:
    """A listing's revision now."""
    return str(shown(kiosk, ref)["rev"])
