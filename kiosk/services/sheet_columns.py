"""The columns of a sheet: each is a place in a listing, called by its path or by a plain name that people use."""

from __future__ import annotations

import re
import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from functools import cache
from typing import Literal, Union, get_args, get_origin, get_type_hints

from kiosk.domain.errors import Refused
from kiosk.domain.kept import Document
from kiosk.domain.listing import Listing
from kiosk.domain.steps import Item, steps_of
from kiosk.domain.text import fold
from kiosk.domain.values import dataclass

Kind = Literal["text", "whole", "number", "flag", "day", "clock", "words", "numbers", "json", "hours"]
"""How a cell is written and read. `words` are texts with commas between, `hours` are typed as people say them."""
_ALIASES = {
    "name": "name.en", "description": "description.en", "alert": "alert.en", "phone": "phones[0].number",
    "telephone": "phones[0].number", "extension": "phones[0].extension", "street": "location.address.address_1",
    "address": "location.address.address_1", "address_1": "location.address.address_1",
    "city": "location.address.city", "town": "location.address.city", "state": "location.address.state_province",
    "state_province": "location.address.state_province", "zip": "location.address.postal_code",
    "postal_code": "location.address.postal_code", "country": "location.address.country", "room": "location.room",
    "place": "location.name", "latitude": "location.latitude", "longitude": "location.longitude",
    "website": "url", "web": "url", "e-mail": "email", "organization": "organization.name",
    "minimum_age": "eligibility.minimum_age", "maximum_age": "eligibility.maximum_age",
    "grades": "eligibility.grades", "cost": "cost_options[0].amount", "amount": "cost_options[0].amount",
    "sign_up": "sign_up.url", "application_process": "application_process.en",
}  # fmt: skip
"""Plain names of columns, those of HSDS among them."""
_ROW_FIELDS = {"schedules": "schedules", "schedule": "schedules", "phones": "phones", "phone": "phones"}
_CLOCKS = frozenset({"opens_at", "closes_at"})
_PLACED = re.compile(r"^([a-z_]+)\[(\d{1,3})\]\.(.+)$")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the file, the path it holds, and of what kind that is."""

    head: str
    path: str
    kind: Kind

    @property
    def row(self) -> tuple[str, int, str] | None:
        """The list, the place in it and the member, where the column is of one row of a list."""
        placed = _PLACED.fullmatch(self.path)
        return (placed[1], int(placed[2]), placed[3]) if placed else None


def column_of(head: str, page: str = "") -> Column | None:
    """The column that a name means; None for one that the kiosk does not know. `page` is that of a workbook."""
    plain = "_".join(fold(head).replace("\ufeff", "").split())
    if not plain:
        return None
    if plain in ("hours", "horario"):
        return Column(head, "hours", "hours")
    inside = _ROW_FIELDS.get(fold(page))
    for path in (
        *((f"{inside}[0].{plain}",) if inside else ()),
        _ALIASES.get(plain, plain),
        f"schedules[0].{plain}",
        head.strip(),
    ):
        kind = kind_of(path)
        if kind is not None:
            return Column(head, path, kind)
    return None


def kind_of(path: str) -> Kind | None:
    """The kind of what stands at a path; None where nothing can stand, or more than one cell can hold."""
    if path in ("id", "rev"):
        return "text"
    try:
        steps = steps_of(path)
    except Refused:
        return None
    here: object = Listing
    for step in steps:
        if isinstance(step, Item):
            here = _inner(here)
            continue
        if len(step.names) > 1:
            return None
        (name,) = step.names
        if name.startswith("x_"):
            return "json"
        if here is Mapping:
            here = str if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]{2,4})?", name) else None
        else:
            here = _members(here).get(name) if isinstance(here, type) and is_dataclass(here) else None
        if here is None:
            return None
    return "clock" if path.rpartition(".")[2] in _CLOCKS else _leaf(here)


def flat(doc: Document) -> dict[str, object]:
    """Every place of a listing that a cell can hold, by its path, in order."""
    return dict(_flat("", doc))


def heads(docs: Iterable[Document]) -> list[str]:
    """The paths of all these listings, in the order of a listing's own fields."""
    order = {name: place for place, name in enumerate(dict.fromkeys(("id", "rev", "number", *_members(Listing))))}
    paths = dict.fromkeys(path for doc in docs for path in flat(doc))

    def place(path: str) -> tuple[object, ...]:
        top = re.split(r"[.\[]", path, maxsplit=1)[0]
        parts = [int(part) if part.isdecimal() else 0 for part in re.findall(r"\[(\d+)\]", path)]
        return order.get(top, len(order)), top, *parts[:1]

    return sorted(paths, key=place)


def _flat(path: str, value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            here = f"{path}.{key}" if path else str(key)
            if str(key).startswith("x_"):
                yield here, inner
            else:
                yield from _flat(here, inner)
    elif isinstance(value, (list, tuple)) and value and all(isinstance(each, Mapping) for each in value):
        for place, inner in enumerate(value):
            yield from _flat(f"{path}[{place}]", inner)
    else:
        yield path, value


@cache
def _members(part: type) -> Mapping[str, object]:
    hints = get_type_hints(part)
    return {each.name.rstrip("_"): _plain(hints[each.name]) for each in fields(part) if each.name != "extra"}


def _plain(hint: object) -> object:
    """A type without its None; a mapping of texts as `Mapping`, a list of parts as a tuple of one."""
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(inner for inner in get_args(hint) if inner is not type(None))
    if get_origin(hint) is Mapping or getattr(hint, "__origin__", None) is Mapping:
        return Mapping
    return (get_args(hint)[0],) if get_origin(hint) is tuple else hint


def _inner(here: object) -> object:
    return here[0] if isinstance(here, tuple) else None


def _leaf(here: object) -> Kind | None:
    if isinstance(here, tuple):
        return {str: "words", int: "numbers"}.get(here[0])  # type: ignore[return-value]  # kinds
    if get_origin(here) is Literal or here is str:
        return "text"
    kinds: dict[object, Kind] = {int: "whole", float: "number", bool: "flag", date: "day", time: "clock"}
    return kinds.get(here)
