"""The people who work with the kiosk: their roles, the Unix account each has, and the PIN for the lobby.

Over SSH the account is the person. Where no people are named, whoever may write the directory is a liaison, and its
owner is an admin. A PIN is kept as argon2 makes it, which is imported only when one is set or tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Literal, Protocol

from kiosk.domain.errors import NoSuch, NotSaved, Refused
from kiosk.domain.text import clean_text, fold
from kiosk.domain.values import dataclass
from kiosk.services.pins import PIN_TAKEN, hashed, is_pin, must_be_good
from kiosk.services.who import ROLES, Role, Who

Rights = Literal["owner", "writer", "reader"]
"""What the file system lets this account do with the directory: it is its own, it may write there, or only look."""
LONGEST = 80
"""Signs of a name."""
MOST = 200
"""People: each wrong PIN is compared with all of theirs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who works with the kiosk."""

    name: str
    role: Role
    account: str = ""
    """Their Unix account; empty when they have none here."""
    pin: str = ""
    """What argon2 made of their PIN; empty when they have none."""
    by: str = ""
    """Who wrote this last, and `at` what moment (UTC, ISO 8601)."""
    at: str = ""


class PeopleFile(Protocol):
    """The file that people lie in."""

    def read(self) -> list[dict[str, object]] | None:
        """What is in it; None when there is none. `NotSaved` when it cannot be read."""

    def write(self, people: Iterable[dict[str, str]]) -> None:
        """Put these people in its place, readable by nobody else than needs to."""

    def held(self, by: str) -> AbstractContextManager[object]:
        """Held while it is changed."""

    def rights(self) -> Rights:
        """What this process may do with the directory."""

    def now(self) -> str:
        """This moment (UTC, ISO 8601)."""


class Accounts:
    """The people of one school. A change is made on what stands in the file then, by one person at a time."""

    def __init__(self, file: PeopleFile) -> None:
        self._file = file

    def people(self) -> tuple[Person, ...]:
        """Everybody who is named, by name."""
        return tuple(sorted(map(_person, self._file.read() or ()), key=lambda each: fold(each.name)))

    @property
    def are_named(self) -> bool:
        """Whether people are named; also where the file cannot be read."""
        try:
            return self._file.read() is not None
        except NotSaved:
            return True

    def has_pins(self) -> bool:
        """Whether anybody has a PIN: only then is there a way in at the lobby."""
        try:
            return any(person.pin for person in self.people())
        except NotSaved:
            return False

    def who(self, account: str) -> Who:
        """The person of a Unix account; a reader when people are named and this one is not."""
        try:
            if self._file.read() is None:
                roles: dict[Rights, Role] = {"owner": "admin", "writer": "liaison", "reader": "reader"}
                return Who(account, roles[self._file.rights()])
            found = next((each for each in self.people() if each.account == account), None)
        except NotSaved:  # named, but it cannot be known who
            found = None
        return Who(found.name, found.role) if found is not None else Who(account, "reader")

    def named(self, name: str) -> Who:
        """Somebody as they are named now; a reader once they are not."""
        try:
            found = _find(self.people(), name)
        except NotSaved:
            found = None
        return Who(found.name, found.role) if found is not None else Who(name, "reader")

    def of_pin(self, pin: bytes) -> Who | None:
        """Whose PIN it is; None when it is nobody's."""
        found = next((person for person in self.people() if person.pin and is_pin(person.pin, pin)), None)
        return Who(found.name, found.role) if found is not None else None

    def may_manage(self, who: Who) -> bool:
        """Whether somebody may change people: an admin, or the directory's owner, who could write the file anyway."""
        return who.may_manage or self._file.rights() == "owner"

    def keep(
        self, name: str, by: Who, account: str, *, role: Role | None = None, of: str | None = None,
        pin: bytes | None = None,
    ) -> Person:  # fmt: skip
        """Name somebody, or change what is given: role, account (`of`), PIN (empty to take it away).

        `by` and `account` are who does it; the first time they are named too, so that nobody shuts themselves out.
        """
        name = " ".join(clean_text(name).split())
        if not name or len(name) > LONGEST:
            raise Refused(f"A name has 1 to {LONGEST} letters. Nothing was changed.").coded("name-length", n=LONGEST)
        if pin:
            must_be_good(pin)
        with self._file.held(by.name):
            people = list(self.people())
            before = _find(people, name)
            self._must_manage(by, before, role, of)
            others = [each for each in people if before is None or each.name != before.name]
            if pin and any(each.pin and is_pin(each.pin, pin) for each in others):
                raise Refused(PIN_TAKEN).coded("pin-taken")
            own = account if not people and fold(name) == fold(account) else ""
            person = before or Person(name=name, role=role or ("admin" if own else "liaison"), account=own)
            person = replace(person, role=role or person.role, account=person.account if of is None else of)
            if pin is not None:
                person = replace(person, pin=hashed(pin) if pin else "")
            if person.account and any(each.account == person.account for each in others):
                said = f"The account “{person.account}” is somebody else's. Nothing was changed."
                raise Refused(said).coded("account-taken", account=person.account)
            person = self._signed(person, by)
            if not people and account and person.account != account:
                others.append(self._signed(Person(name=_other(account, name), role="admin", account=account), by))
            self._write([*others, person])
            return person

    def remove(self, name: str, by: Who) -> Person:
        """Take somebody away: their account may only look from now on, their PIN opens nothing."""
        with self._file.held(by.name):
            people = self.people()
            gone = _find(people, name)
            if gone is None:
                said = f"Nobody is called “{name}”. Nothing was changed. See: kiosk passwd --list"
                raise NoSuch(said).coded("nobody", name=name)
            self._must_manage(by, None, None, None)
            self._write([each for each in people if each.name != gone.name])
            return gone

    def _must_manage(self, by: Who, before: Person | None, role: Role | None, of: str | None) -> None:
        """A liaison may change their own PIN, and nothing else of people."""
        is_own_pin = before is not None and before.name == by.name and role is None and of is None and by.may_change
        if not (is_own_pin or self.may_manage(by)):
            said = f"“{by.name}” may not change people. Nothing was changed. Ask an admin."
            raise NotSaved(said).coded("may-not-name", who=by.name)

    def _write(self, people: Iterable[Person]) -> None:
        named = list(people)
        if len(named) > MOST:
            said = f"There is room for {MOST} people. Nothing was changed. Take somebody away first."
            raise Refused(said).coded("no-room", n=MOST)
        if named and not any(each.role == "admin" for each in named):
            said = "Somebody must be an admin. Nothing was changed. First name another: --role admin"
            raise Refused(said).coded("no-admin")
        names = ("name", "role", "account", "pin", "by", "at")
        self._file.write({key: value for key in names if (value := getattr(each, key))} for each in named)

    def _signed(self, person: Person, by: Who) -> Person:
        return replace(person, by=by.name, at=self._file.now())


