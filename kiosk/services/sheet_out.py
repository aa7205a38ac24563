"""All listings as a sheet: a row each, a column for each place that any of them uses, and the revision of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kiosk.domain.kept import Document
from kiosk.domain.sheet import Cell
from kiosk.services.sheet_cells import written
from kiosk.services.sheet_columns import flat, heads, kind_of


def sheet_of(listings: Iterable[tuple[Document, str]]) -> tuple[list[str], Iterator[list[Cell]]]:
    """The header and the rows of listings, each given with its revision. Reading it again changes nothing."""
    docs = [{"id": doc["id"], "rev": rev, **doc} for doc, rev in listings]
    header = heads(docs) or ["id", "rev", "number", "name.en"]
    kinds = {path: kind_of(path) for path in header}
    flats = (flat(doc) for doc in docs)
    return header, ([written(kinds[path], each.get(path)) for path in header] for each in flats)
