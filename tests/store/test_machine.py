"""The whole store against a plain model: several stores on one directory that folds nearly all the time."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from kiosk.domain.errors import NoSuch
from kiosk.domain.kept import Edit, Kept
from kiosk.store import Bounds, Store
from tests.store.faults import Crash, FaultyDisk, QuickDisk
from tests.store.samples import Clock, pantry

IDS = st.sampled_from(["a", "b", "c", "d"])
WORDS = st.sampled_from(["", "x", "y", "z"])
STORES = st.integers(0, 2)
PICKS = st.integers(0, 11)
State = dict[str, tuple[str, str]]
"""Listing -> its email and its web address, empty where it has none."""


class StoreMachine(RuleBasedStateMachine):
    """Saves, deletions, undoing, going back, stops and openings, in any order, by any of three stores.

    The model is the state after each change, by its number, and what each listing was before its last change.
    """

    def __init__(self) -> None:
        super().__init__()
        self.directory = Path(mkdtemp())
        self.clock = Clock()
        self.states: dict[int, State] = {0: {}}
        self.before: dict[str, tuple[str, str] | None] = {}
        self.opened: dict[str, Kept] = {}
        self.base: dict[str, tuple[str, str]] = {}

    @initialize(journal=st.sampled_from([0, 700, 3000]))
    def open(self, journal: int) -> None:
        """Three stores at one directory."""
        self.bounds = Bounds(journal=journal, history=10**6)
        self.stores = [self.fresh() for _ in range(3)]

    def fresh(self, disk: FaultyDisk | None = None) -> Store:
        """One more."""
        return Store(self.directory / "data", self.clock, disk or QuickDisk(), self.bounds)

    @property
    def now(self) -> State:
        """What stands."""
        return self.states[max(self.states)]

    def changed(self, id: str, to: tuple[str, str] | None) -> None:
        """Note a change of one listing."""
        self.all_changed({key: value for key, value in {**self.now, id: to}.items() if value is not None})

    def all_changed(self, state: State) -> None:
        """Note a change."""
        for id in {*state, *self.now}:
            if state.get(id) != self.now.get(id):
                self.before[id] = self.now.get(id)
        self.states[max(self.states) + 1] = state
        self.clock.now += timedelta(minutes=1)

    def one(self, pick: int) -> str:
        """One of the listings that stand."""
        return sorted(self.now)[pick % len(self.now)]

    @precondition(lambda self: len(self.now) < 4)
    @rule(which=STORES, pick=PICKS, email=WORDS)
    def add(self, which: int, pick: int, email: str) -> None:
        """A new one, or one whose id is gone."""
        free = [id for id in "abcd" if id not in self.now]
        id = free[pick % len(free)]
        self.stores[which].batch([Edit("", "", pantry(id, email=email))], "mary", "add")
        self.changed(id, (email, ""))

    @precondition(lambda self: self.now)
    @rule(which=STORES, pick=PICKS, email=WORDS)
    def save(self, which: int, pick: int, email: str) -> None:
        """A change of what stands."""
        id = self.one(pick)
        kept = self.stores[which].get(id)
        saved = self.stores[which].save(replace(kept.listing, email=email), kept.rev, "mary")
        assert saved.outcome == ("unchanged" if self.now[id][0] == email else "saved")
        if saved.outcome == "saved":
            self.changed(id, (email, self.now[id][1]))

    @precondition(lambda self: self.now)
    @rule(which=STORES, pick=PICKS)
    def look(self, which: int, pick: int) -> None:
        """Somebody opens a listing, to save it later."""
        id = self.one(pick)
        self.opened[id], self.base[id] = self.stores[which].get(id), self.now[id]

    @precondition(lambda self: self.opened.keys() & self.now.keys())
    @rule(which=STORES, pick=PICKS, url=WORDS)
    def save_from_an_older_one(self, which: int, pick: int, url: str) -> None:
        """A change that began from what was opened then: it is joined, or stays as a question."""
        both = sorted(self.opened.keys() & self.now.keys())
        id = both[pick % len(both)]
        opened, base, stands = self.opened[id], self.base[id], self.now[id]
        was = self.stores[which].load()
        saved = self.stores[which].save(replace(opened.listing, url=_link(url)), opened.rev, "joe")
        is_fresh = opened.rev == was.named(id).rev
        if url == stands[1] or (url == base[1] and not is_fresh):
            assert saved.outcome == "unchanged"
        elif is_fresh or stands[1] == base[1]:
            assert saved.outcome == ("saved" if is_fresh else "merged")
            self.changed(id, (stands[0], url))
        else:
            assert saved.outcome == "question"
            if self.stores[which].load().seq > was.seq:  # the same one is kept once
                self.changed(id, stands)

    @precondition(lambda self: self.now)
    @rule(which=STORES, other=STORES, pick=PICKS, theirs=WORDS, mine=WORDS)
    def race(self, which: int, other: int, pick: int, theirs: str, mine: str) -> None:
        """Two open the same listing and save it, one after the other."""
        self.look(which, pick)
        kept = self.stores[other].get(self.one(pick))
        saved = self.stores[other].save(replace(kept.listing, url=_link(theirs)), kept.rev, "ann")
        if saved.outcome == "saved":
            self.changed(kept.id, (self.now[kept.id][0], theirs))
        self.save_from_an_older_one(which, sorted(self.opened.keys() & self.now.keys()).index(kept.id), mine)

    @rule(which=STORES, other=STORES, pick=PICKS, mine=st.booleans())
    def answer(self, which: int, other: int, pick: int, mine: bool) -> None:
        """A question is decided; another store does not ask it any more."""
        questions = self.stores[which].questions()
        if not questions:
            return
        question = questions[pick % len(questions)]
        if mine and question.id not in self.now:
            with pytest.raises(NoSuch, match="is deleted"):
                self.stores[which].answer(question, "mine", "ann")
            return
        self.stores[which].answer(question, "mine" if mine else "theirs", "ann")
        email, url = self.now.get(question.id, ("", ""))
        taken = (email, _word(str(question.mine or "")) if mine else url)
        self.changed(question.id, taken if question.id in self.now else None)
        assert question not in self.stores[other].questions()

    @precondition(lambda self: self.now)
    @rule(which=STORES, pick=PICKS)
    def delete(self, which: int, pick: int) -> None:
        """Gone."""
        id = self.one(pick)
        self.stores[which].delete(id, "", "mary")
        self.changed(id, None)
        with pytest.raises(NoSuch):
            self.stores[which].delete(id, "", "mary")

    @precondition(lambda self: self.before)
    @rule(which=STORES, pick=PICKS)
    def undo(self, which: int, pick: int) -> None:
        """What it was before its last change that altered it."""
        id = sorted(self.before)[pick % len(self.before)]
        self.stores[which].undo(id, "mary")
        self.changed(id, self.before[id])

    @rule(which=STORES, back=st.integers(0, 6))
    def restore(self, which: int, back: int) -> None:
        """Everything as it was some changes ago."""
        when = max(self.states) - back
        if when > 0:
            saved = self.stores[which].restore(when, "mary")
            if saved:
                self.all_changed(self.states[when])
            assert self.now == self.states[when]

    @rule(which=STORES, ids=st.lists(IDS, min_size=2, unique=True), email=WORDS)
    def batch(self, which: int, ids: list[str], email: str) -> None:
        """Many at once: new ones, changed ones."""
        store, state, edits = self.stores[which], dict(self.now), []
        for id in ids:
            kept = store.load().get(id)
            url = state[id][1] if id in state else ""
            content = replace(kept.listing, email=email) if kept else pantry(id, email=email)
            edits.append(Edit(id, kept.rev if kept else "", content))
            state[id] = (email, url)
        store.batch(edits, "mary")
        if state != self.now:
            self.all_changed(state)

    @precondition(lambda self: self.now)
    @rule(which=STORES, step=st.integers(0, 25), pick=PICKS, email=WORDS)
    def stop(self, which: int, step: int, pick: int, email: str) -> None:
        """Somebody is stopped in the middle of a save: it is there or not."""
        id = self.one(pick)
        store = self.fresh(FaultyDisk(step))
        kept = store.get(id)
        with suppress(Crash):
            store.save(replace(kept.listing, email=email), kept.rev, "mary")
        self.stores[which] = self.fresh()
        if self.stores[which].load().seq > max(self.states):
            self.changed(id, (email, self.now[id][1]))

    @rule(which=STORES)
    def open_again(self, which: int) -> None:
        """A store is opened anew."""
        self.stores[which] = self.fresh()

    @rule(which=STORES)
    def backup(self, which: int) -> None:
        """A backup that is restored at once changes nothing."""
        file = self.directory / "backup.json"
        self.stores[which].backup(file)
        assert self.stores[which].restore(file, "mary") == []

    @precondition(lambda self: len(self.states) > 1)
    @invariant()
    def all_have_the_same(self) -> None:
        """Every store has what stands, tells nothing, and finds nothing wrong."""
        for store in self.stores:
            found = {kept.id: (kept.listing.email, _word(kept.listing.url)) for kept in store.load()}
            assert found == self.now
            assert (store.load().seq, store.load().told) == (max(self.states), ())

    def teardown(self) -> None:
        """At the end a check finds nothing, and a fresh store has the same."""
        if hasattr(self, "stores"):
            self.stores.append(self.fresh())
            self.all_have_the_same()
            assert list(self.fresh().check()) == []
            numbers = list(self.fresh().load().numbers)
            assert len(numbers) == len(self.now)
        shutil.rmtree(self.directory)


def _link(word: str) -> str:
    return word and f"https://{word}.org"


def _word(url: str) -> str:
    return url.removeprefix("https://").removesuffix(".org")


TestStore = StoreMachine.TestCase
TestStore.settings = settings(max_examples=20, stateful_step_count=30)


@pytest.mark.slow
def test_the_store_at_length() -> None:
    """Many more of them."""
    run_state_machine_as_test(StoreMachine, settings=settings(max_examples=150, stateful_step_count=40))
