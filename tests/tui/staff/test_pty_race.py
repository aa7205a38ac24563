"""Four desks in four terminals, under four accounts where the tests may take them on, saving at the same moment."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from kiosk.store import Store, open_store
from kiosk.store.notes import Notes
from kiosk.store.people_file import account
from tests.store.test_rights import open_the_way_to
from tests.tui.staff.terminals import CTRL_S, DOWN, ENTER, ESCAPE, FIRST, staff
from tests.tui.terminal import Terminal, running, school

pytestmark = pytest.mark.slow

GROUP, ACCOUNTS = 7001, (1301, 1302, 1303, 1304)
WORDS = ("one", "two", "three", "four")
_AS = (
    "/bin/sh", "-c", 'umask 077; exec setpriv "$@"', "sh", "--clear-groups", f"--regid={GROUP}",
    "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search",
)  # fmt: skip
"""Becomes another account, as a login does. It may read all files, for this Python may lie in root's own folder."""
ARE_OTHERS = os.geteuid() == 0 and shutil.which("setpriv") is not None
NAMES = [f"account-{number}" for number in ACCOUNTS] if ARE_OTHERS else [account()] * len(ACCOUNTS)
"""Who each desk is: accounts without a name, or four windows of the tests' own."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The sample school in a directory that a group shares."""
    there = school(tmp_path)
    if ARE_OTHERS:
        open_the_way_to(there)
        for path in (there, *there.rglob("*")):
            os.chown(path, 0, GROUP)
            path.chmod(0o2770 if path.is_dir() else 0o660)
    return there


@pytest.fixture
def desks(data: Path) -> Iterator[list[Terminal]]:
    """Four desks, their first page shown."""
    with ExitStack() as stack:
        there = [stack.enter_context(running(_desk(data, number))) for number in ACCOUNTS]
        for desk in there:
            desk.wait_for(FIRST)
            desk.settle()
        yield there


def _desk(data: Path, number: int) -> Sequence[str]:
    command = staff(data, "--no-files")
    return [*_AS, f"--reuid={number}", *command] if ARE_OTHERS else command


def write(desk: Terminal, number: str, field: int, word: str) -> None:
    """From the first page into one of the four lines of a listing's names: a word more, not saved yet."""
    for keys, shown in (("f", "Find"), (number, f"Find     {number}"), (ENTER, "Families will see"),
                        ("1", "Name (Spanish)"), *[(DOWN, "Name (Spanish)")] * field,
                        (ENTER, "Name (Spanish)"), (f" {word}", f" {word}"), (ENTER, f" {word}")):  # fmt: skip
        desk.type(keys)
        desk.wait_for(shown)
        desk.settle(0.2)


def save_at_once(desks: Sequence[Terminal]) -> None:
    """All of them in the same moment; each is told that it is kept. Back to the first page."""
    for desk in desks:
        os.write(desk.master, CTRL_S.encode())
    for desk in desks:
        desk.wait_for("Saved")
    for desk in desks:
        desk.settle()
        desk.type(ESCAPE)
        desk.wait_for(FIRST)
        desk.settle()


def kept(store: Store, number: str) -> dict[str, set[str]]:
    """Every text that is kept of a listing's names, by who wrote it: in its versions, and in open questions."""
    id = store.get(number).id
    found: dict[str, set[str]] = {}
    for altered in store.altered(id):
        found.setdefault(altered.version.by, set()).add(str(altered.after))
    for question in store.questions():
        if question.id == id:
            found.setdefault(question.by, set()).add(str(question.mine))
    return found


def is_kept(store: Store, number: str, who: str, word: str) -> bool:
    """Whether what somebody was told is kept, is."""
    return any(f" {word}'" in text or text.endswith(f" {word}") for text in kept(store, number).get(who, ()))


def test_four_who_change_the_same_field_at_once_lose_nothing(data: Path, desks: list[Terminal]) -> None:
    for desk, word in zip(desks, WORDS, strict=True):
        write(desk, "214", 0, word)
    save_at_once(desks)
    store = open_store(data)
    for who, word in zip(NAMES, WORDS, strict=True):
        assert is_kept(store, "214", who, word), (who, word, kept(store, "214"))
    assert len(store.questions()) == len(WORDS) - 1
    assert not is_kept(store, "214", NAMES[0], "five")
    assert list(store.check()) == []


def test_four_who_race_round_after_round_lose_nothing(data: Path, desks: list[Terminal]) -> None:
    """The same listing's four lines; then two listings, two desks each in one field; then one listing each."""
    rounds = (
        [("214", 0), ("214", 1), ("214", 2), ("214", 3)],
        [("116", 0), ("116", 0), ("132", 1), ("132", 1)],
        [("117", 0), ("204", 0), ("148", 0), ("133", 0)],
    )
    for turn, places in enumerate(rounds):
        for desk, (number, field), word in zip(desks, places, WORDS, strict=True):
            write(desk, number, field, f"{word}{turn}")
        save_at_once(desks)
    store = open_store(data)
    lost = [
        (turn, number, who, word)
        for turn, places in enumerate(rounds)
        for (number, _), who, word in zip(places, NAMES, WORDS, strict=True)
        if not is_kept(store, number, who, f"{word}{turn}")
    ]
    assert lost == []
    assert sorted(question.id for question in store.questions()) == sorted(store.get(ref).id for ref in ("116", "132"))
    food_shelf = store.get("214").listing
    names = [*food_shelf.name.values(), *food_shelf.alternate_name.values()]
    assert all(any(name.endswith(f"{word}0") for name in names) for word in WORDS), names
    assert Notes(data).names("drafts") == []
    assert list(store.check()) == []
