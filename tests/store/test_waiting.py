"""A writer that waited while others made more changes of a listing than it remembers: nothing it wanted is lost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.domain.errors import NoSuch
from kiosk.domain.kept import Edit, Question
from kiosk.store import Bounds, Store, open_store
from kiosk.store.bounds import ANCESTORS
from tests.store.processes import go_on, running, wait_until_stopped
from tests.store.samples import pantry

MANY = ANCESTORS + 50
"""More changes than a listing remembers of its past."""
STOPS_BEFORE_THE_LOCK = """
import os, signal, sys
from kiosk.cli.main import main
from kiosk.store.lock import Lock
taken = Lock.taken

def stop_first(self):
    os.kill(os.getpid(), signal.SIGSTOP)
    return taken(self)

Lock.taken = stop_first
sys.exit(main(sys.argv[1:]))
"""


def laid(directory: Path) -> tuple[Store, str]:
    """A directory with a pantry, and the pantry's first revision."""
    store = open_store(directory)
    return store, store.batch([Edit("", "", pantry(email="first@example.org"))], "mary", "add")[0].rev


def changed_often(store: Store) -> None:
    """What others do meanwhile: one field of it again and again."""
    for number in range(MANY):
        kept = store.get("food-pantry")
        wish = store.document(kept) | {"minutes_needed": number + 1}
        assert store.batch([Edit(kept.id, kept.rev, wish)], "joe")[0].outcome == "saved"


def from_first(store: Store, rev: str, **fields: object) -> str:
    """What becomes of a save that started from the first revision."""
    wish = store.origin("food-pantry", rev) | fields
    return store.batch([Edit("food-pantry", rev, wish)], "ana")[0].outcome


def asked(store: Store) -> list[tuple[str, object, object, object]]:
    """The open questions: the field, what it was, what waited, what stands."""

    def plain(each: Question) -> tuple[str, object, object, object]:
        return each.field, each.base, each.mine, each.theirs

    return [plain(each) for each in store.questions()]


def test_another_field_is_joined(tmp_path: Path) -> None:
    store, first = laid(tmp_path)
    changed_often(store)
    assert from_first(store, first, email="ana@example.org") == "merged"
    listing = store.get("food-pantry").listing
    assert (listing.email, listing.minutes_needed) == ("ana@example.org", MANY)
    assert (store.questions(), list(store.check())) == ([], [])


def test_the_same_field_is_a_question(tmp_path: Path) -> None:
    store, first = laid(tmp_path)
    changed_often(store)
    assert from_first(store, first, minutes_needed=7) == "question"
    assert asked(store) == [("minutes_needed", None, 7, MANY)]
    assert store.get("food-pantry").listing.minutes_needed == MANY


def test_a_deletion_is_a_question(tmp_path: Path) -> None:
    store, first = laid(tmp_path)
    changed_often(store)
    assert store.delete("food-pantry", first, "ana").outcome == "question"
    assert [field for field, *_ in asked(store)] == [""]
    assert store.get("food-pantry").listing.minutes_needed == MANY


def test_what_is_not_kept_at_all_is_said_and_changes_nothing(tmp_path: Path) -> None:
    """The log that knew it is gone, too: the smallest that a school can have it."""
    store, first = laid(tmp_path)
    store = Store(tmp_path, bounds=Bounds(journal=0, history=0))
    changed_often(store)
    before = store.get("food-pantry")
    said = (
        rf"Revision {first} of “food-pantry” is not kept any more\. Nothing was changed\. "
        r"Look at the listing as it is now, and try again from there\."
    )
    for act in (lambda: from_first(store, first), lambda: store.delete("food-pantry", first, "ana")):
        with pytest.raises(NoSuch, match=said):
            act()
    with pytest.raises(NoSuch, match=said):
        store.batch([Edit("food-pantry", first, pantry())], "ana")
    assert store.get("food-pantry").rev == before.rev


def test_a_revision_that_never_was_is_none(tmp_path: Path) -> None:
    store, first = laid(tmp_path)
    for rev in ("2-" + "0" * 32, "7-" + first[2:], "nonsense"):
        with pytest.raises(NoSuch, match=rf"There is no revision {rev} of “food-pantry”\. Nothing was changed"):
            from_first(store, rev)


def waiting(directory: Path, *words: str) -> subprocess.Popen[str]:
    """`kiosk`, which stands still right before it takes the lock: it has read what it reads before."""
    command = [sys.executable, "-c", STOPS_BEFORE_THE_LOCK, "--data", str(directory), *words, "--json"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def became_of(waited: subprocess.Popen[str]) -> tuple[int, str]:
    """Its exit status and the outcome, once it may go on."""
    go_on(waited)
    out, err = waited.communicate()
    assert out, err
    return waited.returncode, json.loads(out)["outcome"]


@pytest.mark.slow
def test_a_set_that_waited_is_applied_to_what_is_there(tmp_path: Path) -> None:
    """Two of them, to another field and to the very same: without --rev, what stands is what is changed."""
    store, _ = laid(tmp_path)
    values = ("email=ana@example.org", "minutes_needed=7")
    with running(*(waiting(tmp_path, "set", "food-pantry", value) for value in values)) as waited:
        for each in waited:
            wait_until_stopped(each)
        changed_often(store)
        assert [became_of(each) for each in waited] == [(0, "saved")] * 2
    listing = store.get("food-pantry").listing
    assert (listing.email, listing.minutes_needed) == ("ana@example.org", 7)
    assert store.questions() == []
    assert len(list(store.history("food-pantry"))) == MANY + 3


@pytest.mark.slow
def test_a_set_from_a_revision_that_waited_is_joined_or_asked(tmp_path: Path) -> None:
    store, first = laid(tmp_path)
    values = ("email=ana@example.org", "minutes_needed=7")
    with running(*(waiting(tmp_path, "set", "food-pantry", value, "--rev", first) for value in values)) as waited:
        for each in waited:
            wait_until_stopped(each)
        changed_often(store)
        assert [became_of(each) for each in waited] == [(0, "merged"), (4, "question")]
    listing = store.get("food-pantry").listing
    assert (listing.email, listing.minutes_needed) == ("ana@example.org", MANY)
    assert asked(store) == [("minutes_needed", None, 7, MANY)]
