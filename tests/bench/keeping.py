"""The rounds of the store: saves, openings, another process's save, looks, at every size, beside SQLite and TinyDB."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tests.bench import saves
from tests.bench.counts import Counts
from tests.bench.rows import Row, middle
from tests.bench.school import SEED
from tests.bench.terminals import Unmeasured, python
from tests.house.reading import ROOT

MS, US, MB = 1e3, 1e6, 1e6
SEEN_ENOUGH = 40_000
"""Listings over saves: stock TinyDB saves so seldom that a size takes a minute or two at most."""
WAYS = {"ours": saves.ours, "sqlite": saves.sqlite, "typed": saves.typed}


class Keeping:
    """Measures the store in a directory of its own."""

    def __init__(self, directory: Path, counts: Counts) -> None:
        self._directory = directory
        self._counts = counts

    def parts(self) -> Sequence[tuple[str, Callable[[], Iterator[Row]]]]:
        """What there is to measure, each by name."""
        return ("open", self.open), ("save", self.save), ("notice", self.notice), ("poll", self.poll)

    def save(self) -> Iterator[Row]:
        """A durable save. All sizes and ways take turns, so that each meets the same machine."""
        counts = self._counts
        taken: dict[tuple[int, str], list[float]] = {(size, way): [] for size in counts.sizes for way in WAYS}
        with ExitStack() as stack:
            ready: dict[tuple[int, str], saves.Save] = {}
            for size, way in taken:
                laid = self._sqlite(size) if way == "sqlite" else self._ours(size, f"-{way}")
                ready[size, way] = stack.enter_context(WAYS[way](laid, size))
            saves.at_rest()
            chance, order = random.Random(SEED), list(ready)
            for number in range(-counts.warm, counts.saves):
                chance.shuffle(order)  # what one leaves to be done meets each of the others as often
                for each in order:
                    seconds = saves.timed(ready[each], counts.warm + number)
                    if number >= 0:
                        taken[each].append(seconds)
        middles = {each: middle(seconds) for each, seconds in taken.items()}
        for size in counts.sizes:
            yield self._saved(f"durable save, {size:,} listings", middles[size, "ours"], middles[size, "sqlite"], 1.2)
            yield self._saved(
                f"durable save of a typed listing, {size:,} listings", middles[size, "typed"], middles[size, "sqlite"]
            )
        few, many = min(counts.sizes), max(counts.sizes)
        yield Row(
            what=f"durable save, {many:,} listings against {few:,}", ours=middles[many, "ours"] * MS, unit="ms",
            beside=middles[few, "ours"] * MS, than=f"ours, {few:,} listings", limit=1.5,
            counted=f"median of {counts.saves} each",
        )  # fmt: skip
        for size in counts.sizes:
            yield self._saved_in_tinydb(size, middles[size, "ours"])

    def _saved(self, what: str, ours: float, beside: float, limit: float | None = None) -> Row:
        return Row(
            what=what, ours=ours * MS, unit="ms", beside=beside * MS, than="SQLite, WAL, FULL", limit=limit,
            counted=f"median of {self._counts.saves} each",
        )  # fmt: skip

    def _saved_in_tinydb(self, size: int, ours: float) -> Row:
        times = max(1, min(self._counts.saves, SEEN_ENOUGH // size, 20))
        with saves.tinydb(self._laid("tinydb", size, saves.lay_tinydb), size) as save:
            seconds = [saves.timed(save, number) for number in range(times)]
        return Row(
            what=f"durable save, {size:,} listings", ours=ours * MS, unit="ms", beside=middle(seconds) * MS,
            than="stock TinyDB", counted=f"median of {self._counts.saves} and of {times}",
        )  # fmt: skip

    def open(self) -> Iterator[Row]:
        """Opening, as far as bytes and as far as typed values; what it is compared with decodes to the same."""
        for size in self._counts.sizes:
            ours, sqlite = self._ours(size), self._sqlite(size)
            for decoded, how in (("no", "not decoded"), ("yes", "decoded")):
                found: dict[str, list[dict[str, Any]]] = {"ours": [], "sqlite": []}
                for _ in range(self._counts.rounds):
                    found["ours"].append(self._job("open-ours", ours, decoded))
                    found["sqlite"].append(self._job("open-sqlite", sqlite, decoded))
                for what, key, scale, unit in (("opening", "seconds", MS, "ms"), ("memory of it", "rss", 1 / MB, "MB")):
                    mine, beside = (middle([each[key] for each in found[way]]) * scale for way in ("ours", "sqlite"))
                    yield Row(
                        what=f"{what}, {how}, {size:,} listings", ours=mine, unit=unit, beside=beside,
                        than="SQLite, all rows", counted=f"median of {self._counts.rounds} processes each",
                    )  # fmt: skip

    def notice(self) -> Iterator[Row]:
        """From another process's save until a reader has it."""
        for size in sorted({min(self._counts.sizes), max(self._counts.sizes)}):
            seconds = self._job("sees-saves", self._ours(size), self._counts.seen)["seconds"]
            yield Row(
                what=f"a reader that looks 4 times a second has a save, longest, {size:,} listings",
                ours=max(seconds), unit="s", limit=1.0, counted=f"{len(seconds)} saves",
            )  # fmt: skip

    def poll(self) -> Iterator[Row]:
        """What looking costs."""
        size = max(self._counts.sizes)
        found = self._job("looks", self._ours(size), self._counts.idle)
        yield Row(
            what=f"one look whether something changed, {size:,} listings", ours=found["look"] * US, unit="us",
            beside=found["stat"] * US, than="one os.stat", counted="least of 30 times 1,000",
        )  # fmt: skip
        yield Row(
            what=f"processor time of 4 looks a second, {size:,} listings", ours=found["share"] * 100, unit="%",
            counted=f"{self._counts.idle:g} s",
        )  # fmt: skip

    def _ours(self, size: int, more: str = "") -> Path:
        """The store with that many listings, laid down once; `more` names a copy of its own."""
        first = self._directory / f"ours-{size}"
        if not first.exists():
            saves.lay_ours(first, size)
        return self._copy(first, more) if more else first

    def _sqlite(self, size: int) -> Path:
        return self._laid("sqlite", size, saves.lay_sqlite)

    def _laid(self, way: str, size: int, lay: Callable[[Path, Path], Path]) -> Path:
        file = self._directory / f"{way}-{size}"
        return file if file.exists() else lay(file, self._ours(size))

    def _copy(self, first: Path, more: str) -> Path:
        there = first.with_name(first.name + more)
        if not there.exists():
            shutil.copytree(first, there)
        return there

    def _job(self, job: str, *given: object) -> dict[str, Any]:
        """Run a job of `tests.bench.store_jobs`; what it found."""
        command = python("tests.bench.store_jobs", job, *map(str, given))
        ended = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
        if ended.returncode:
            raise Unmeasured(f"{job} ended with {ended.returncode}: {ended.stderr[-1500:]}")
        found: dict[str, Any] = json.loads(ended.stdout)
        return found
