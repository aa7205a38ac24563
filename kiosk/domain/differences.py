"""How two states of one listing differ: place by place, as fine as a person would say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.domain.kept import Document
from kiosk.domain.steps import item_path, member_path
from kiosk.domain.tree import keys_of, same
from kiosk.domain.values import dataclass

WHOLE = frozenset({"address", "schedules"})
"""Members that are said as one: half of them would say nothing."""
_TOGETHER = {"latitude": ("latitude", "longitude"), "longitude": ("latitude", "longitude")}
_TOGETHER_AT_TOP = {"assured_date": ("assured_date", "assurer"), "assurer": ("assured_date", "assurer")}


@dataclass(frozen=True, slots=True)
class Difference:
    """One place that differs: a path of `kiosk.domain.paths`, and what stood and stands there; None for nothing."""

    path: str
    before: object
    after: object


def differences(before: Document | None, after: Document | None) -> list[Difference]:
    """Every place where two documents differ, in order of their names. A listing that is not there has none."""
    return list(_members("", before or {}, after or {}))


def _members(path: str, before: Document, after: Document) -> Iterator[Difference]:
    together = _TOGETHER if path else _TOGETHER_AT_TOP
    for names in sorted({together.get(name, (name,)) for name in (*before, *after)}):
        here = member_path(path, *names)
        if len(names) > 1:
            yield from _one(here, _some(before, names), _some(after, names))
        else:
            yield from _value(here, names[0], before.get(names[0]), after.get(names[0]))


def _value(path: str, name: str, before: object, after: object) -> Iterator[Difference]:
    if same(before, after):
        return
    if name not in WHOLE:
        maps = [{} if side is None else side for side in (before, after)]
        if isinstance(maps[0], Mapping) and isinstance(maps[1], Mapping):
            yield from _members(path, maps[0], maps[1])
            return
        items = [_items(name, side) for side in (before, after)]
        if items[0] is not None and items[1] is not None:
            yield from _listed(path, items[0], items[1])
            return
    yield Difference(path, before, after)


def _listed(path: str, before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[Difference]:
    """Items by their key; one that comes or goes is said whole."""
    for key in dict.fromkeys((*before, *after)):
        if key in before and key in after:
            yield from _value(item_path(path, key), "", before[key], after[key])
        else:
            yield from _one(item_path(path, key), before.get(key), after.get(key))


def _one(path: str, before: object, after: object) -> Iterator[Difference]:
    if not same(before, after):
        yield Difference(path, before, after)


def _items(name: str, side: object) -> dict[str, object] | None:
    """A list's items by their keys, absent as empty; None where they have none."""
    if side is None:
        return {}
    keys = keys_of(name, side) if isinstance(side, (list, tuple)) else None
    return dict(zip(keys, side, strict=True)) if keys is not None and isinstance(side, (list, tuple)) else None


def _some(side: Document, names: tuple[str, ...]) -> object:
    return {name: side[name] for name in names if name in side} or None
