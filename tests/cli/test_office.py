"""What staff's commands share: they read only what they need, and say one sentence where they may not write."""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from zlib import crc32

import pytest

from kiosk import cli, store
from kiosk.cli.main import main
from kiosk.config import Places
from kiosk.store.codec import from_bytes
from kiosk.store.row import Row
from tests.cli.conftest import Ask, shown
from tests.house.reading import ROOT

NOBODY = 65534
CHANGES = (
    ("set", "101", "minutes_needed=1"),
    ("delete", "101"),
    ("undo", "101"),
    ("questions", "101", "--take", "mine"),
    ("restore", "1"),
)


def loaded_by(*arguments: str | Path) -> set[str]:
    """The modules that one command reads, in a process of its own."""
    code = (
        "import sys; from kiosk.cli.main import main; status = main(sys.argv[1:]); "
        "print(*sorted(sys.modules), file=sys.stderr); sys.exit(status)"
    )
    command = [sys.executable, "-c", code, *map(str, arguments)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return set(ran.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    "command",
    [("set", "101", "minutes_needed=1"), ("history", "101"), ("questions",), ("restore", "--list"), ("delete", "101")],
)
@pytest.mark.usefixtures("clinic")
def test_a_change_brings_no_screen_no_page_and_no_search(data: Path, command: tuple[str, ...]) -> None:
    loaded = loaded_by("--data", data, *command)
    assert not {name for name in loaded if name.startswith(("kiosk.pages", "kiosk.tui"))}
    assert not loaded & {"kiosk.services.center", "kiosk.services.search", "kiosk.services.directory", "kiosk.wiring"}
    assert not {name.partition(".")[0] for name in loaded} & {
        "textual", "rich", "babel", "sqlite3", "rapidfuzz", "dateutil", "qrcode", "phonenumbers", "icalendar",
    }  # fmt: skip


@pytest.mark.parametrize("ref", ["club-7", "107", "No. 107"])
def test_a_change_decodes_the_one_listing_and_no_other(
    kiosk: Ask, data: Path, tmp_path: Path, ref: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = ",".join(f'{{"id": "club-{n}", "number": {100 + n}, "name": {{"en": "Club {n}"}}}}' for n in range(1, 31))
    (tmp_path / "many.json").write_text(f"[{many}]", "utf-8")
    assert kiosk("add", tmp_path / "many.json").status == 0
    assert kiosk("backup", tmp_path / "all.json").status == 0
    (tmp_path / "all.json").replace(data / "listings.json")  # as after a fold: nothing is in memory yet
    decoded: set[str] = set()

    def noting(raw: bytes) -> object:
        listing = from_bytes(raw)
        decoded.add(listing.id)
        return listing

    def head(row: Row) -> object:
        decoded.add(row.id)
        return None

    def document(row: Row) -> dict[str, object]:
        decoded.add(row.id)
        return plain_document(row)

    plain_document = Row.document
    monkeypatch.setattr("kiosk.store.codec.from_bytes", noting)
    monkeypatch.setattr(Row, "head", head)
    monkeypatch.setattr(Row, "document", document)
    assert kiosk("set", ref, "minutes_needed=1").status == 0
    assert decoded == {"club-7"}


def as_nobody(work: Callable[[], int]) -> int:
    """The exit status of `work` in a process of an account that owns nothing."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # 3.12 warns where threads run; the child starts none
        child = os.fork()
    if child == 0:
        status = 99
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            status = work()
        finally:
            os._exit(status)  # whatever happens, this process must not go on with the tests
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture
def shared(clinic: Ask, data: Path) -> Path:
    """A school that another account may read only, with an open question, reached through open parents."""
    rev = str(shown(clinic)["rev"])
    assert clinic("set", "101", "minutes_needed=10").status == 0
    assert clinic("set", "101", "minutes_needed=20", "--rev", rev).status == 4
    assert clinic("check").status == 0
    for module in (*iter_modules(store.__path__, "kiosk.store."), *iter_modules(cli.__path__, "kiosk.cli.")):
        import_module(module.name)  # now: the other account may not be allowed to read this machine's Python
    for parent in data.parents:
        if parent.owner() == data.owner() and parent not in (Path("/"), Path("/tmp")):
            parent.chmod(0o755)
    for file in data.iterdir():
        file.chmod(0o444)
    data.chmod(0o555)
    return data


@pytest.mark.parametrize("command", CHANGES)
def test_an_account_that_may_only_read_changes_nothing(shared: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    before = {file.name: file.read_bytes() for file in shared.iterdir()}
    said = tmp_path / "said"
    said.touch()
    said.chmod(0o666)

    def work() -> int:
        with said.open("w", encoding="utf-8") as stream:
            sys.stderr = stream
            return main(["--data", str(shared), *command])

    assert as_nobody(work) == 6
    assert said.read_text("utf-8").startswith("This account may not change the listings. Nothing was changed.")
    assert {file.name: file.read_bytes() for file in shared.iterdir()} == before


@pytest.mark.parametrize("command", [("history", "101"), ("questions",), ("restore", "--list"), ("check",)])
def test_an_account_that_may_only_read_reads(shared: Path, command: tuple[str, ...]) -> None:
    before = sorted(shared.iterdir())
    assert as_nobody(lambda: main(["--data", str(shared), *command])) == 0
    assert sorted(shared.iterdir()) == before


def test_a_newer_kiosks_listings_are_left_alone(clinic: Ask, data: Path) -> None:
    file = data / "listings.json"
    body, _, _ = file.read_bytes().replace(b'"schema":2', b'"schema":9').rpartition(b',"check":"')
    file.write_bytes(body + b',"check":"%08x"}}}\n' % crc32(body))
    before = {each.name: each.read_bytes() for each in data.iterdir()}
    for command in (*CHANGES, ("history", "101"), ("questions",), ("restore", "--list"), ("check",)):
        answer = clinic(*command)
        assert (answer.status, answer.out) == (6, ""), command
        assert answer.err == "A newer kiosk wrote these listings. Update this one. Nothing was changed.\n"
    assert {each.name: each.read_bytes() for each in data.iterdir()} == before


def test_a_first_run_lays_the_sample_down_for_staff_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    places = Places(ROOT / "content", ROOT / "data" / "demo", tmp_path / "data", is_default=True)
    monkeypatch.setattr("kiosk.wiring.find_places", lambda _: places)
    monkeypatch.setattr("kiosk.cli.office.find_places", lambda _: places)
    assert main(["restore", "--list"]) == 0
    said = capsys.readouterr()
    assert "sample  add: " in said.out
    assert said.err.startswith("This is the sample school")


@pytest.mark.parametrize("command", ["set", "history"])
def test_what_is_wrong_in_the_settings_is_told_and_stops_nothing(clinic: Ask, data: Path, command: str) -> None:
    (data / "settings.toml").write_text('school = "Oak"\n[store]\nhistory_mib = 0\n', "utf-8")
    answer = clinic(command, "101", *(["x_note=1"] if command == "set" else []))
    assert answer.status == 0
    assert answer.err == "settings.toml, line 3, store.history_mib: 0 MiB is too little. Write 1 to 1048576.\n"


@pytest.mark.slow
def test_two_processes_lose_nothing(clinic: Ask, data: Path) -> None:
    """Two shells, each setting its own field again and again, from whatever stands."""
    loop = f"for n in 1 2 3 4 5; do {sys.executable} -m kiosk --data {data} set 101 $0.n$n=$n || exit 1; done"
    shells = [subprocess.Popen(["sh", "-c", loop, f"x_{who}"], cwd=ROOT, stdout=subprocess.DEVNULL) for who in "ab"]
    assert [shell.wait() for shell in shells] == [0, 0]
    now = shown(clinic)
    assert now["x_a"] == now["x_b"] == {f"n{n}": n for n in range(1, 6)}
    assert len(clinic("history", "101").out.splitlines()) == 11
    assert clinic("check").status == 0


@pytest.mark.slow
def test_two_processes_that_set_one_field_leave_one_value_and_its_questions(clinic: Ask, data: Path) -> None:
    read = str(shown(clinic)["rev"])
    program = [sys.executable, "-m", "kiosk", "--data", str(data)]
    words = [[*program, "set", "101", f"minutes_needed={n}", "--rev", read] for n in range(10, 14)]
    running = [subprocess.Popen(each, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for each in words]
    assert sorted(each.wait() for each in running) == [0, 4, 4, 4]
    asked = clinic("questions", "101", "--json").document
    assert isinstance(asked, list)
    values = {shown(clinic)["minutes_needed"], *(each["mine"] for each in asked)}
    assert values == {10, 11, 12, 13}
