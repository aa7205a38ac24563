"""A file by a path that a person types: read as far as is wanted, and nothing that could keep the desk waiting."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.domain.errors import NoSuch
from kiosk.exchange.typed_path import typed_bytes


def test_no_more_is_read_than_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "year.ics").write_bytes(b"0123456789")
    assert typed_bytes(str(tmp_path / "year.ics"), 4) == b"0123"
    assert typed_bytes(f' "{tmp_path}/year.ics" ', 100) == b"0123456789"


def test_a_tilde_is_the_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "year.ics").write_bytes(b"here")
    assert typed_bytes("~/year.ics", 100) == b"here"


@pytest.mark.parametrize("name", ["none.ics", "folder", "pipe", "a\0b", "~nobody-of-that-name/x.ics", ""])
def test_what_is_no_file_is_said_at_once(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    path = name if name.startswith("~") else f"{tmp_path}/{name}"
    with pytest.raises(NoSuch, match="Nothing was changed"):
        typed_bytes(path, 100)
