"""`python -m tests.bench [--quick] [--only PART ...] [--json FILE]`: prints the table. A report, not a gate."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.counts import QUICK, Counts
from tests.bench.rounds import Bench
from tests.bench.rows import Row, as_json, table
from tests.bench.terminals import Unmeasured

PARTS = tuple(name for name, _ in Bench(Path(), Counts()).parts())


def run(counts: Counts, only: list[str], report: Path | None) -> int:
    """Measure, print the table, and give the exit status: 1 when a row could not be measured."""
    rows: list[Row] = []
    missing: list[str] = []
    with TemporaryDirectory(prefix="kiosk-bench-") as there:
        for name, part in Bench(Path(there), counts).parts():
            if only and name not in only:
                continue
            _say(f"measuring: {name}")
            try:
                rows += part()
            except Unmeasured as error:
                missing.append(f"{name} could not be measured: {error}")
    out = sys.stdout
    out.write(f"{_machine()}\n\n{table(rows)}\n")
    out.writelines(f"{line}\n" for line in missing)
    if report is not None:
        document = {"machine": _machine(), "rows": as_json(rows), "missing": missing}
        report.write_text(json.dumps(document, indent=1) + "\n", "utf-8")
    return 1 if missing else 0


def _machine() -> str:
    load = os.getloadavg()[0]
    return (
        f"Python {platform.python_version()}, Textual {version('textual')}, {platform.machine()}, "
        f"{os.cpu_count()} cores, load {load:.1f} at the end"
    )


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


def main() -> int:
    """Read the options and run."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="The numbers the kiosk is held to.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, taps and screen changes: a few minutes")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=[], help="only these parts")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows there too")
    given = parser.parse_args()
    return run(QUICK if given.quick else Counts(), given.only, given.json)


if __name__ == "__main__":
    sys.exit(main())
