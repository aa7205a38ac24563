"""Who works with the kiosk: roles, accounts and PINs, in a file that nobody else can read."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import argon2
import pytest

from kiosk.domain.errors import NoSuch, NotSaved, Refused
from kiosk.services.accounts import Accounts, Person, Whoever
from kiosk.services.accounts import Rights as FileRights
from kiosk.services.pins import hashed, is_obvious, is_pin
from kiosk.services.who import Role, Who
from kiosk.store.people_file import PEOPLE, PeopleFile, account

ADMIN = Who("ana", "admin")
PIN, OTHER = b"482915", b"730264"


@pytest.fixture
def people(tmp_path: Path) -> Accounts:
    """A directory where nobody is named yet."""
    return Accounts(PeopleFile(tmp_path))


@pytest.fixture
def named(people: Accounts) -> Accounts:
    """Ana is an admin, Mary a liaison with a PIN, Joe may look."""
    people.keep("Ana", ADMIN, "ana", role="admin", of="ana")
    people.keep("Mary Cole", ADMIN, "ana", role="liaison", of="mary", pin=PIN)
    people.keep("Joe", ADMIN, "ana", role="reader", of="joe")
    return people


class Rights(PeopleFile):
    """A file in a directory that gives this account what a test says."""

    given: FileRights = "reader"

    def rights(self) -> FileRights:
        """What was said."""
        return self.given


@pytest.mark.parametrize(("rights", "role"), [("owner", "admin"), ("writer", "liaison"), ("reader", "reader")])
def test_while_nobody_is_named_the_directory_says_who_may(tmp_path: Path, rights: FileRights, role: Role) -> None:
    file = Rights(tmp_path)
    file.given = rights
    assert Accounts(file).who("ana") == Who("ana", role)


def test_once_people_are_named_their_role_counts(named: Accounts) -> None:
    assert named.who("ana") == Who("Ana", "admin")
    assert named.who("mary") == Who("Mary Cole", "liaison")
    assert named.who("joe") == Who("Joe", "reader")
    assert named.who("root") == Who("root", "reader")
    assert named.named("mary  COLE") == Who("Mary Cole", "liaison")
    assert named.named("somebody") == Who("somebody", "reader")


def test_who_names_the_first_person_is_named_too(people: Accounts) -> None:
    people.keep("Mary", ADMIN, "ana", role="liaison", of="mary")
    assert {(each.name, each.role, each.account) for each in people.people()} == {
        ("ana", "admin", "ana"),
        ("Mary", "liaison", "mary"),
    }
    assert all(each.by == "ana" and each.at for each in people.people())


def test_somebody_is_always_an_admin(named: Accounts) -> None:
    with pytest.raises(Refused, match="Somebody must be an admin"):
        named.keep("Ana", ADMIN, "ana", role="liaison")
    with pytest.raises(Refused, match="Somebody must be an admin"):
        named.remove("Ana", ADMIN)
    assert named.who("ana").role == "admin"


def test_only_an_admin_changes_people_and_a_liaison_their_own_pin(tmp_path: Path, named: Accounts) -> None:
    file = Rights(tmp_path)
    file.given = "writer"
    by_rights = Accounts(file)
    mary = Who("Mary Cole", "liaison")
    changes: tuple[Callable[[], object], ...] = (
        lambda: by_rights.keep("Joe", mary, "mary", role="liaison"),
        lambda: by_rights.keep("Mary Cole", mary, "mary", role="admin"),
        lambda: by_rights.keep("Mary Cole", mary, "mary", of="root"),
        lambda: by_rights.keep("New", mary, "mary"),
        lambda: by_rights.remove("Joe", mary),
        lambda: by_rights.keep("Joe", Who("Joe", "reader"), "joe", pin=OTHER),
    )
    for change in changes:
        with pytest.raises(NotSaved, match=r"may not change people. Nothing was changed."):
            change()
    by_rights.keep("Mary Cole", mary, "mary", pin=OTHER)
    assert named.of_pin(OTHER) == mary
    assert named.of_pin(PIN) is None


def test_the_directorys_owner_can_always_mend_it(named: Accounts) -> None:
    assert named.who("root").role == "reader"
    named.keep("Joe", named.who("root"), "root", role="admin")
    assert named.who("joe").role == "admin"


def test_a_pin_is_kept_as_argon2_makes_it(tmp_path: Path, named: Accounts) -> None:
    text = (tmp_path / PEOPLE).read_text("utf-8")
    assert PIN.decode() not in text
    (kept,) = [each["pin"] for each in json.loads(text)["people"] if "pin" in each]
    assert kept.startswith("$argon2id$")
    assert is_pin(kept, PIN)
    assert not is_pin(kept, OTHER)
    assert not is_pin("no hash at all", PIN)
    assert named.of_pin(PIN) == Who("Mary Cole", "liaison")
    named.keep("Mary Cole", ADMIN, "ana", pin=b"")
    assert named.of_pin(PIN) is None
    assert not named.has_pins()


def test_guessing_a_kept_pin_costs_what_argon2_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    memory, times = argon2.DEFAULT_MEMORY_COST, argon2.DEFAULT_TIME_COST
    assert hashed(PIN).startswith(f"$argon2id$v=19$m={memory},t={times},p={argon2.DEFAULT_PARALLELISM}$")


@pytest.mark.parametrize("pin", [b"", b"1", b"12345", b"4829a5", "４８２９１５".encode(), b"4" * 13])
def test_what_is_no_pin(named: Accounts, pin: bytes) -> None:
    if pin:
        with pytest.raises(Refused, match="6 to 12 digits"):
            named.keep("Joe", ADMIN, "ana", pin=pin)
    assert named.of_pin(pin) is None


@pytest.mark.parametrize(
    "pin", [b"123456", b"654321", b"890123", b"777777", b"121212", b"123123", b"246802", b"45674567"]
)
def test_what_anybody_tries_first_is_refused(named: Accounts, pin: bytes) -> None:
    assert is_obvious(pin)
    with pytest.raises(Refused, match="too easy to guess"):
        named.keep("Joe", ADMIN, "ana", pin=pin)


@pytest.mark.parametrize("pin", [PIN, OTHER, b"112358", b"19840623"])
def test_another_is_not(pin: bytes) -> None:
    assert not is_obvious(pin)


def test_two_people_have_two_pins_and_two_accounts(named: Accounts) -> None:
    with pytest.raises(Refused, match="cannot be used here"):
        named.keep("Joe", ADMIN, "ana", pin=PIN)
    with pytest.raises(Refused, match="somebody else's"):
        named.keep("Joe", ADMIN, "ana", of="mary")
    named.keep("Mary Cole", ADMIN, "ana", pin=PIN)


def test_a_name_that_is_none_is_refused(named: Accounts) -> None:
    for name in ("", " \t", "x" * 81):
        with pytest.raises(Refused, match="1 to 80 letters"):
            named.keep(name, ADMIN, "ana")
    assert named.keep("  Eve \x1b[31m\u202e Ng ", ADMIN, "ana").name == "Eve [31m Ng"
    with pytest.raises(NoSuch):
        named.remove("Nobody", ADMIN)


@pytest.mark.parametrize(("directory", "file"), [(0o700, 0o600), (0o755, 0o600), (0o2770, 0o640), (0o777, 0o640)])
def test_only_those_read_it_who_must(tmp_path: Path, directory: int, file: int) -> None:
    tmp_path.chmod(directory)
    before = os.umask(0)
    try:
        Accounts(PeopleFile(tmp_path)).keep("Mary", ADMIN, "ana", pin=PIN)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / PEOPLE).stat().st_mode) == file


@pytest.mark.parametrize("content", ["", "{", "[]", '{"people": 1}', '{"people": ["x"]}', "[" * 100_000])
def test_a_damaged_file_lets_nobody_in(tmp_path: Path, content: str) -> None:
    (tmp_path / PEOPLE).write_text(content, "utf-8")
    people = Accounts(PeopleFile(tmp_path))
    assert people.who("ana") == Who("ana", "reader")
    assert people.are_named
    assert not people.has_pins()
    with pytest.raises(NotSaved, match=r"people\.json"):
        people.people()


def test_a_role_that_nobody_knows_is_the_least(tmp_path: Path) -> None:
    (tmp_path / PEOPLE).write_text('{"people": [{"name": "Ana", "account": "ana", "role": "king"}]}', "utf-8")
    assert Accounts(PeopleFile(tmp_path)).people() == (Person(name="Ana", role="reader", account="ana"),)


def test_the_last_one_taken_away_leaves_no_file(tmp_path: Path, people: Accounts) -> None:
    people.keep("Ana", ADMIN, "ana", role="admin", of="ana")
    people.remove("Ana", ADMIN)
    assert not (tmp_path / PEOPLE).exists()
    assert people.who("ana").role == "admin"


def test_a_role_taken_away_counts_at_the_next_change(named: Accounts) -> None:
    person = Whoever(named, lambda: "mary")
    person.must_change()
    named.keep("Mary Cole", ADMIN, "ana", role="reader")
    with pytest.raises(NotSaved, match=r"“Mary Cole” may look, and not change anything. Nothing was changed."):
        person.must_change()


def test_whoever_gave_a_pin_counts_until_they_leave(named: Accounts) -> None:
    person = Whoever(named, lambda: "joe")
    person.becomes("Mary Cole")
    assert person.now() == Who("Mary Cole", "liaison")
    person.becomes(None)
    assert person.now() == Who("Joe", "reader")


def test_the_environment_says_nothing_about_who_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    truly: Callable[[], str] = account
    before = truly()
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, "ana")
    assert truly() == before
