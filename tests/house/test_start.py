"""What a start costs: nothing that the command does not need is imported, seen from outside in a fresh process."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.house.reading import ROOT

HEAVY = (
    "textual",
    "rich",
    "openpyxl",
    "holidays",
    "icalendar",
    "phonenumbers",
    "rapidfuzz",
    "qrcode",
    "PIL",
    "sqlite3",
)


def loaded_after(code: str) -> set[str]:
    """The top-level modules of a fresh Python that ran `code`."""
    asked = f"{code}\nimport sys; print(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    ran = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(ran.stdout.split())


def test_the_command_line_starts_without_a_screen() -> None:
    loaded = loaded_after("import kiosk.cli.main")
    assert not loaded & set(HEAVY)
    assert not loaded & {"msgspec", "babel", "tinydb", "dateutil"}


@pytest.mark.parametrize("command", ["init", "list", "show", "search", "open", "add", "qr", "check", "run"])
def test_no_command_brings_a_screen_before_it_is_wanted(command: str) -> None:
    code = f"from kiosk.cli.main import cli; assert cli.get_command(None, {command!r})"
    assert not loaded_after(code) & {"textual", "rich"}


def test_a_familys_first_screen_brings_nothing_heavy_but_the_screen() -> None:
    """FIELD-NOTES: only msgspec and Babel belong on the way to a family's first screen."""
    assert not loaded_after("import kiosk.wiring") & (set(HEAVY) - {"sqlite3"})  # a millisecond


def test_the_lobby_has_no_way_to_a_network() -> None:
    """TLS would be 4 MB and 10 ms of every start; asyncio, and the hashes of revisions, do without."""
    code = "from kiosk.cli.screen import stay_offline; stay_offline(); import textual.app, kiosk.store.plan"
    loaded = loaded_after(code + "; import sys; del sys.modules['ssl'], sys.modules['_hashlib']")
    assert "asyncio" in loaded and "_blake2" in loaded
    assert not loaded & {"_ssl", "_hashlib"}
