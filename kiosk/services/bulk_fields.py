"""What can be changed of many listings at once: the place of each value, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from kiosk.domain.values import dataclass

BulkId = Literal[
    "checked", "status", "hours-until", "phone", "email", "url", "runs-it", "place", "room", "street", "town",
    "add-need", "drop-need", "add-support", "drop-support", "languages", "sign-up", "notice-en", "notice-es",
]  # fmt: skip
Kind = Literal["none", "choice", "text", "phone", "day", "languages", "need", "support"]
How = Literal["set", "add", "drop", "first", "rows"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkField:
    """One thing that can be changed."""

    id: BulkId
    path: str
    """Where its value stands: what an undo puts back."""
    kind: Kind = "text"
    how: How = "set"
    """`first`: the first phone's number. `rows`: `valid_to` of each row of hours."""
    choices: tuple[str, ...] = ()
    needs: str = ""
    """Only listings where something stands at this path have it."""

    @property
    def default(self) -> str:
        """What is meant where nothing is written, and so is not written: the first choice."""
        return self.choices[0] if self.choices else ""


FIELDS: tuple[BulkField, ...] = (
    BulkField(id="checked", path="assured_date+assurer", kind="none"),
    BulkField(id="status", path="status", kind="choice", choices=("active", "inactive", "temporarily closed")),
    BulkField(id="hours-until", path="schedules", kind="day", how="rows", needs="schedules"),
    BulkField(id="phone", path="phones", kind="phone", how="first"),
    BulkField(id="email", path="email"),
    BulkField(id="url", path="url"),
    BulkField(id="runs-it", path="organization.name"),
    BulkField(id="place", path="location.name"),
    BulkField(id="room", path="location.room"),
    BulkField(id="street", path="location.address.address_1"),
    BulkField(id="town", path="location.address.city"),
    BulkField(id="add-need", path="needs", kind="need", how="add"),
    BulkField(id="drop-need", path="needs", kind="need", how="drop"),
    BulkField(id="add-support", path="supports", kind="support", how="add"),
    BulkField(id="drop-support", path="supports", kind="support", how="drop"),
    BulkField(id="languages", path="languages", kind="languages"),
    BulkField(id="sign-up", path="sign_up.state", kind="choice", choices=("open", "full", "waitlist"), needs="sign_up"),
    BulkField(id="notice-en", path="alert.en"),
    BulkField(id="notice-es", path="alert.es"),
)
"""In the order in which staff are asked."""


def field_of(id: str) -> BulkField | None:
    """The field with this id."""
    return next((field for field in FIELDS if field.id == id), None)


def becomes(field: BulkField, old: object, value: object) -> object:
    """What the value at the field's path is after the change; `value` is None to take it away."""
    match field.how:
        case "add":
            return old if value in _items(old) else [*_items(old), value]
        case "drop":
            left = [item for item in _items(old) if item != value]
            return left if len(left) < len(_items(old)) else old
        case "first":
            first, *others = [*_items(old)] or [{}]
            if value is None:
                return others or None
            return [{**_members(first), "number": value}, *others]
        case "rows":
            return [_with(_members(row), "valid_to", value) for row in _items(old)] or old
    return None if value == field.default else value


def _items(value: object) -> list[object]:
    return list(value) if isinstance(value, (list, tuple)) else []


def _members(value: object) -> dict[str, object]:
    return {str(key): each for key, each in value.items()} if isinstance(value, Mapping) else {}


def _with(members: dict[str, object], key: str, value: object) -> dict[str, object]:
    rest = {name: each for name, each in members.items() if name != key}
    return rest if value is None else {**rest, key: value}
