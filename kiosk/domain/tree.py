"""A listing's JSON document as a tree: comparing, copying, and the key that tells the items of a list apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_KEYS: Mapping[str, tuple[str, ...]] = {"phones": ("number",), "schedule_exceptions": ("from", "to"), "schedules": ()}
"""Lists whose items are told apart by other members than `id`. Rows of hours have no key: they are one value."""
_BETWEEN = "/"


def same(one: object, other: object) -> bool:
    """Whether two JSON values are equal. Python takes 1 for true; JSON does not."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return len(one) == len(other) and all(key in other and same(one[key], other[key]) for key in one)
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(map(same, one, other))
    return isinstance(one, bool) == isinstance(other, bool) and one == other


def copied(value: object) -> object:
    """A copy of a JSON value, all the way down, keys in order: nothing that can change is shared."""
    if isinstance(value, Mapping):
        return copied_members(value)
    if isinstance(value, (list, tuple)):
        return [copied(item) for item in value]
    return value


def copied_members(tree: Mapping[str, object]) -> dict[str, object]:
    """As `copied`, of a JSON object."""
    return {key: copied(tree[key]) for key in sorted(tree)}


def key_of(name: str, item: object) -> str | None:
    """The key of an item in the list that is called `name`, as one text; None where it has none.

    Phones have their `number`, exceptions of the hours `from/to`, all others their `id`.
    """
    members = _KEYS.get(name, ("id",))
    parts = [item.get(member) for member in members] if isinstance(item, Mapping) else []
    texts = [part for part in parts if isinstance(part, str) and part and (len(members) == 1 or _BETWEEN not in part)]
    return _BETWEEN.join(texts) if members and len(texts) == len(members) else None


def keys_of(name: str, items: Sequence[object]) -> list[str] | None:
    """The key of each item in the list that is called `name`; None where one has none or two have the same."""
    keys = [key for item in items if (key := key_of(name, item)) is not None]
    return keys if len(set(keys)) == len(items) else None


def key_members(name: str, key: str) -> dict[str, object] | None:
    """The members that give an item of the list `name` this key; None where no item can have it."""
    members = _KEYS.get(name, ("id",))
    parts = key.split(_BETWEEN) if len(members) > 1 else [key]
    item: dict[str, object] = dict(zip(members, parts, strict=False))
    return item if key_of(name, item) == key else None
