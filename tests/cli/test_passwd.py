"""`kiosk passwd`, and what each role may do at the command line."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from kiosk.services.accounts import Accounts
from kiosk.services.who import Who
from kiosk.store.people_file import PeopleFile
from tests.cli.conftest import LISTING, Ask, shown
from tests.tui.terminal import running

PIN = "482915"
ANA = Who("ana", "admin")


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """What comes on standard input, as from a pipe."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


@pytest.fixture
def me(monkeypatch: pytest.MonkeyPatch) -> str:
    """The account that the commands run as."""
    monkeypatch.setattr("kiosk.store.people_file.pwd.getpwuid", lambda _: type("Entry", (), {"pw_name": "ana"}))
    return "ana"


@pytest.fixture
def reader(clinic: Ask, data: Path, me: str) -> Ask:
    """A school where this account may only look."""
    people = Accounts(PeopleFile(data))
    people.keep("Boss", Who("boss", "admin"), "boss", role="admin", of="boss")
    people.keep("Ana", Who("boss", "admin"), "boss", role="reader", of=me)
    return clinic


def test_a_person_is_named_shown_changed_and_taken_away(
    kiosk: Ask, data: Path, me: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Nobody is named" in kiosk("passwd", "--list").err
    typed(monkeypatch, f"{PIN}\n")
    answer = kiosk("passwd", "Mary Cole", "-", "--role", "liaison", "--account", "mary", "--json")
    assert (answer.status, answer.err) == (0, "Mary Cole is a liaison, with a PIN.\n")
    assert answer.document == {"name": "Mary Cole", "role": "liaison", "account": "mary", "pin": True}
    assert PIN not in answer.out + answer.err + (data / "people.json").read_text("utf-8")
    assert kiosk("passwd", "--list", "--json").document == [
        {"name": "ana", "role": "admin", "account": me, "pin": False},
        {"name": "Mary Cole", "role": "liaison", "account": "mary", "pin": True},
    ]
    assert kiosk("passwd", "Mary Cole", "--role", "admin", "--no-pin").err == "Mary Cole is an admin, without a PIN.\n"
    assert kiosk("passwd", "--list").out.splitlines()[1].split() == ["Mary", "Cole", "admin", "-", "mary"]
    assert kiosk("passwd", "Mary Cole", "--remove", "--json").document == {
        "name": "Mary Cole", "role": "admin", "account": "mary", "pin": False,
    }  # fmt: skip
    assert kiosk("passwd", "Mary Cole", "--remove").status == 3


def test_without_a_name_it_is_ones_own_pin(kiosk: Ask, data: Path, me: str, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, PIN)
    assert kiosk("passwd", "-").err == "ana is an admin, with a PIN.\n"
    assert Accounts(PeopleFile(data)).of_pin(PIN.encode()) == Who("ana", "admin")
    assert [each.account for each in Accounts(PeopleFile(data)).people()] == [me]


@pytest.mark.parametrize(
    ("pin", "said"),
    [
        ("123456", "too easy to guess"),
        ("777777", "too easy to guess"),
        ("12345", "6 to 12 digits"),
        ("48a915", "6 to 12 digits"),
        ("\ud800", "6 to 12 digits"),
    ],
)
@pytest.mark.usefixtures("me")
def test_a_pin_that_is_none_is_refused(kiosk: Ask, pin: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, pin)
    answer = kiosk("passwd", "Mary", "-")
    assert answer.status == 5
    assert said in answer.err
    assert "Nothing was changed." in answer.err
    assert kiosk("passwd", "--list").out == ""


@pytest.mark.parametrize(
    "words",
    [
        ("Mary", "Cole"),
        ("--list", "Mary"),
        ("--list", "--role", "admin"),
        ("--remove",),
        ("Mary", "--remove", "--role", "admin"),
        ("Mary", "--role", "king"),
        ("Mary", "--account", "a b"),
        ("Mary", "--account", "../x"),
    ],
)
@pytest.mark.usefixtures("me")
def test_wrong_usage_changes_nothing(kiosk: Ask, data: Path, words: tuple[str, ...]) -> None:
    assert kiosk("passwd", *words).status == 2
    assert not (data / "people.json").exists()


def test_a_script_that_gives_no_pin_is_told_how(clinic: Ask, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Accounts(PeopleFile(data)).keep("Mary", ANA, "ana")
    typed(monkeypatch, "")
    answer = clinic("passwd", "Mary")
    assert answer.status == 2
    assert "kiosk passwd NAME -" in answer.err


WRITES = [
    ("add", str(LISTING)),
    ("set", "101", "minutes_needed=3"),
    ("delete", "101"),
    ("undo", "101"),
    ("verify", "101"),
    ("restore", "1"),
    ("calendar", "--new-year", "--yes"),
    ("passwd", "Ana", "--role", "admin"),
]


@pytest.mark.parametrize("command", WRITES, ids=lambda command: command[0])
def test_a_reader_is_refused_with_one_sentence(
    reader: Ask, data: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PeopleFile, "rights", lambda _: "writer")
    before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file() and path.suffix != ".lock"}
    answer = reader(*command)
    assert answer.status == 6, answer.err
    assert "may look, and not change" in answer.err or "may not change people" in answer.err
    assert answer.err.count("Nothing was changed.") == 1
    assert answer.err.splitlines()[-1].endswith("Ask an admin.")
    assert {path: path.read_bytes() for path in before} == before


def test_a_reader_reads(reader: Ask) -> None:
    for command in (("list",), ("show", "101"), ("history", "101"), ("questions",), ("check",), ("calendar",)):
        assert reader(*command).status == 0, command


def test_a_liaison_changes_listings_under_their_name(reader: Ask, data: Path) -> None:
    people = Accounts(PeopleFile(data))
    people.keep("Ana", Who("boss", "admin"), "boss", role="liaison")
    assert reader("set", "101", "minutes_needed=3").status == 0
    assert shown(reader)["minutes_needed"] == 3
    assert "  Ana  " in reader("history", "101").out


@pytest.mark.slow
def test_the_pin_is_asked_for_twice_and_never_shown(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kiosk", "--data", str(tmp_path), "passwd", "Mary"]
    with running(command) as terminal:
        terminal.wait_for("PIN, 6 digits or more")
        terminal.type(f"{PIN}\r")
        terminal.wait_for("The same once more")
        terminal.type("730264\r")
        assert terminal.status() == 2
        assert "differ" in terminal.shown
    with running(command) as terminal:
        terminal.wait_for("PIN, 6 digits or more")
        terminal.type(f"{PIN}\r")
        terminal.wait_for("The same once more")
        terminal.type(f"{PIN}\r")
        assert terminal.status() == 0
        assert PIN.encode() not in terminal.sent
    assert Accounts(PeopleFile(tmp_path)).of_pin(PIN.encode()) == Who("Mary", "liaison")
