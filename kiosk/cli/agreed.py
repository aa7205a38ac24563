"""Whether the person at the terminal agrees to what was shown first."""

from __future__ import annotations

import sys

import click

from kiosk.cli.context import tell


def agreed(question: str, yes: bool) -> bool:
    """Asks, unless `yes` was said before. Where nobody can be asked, it stays at showing."""
    if yes:
        return True
    if not (sys.stdin and sys.stdin.isatty()):
        tell("Nothing was changed yet. To do it: the same with --yes")
        return False
    if click.confirm(question, err=True):
        return True
    tell("Nothing was changed.")
    return False
