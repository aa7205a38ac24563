"""Directories that went apart and meet again: whatever order they meet in, they end alike and nothing is lost."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.errors import Newer, Refused
from kiosk.domain.kept import Edit
from kiosk.store import Store
from tests.properties import tried
from tests.store.samples import Clock, pantry


@dataclass
class Place:
    """One directory of several that are edited apart."""

    name: str
    store: Store

    def set(self, id: str, **fields: object) -> None:
        kept = self.store.get(id)
        doc = {**self.store.document(kept), **fields}
        self.store.batch(
            [Edit(id, kept.rev, {key: value for key, value in doc.items() if value is not None})], self.name
        )

    def add(self, id: str, **fields: object) -> None:
        self.store.batch([Edit("", "", pantry(id, **fields))], self.name, "add")

    def take_from(self, other: Place) -> None:
        self.store.merge(self.store.unpack(other.store.pack()), self.name)

    def state(self) -> object:
        """Everything that must be alike."""
        docs = [
            (kept.id, kept.rev, self.store.document(kept)) for kept in sorted(self.store.load(), key=lambda k: k.id)
        ]
        return docs, self.store.questions()


@contextmanager
def places(*names: str) -> Iterator[list[Place]]:
    """Directories that start from the same listings."""
    with TemporaryDirectory() as folder:
        clock = Clock()
        first = Store(Path(folder, names[0]), clock)
        first.batch([Edit("", "", pantry(id)) for id in ("a", "b")], "start", "add")
        for name in names[1:]:
            shutil.copytree(Path(folder, names[0]), Path(folder, name))
        made: list[Place] = []
        for name in names:
            clock = Clock()  # each machine has its own
            clock.now += timedelta(minutes=len(made))
            made.append(Place(name, Store(Path(folder, name), clock)))
        yield made


def meet(home: Place, office: Place) -> None:
    """Both ways, each with what the other was before."""
    brought = home.store.pack()
    home.take_from(office)
    office.store.merge(office.store.unpack(brought), office.name)


def test_a_change_on_one_side_is_taken_with_its_revision() -> None:
    with places("home", "office") as (home, office):
        office.set("a", email="a@example.org")
        home.take_from(office)
        assert home.state() == office.state()
        revs = [[version.rev for version in place.store.history("a")] for place in (home, office)]
        assert revs[0] == revs[1]


def test_different_fields_are_joined_and_both_ends_are_alike() -> None:
    with places("home", "office") as (home, office):
        office.set("a", email="a@example.org")
        home.set("a", url="https://example.org/a")
        meet(home, office)
        assert home.state() == office.state()
        listing = home.store.get("a").listing
        assert (listing.email, listing.url) == ("a@example.org", "https://example.org/a")
        assert home.store.questions() == []


def test_one_field_changed_twice_is_a_question_on_both_sides() -> None:
    with places("home", "office") as (home, office):
        office.set("a", email="office@example.org")
        home.set("a", email="home@example.org")
        meet(home, office)
        assert home.state() == office.state()
        (question,) = home.store.questions()
        assert {question.mine, question.theirs} == {"office@example.org", "home@example.org"}
        office.store.answer(question, "mine", "office")
        meet(home, office)
        assert home.state() == office.state()
        assert home.store.questions() == []
        assert home.store.get("a").listing.email == question.mine


def test_a_deletion_meets_an_edit_and_the_edit_stands() -> None:
    with places("home", "office") as (home, office):
        office.store.delete("a", "", "office")
        home.set("a", email="home@example.org")
        meet(home, office)
        assert home.state() == office.state()
        (question,) = home.store.questions()
        assert (question.field, question.mine) == ("", None)
        assert home.store.get("a").listing.email == "home@example.org"


def test_the_same_number_twice_stays_with_the_listing_first_made() -> None:
    with places("home", "office") as (home, office):
        office.add("a-late")
        home.add("z-early")
        home.add("next")
        assert office.store.get("a-late").number == home.store.get("z-early").number == 103
        meet(home, office)
        assert home.state() == office.state()
        assert {kept.id: kept.number for kept in home.store.load()} == {
            "a": 101, "b": 102, "z-early": 103, "next": 104, "a-late": 105,
        }  # fmt: skip


def test_a_second_merge_changes_nothing() -> None:
    with places("home", "office") as (home, office):
        office.set("a", email="office@example.org")
        home.set("a", email="home@example.org")
        bundle = home.store.unpack(office.store.pack())
        assert [(saved.id, saved.outcome) for saved in home.store.merge(bundle, "home")] == [("a", "question")]
        before = home.store.load().seq
        assert home.store.merge(bundle, "home") == []
        assert home.store.load().seq == before


def test_what_a_merge_would_change_is_shown_first() -> None:
    with places("home", "office") as (home, office):
        office.set("a", email="office@example.org")
        office.add("new")
        office.store.delete("b", "", "office")
        before = home.state()
        shown = [(ours, comes) for ours, comes, _ in home.store.foreseen(home.store.unpack(office.store.pack()))]
        assert home.state() == before
        assert sorted((now.id if now else "", then.id if then else "") for now, then in shown) == [
            ("", "new"), ("a", "a"), ("b", ""),
        ]  # fmt: skip


def test_a_merge_can_be_undone_in_one_go() -> None:
    with places("home", "office") as (home, office):
        before = [doc for _, _, doc in home.state()[0]]  # type: ignore[index]
        seq = home.store.load().seq
        office.set("a", email="office@example.org")
        office.add("new")
        home.take_from(office)
        home.store.restore(seq, "home")
        assert [doc for _, _, doc in home.state()[0]] == before  # type: ignore[index]


@pytest.mark.parametrize("place", range(0, 1200, 37))
def test_a_bundle_with_a_wrong_byte_is_refused_whole(place: int) -> None:
    with places("home", "office") as (home, office):
        office.set("a", email="office@example.org")
        packed = bytearray(office.store.pack())
        packed[place % len(packed)] ^= 1
        before = home.state()
        with pytest.raises((Refused, Newer)):
            home.store.merge(home.store.unpack(bytes(packed)), "home")
        with pytest.raises(Refused):
            home.store.unpack(bytes(packed[: place % len(packed)]))
        assert home.state() == before


def test_a_bundle_that_no_kiosk_wrote_is_refused() -> None:
    import msgspec

    from kiosk.store.bundle import _Head
    from kiosk.store.revision import next_rev
    from kiosk.store.row import Row, crc
    from kiosk.store.snapshot import Meta, encode_file

    with places("home") as (home,):
        for content, rev in (
            (b'{"id":"x","name":{"en":"X\\u001b[2J"},"number":300}', None),
            (b'{"id":"x"}', "1-" + "0" * 32),
        ):
            row = Row(id="x", rev=rev or next_rev("", content), doc=msgspec.Raw(content))
            snapshot = encode_file([row], [], Meta(schema=2, seq=1, count=1))
            head = msgspec.json.encode(_Head(1, len(snapshot), 0, crc(snapshot)))
            with pytest.raises(Refused, match="“x”"):
                home.store.unpack(head + b"\n" + snapshot)


EDITS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(("a", "b")),
        st.sampled_from(("email", "url", "needs", "delete", "name", "add", "answer", "meet")),
        st.integers(0, 5),
    ),
    max_size=12,
)


@given(EDITS, st.permutations(list(itertools.permutations(range(3), 2))))
@tried(100)
def test_three_directories_end_alike_whatever_happened_and_in_whatever_order_they_meet(
    edits: list[tuple[int, str, str, int]], order: list[tuple[int, int]]
) -> None:
    with places("home", "office", "lobby") as all:
        for count, (which, id, what, value) in enumerate(edits):
            do(all, which, id, what, value, count)
        for _ in range(3):
            for taker, giver in order:
                all[taker].take_from(all[giver])
        assert all[0].state() == all[1].state() == all[2].state()
        numbers = [kept.number for kept in all[0].store.load()]
        assert len(numbers) == len(set(numbers))
        for place in all:
            assert list(place.store.check()) == []
            before = place.store.load().seq
            place.take_from(all[0])
            assert place.store.load().seq == before


ONCE = st.lists(st.tuples(st.sampled_from(("a", "b")), st.sampled_from(("email", "url", "name", "delete"))), max_size=3)


@given(st.tuples(ONCE, ONCE, ONCE), st.permutations(list(itertools.permutations(range(3), 2))))
@tried(100)
def test_what_anybody_wrote_stands_or_is_asked(
    edits: tuple[list[tuple[str, str]], ...], order: list[tuple[int, int]]
) -> None:
    with places("home", "office", "lobby") as all:
        written: dict[tuple[int, str, str], object] = {}
        for which, mine in enumerate(edits):
            for count, (id, what) in enumerate(mine):
                if all[which].store.load().get(id) is None:
                    continue
                if what == "delete":
                    all[which].store.delete(id, "", all[which].name)
                    written = {key: value for key, value in written.items() if key[:2] != (which, id)}
                else:
                    value: object = (
                        {"en": f"{which} {count}"} if what == "name" else f"https://example.org/{which}/{count}"
                    )
                    all[which].set(id, **{what: value})
                    written[which, id, what] = value
        for _ in range(3):
            for taker, giver in order:
                all[taker].take_from(all[giver])
        for (_, id, what), value in written.items():
            assert repr(value)[1:-1] in everything_about(all[0].store, id, what)


def everything_about(store: Store, id: str, what: str) -> str:
    """What stands in a field of a listing and what is asked about it, as text."""
    kept = store.load().get(id)
    standing = store.document(kept).get(what) if kept else None
    asked = [each.mine for each in store.questions() if each.id == id and each.field in ("", what, f"{what}.en")]
    return repr([standing, asked]) + repr([{"en": each} for each in asked])


def do(all: list[Place], which: int, id: str, what: str, value: int, count: int) -> None:
    """One random thing that a person does at one place."""
    place = all[which]
    if what == "meet":
        meet(place, all[(which + 1) % 3])
    elif what == "add":
        place.add(f"new-{value}-{place.name}") if place.store.load().get(f"new-{value}-{place.name}") is None else None
    elif what == "answer":
        for question in place.store.questions()[:1]:
            place.store.answer(question, "mine" if value % 2 else "theirs", place.name)
    elif place.store.load().get(id) is None:
        return
    elif what == "delete":
        place.store.delete(id, "", place.name)
    elif what == "name":
        place.set(id, name={"en": f"Name {count}", "es": "Despensa de niños"})
    elif what == "needs":
        place.set(id, needs=sorted({"food", ("clothes", "housing", "health")[value % 3]}))
    else:
        place.set(id, **{what: f"https://example.org/{count}"})


@pytest.mark.parametrize("order", list(itertools.permutations(itertools.permutations(range(3), 2), 2)))
def test_three_that_meet_crosswise_are_asked_only_what_was_changed_twice(order: tuple[tuple[int, int], ...]) -> None:
    with places("home", "office", "lobby") as all:
        all[0].set("a", email="home@example.org", minutes_needed=10)
        all[1].set("a", url="https://example.org/office", minutes_needed=20)
        all[2].set("a", way_home={"pick_up_until": "18:00"})
        rest = [pair for pair in itertools.permutations(range(3), 2) if pair not in order]
        for taker, giver in (*order, *rest) * 3:
            all[taker].take_from(all[giver])
        assert all[0].state() == all[1].state() == all[2].state()
        (question,) = all[0].store.questions()
        assert question.field == "minutes_needed"
        assert {question.mine, question.theirs} == {10, 20}
        listing = all[0].store.get("a").listing
        assert (listing.email, listing.url) == ("home@example.org", "https://example.org/office")
        assert listing.way_home is not None
