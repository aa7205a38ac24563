"""What is wrong in `people.json`, by field. What it says of a PIN is never shown, nor is what stands in its place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from kiosk.domain.text import clean_text, fold
from kiosk.services.accounts import LONGEST, MOST
from kiosk.services.pins import is_hash
from kiosk.services.who import ROLES

_KEYS = ("name", "role", "account", "pin", "by", "at")
_SHOWN = 40
"""Signs of a wrong role or key that are repeated."""
Wrong = tuple[str, str]
"""A field (`people[1].role`; empty for the file as a whole), and a sentence."""


def wrong_people(content: bytes) -> Iterator[Wrong]:
    """Everything that is wrong in the file's bytes: while something is, somebody may be taken for a reader."""
    try:
        tree: object = json.loads(content)
    except json.JSONDecodeError as error:
        yield "", f"Line {error.lineno} is no JSON: {error.msg}. Mend the line, or name the people anew."
        return
    except (ValueError, RecursionError):
        yield "", "The file is no text of JSON. Put a copy back, or name the people anew."
        return
    people = tree.get("people") if isinstance(tree, Mapping) else None
    if not isinstance(people, list):
        yield "people", "The list of people is missing. Put a copy of the file back, or name the people anew."
        return
    for place, each in enumerate(people):
        if isinstance(each, Mapping):
            yield from _wrong_person(f"people[{place}]", each)
        else:
            yield f"people[{place}]", "A person must be members in { }. Take it out, and name the person anew."
    yield from _wrong_together([each if isinstance(each, Mapping) else {} for each in people])


def _wrong_person(path: str, person: Mapping[str, object]) -> Iterator[Wrong]:
    for key, value in person.items():
        if key not in _KEYS:
            yield f"{path}.{_short(key)}", "This key is not known. Take it out."
        elif not isinstance(value, str):
            yield f"{path}.{key}", "This must be text. Write it in quotes."
    name, role, pin = (person.get(key, "") for key in ("name", "role", "pin"))
    if isinstance(name, str) and not 1 <= len(" ".join(name.split())) <= LONGEST:
        yield f"{path}.name", f"A name has 1 to {LONGEST} letters. Write one."
    if isinstance(role, str) and role not in ROLES:
        yield f"{path}.role", f"“{_short(role)}” is no role. Write {', '.join(ROLES[:-1])} or {ROLES[-1]}."
    if isinstance(pin, str) and pin and not is_hash(pin):
        yield f"{path}.pin", "This is no PIN as the kiosk keeps one, so it opens nothing. Set it anew: kiosk passwd"


def _wrong_together(people: list[Mapping[str, object]]) -> Iterator[Wrong]:
    """What is only wrong of all of them."""
    for key, mend in (("name", "Give one of them another one."), ("account", "Take it away from one of them.")):
        for place in _repeated(str(person.get(key, "")) for person in people):
            yield f"people[{place}].{key}", f"Somebody before has the same {key}. {mend}"
    if len(people) > MOST:
        yield "people", f"There is room for {MOST} people. Take somebody away."
    if people and not any(person.get("role") == "admin" for person in people):
        yield "people", "Nobody is an admin. Name one: kiosk passwd NAME --role admin"


def _repeated(texts: Iterable[str]) -> Iterator[int]:
    seen: set[str] = set()
    for place, text in enumerate(texts):
        known = fold(" ".join(text.split()))
        if known and known in seen:
            yield place
        seen.add(known)


def _short(text: str) -> str:
    return " ".join(clean_text(text[:_SHOWN].encode("utf-8", "replace").decode()).split())
