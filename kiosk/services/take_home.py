"""What another directory brings: what will change, as families will read it, and what taking it in came to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile
from typing import Literal, Protocol, TypeVar

from kiosk.domain.kept import Document, Kept, Moment, Question, Saved
from kiosk.domain.listing import Listing
from kiosk.domain.values import dataclass

Brought = TypeVar("Brought", contravariant=True)
Way = Literal["new", "changed", "gone"]


class Carrier(Protocol[Brought]):
    """A store that takes in what another one packed."""

    def foreseen(self, other: Brought) -> list[tuple[Kept | None, Listing | None, bool]]:
        """Each listing as it stands and as it would be, and whether it would leave something to choose."""

    def merge(self, other: Brought, by: str) -> list[Saved]:
        """Take it in."""

    def document(self, kept: Kept) -> Document:
        """A listing as a JSON object."""

    def questions(self) -> list[Question]:
        """What two people changed differently."""

    def moments(self) -> Iterator[Moment]:
        """The changes that everything can be restored to, newest first."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What becomes of one listing. The documents are as JSON objects, empty where it is not there."""

    id: str
    number: int | None
    name: str
    way: Way
    fields: tuple[str, ...]
    """The top-level fields that differ; none where only what is noted beside the listing changes."""
    was: Document
    becomes: Document
    asks: bool = False
    """Something in it was changed by both sides: it is left for a person to choose."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking a bundle in came to."""

    saved: tuple[Saved, ...]
    questions: tuple[Question, ...]
    """The questions that are open about these listings."""
    undo: int | None
    """The change to restore to undo it all; None when there were no listings before."""


def arrivals(carrier: Carrier[Brought], bundle: Brought) -> list[Arrival]:
    """What a bundle would change here. Empty when it brings nothing that is not here already."""
    return [_arrival(carrier, ours, comes, asks) for ours, comes, asks in carrier.foreseen(bundle) if ours or comes]


def arrivals_of(carrier: Carrier[Brought], pairs: Iterable[tuple[Kept | None, Listing | None]]) -> list[Arrival]:
    """The same of listings as they stand and as they would be, wherever that comes from."""
    return [_arrival(carrier, ours, comes) for ours, comes in pairs if ours or comes]


def take_in(carrier: Carrier[Brought], bundle: Brought, by: str) -> Taken:
    """Take in what a bundle brings, as one change."""
    return in_one_change(carrier, lambda: carrier.merge(bundle, by), "merge")


def in_one_change(carrier: Carrier[Brought], do: Callable[[], Iterable[Saved]], why: str) -> Taken:
    """Do something that changes many listings at once, and find the way back."""
    before = next((moment.when for moment in carrier.moments()), 0)
    saved = tuple(each for each in do() if each.outcome != "unchanged")
    ids = {each.id for each in saved}
    later = takewhile(lambda moment: moment.when > before, carrier.moments())
    ours = (moment.when for moment in later if moment.why == why and set(moment.ids) == ids)
    asked = {each.id for each in saved if each.outcome == "question"}
    questions = tuple(each for each in carrier.questions() if each.id in asked)
    return Taken(saved, questions, max(next(ours, 0) - 1, 0) or None)


def summed_up(coming: Iterable[Arrival]) -> str:
    """`1 new, 2 changed, 0 gone.`, and how many have something to choose then."""
    found = list(coming)
    ways, asks = [arrival.way for arrival in found], sum(arrival.asks for arrival in found)
    counts = f"{ways.count('new')} new, {ways.count('changed')} changed, {ways.count('gone')} gone."
    return f"{counts} To choose afterwards: {asks}." if asks else counts


def taken(done: Taken, coming: Iterable[Arrival]) -> Iterator[str]:
    """Sentences about what was taken in, the numbers that changed, what is left to decide, and the way back."""
    if not done.saved:
        yield "Nothing was changed: all of it is here already."
        return
    yield f"{len(done.saved)} {'listing was' if len(done.saved) == 1 else 'listings were'} taken in."
    now = {each.id: each.number for each in done.saved}
    for arrival in coming:
        before = arrival.was.get("number")
        if before and now.get(arrival.id) and before != now[arrival.id]:
            yield f"{arrival.name} had No. {before}. It is No. {now[arrival.id]} now: change it on paper too."
    if done.questions:
        count = len(done.questions)
        ids = ", ".join(dict.fromkeys(each.id for each in done.questions))
        yield (
            f"{count} {'question is' if count == 1 else 'questions are'} left, and nothing is lost: {ids}. "
            "To decide: kiosk questions"
        )
    if done.undo:
        yield f"To undo all of it: kiosk restore {done.undo}"


def _arrival(carrier: Carrier[Brought], ours: Kept | None, comes: Listing | None, asks: bool = False) -> Arrival:
    was = carrier.document(Kept(ours.listing, "")) if ours else {}  # both as they are read, not as they were typed
    becomes = carrier.document(Kept(comes, "")) if comes else {}
    way: Way = "gone" if comes is None else "changed" if ours else "new"
    fields = tuple(sorted(key for key in {*was, *becomes} if was.get(key) != becomes.get(key) and key != "id"))
    doc = becomes or was
    name = comes.name if comes else ours.head.name if ours else {}
    number = doc.get("number")
    return Arrival(
        id=str(doc["id"]), number=number if isinstance(number, int) else None,
        name=name.get("en") or next(iter(name.values()), "") or str(doc["id"]), way=way, fields=fields,
        was=was, becomes=becomes, asks=asks,
    )  # fmt: skip
