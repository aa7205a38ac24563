"""Frozen values: `dataclass(frozen=True, slots=True)` as the standard library has it, but made in a tenth of the time.

The standard decorator writes and compiles six methods for every class at every start, half a millisecond a class, and
keeps them. Here all classes share a few methods. What a value is stays the same: it has fields, can be replaced,
compared, hashed, copied and shown, and nothing in it can be set a second time.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass

T = TypeVar("T")
_ValuesOf = Callable[[Any], tuple[object, ...]]


def value(*, frozen: bool, slots: bool, kw_only: bool = False) -> Callable[[type[T]], type[T]]:
    """Make a class one of frozen values. `frozen` and `slots` must be true: they tell readers and type checkers so."""
    assert frozen and slots, "a value that changes is an ordinary dataclass"

    def made(written: type[T]) -> type[T]:
        cls = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(written)
        fields = dataclasses.fields(cls)  # type: ignore[arg-type]  # it is a dataclass by now
        for name, method in _methods(cls, fields).items():
            if name not in cls.__dict__:
                setattr(cls, name, method)
        return cls

    return made


if not TYPE_CHECKING:
    dataclass = value  # type checkers know the standard decorator by its name only


def _methods(cls: type[object], fields: tuple[dataclasses.Field[Any], ...]) -> Mapping[str, Callable[..., object]]:
    values_of = _getter([field.name for field in fields])
    return {
        "__init__": _initializer(cls, fields),
        "__eq__": lambda self, other: (
            values_of(self) == values_of(other) if other.__class__ is self.__class__ else NotImplemented
        ),
        "__hash__": lambda self: hash(values_of(self)),
        "__repr__": _shown,
        "__reduce__": lambda self: (_again, (cls, values_of(self))),
        "__setattr__": _refuse,
        "__delattr__": _refuse,
    }


def _getter(names: list[str]) -> _ValuesOf:
    """What gives the values of some attributes as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _initializer(cls: type[object], fields: tuple[dataclasses.Field[Any], ...]) -> Callable[..., None]:
    names = frozenset(field.name for field in fields)
    in_order = tuple(field.name for field in fields if not field.kw_only)
    defaults = {field.name: field.default for field in fields if field.default is not dataclasses.MISSING}
    makers = [
        (field.name, field.default_factory) for field in fields if field.default_factory is not dataclasses.MISSING
    ]
    setters = [(field.name, getattr(cls, field.name).__set__) for field in fields]

    def __init__(self: object, /, *given: object, **named: object) -> None:  # noqa: N807  # it is one
        if len(given) == len(setters) == len(in_order) and not named:
            for (_, put), each in zip(setters, given, strict=True):
                put(self, each)
            return
        values = defaults | named
        if given:
            first = dict(zip(in_order, given, strict=False))
            if len(given) > len(in_order) or not named.keys().isdisjoint(first):
                raise TypeError(f"{cls.__name__} has {', '.join(in_order)} in this order, each once")
            values.update(first)
        for name, make in makers:
            if name not in values:
                values[name] = make()
        if values.keys() != names:
            raise TypeError(f"{cls.__name__}: missing or not known: {', '.join(sorted(values.keys() ^ names))}")
        for name, put in setters:
            put(self, values[name])

    return __init__


def _shown(self: Any) -> str:
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self))
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _again(cls: type[T], values: tuple[object, ...]) -> T:
    """A value that was copied or pickled."""
    again = cls.__new__(cls)
    for field, each in zip(dataclasses.fields(cls), values, strict=True):  # type: ignore[arg-type]  # it is one
        getattr(cls, field.name).__set__(again, each)
    return again


def _refuse(self: object, name: str, _: object = None) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"{name} of a {type(self).__name__} stays what it is")
