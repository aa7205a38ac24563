"""The wheel: content travels inside, data goes where the platform keeps it, and nothing of the checkout is needed."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.house.reading import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without a network."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    [built] = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `kiosk` command of a fresh environment that has the wheel; its other parts are those of this one."""
    place = tmp_path_factory.mktemp("fresh") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(place)], check=True)
    python = place / "bin" / "python"
    purelib = "import sysconfig; print(sysconfig.get_path('purelib'))"
    asked = subprocess.run([python, "-c", purelib], check=True, capture_output=True, text=True)
    site = Path(asked.stdout.strip())
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    (site / "parts.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return place / "bin" / "kiosk"


def ask(kiosk: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """One command, far from the checkout, as a person with this home directory."""
    home.mkdir(exist_ok=True)
    kept = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8"}
    return subprocess.run([kiosk, *arguments], cwd=home, env=kept, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_content_and_sample_travel_inside(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    shipped = [file for file in (ROOT / "content").rglob("*") if file.is_file()]
    assert shipped
    for file in shipped:
        assert f"kiosk/_content/{file.relative_to(ROOT / 'content').as_posix()}" in names
    assert "kiosk/_demo/settings.toml" in names
    assert any(name.endswith(".tcss") for name in names)
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith("tests/") or name.endswith((".pyc", "listings.json"))]


@pytest.mark.slow
def test_the_first_run_starts_from_the_sample_where_the_platform_keeps_data(installed: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    first = ask(installed, home, "list", "--need", "food")
    assert first.returncode == 0, first.stderr
    assert "food" in first.stdout.lower()
    assert str(home / ".local" / "share" / "kiosk") in first.stderr
    second = ask(installed, home, "list", "--need", "food")
    assert (second.returncode, second.stderr) == (0, "")
    assert second.stdout.splitlines() != []
    assert ask(installed, home, "check").returncode == 0


@pytest.mark.slow
def test_it_runs_from_its_own_files(installed: Path, tmp_path: Path) -> None:
    python = installed.parent / "python"
    where = "import kiosk, kiosk.config; print(kiosk.__file__, kiosk.config.find_places().content)"
    told = subprocess.run([python, "-c", where], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert str(ROOT / "kiosk") not in told
    assert "_content" in told
