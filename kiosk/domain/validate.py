"""Whether a listing may be shown to families: each problem has a field, a code and a sentence for staff."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from kiosk.domain.listing import Listing


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: the field's path (`schedules[0].closes_at`), a code, and what stands there."""

    field: str
    code: str
    detail: str = ""


def problems(listing: Listing, known_needs: Collection[str], known_supports: Collection[str]) -> list[Problem]:
    """Everything that is wrong with the listing, in the order of its fields; an empty list when all is well."""
    return []


def sentence(problem: Problem) -> str:
    """What is wrong and what to write instead, in English for staff."""
    return f"{problem.field}: {problem.code}"
