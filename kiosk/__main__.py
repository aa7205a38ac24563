"""`python -m kiosk` and the `kiosk` command."""

from __future__ import annotations

import sys

from kiosk.cli.main import main as run


def main() -> None:
    """Run one command and end with its exit status."""
    sys.exit(run())


if __name__ == "__main__":
    main()
