"""A listing as a JSON object, and back: keys and types are checked, and what is wrong is refused by its path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date, time
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeGuard, TypeVar, get_type_hints

import msgspec

from kiosk.domain.kept import Document
from kiosk.domain.listing import Listing
from kiosk.domain.problems import BadListing, Problem
from kiosk.store.shape import Field, shape_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")
KEPT = "Nothing was changed."
_HOUR = re.compile(r"\d\d:\d\d")
_AT = re.compile(r"(?P<what>.*?)(?: - at `\$\.?(?P<path>.*)`)?", re.DOTALL)
_EXPECTED = re.compile(r"Expected `(?P<wanted>[^`]*)`")
_decoded = msgspec.json.Decoder(Listing).decode
"""Made here: two threads that are the first to ask msgspec for one dataclass can end the process."""
_PLAIN = {
    "bool": "true or false",
    "int": "a whole number, without quotation marks",
    "float": "a number, without quotation marks",
    "str": "text in quotation marks",
    "array": "a list in [ ]",
    "object": "members in { }",
    "date": "a date like 2026-11-25",
    "time": "a time like 17:10",
}


def to_listing(doc: Document) -> Listing:
    """The listing a JSON object describes. A key that is not known, or a wrong type, is `Refused` by its path."""
    arranged = _arrange({key: value for key, value in doc.items() if key != "rev"}, Listing, "")
    _check_required(arranged, Listing, "")
    return _converted(arranged, Listing)


def check_members(doc: Document) -> None:
    """As `to_listing`, for some members of a listing whose others are known to be right."""
    _converted(_arrange(doc, Listing, ""), _some_members())


def from_bytes(raw: bytes | msgspec.Raw) -> Listing:
    """The listing in canonical bytes that the store wrote: keys that were checked then are not checked again."""
    written = bytes(raw)
    if b'"x_' in written or b'"way_home":' in written:
        return to_listing(msgspec.json.decode(written, type=dict[str, object]))
    if b'"schedule_exceptions":' not in written:
        return _decoded(written)
    doc = msgspec.json.decode(written)
    for each in doc["schedule_exceptions"]:
        each["from_"] = each.pop("from")  # a dataclass cannot call a field `from`
    return msgspec.convert(doc, Listing)


def to_doc(listing: Listing) -> dict[str, object]:
    """The listing as a JSON object: nothing empty and no default is written, so what was absent stays absent.

    A part that says only defaults is written with them: that it is there says something (places: open).
    """
    return _members(listing)


def members_of(listing: Listing, names: Iterable[str]) -> dict[str, object]:
    """As `to_doc`, only the members of these fields of it."""
    wanted = frozenset(names)
    return _members(listing, [member for member in _members_of(Listing) if member.name in wanted])


def with_stated(doc: Document, base: Document) -> dict[str, object]:
    """`doc` with the defaults that `base` wrote out, where they still hold: saving what was read changes nothing."""
    return restated(doc, base, to_doc(to_listing(base)))


def restated(doc: Document, base: Document, bare: Document) -> dict[str, object]:
    """`doc` with what `base` says and `bare`, the same as this program writes it, does not; and the other way round."""
    stated = {key: value for key, value in doc.items() if key in base or key not in bare or value != bare[key]}
    for key, value in base.items():
        if key not in stated:
            if key not in bare:
                stated[key] = value
            continue
        mine, less = stated[key], bare.get(key)
        if isinstance(mine, dict) and isinstance(value, dict) and isinstance(less, dict):
            stated[key] = restated(mine, value, less)
        elif isinstance(mine, list) and isinstance(value, list) and isinstance(less, list):
            both = zip(mine, value, less, strict=False)  # rows that were added have nothing to keep
            known = [restated(*three) if all(isinstance(one, dict) for one in three) else three[0] for three in both]
            stated[key] = known + mine[len(known) :]
    return stated


def _arrange(doc: object, part: type, path: str) -> dict[str, object]:
    """The object with Python's names, for `msgspec.convert`; unknown and missing keys are refused here."""
    if not isinstance(doc, (dict, Mapping)):  # the first is what it nearly always is, and quick to ask
        problem = Problem(path, "kind-object")
        raise BadListing(
            f"{path or 'A listing'} must be members in {{ }}. {KEPT} Write it as in the example.", [problem]
        )
    shape = shape_of(part)
    arranged: dict[str, object] = {}
    extra: dict[str, object] = {}
    for key, value in doc.items():
        here = f"{path}.{key}" if path else str(key)
        if str(key).startswith("x_"):
            extra[key] = value
        elif key not in shape:
            raise BadListing(_unknown(here, str(key), shape), [Problem(here, "unknown-field", str(key))])
        elif value is not None:
            arranged[shape[key].name] = _arranged(value, shape[key], here)
    if path:
        _check_required(arranged, part, path)
    if extra:
        arranged["extra"] = extra
    return arranged


