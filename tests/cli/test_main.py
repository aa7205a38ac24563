"""What every command shares: help with an example, one sentence for an error, no traceback ever."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from kiosk import __version__
from kiosk.cli.main import COMMANDS, cli, main
from tests.cli.conftest import LISTING, Ask
from tests.house.reading import ROOT


@pytest.fixture(autouse=True)
def own_log() -> Iterator[None]:
    """Leave no log handler behind."""
    before = list(logging.getLogger().handlers)
    yield
    for handler in [each for each in logging.getLogger().handlers if each not in before]:
        logging.getLogger().removeHandler(handler)
        handler.close()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example_and_stands_in_the_readme(kiosk: Ask, name: str) -> None:
    answer = kiosk(name, "--help")
    assert answer.status == 0
    assert re.search(rf"Example:\n\s+kiosk .*\b{name}\b", answer.out)
    assert f"kiosk {name}" in (ROOT / "README.md").read_text("utf-8")


def test_the_list_of_commands_says_what_each_help_says() -> None:
    context = click.Context(cli)
    for name, (_, words) in COMMANDS.items():
        command = cli.get_command(context, name)
        assert command is not None
        assert command.name == name
        assert words


def test_kiosk_alone_and_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    helped = capsys.readouterr().out
    assert "Example:" in helped
    assert all(f"  {name} " in helped for name in COMMANDS)
    assert main([]) == 2
    assert main(["--version"]) == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ("frob",),
        ("list", "--frob"),
        ("open",),
        ("qr", "101", "--kind", "geo"),
        ("--at", "x", "list"),
        ("--at", "9999-12-31T23:59", "list"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(kiosk: Ask, arguments: tuple[str, ...]) -> None:
    answer = kiosk(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert len(answer.err.splitlines()) == 1
    assert "--help" in answer.err


def test_a_fault_is_one_sentence_logged_without_what_was_typed(
    clinic: Ask, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("secret words of a visitor")

    monkeypatch.setattr("kiosk.services.search.Search.find", broken)
    answer = clinic("search", "secret", "words")
    assert (answer.status, answer.out) == (70, "")
    assert len(answer.err.splitlines()) == 1
    assert "Traceback" not in answer.err
    log = (data / "logs" / "kiosk.log").read_text("utf-8")
    assert "ValueError" in log
    assert "test_main.py" in log
    assert "secret" not in log


def test_a_reader_who_has_enough_is_no_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def gone(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("kiosk.cli.main.os.dup2", lambda *_: None)
    monkeypatch.setattr("kiosk.cli.main.cli.main", gone)
    assert main(["--data", str(tmp_path), "list"]) == 0


def test_stopping_a_question_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise click.Abort

    monkeypatch.setattr("kiosk.cli.main.cli.main", stopped)
    assert main(["init"]) == 130
    assert "Nothing was changed" in capsys.readouterr().err


def test_what_is_stopped_in_its_work_promises_nothing(clinic: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kiosk.services.editing.Editing.undo", stopped)
    answer = clinic("undo", "101")
    assert (answer.status, answer.out) == (130, "")
    assert answer.err.strip() == "Stopped. A change that was under way may be kept: look before you try again."


def test_the_data_directory_may_be_named_by_the_environment(
    kiosk: Ask, data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kiosk("add", LISTING).status == 0
    monkeypatch.setenv("KIOSK_DATA", str(data))
    capsys.readouterr()
    assert main(["list"]) == 0
    assert "School clinic" in capsys.readouterr().out


def test_run_without_a_terminal_is_one_sentence(kiosk: Ask) -> None:
    answer = kiosk("run")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == "The kiosk needs a terminal to draw on: run it in a terminal window, or with --plain.\n"
