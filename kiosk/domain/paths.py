"""Places inside a listing's JSON document, as people write them: `name.es`, `schedules[0].closes_at`.

A dot leads to a member. A bracket leads to an item of a list: by its key where the items have one
(`phones[+18605550112].extension`), else by its place, from 0 on; the place just past the end is a new item. How odd
names and joined members are written stands in `steps`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kiosk.domain.kept import Document
from kiosk.domain.steps import Item, Step, refusal, steps_of, written
from kiosk.domain.tree import copied, copied_members, key_members, key_of, keys_of

_ABSENT = object()


def value_at(doc: Document, path: str) -> object:
    """What stands at the path, or None when nothing does. A path that can lead nowhere is `Refused`."""
    found = _found(doc, steps_of(path))
    return None if found is _ABSENT else found


def with_value(doc: Document, path: str, value: object) -> dict[str, object]:
    """A copy of the document with the value at the path; None removes what is there. It shares nothing with either.

    Maps, lists and items that are missing on the way are made; an item named by a key gets that key. A member that is
    left empty goes: absent equals empty. A path that can lead nowhere is `Refused`.
    """
    steps = steps_of(path)
    tree = copied_members(doc)
    if value is None and _found(doc, steps) is _ABSENT:
        return tree
    changed = _put(tree, steps, 0, "", value)
    assert isinstance(changed, dict)  # a path begins with a member
    return changed


def _found(doc: Document, steps: Sequence[Step]) -> object:
    """What stands at the end of the steps, or `_ABSENT`. What is missing on the way is taken for empty."""
    here: object = doc
    name = ""
    for at, step in enumerate(steps):
        if isinstance(step, Item):
            items = _list(here, steps[:at])
            place = _place(items, name, step, steps[:at])
            here, name = items[place] if place < len(items) else _ABSENT, ""
            continue
        tree = _map(here, steps[:at])
        if len(step.names) > 1:
            return {each: tree[each] for each in step.names if each in tree} or _ABSENT
        name = step.names[0]
        here = tree.get(name, _ABSENT)
    return here


def _put(here: object, steps: Sequence[Step], at: int, name: str, value: object) -> object:
    """What stands `here`, as the member `name`, once the rest of the steps has the value."""
    if at == len(steps):
        return copied(value)
    step = steps[at]
    if isinstance(step, Item):
        return _put_item(_list(here, steps[:at]), step, steps, at, name, value)
    tree = _map(here, steps[:at])
    if len(step.names) > 1:
        parts = _together(step.names, steps, value)
    else:
        (inner,) = step.names
        parts = {inner: _put(tree.get(inner), steps, at + 1, inner, value)}
    for each, part in parts.items():
        if part is None or part == "" or part == [] or part == {}:
            tree.pop(each, None)
        else:
            tree[each] = part
    return tree


def _together(names: Sequence[str], steps: Sequence[Step], value: object) -> dict[str, object]:
    """Each of the members that are one value, from that value."""
    if value is None:
        return dict.fromkeys(names)
    if not isinstance(value, Mapping) or not set(value) <= set(names):
        members = ", ".join(f'"{name}": ...' for name in names)
        raise refusal(written(steps), "is more than one member", f"Write them together, like {{{members}}}.")
    return {name: copied(value.get(name)) for name in names}


def _put_item(
    items: list[object], step: Item, steps: Sequence[Step], at: int, name: str, value: object
) -> list[object]:
    place, is_last = _place(items, name, step, steps[:at]), at + 1 == len(steps)
    if place < len(items):
        items[place : place + 1] = [] if is_last and value is None else [_put(items[place], steps, at + 1, "", value)]
    elif step.place is not None:
        items.append(_put(None, steps, at + 1, "", value))
    else:
        key = key_members(name, step.key) or {}
        item = _put(key, steps, at + 1, "", value)
        if is_last and isinstance(item, dict):
            item = {**key, **item}
        if key_of(name, item) != step.key:
            raise refusal(written(steps), "names one item and the value another", "Write the same in both.")
        items.append(item)
    return items


def _place(items: Sequence[object], name: str, step: Item, before: Sequence[Step]) -> int:
    """The place in the list `name` that a step leads to; the list's length for a new item."""
    keys = keys_of(name, items)
    if keys is not None and step.key in keys:
        return keys.index(step.key)
    may_be_key = keys is not None and key_members(name, step.key) is not None
    path = written(before)
    if step.place is None:
        if not may_be_key:
            raise refusal(written([*before, step]), "is no item of the list", f"Write its place, like {path}[0].")
        return len(items)
    if step.place > len(items):
        by_key = f', or {path}["{step.key}"] for a new one with that key' if may_be_key else ""
        raise refusal(f"{path}[{step.key}]", "is past the end of the list", f"Write {path}[{len(items)}]{by_key}.")
    return step.place


def _map(here: object, before: Sequence[Step]) -> dict[str, object]:
    if here is _ABSENT or here is None:
        return {}
    if isinstance(here, Mapping):
        return dict(here)
    path = written(before)
    if isinstance(here, (list, tuple)):
        raise refusal(path, "is a list", f"Say which item, like {path}[0].")
    raise refusal(path, "has nothing inside it", "Leave out what comes after it.")


def _list(here: object, before: Sequence[Step]) -> list[object]:
    if here is _ABSENT or here is None:
        return []
    if isinstance(here, (list, tuple)):
        return list(here)
    path = written(before)
    if isinstance(here, Mapping):
        raise refusal(path, "is no list", f"Write a dot and a name, like {path}.en.")
    raise refusal(path, "has nothing inside it", "Leave out what comes after it.")
