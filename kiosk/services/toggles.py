"""The six toggles above a list: what each keeps, how many it leaves, and which one to lift when nothing is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Literal, get_args

from kiosk.domain.fit import Fit
from kiosk.domain.kept import Kept
from kiosk.domain.values import dataclass
from kiosk.services.grades import fits_child
from kiosk.services.index import Entry
from kiosk.services.order import Standing
from kiosk.services.protocols import Reader
from kiosk.services.traits import speaks

Toggle = Literal["open-now", "free", "no-papers", "this-school", "my-language", "my-child"]
TOGGLES: tuple[Toggle, ...] = get_args(Toggle)
"""In the order screens show them."""
_BITS: Mapping[str, int] = {toggle: 1 << place for place, toggle in enumerate(TOGGLES)}


@dataclass(frozen=True, slots=True)
class Lift:
    """A toggle that, turned off alone, gives something: how many, and the first of them."""

    toggle: Toggle
    left: int
    first: Kept


@dataclass(frozen=True, slots=True)
class Toggled:
    """A list after its toggles: what is left, in order; what each toggle would leave; what to lift when empty."""

    kepts: tuple[Kept, ...]
    left: Mapping[Toggle, int]
    """How many are left with this toggle on as well (for one that is on: how many are left now)."""
    lifts: tuple[Lift, ...]
    """Only when `kepts` is empty: the one that gives most first. Empty then: no single toggle helps, or none is on."""


class Sieve:
    """Ordered entries seen through any set of toggles: each listing is tested once for each toggle."""

    def __init__(self, ordered: Iterable[tuple[Entry, Standing]], reader: Reader, household: frozenset[str]) -> None:
        """`household`: the needs whose help is for everybody at home (see `grades.fits_child`)."""
        self._rows = [(entry.kept, *_passes(entry, stands, reader, household)) for entry, stands in ordered]
        self._alike = Counter(passed for _, passed, _ in self._rows)

    def through(self, toggles: Collection[str]) -> list[Kept]:
        """What passes all of the toggles, in order; with `my-child`, what is known to fit comes first."""
        wanted = _mask(toggles)
        rows = [(kept, fits) for kept, passed, fits in self._rows if passed & wanted == wanted]
        if "my-child" in toggles:
            rows.sort(key=lambda row: not row[1])
        return [kept for kept, _ in rows]

    def count(self, toggles: Collection[str]) -> int:
        """How many pass all of the toggles."""
        wanted = _mask(toggles)
        return sum(many for passed, many in self._alike.items() if passed & wanted == wanted)

    def toggled(self, toggles: Collection[str]) -> Toggled:
        """The list, its counts and its way out."""
        kepts = tuple(self.through(toggles))
        left = {toggle: self.count({*toggles, toggle}) for toggle in TOGGLES}
        return Toggled(kepts, left, () if kepts else self._lifts(set(toggles)))

    def _lifts(self, toggles: set[str]) -> tuple[Lift, ...]:
        found = ((toggle, self.through(toggles - {toggle})) for toggle in TOGGLES if toggle in toggles)
        lifts = [Lift(toggle, len(kepts), kepts[0]) for toggle, kepts in found if kepts]
        return tuple(sorted(lifts, key=lambda lift: -lift.left))


def _mask(toggles: Collection[str]) -> int:
    """The toggles as bits; a toggle that does not exist asks for nothing."""
    return sum(_BITS[toggle] for toggle in {*toggles} & _BITS.keys())


def _passes(entry: Entry, stands: Standing, reader: Reader, household: frozenset[str]) -> tuple[int, bool]:
    """Which toggles a listing passes, as bits, and whether it is known to fit the child."""
    traits, listing = entry.traits, entry.outline
    fits: Fit = "unknown"
    if reader.grade:
        fits = fits_child(listing, reader.grade, household=not household.isdisjoint(listing.needs))
    passed = (
        _BITS["open-now"] * stands.open_now
        | _BITS["free"] * traits.free
        | _BITS["no-papers"] * traits.no_papers
        | _BITS["this-school"] * traits.here
        | _BITS["my-language"] * speaks(listing, reader.language)
        | _BITS["my-child"] * (fits != "no")
    )
    return passed, fits == "yes"
