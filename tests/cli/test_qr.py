"""`kiosk qr`: what is printed is read back, in colour and without, and as a picture."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import Ask
from tests.domain.codes import picture, read

NOON = "2026-12-02T10:00"
KINDS = ("sign-up", "call", "date", "contact", "directions", "text")


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_shape_and_reads_back_from_the_terminal(clinic: Ask, kind: str) -> None:
    document = clinic("--at", NOON, "qr", "101", "--kind", kind, "--json").document
    assert isinstance(document, dict)
    assert set(document) == {"kind", "payload", "version", "needs_internet"}
    assert document["kind"] == kind
    assert document["needs_internet"] is (kind == "sign-up")
    out = clinic("--at", NOON, "qr", "101", "--kind", kind).out
    rows = re.findall(r"\x1b\[38;5;16;48;5;231m([ ▀▄█]+)\x1b\[0m", out)
    assert len(rows[0]) == document["version"] * 4 + 17 + 8
    assert read(picture(rows)) == document["payload"]
    assert out.rstrip().endswith(document["payload"])


def test_without_colours_the_light_modules_are_drawn(clinic: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    out = clinic("--at", NOON, "qr", "101").out
    assert "\x1b" not in out
    rows = [line for line in out.splitlines() if set(line) <= set(" ▀▄█") and line]
    assert read(picture(rows, ink=255, ground=0)) == "https://example.org/forms/clinic"


def test_the_first_code_that_works_is_taken_and_its_words_stand_beneath(clinic: Ask) -> None:
    answer = clinic("--at", NOON, "qr", "school-clinic")
    assert "example.org" in answer.out
    assert answer.err == ""


def test_as_a_picture(clinic: Ask, tmp_path: Path) -> None:
    file = tmp_path / "call.png"
    answer = clinic("qr", "101", "--kind", "call", "--png", file)
    assert (answer.status, answer.out) == (0, "")
    assert str(file) in answer.err
    drawn = Image.open(file).convert("L")
    assert drawn.size == (330, 330)
    assert read(drawn) == "tel:+18605550112,3"
    assert drawn.getbbox() == (0, 0, 330, 330)
    assert drawn.crop((0, 0, 330, 40)).getextrema() == (255, 255)


def test_a_picture_that_cannot_be_written(clinic: Ask, tmp_path: Path) -> None:
    assert clinic("qr", "101", "--png", tmp_path / "no" / "x.png").status == 5
    (tmp_path / "file").write_text("", "utf-8")
    assert clinic("qr", "101", "--png", tmp_path / "file" / "x.png").status == 6


def test_a_kind_that_does_not_work_now(clinic: Ask) -> None:
    answer = clinic("--at", "2026-08-01T10:00", "qr", "101", "--kind", "sign-up")
    assert (answer.status, answer.out) == (3, "")
    assert "call" in answer.err
    assert clinic("qr", "101", "--kind", "geo").status == 2
    assert clinic("qr", "999").status == 3


def test_a_terminal_that_is_too_small_gets_the_words(clinic: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    import os
    import sys

    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((30, 24)))
    answer = clinic("--at", NOON, "qr", "101")
    assert "█" not in answer.out
    assert "https://example.org/forms/clinic" in answer.out
    assert "37 columns" in answer.err
