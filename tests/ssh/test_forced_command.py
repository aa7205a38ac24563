"""The desk as a forced command of a real sshd: it gives the desk, and no shell, no file and no other command."""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kiosk.store import open_store
from kiosk.store.notes import Notes
from kiosk.store.people_file import account
from tests.ssh.server import ADDRESS, MISSING, WHY_NOT, Server, serving
from tests.tui.staff.terminals import CTRL_S, DOWN, ENTER, ESCAPE, FIRST, change_the_name
from tests.tui.terminal import Terminal, running, school

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(MISSING), reason=WHY_NOT)]

SUM, ANSWER = "echo $((6*7))", "42"
"""What only a shell would answer."""
SOON = 10.0
"""Seconds in which a desk must be gone whose line is gone."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """An sshd with the sample school behind its one key."""
    data = school(tmp_path)
    with serving(tmp_path / "sshd", data) as server:
        yield server


def is_no_shell(terminal: Terminal) -> None:
    """Whoever types a sum gets no answer."""
    terminal.type(f"\r{SUM}\r")
    terminal.settle()
    assert ANSWER not in terminal.shown.replace("$((6*7))", "")


def test_it_gives_the_desk_and_nothing_after_it(server: Server) -> None:
    with running(server.ssh(options=["-tt"])) as terminal:
        terminal.wait_for(FIRST)
        terminal.settle()
        terminal.type(ESCAPE)
        assert terminal.status() == 0
        assert "Connection to" in terminal.shown
    assert server.desks() == []


def test_no_key_leads_to_a_shell(server: Server) -> None:
    with running(server.ssh(options=["-tt"])) as terminal:
        terminal.wait_for(FIRST)
        for keys in ("\x1a", "\x03", "\x1c", "\x04", "\x11", "!", "!sh\r", ":!sh\r", "|sh\r", "\x1b!", "\x0f", "\x18"):
            terminal.type(keys)
            terminal.settle(0.1)
        is_no_shell(terminal)
        assert terminal.is_alive
        assert len(server.desks()) == 1


def test_keys_that_come_before_the_desk_does_lead_to_none_either(server: Server) -> None:
    for keys in (b"\x03", b"\x1c", b"\x1a", b"\x03\x1a\x1c"):
        with running(server.ssh(options=["-tt"])) as terminal:
            while terminal.is_alive and FIRST not in terminal.shown and "Stopped" not in terminal.shown:
                os.write(terminal.master, keys)
                terminal.settle(0.05)
                if keys == b"\x1a" and terminal.sent.count(b"^Z") > 3:
                    break  # it was put aside before it could refuse that: the line is dead, and no shell
            if terminal.is_alive:
                is_no_shell(terminal)
            assert ANSWER not in terminal.shown


@pytest.mark.parametrize("asked", ["ls /", "cat /etc/passwd", "sh", "kiosk passwd root --role admin", "true; sh -i"])
def test_another_command_is_not_run(server: Server, asked: str) -> None:
    ran = server.run(asked)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert "The kiosk needs a terminal to draw on" in ran.stderr
    with running(server.ssh(asked, options=["-tt"])) as terminal:
        terminal.wait_for(FIRST)
        assert "root:" not in terminal.shown
        is_no_shell(terminal)


def test_what_comes_on_standard_input_is_not_run(server: Server) -> None:
    ran = subprocess.run(
        server.ssh(), input=f"{SUM}\n", capture_output=True, text=True, timeout=60, check=False
    )  # fmt: skip
    assert ran.returncode == 2
    assert ANSWER not in ran.stdout


def test_no_file_is_copied_either_way(server: Server, tmp_path: Path) -> None:
    secret, taken, left = tmp_path / "secret", tmp_path / "taken", tmp_path / "left"
    secret.write_text("42", "ascii")
    place = f"{server.user}@{ADDRESS}"
    for program, words in (
        ("scp", (f"{place}:{secret}", str(taken))),
        ("scp", ("-O", f"{place}:{secret}", str(taken))),
        ("scp", (str(secret), f"{place}:{left}")),
        ("scp", ("-O", str(secret), f"{place}:{left}")),
        ("sftp", (f"{place}:{secret}", str(taken))),
    ):
        assert server.copying(program, *words).returncode != 0, (program, words)
    assert not taken.exists()
    assert not left.exists()


def test_no_port_is_forwarded_either_way(server: Server) -> None:
    with socket.socket() as target:
        target.bind((ADDRESS, 0))
        target.listen()
        port = target.getsockname()[1]
        through = server.run(options=["-W", f"{ADDRESS}:{port}"])
        assert through.returncode != 0
        assert "prohibited" in through.stderr
        back = server.run(options=["-N", "-o", "ExitOnForwardFailure=yes", "-R", f"0:{ADDRESS}:{port}"])
        assert back.returncode != 0
        assert "forwarding failed" in back.stderr
        target.settimeout(0.2)
        with pytest.raises(TimeoutError):
            target.accept()  # nobody came through


def test_the_environment_chooses_no_other_school(server: Server, tmp_path: Path) -> None:
    options = ["-tt"]
    for name, value in {"KIOSK_DATA": str(tmp_path / "other"), "LOGNAME": "boss", "TEXTUAL_PRESS": "q"}.items():
        options += ["-o", f"SetEnv={name}={value}"]
    with running(server.ssh(options=options)) as terminal:
        terminal.wait_for(FIRST)
        change_the_name(terminal)
        terminal.type(CTRL_S)
        terminal.wait_for("Saved as No. 214")
    assert not (tmp_path / "other").exists()
    (newest, *_) = open_store(server.data).history("food-shelf")
    assert newest.by == account()


def test_its_file_screens_are_shut(server: Server) -> None:
    with running(server.ssh(options=["-tt"])) as terminal:
        terminal.wait_for(FIRST)
        terminal.settle()
        terminal.type("i")
        terminal.wait_for("Files are shut here.")


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGHUP])
def test_a_line_that_breaks_in_the_middle_of_the_form_keeps_the_draft(server: Server, number: signal.Signals) -> None:
    with running(server.ssh(options=["-tt"])) as terminal:
        terminal.wait_for(FIRST)
        change_the_name(terminal)
        (desk,) = server.desks()
        gone = os.pidfd_open(desk)
        terminal.program.send_signal(number)
        assert select.select([gone], [], [], SOON)[0], "the desk is still there"
        os.close(gone)
    assert "School food shelf now" in str(list(Notes(server.data).all("drafts")))
    with running(server.ssh(options=["-tt"])) as again:
        again.wait_for("You were writing: School food shelf")


def test_four_at_once_whose_edits_race_lose_nothing(server: Server) -> None:
    """Each changes another line of one listing's names; all of them save at the same time."""
    words = ("one", "two", "three", "four")
    with ExitStack() as stack:
        desks = [stack.enter_context(running(server.ssh(options=["-tt"]))) for _ in words]
        for place, desk in enumerate(desks):
            desk.wait_for(FIRST)
            for keys, shown in (("f", "Listings"), ("214", "1 of "), (ENTER, "No. 214"), ("1", "Name (Spanish)"),
                                *[(DOWN, "Name (Spanish)")] * place, (ENTER, "Name (Spanish)")):  # fmt: skip
                desk.settle(0.2)
                desk.type(keys)
                desk.wait_for(shown)
        for desk, word in zip(desks, words, strict=True):
            desk.settle(0.2)
            desk.type(f" {word}")
            desk.wait_for(f" {word}")
        for desk in desks:
            desk.settle(0.2)
        for desk in desks:
            os.write(desk.master, CTRL_S.encode())
        for desk in desks:
            desk.wait_for("Saved")
    found = open_store(server.data).get("214").listing
    assert found.name == {"en": "School food shelf one", "es": "Despensa de la escuela two"}
    assert found.alternate_name == {"en": "Food shelf three", "es": "Despensa four"}
    assert open_store(server.data).questions() == []
    assert list(open_store(server.data).check()) == []
