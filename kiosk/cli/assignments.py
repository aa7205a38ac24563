"""`PATH=VALUE` as people write it at the command line: VALUE is JSON if it parses, else text."""

from __future__ import annotations

import json
import math
import re

import click

from kiosk.domain.errors import Refused

_ASSIGNMENT = re.compile(
    r'(?P<path>(?:"(?:[^"\\]|\\.)*"|\[(?:"(?:[^"\\]|\\.)*"|[^\[\]"]+)\]|[^="\[])+)=(?P<value>.*)', re.DOTALL
)
"""The first `=` that stands neither in quotation marks nor in brackets ends the path."""


class _Twice(Exception):
    """A key stands twice in one JSON object."""


def assigned(word: str) -> tuple[str, object]:
    """The path and the value of one word. Empty text, and `null`, take away what is there."""
    found = _ASSIGNMENT.fullmatch(word)
    if found is None:
        raise click.UsageError(f"{word[:80]!r} is not PATH=VALUE. Write it like name.es=Clínica.")
    return found["path"].strip(), _value(found["path"], found["value"])


def _value(path: str, text: str) -> object:
    """The value; what no listing may hold (NaN, huge numbers, half characters) is read, and refused by its field."""
    try:
        return json.loads(text, object_pairs_hook=_members, parse_int=_whole_number, parse_constant=float)
    except json.JSONDecodeError:
        return text
    except _Twice as error:
        raise Refused(f"{path}: {error} stands twice in one place. Nothing was changed. Keep one of them.") from error
    except RecursionError as error:
        raise Refused(f"{path} nests too deep. Nothing was changed. Write it in fewer levels.") from error


def _members(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _Twice(next(f"“{key}”" for key in keys if keys.count(key) > 1))
    return members


def _whole_number(digits: str) -> int | float:
    return int(digits) if len(digits) < 20 else math.inf