class Whoever:
    """The person that this program works for: its Unix account, until somebody gives a PIN.

    Roles are looked up at each change: one that was taken away meanwhile no longer counts.
    """

    def __init__(self, accounts: Accounts, account: Callable[[], str]) -> None:
        self._accounts = accounts
        self._account = account
        self._name: str | None = None

    def now(self) -> Who:
        """The person, with the role they have now."""
        return self._accounts.named(self._name) if self._name is not None else self._accounts.who(self._account())

    def becomes(self, name: str | None) -> None:
        """From here on somebody who is named; None for the account again."""
        self._name = name

    def must_change(self) -> None:
        """`NotSaved` when people are named, and this one may only look. Else the files' own rights decide."""
        if self._accounts.are_named:
            self.now().must_change()


def _find(people: Iterable[Person], name: str) -> Person | None:
    wanted = fold(" ".join(name.split()))
    return next((each for each in people if fold(each.name) == wanted), None)


def _other(account: str, name: str) -> str:
    """The name of an account that has no better one, when somebody else has that name already."""
    return account if fold(account) != fold(name) else f"{account} (account)"


def _person(entry: dict[str, object]) -> Person:
    """A person as they stand in the file. What is no role is the least one."""
    role: Role = next((each for each in ROLES if each == entry.get("role")), "reader")
    texts = {key: str(entry.get(key, "")) for key in ("name", "account", "pin", "by", "at")}
    return Person(role=role, **texts)
