"""TinyDB on top of the log: its storage reads the listings as they stand, its table stores only what was touched.

Stock TinyDB writes the whole file in place for every change, so that a stop in the middle leaves no listings at all,
and a second process undoes the first one's work. Here every public call of TinyDB is one durable change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any, cast

from tinydb import Storage, TinyDB
from tinydb.table import Document, Table

from kiosk.domain.errors import Refused
from kiosk.domain.kept import Edit
from kiosk.store.book import Book
from kiosk.store.history import Past
from kiosk.store.ledger import Ledger, Stamp
from kiosk.store.plan import Plan, Planner
from kiosk.store.snapshot import LISTINGS

Doc = dict[str, Any]
BY, WHY = "tinydb", "set"
_ONE_TABLE = "Only the table “listings” is kept. Nothing was changed. Use that table."


class JournalStorage(Storage):
    """What TinyDB asks to read and write. The log lies in the `Ledger`; readers need neither a lock nor rights."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def read(self) -> dict[str, dict[str, Any]]:
        """The one table, as a mapping that decodes a document when it is asked for: a fresh one each time."""
        return {LISTINGS: cast("dict[str, Any]", Documents(self._ledger.now()))}

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Make the table this one (TinyDB drops tables so). Only what differs is stored."""
        if set(data) - {LISTINGS}:
            raise Refused(_ONE_TABLE)
        wanted = data.get(LISTINGS, {})

        def replace_all(touched: Touched) -> None:
            for id in [id for id in touched if id not in wanted]:
                del touched[id]
            touched.update(wanted)

        self.touch(replace_all)

    def touch(self, updater: Callable[[Touched], None], by: str = BY) -> None:
        """One change: what `updater` touches of the documents as they stand."""

        def plan(book: Book, stamp: Stamp) -> Plan:
            touched = Touched(book)
            updater(touched)
            return Planner(book, stamp, Past(self._ledger.log)).plan(touched.edits(book))

        self._ledger.change(plan, by, WHY)


class Listings(Table):
    """TinyDB's table of listings, by their ids. Its cache is off: another process may have written."""

    document_id_class = cast("type[int]", str)  # TinyDB says int, and takes any type that makes keys
    default_query_cache_capacity = 0

    def __init__(self, storage: Storage, name: str, cache_size: int = 0, persist_empty: bool = False) -> None:
        """TinyDB's own default, and whoever asks for a cache, or for an emptied table, gets neither."""
        del cache_size, persist_empty
        super().__init__(storage, name, cache_size=0)

    def insert(self, document: Mapping[str, Any]) -> int:
        """Add a listing, under its own id."""
        return super().insert(_by_its_id(document))

    def insert_multiple(self, documents: Any) -> list[int]:
        """Add listings, each under its own id: all of them or none."""
        return super().insert_multiple(map(_by_its_id, documents))

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return self._storage.read()[LISTINGS]  # type: ignore[index]  # ours always has it

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        storage = cast("JournalStorage", self._storage)
        storage.touch(cast("Callable[[Touched], None]", updater))


class Listed(TinyDB):
    """TinyDB with that table and no other."""

    table_class = Listings
    default_table_name = LISTINGS

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(storage=lambda: JournalStorage(ledger))

    def table(self, name: str, **options: Any) -> Listings:
        """The table of listings; there is no other."""
        if name != LISTINGS:
            raise Refused(_ONE_TABLE)
        return cast("Listings", super().table(name, **options))


class Documents(Mapping[str, Doc]):
    """The documents of a book by id, each decoded when it is asked for."""

    def __init__(self, book: Book) -> None:
        self._rows = dict(book.listings)

    def __getitem__(self, id: str) -> Doc:
        return self._rows[id].document()

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


class Touched(MutableMapping[str, Doc]):
    """The documents as an updater changes them. It notes what was handed out or put in, and only that is compared."""

    def __init__(self, book: Book) -> None:
        self._standing: Mapping[str, Doc] = Documents(book)
        self._touched: dict[str, Doc | None] = {}

    def __getitem__(self, id: str) -> Doc:
        if id not in self._touched:
            self._touched[id] = self._standing[id]
        document = self._touched[id]
        if document is None:
            raise KeyError(id)
        return document

    def __setitem__(self, id: str, document: Doc) -> None:
        self._touched[id] = document

    def __delitem__(self, id: str) -> None:
        if id not in self:
            raise KeyError(id)
        self._touched[id] = None

    def clear(self) -> None:
        """Take all of them away, at once: one after the other would look for the next one from the beginning."""
        self._touched = dict.fromkeys((*self._standing, *self._touched))

    def __contains__(self, id: object) -> bool:
        return self._touched[id] is not None if id in self._touched else id in self._standing

    def __iter__(self) -> Iterator[str]:
        yield from (id for id in self._standing if self._touched.get(id, id) is not None)
        yield from (id for id, document in self._touched.items() if document is not None and id not in self._standing)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def edits(self, book: Book) -> Iterator[Edit]:
        """What was touched, as edits of what stands."""
        for id, document in self._touched.items():
            row = book.listings.get(id)
            if row is not None or document is not None:
                yield Edit(id, row.rev if row else "", document)


def _by_its_id(document: Mapping[str, Any]) -> Document:
    if not isinstance(document.get("id"), str):
        raise Refused("A listing needs an id. Nothing was changed. Write one and try again.")
    return Document(document, cast("int", document["id"]))
