"""The two commands of the README: what they say when they cannot go on, and that they name no index."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from tests.house.reading import ROOT

SHELL = """#!/bin/sh
case "$*" in
  --version) echo Python {version}; exit 0 ;;
  *version_info*) {right} ;;
  *ensurepip*) {venv} ;;
esac
exit 1
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A fresh checkout without an environment: only what make reads first."""
    place = tmp_path / "checkout"
    place.mkdir()
    for name in ("Makefile", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, place / name)
    return place


def make(checkout: Path, *arguments: str, pythons: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run make without a terminal; `pythons` hides those of this machine behind others."""
    commands = checkout / "bin"
    commands.mkdir(exist_ok=True)
    for name, script in (pythons or {}).items():
        (commands / name).write_text(script, "utf-8")
        (commands / name).chmod(stat.S_IRWXU)
    environment = {"PATH": f"{commands}:{os.environ['PATH']}", "LANG": "C.UTF-8"}
    command = ["make", *arguments]
    return subprocess.run(
        command, cwd=checkout, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def every_python(script: str) -> dict[str, str]:
    """All names a Python is looked for under, as one script."""
    return dict.fromkeys(("python", "python3", *(f"python3.{minor}" for minor in range(11, 20))), script)


def is_one_sentence(ran: subprocess.CompletedProcess[str]) -> bool:
    """One line that ends as a sentence, nothing beside it, and a failing status."""
    return ran.returncode != 0 and ran.stderr == "" and re.fullmatch(r"[A-Z][^\n]+\.\n", ran.stdout) is not None


@pytest.mark.parametrize("target", ["run", "test"])
def test_a_python_that_is_too_old(checkout: Path, target: str) -> None:
    old = SHELL.format(version="3.9.2", right="exit 1", venv="exit 1")
    ran = make(checkout, target, "ARGS=--plain" if target == "run" else "ARGS=", pythons=every_python(old))
    assert is_one_sentence(ran), ran
    assert "3.11" in ran.stdout
    assert "3.9.2" in ran.stdout


def test_a_python_without_venv(checkout: Path) -> None:
    bare = SHELL.format(version="3.12.1", right="echo True; exit 0", venv="exit 1")
    ran = make(checkout, "test", pythons=every_python(bare))
    assert is_one_sentence(ran), ran
    assert "venv" in ran.stdout


def test_no_terminal(checkout: Path) -> None:
    ran = make(checkout, "run")
    assert is_one_sentence(ran), ran
    assert "terminal" in ran.stdout
    assert not (checkout / ".venv").exists()


def test_nothing_is_set_up_twice(checkout: Path) -> None:
    """Both stamps newer than the lists: make has nothing to do before it starts."""
    (checkout / ".venv" / "bin").mkdir(parents=True)
    for name in (".venv/bin/python", ".venv/ready-to-run", ".venv/ready-to-test"):
        (checkout / name).touch()
    planned = make(checkout, "--dry-run", "test").stdout
    assert "pytest" in planned
    assert "pip install" not in planned
    newer = (checkout / ".venv" / "ready-to-test").stat().st_mtime + 5
    os.utime(checkout / "requirements-dev.txt", (newer, newer))
    assert "pip install" in make(checkout, "--dry-run", "test").stdout


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_part_is_pinned_by_hash_and_no_index_is_named(name: str) -> None:
    text = re.sub(r"(?m)^(#.*)?\n", "", (ROOT / name).read_text("utf-8"))
    assert not re.search(r"https?:|file:|--index|--find-links|--trusted|@ ", text)
    parts = re.split(r"\n(?=[a-z])", text.strip())
    assert len(parts) > 15
    for part in parts:
        assert re.match(r"[a-z0-9._-]+==[^\s]+ \\\n(    --hash=sha256:[0-9a-f]{64}( \\)?\n?)+$", part), part


def test_both_lists_pin_the_same_versions() -> None:
    def pins(name: str) -> set[str]:
        return set(re.findall(r"(?m)^([a-z0-9._-]+==\S+)", (ROOT / name).read_text("utf-8")))

    assert pins("requirements.txt") < pins("requirements-dev.txt")


def test_compiled_parts_have_wheels_for_more_than_this_machine() -> None:
    """A compiled part has one hash a wheel: a single platform's would be a handful."""
    text = (ROOT / "requirements.txt").read_text("utf-8")
    for part in ("msgspec", "rapidfuzz"):
        block = re.search(rf"(?m)^{part}==.*\n((?:    --hash.*\n)+)", text)
        assert block
        assert block[1].count("--hash") > 20
