"""The listings' own words as full text: what each says of itself, in every language, kept up with the snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kiosk.domain.kept import Kept, Snapshot
from kiosk.domain.listing import Listing, LocalText
from kiosk.services.fulltext import Said, open_texts

WEIGHTS = {"name": 10.0, "alternate_name": 8.0, "description": 2.0}
"""BM25: what a word counts in each field that has languages."""
_ORGANIZATION = 3.0
"""What it counts in who runs it and the place's name, which have none."""
_ELSEWHERE = 0.4
"""What a language that is neither the family's nor English counts: families type more languages than they chose."""
_CANDIDATES = 100
_PART = 0.5
"""What the score counts of a listing that has only some of the words."""
_ENGLISH = "en"


class Mention(NamedTuple):
    """A listing that says words of a query, its BM25 score, and whether its name says them all."""

    kept: Kept
    score: float
    in_name: bool


class ListingTexts:
    """Every active listing's words, found for a family in their language and in English first."""

    def __init__(self, languages: Iterable[str]) -> None:
        """`languages`: those the kiosk offers; all others share one column."""
        self._languages = tuple(dict.fromkeys((_ENGLISH, *languages)))
        columns = {field: [f"{field}_{at}" for at in range(len(self._languages) + 1)] for field in WEIGHTS}
        self._all_columns = [*(column for each in columns.values() for column in each), "organization"]
        self._text = open_texts(self._all_columns)
        self._rows: dict[int, Kept] = {}
        self._row_of: dict[str, int] = {}
        self._snapshot: Snapshot | None = None

    def catch_up(self, snapshot: Snapshot) -> bool:
        """Take in what changed since the last time; True when something did."""
        if self._snapshot is snapshot:
            return False
        active = {kept.id: kept for kept in snapshot if kept.head.status == "active"}
        gone = [row for row, kept in self._rows.items() if active.get(kept.id) != kept]
        self._text.take_out((row, self._fields(self._rows[row].decoded())) for row in gone)
        for row in gone:
            del self._row_of[self._rows.pop(row).id]
        free = max(self._rows, default=0) + 1
        new = dict(enumerate((kept for kept in active.values() if kept.id not in self._row_of), free))
        self._text.put((row, self._fields(kept.decoded())) for row, kept in new.items())
        self._rows |= new
        self._row_of |= {kept.id: row for row, kept in new.items()}
        self._snapshot = snapshot
        return True

    @property
    def size(self) -> int:
        """How many listings there are."""
        return len(self._rows)

    def terms(self) -> Mapping[str, int]:
        """Every word -> in how many listings it stands."""
        return self._text.terms()

    def find(self, said: Said, language: str) -> list[Mention]:
        """The listings with any of the words, best first; less where a word is missing."""
        found = self._text.find(said, self._weights(language), _CANDIDATES)
        if not found:
            return []
        rows = [row for row, _ in found]
        whole = self._text.with_all(said, self._all_columns, rows) if len(said) > 1 else set(rows)
        named = self._text.with_all(said, self._names(language), rows)
        return [
            Mention(self._rows[row], score if row in whole else score * _PART, row in named) for row, score in found
        ]

    def _names(self, language: str) -> list[str]:
        """The columns of names in the family's language and in English."""
        near = {self._languages.index(each) for each in (_ENGLISH, language) if each in self._languages}
        return [f"{field}_{at}" for field in ("name", "alternate_name") for at in sorted(near)]

    def _weights(self, language: str) -> list[float]:
        near = (_ENGLISH, language)
        shares = [1.0 if spoken in near else _ELSEWHERE for spoken in (*self._languages, "")]
        return [*(weight * share for weight in WEIGHTS.values() for share in shares), _ORGANIZATION]

    def _fields(self, listing: Listing) -> Sequence[str]:
        """A listing's words, a column for each field in each language, in the order of the table."""
        who = listing.organization.name if listing.organization else ""
        where = listing.location.name if listing.location else ""
        texts = (listing.name, listing.alternate_name, listing.description)
        return [*(column for text in texts for column in self._columns(text)), f"{who} . {where}"]

    def _columns(self, text: LocalText) -> list[str]:
        others = " . ".join(words for language, words in text.items() if language not in self._languages)
        return [*(text.get(language, "") for language in self._languages), others]
