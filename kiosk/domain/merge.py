"""Three-way merge of one listing, field by field: what two people changed is joined, what both changed is asked.

*Theirs* stands, *mine* comes, *base* is what both started from. A value that only one side changed is taken from that
side. Where both changed it, differently:

* maps are joined member by member, lists of distinct strings word by word, lists with keys item by item;
* `assured_date` with `assurer` is settled by the later day, and `number` stands: it is for life;
* all else is one value, half of which would be wrong (`schedules`, `address`, `latitude` with `longitude`, any text):
  theirs stands, and the conflict is kept for a person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.domain.kept import Document
from kiosk.domain.steps import item_path, member_path
from kiosk.domain.tree import copied, copied_members, keys_of, same

_ONE_VALUE = frozenset({"address", "schedules"})
_POINT = ("latitude", "longitude")
_CHECKED = ("assured_date", "assurer")
_TOGETHER = dict.fromkeys(_POINT, _POINT)
_TOGETHER_AT_TOP = {**_TOGETHER, **dict.fromkeys(_CHECKED, _CHECKED)}


@dataclass(frozen=True, slots=True)
class Conflict:
    """One value that was changed twice, differently; None where it is absent.

    `field` is a path of `kiosk.domain.paths` that finds it in the merged document; empty when one side deleted the
    listing. The members of a pair are one value: a map of both at `location.latitude+longitude`.
    """

    field: str
    base: object
    mine: object
    theirs: object


@dataclass(frozen=True, slots=True)
class Merged:
    """The document that both sides come to (None: deleted), and what a person has to decide."""

    doc: dict[str, object] | None
    conflicts: tuple[Conflict, ...]


def merge(base: Document | None, mine: Document | None, theirs: Document | None, *, has_base: bool = True) -> Merged:
    """Join two changes of one listing. Documents are in canonical form, None is a deleted one; nothing is shared.

    `has_base=False` says that the base was not kept: then each top-level field that differs is a conflict.
    """
    if same(mine, theirs) or (has_base and same(mine, base)):
        return Merged(_copy(theirs), ())
    if has_base and same(theirs, base):
        return Merged(_copy(mine), ())
    joining = _Joining()
    if mine is None or theirs is None:
        joining.ask("", base if has_base else None, mine, theirs)
        doc = _copy(theirs)
    elif has_base:
        doc = joining.members("", base or {}, mine, theirs)
    else:
        doc = _copy(theirs)
        joining.compare(mine, theirs)
    return Merged(doc, tuple(joining.conflicts))


def _copy(doc: Document | None) -> dict[str, object] | None:
    return None if doc is None else copied_members(doc)


class _Joining:
    """One merge under way: joins value by value and collects the conflicts."""

    def __init__(self) -> None:
        self.conflicts: list[Conflict] = []

    def ask(self, field: str, base: object, mine: object, theirs: object) -> object:
        """Note a conflict. Theirs stands."""
        self.conflicts.append(Conflict(field, copied(base), copied(mine), copied(theirs)))
        return copied(theirs)

    def compare(self, mine: Document, theirs: Document) -> None:
        """Note each field that differs, where nobody knows who changed it."""
        for names in _fields("", mine, theirs):
            one, other = _part(mine, names), _part(theirs, names)
            if names != ("number",) and not same(one, other):
                self.ask(member_path("", *names), None, one, other)

    def members(self, path: str, base: Document, mine: Document, theirs: Document) -> dict[str, object]:
        """A map joined member by member; one that comes out empty is left out."""
        joined: dict[str, object] = {}
        for names in _fields(path, base, mine, theirs):
            here = member_path(path, *names)
            parts = _part(base, names), _part(mine, names), _part(theirs, names)
            if len(names) > 1:
                pair = self.value(here, "", *parts, is_one=True)
                joined.update(pair if isinstance(pair, dict) else {})
                continue
            value = self.value(here, names[0], *parts, is_one=names[0] in _ONE_VALUE)
            if value is not None and value != {} and value != []:
                joined[names[0]] = value
        return joined

    def value(self, path: str, name: str, base: object, mine: object, theirs: object, *, is_one: bool) -> object:
        """What a value comes to. `name` is the member it stands in, `is_one` when it is not joined part by part."""
        if same(mine, theirs) or same(mine, base):
            return copied(theirs)
        if same(theirs, base):
            return copied(mine)
        if path == "number":
            return theirs
        if path == member_path("", *_CHECKED) and _day(mine) != _day(theirs):
            return copied(max(mine, theirs, key=_day))
        if not is_one:
            if (maps := _maps(base, mine, theirs)) is not None:
                return self.members(path, *maps)
            if (words := _words(base, mine, theirs)) is not None:
                return _joined(*words)
            if (items := _items(name, base, mine, theirs)) is not None:
                return self.items(path, *items)
        return self.ask(path, base, mine, theirs)

    def items(self, path: str, base: Document, mine: Document, theirs: Document) -> list[object]:
        """A list joined item by item, each under its key: in theirs' order, then what is new in mine."""
        joined: list[object] = []
        for key in [*theirs, *(key for key in mine if key not in theirs)]:
            is_one = key not in mine or key not in theirs  # deleted against edited
            here = item_path(path, key)
            item = self.value(here, "", base.get(key), mine.get(key), theirs.get(key), is_one=is_one)
            if item is not None:
                joined.append(item)
        return joined


def _fields(path: str, *sides: Document) -> list[tuple[str, ...]]:
    """The members of the map at `path`, on any side, in order; those that are one value stand together."""
    together = _TOGETHER if path else _TOGETHER_AT_TOP
    return sorted({together.get(name, (name,)) for side in sides for name in side})


def _part(side: Document, names: Sequence[str]) -> object:
    """What stands under the names: a map where they are more than one; None where nothing does."""
    if len(names) == 1:
        return side.get(names[0])
    return {name: side[name] for name in names if name in side} or None


def _day(checked: object) -> str:
    """The day that is said with who checked (ISO 8601, so that text order is time's); empty when none is."""
    return str(checked.get("assured_date", "")) if isinstance(checked, Mapping) else ""


def _maps(*sides: object) -> list[Document] | None:
    """The sides as maps, absent as empty; None where one is something else."""
    maps = [{} if side is None else side for side in sides if side is None or isinstance(side, Mapping)]
    return maps if len(maps) == len(sides) else None


def _lists(*sides: object) -> list[list[object]] | None:
    lists = [list(side or ()) for side in sides if side is None or isinstance(side, (list, tuple))]
    return lists if len(lists) == len(sides) else None


def _words(*sides: object) -> list[list[str]] | None:
    """The sides as lists of distinct texts, absent as empty; None where one is something else."""
    lists = _lists(*sides)
    if lists is None:
        return None
    words = [[word for word in side if isinstance(word, str)] for side in lists]
    return words if all(len(set(found)) == len(side) for found, side in zip(words, lists, strict=True)) else None


def _items(name: str, *sides: object) -> list[dict[str, object]] | None:
    """The sides as items by key, absent as empty; None where one is something else."""
    by_key = [
        dict(zip(keys, side, strict=True)) for side in _lists(*sides) or () if (keys := keys_of(name, side)) is not None
    ]
    return by_key if len(by_key) == len(sides) else None


def _joined(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Theirs, less what mine removed, plus what mine added."""
    removed = set(base) - set(mine)
    present = {*base, *theirs}
    return [*(word for word in theirs if word not in removed), *(word for word in mine if word not in present)]