def _check_required(arranged: Mapping[str, object], part: type, path: str) -> None:
    for key, known in shape_of(part).items():
        if known.required and known.name not in arranged:
            here = f"{path}.{key}" if path else key
            raise BadListing(f"{here} is missing. {KEPT} Write it and try again.", [Problem(here, "missing")])


def _converted(arranged: Mapping[str, object], part: type[T]) -> T:
    try:
        return msgspec.convert(arranged, part)
    except msgspec.ValidationError as error:
        raise _wrong_kind(str(error)) from error


@cache
def _some_members() -> type[msgspec.Struct]:
    """What has the fields of a listing, none of them required."""
    return msgspec.defstruct("SomeMembers", [(name, hint, None) for name, hint in get_type_hints(Listing).items()])


def _arranged(value: object, known: Field, path: str) -> object:
    if known.kind == "part" and known.part is not None:
        return _arrange(value, known.part, path)
    if known.kind == "parts" and known.part is not None and isinstance(value, (list, tuple)):
        return [_arrange(item, known.part, f"{path}[{place}]") for place, item in enumerate(value)]
    if known.kind == "words":
        return _words(value, path)
    if known.kind == "time" and isinstance(value, str) and _HOUR.fullmatch(value):
        return f"{value}:00"
    if known.choices and value not in known.choices:
        choices = ", ".join(known.choices)
        problem = Problem(path, "bad-choice", str(value), choices)
        raise BadListing(f"{path} cannot be “{value}”. {KEPT} Write one of: {choices}.", [problem])
    return value


def _words(value: object, path: str) -> object:
    if not isinstance(value, Mapping):
        example = '{"en": "..."}'
        problem = Problem(path, "kind-words")
        raise BadListing(f"{path} must be text by language. {KEPT} Write it like {example}.", [problem])
    for language, text in value.items():
        if text is not None and not isinstance(text, str):
            here = f"{path}.{language}"
            raise BadListing(f"{here} must be {_PLAIN['str']}. {KEPT} Write it again.", [Problem(here, "kind-str")])
    return {language: text for language, text in value.items() if text is not None}


def _unknown(here: str, key: str, shape: Mapping[str, Field]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, shape, n=1)
    hint = f"Did you mean “{near[0]}”?" if near else "Leave it out, or begin its name with x_ to keep it."
    return f"{here} is not a known field. {KEPT} {hint}"


def _wrong_kind(message: str) -> BadListing:
    """msgspec's message in plain words, with the path as people write it."""
    parts = _AT.fullmatch(message)
    path = ((parts["path"] if parts else "") or "").replace("from_", "from")
    wanted = _EXPECTED.search(message)
    if "RFC3339" in message:
        kind = "date" if "date" in message else "time"
    else:
        kind = wanted["wanted"].split(" | ")[0] if wanted else ""
    plain = _PLAIN.get(kind, "something else")
    problem = Problem(path, f"kind-{kind if kind in _PLAIN else 'other'}")
    return BadListing(f"{path or 'A listing'} must be {plain}. {KEPT} Write it again.", [problem])


class _Member(NamedTuple):
    """One field of a part: its name in Python, its key in JSON, and the value that is not written."""

    name: str
    key: str
    default: object


@cache
def _members_of(part: type[DataclassInstance]) -> tuple[_Member, ...]:
    return tuple(_Member(each.name, each.name.rstrip("_"), each.default) for each in fields(part))


def _members(part: DataclassInstance, known: Iterable[_Member] | None = None) -> dict[str, object]:
    members: dict[str, object] = {}
    for name, key, default in _members_of(type(part)) if known is None else known:
        value: Any = getattr(part, name)
        if value is default:
            continue
        if name == "extra":
            members.update(value)
        elif value != default and (value or isinstance(value, (int, float))):
            plain = _plain(value)
            if plain != {}:
                members[key] = plain
    return members


def _plain(value: object) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, (tuple, list)):
        return [_members(item) if _is_part(item) else item for item in value]
    if _is_part(value):
        return _members(value) or _all_members(value)
    if isinstance(value, time):
        return value.isoformat("seconds" if value.second else "minutes")
    if isinstance(value, date):
        return value.isoformat()
    return dict(value) if isinstance(value, Mapping) else value


def _is_part(value: object) -> TypeGuard[DataclassInstance]:
    return hasattr(type(value), "__dataclass_fields__")


def _all_members(part: DataclassInstance) -> dict[str, object]:
    """A part that says only defaults, with them; nothing when they are all empty."""
    known = ((each.name.rstrip("_"), getattr(part, each.name)) for each in fields(part) if each.name != "extra")
    return {name: value for name, value in known if isinstance(value, (str, int, float)) and value != ""}
