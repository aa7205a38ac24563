"""The rounds of the bench: the kiosk and what it is compared with take turns, so that both meet the same machine."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.bench.bare import READY
from tests.bench.desk_rounds import DeskBench
from tests.bench.in_terminals import InTerminals
from tests.bench.keeping import Keeping
from tests.bench.rows import Row, middle, p95
from tests.bench.school import AT, lay_down
from tests.bench.terminals import LOBBY, SMALL, Terminal, first_paint, python

START = "Touch to start"
MS, KB, MB = 1000.0, 1000.0, 1e6


class Bench(InTerminals):
    """Measures row by row in a directory of its own."""

    JOBS = "tests.bench.jobs"

    def parts(self) -> Sequence[tuple[str, Callable[[], Iterator[Row]]]]:
        """What there is to measure, each by name."""
        return (
            ("start", self.start), ("tap", self.tap), ("search", self.search), ("bytes", self.bytes),
            ("seen", self.seen), ("memory", self.memory), ("growth", self.growth),
            *DeskBench(self._directory, self._counts).parts(), *Keeping(self._directory, self._counts).parts(),
        )  # fmt: skip

    def start(self) -> Iterator[Row]:
        """From the start of the whole process to its first usable paint."""
        counts = self._counts
        sizes = {counts.few: 1.5, counts.many: 2.0}
        ours: dict[int, list[float]] = {size: [] for size in sizes}
        bare: list[float] = []
        for _ in range(counts.rounds):
            bare.append(first_paint(python("tests.bench.bare"), READY, LOBBY))
            for size, seconds in ours.items():
                seconds.append(first_paint(_kiosk(self._school(size)), START, LOBBY))
        for size, limit in sizes.items():
            yield Row(
                what=f"start to first usable paint, {size:,} listings", ours=middle(ours[size]) * MS, unit="ms",
                beside=middle(bare) * MS, than="bare app, two labels", limit=limit,
                counted=f"median of {counts.rounds} starts each",
            )  # fmt: skip

    def tap(self) -> Iterator[Row]:
        """From a tap to the next screen painted."""
        counts = self._counts
        rounds = max(2, counts.rounds // 2)
        for size in (counts.few, counts.many):
            ours: list[list[float]] = []
            bare: list[list[float]] = []
            for _ in range(rounds):
                walk = self._job(LOBBY, "walk-kiosk", self._school(size), counts.taps)
                ours.append(walk["seconds"])
                bare.append(self._job(LOBBY, "walk-stock", self._newest)["seconds"])
            for name, of, limit in (("p95", p95, 1.5), ("median", middle, None)):
                yield Row(
                    what=f"tap to next screen painted, {name}, {size:,} listings",
                    ours=middle([of(seconds) for seconds in ours]) * MS,
                    unit="ms",
                    beside=middle([of(seconds) for seconds in bare]) * MS,
                    than="bare push, as many stock widgets",
                    limit=limit,
                    counted=f"{counts.taps} taps in each of {rounds} rounds, median of the rounds",
                )

    def search(self) -> Iterator[Row]:
        """A key of a search."""
        found = self._job(LOBBY, "type-searches", self._school(self._counts.many), self._counts.phrases)
        told = {"answered": "until answered", "worked": "of a processor", "painted": "until painted"}
        for name, limit in (("answered", 16.0), ("worked", None), ("painted", None)):
            yield Row(
                what=f"search key {told[name]}, p95, {self._counts.many:,} listings", ours=p95(found[name]) * MS,
                unit="ms", limit=limit, counted=f"{len(found[name])} keys",
            )  # fmt: skip

    def bytes(self) -> Iterator[Row]:
        """What is sent for a screen, and when nobody is there."""
        counts, school = self._counts, self._school(self._counts.few)
        sent = self._job(SMALL, "walk-kiosk", school, counts.taps * 2)["bytes"]
        yield Row(
            what="bytes for one screen change, 80 x 24, most", ours=max(sent) / KB, unit="kB", limit=12.0,
            counted=f"{len(sent)} changes",
        )  # fmt: skip
        with Terminal(_kiosk(school), SMALL) as terminal:
            terminal.wait_until_quiet(2.0)
            before, end = len(terminal.said()), time.monotonic() + counts.idle
            while (left := end - time.monotonic()) > 0:
                terminal.read(left)
            sent_idle = len(terminal.said()) - before
        yield Row(what="bytes while idle", ours=sent_idle, unit="B", limit=0.0, counted=f"{counts.idle:g} s")

    def seen(self) -> Iterator[Row]:
        """From another process's save until it is on the screen."""
        school = lay_down(self._directory / "seen", self._counts.few)
        seconds = self._job(LOBBY, "sees-a-save", school, self._counts.seen)["seconds"]
        yield Row(
            what="a reader shows another process's save, longest", ours=max(seconds), unit="s", limit=1.0,
            counted=f"{len(seconds)} saves, {self._counts.few:,} listings",
        )  # fmt: skip

    def memory(self) -> Iterator[Row]:
        """Memory beside the bare app's."""
        size = self._counts.memory_at
        ours: list[int] = []
        bare: list[int] = []
        for _ in range(3):
            for found, command in ((ours, _kiosk(self._school(size))), (bare, python("tests.bench.bare"))):
                with Terminal(command, LOBBY) as terminal:
                    found.append(terminal.memory_at_rest())
        yield Row(
            what=f"memory with {size:,} listings, all read ahead", ours=middle(ours) / MB, unit="MB", limit=1.5,
            beside=middle(bare) / MB, than="bare app, two labels", counted="RSS of the process at rest, median of 3",
        )  # fmt: skip

    def growth(self) -> Iterator[Row]:
        """Memory that screen changes leave behind."""
        changes, first = self._counts.changes, self._counts.settled_after
        found = self._job(SMALL, "growth", self._school(self._counts.few), changes, first)
        yield Row(
            what=f"memory growth over {changes:,} screen changes", unit="MB", limit=5.0,
            ours=(found["after"] - found["before"]) / MB,
            counted=f"RSS between visits, after the first {first}; {found['taps']:,} taps",
        )  # fmt: skip


def _kiosk(school: Path) -> list[str]:
    return python("kiosk", "--data", school, "--at", AT, "run")
