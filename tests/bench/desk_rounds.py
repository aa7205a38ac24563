"""The bench of the desk: its start, a key in its list and its form, what its screens send; each beside bare Textual."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tests.bench.bare import READY
from tests.bench.in_terminals import InTerminals
from tests.bench.rows import Row, middle, p95
from tests.bench.school import AT
from tests.bench.terminals import LOBBY, SMALL, first_paint, python

START = "What needs you today"
MS, KB = 1000.0, 1000.0


class DeskBench(InTerminals):
    """Measures row by row in a directory of its own."""

    JOBS = "tests.bench.desk_jobs"

    def parts(self) -> Sequence[tuple[str, Callable[[], Iterator[Row]]]]:
        """What there is to measure, each by name."""
        return ("desk-start", self.start), ("desk-keys", self.keys), ("desk-bytes", self.bytes)

    def start(self) -> Iterator[Row]:
        """From the start of the whole process to the desk's first page."""
        counts = self._counts
        ours: dict[int, list[float]] = {size: [] for size in (counts.few, counts.many)}
        bare: list[float] = []
        for _ in range(counts.rounds):
            bare.append(first_paint(python("tests.bench.bare"), READY, SMALL))
            for size, seconds in ours.items():
                command = python("kiosk", "--data", self._school(size), "--at", AT, "staff")
                seconds.append(first_paint(command, START, SMALL))
        for size, seconds in ours.items():
            yield Row(
                what=f"desk: start to first page, {size:,} listings", ours=middle(seconds) * MS, unit="ms",
                beside=middle(bare) * MS, than="bare app, two labels", limit=2.0,
                counted=f"median of {counts.rounds} starts each",
            )  # fmt: skip

    def keys(self) -> Iterator[Row]:
        """From a key to its paint, in the list and in the form."""
        counts, school = self._counts, self._school(self._counts.many)
        for place, job in (("list", "type-in-list"), ("form", "type-in-form")):
            ours: list[list[float]] = []
            bare: list[list[float]] = []
            for _ in range(max(1, counts.rounds // 2)):
                ours.append(self._job(SMALL, job, school, counts.taps)["seconds"])
                bare.append(self._job(SMALL, "type-in-stock", self._newest, counts.taps)["seconds"])
            for name, of, limit in (("p95", p95, 1.5), ("median", middle, None)):
                yield Row(
                    what=f"desk: key to paint in the {place}, {name}, {counts.many:,} listings",
                    ours=middle([of(seconds) for seconds in ours]) * MS,
                    unit="ms",
                    beside=middle([of(seconds) for seconds in bare]) * MS,
                    than="bare field, as many stock widgets",
                    limit=limit,
                    counted=f"{counts.taps} keys in each of {len(ours)} rounds, median of the rounds",
                )

    def bytes(self) -> Iterator[Row]:
        """What is sent when a screen of the desk is opened, at both sizes."""
        school = self._school(self._counts.few)
        for size, limit in ((SMALL, 12.0), (LOBBY, None)):
            ours: dict[str, int] = self._job(size, "open-screens", school, self._counts.screens)["sent"]
            bare: dict[str, int] = self._job(size, "push-stock", self._newest)["sent"]
            most = max(ours, key=lambda name: ours[name])
            yield Row(
                what=f"desk: bytes for one screen, {size[0]} x {size[1]}, most ({most})", ours=ours[most] / KB,
                unit="kB", limit=limit, counted=f"{len(ours)} screens",
            )  # fmt: skip
            yield Row(
                what=f"desk: bytes for one screen, {size[0]} x {size[1]}, middle",
                ours=middle([float(sent) for sent in ours.values()]) / KB,
                unit="kB",
                beside=middle([float(sent) for sent in bare.values()]) / KB,
                than="bare push, as many stock widgets",
                counted=f"{len(ours)} screens",
            )
