"""What is wrong in the school's own files is told at the desk in the staff's language, whatever it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.config import CALENDAR, SETTINGS, load_school
from kiosk.pages.reader import Size
from kiosk.pages.staff.file_problems import placed_words, rule_words
from kiosk.pages.staff.job_words import job_line
from kiosk.pages.staff.parts import StaffAsk
from kiosk.school_rules import SENTENCES, Wrong
from kiosk.services.desk import Who
from kiosk.services.jobs import jobs
from tests.tui.staff.host import desk_kiosk

_PLACE = re.compile(r"{(\w+)}")


@pytest.fixture(scope="module")
def asks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, StaffAsk]:
    """The desk of the sample school, in both languages."""
    kiosk = desk_kiosk(Path(tmp_path_factory.mktemp("desk")))
    desk, words = kiosk.desk(Who("office")), kiosk.desk_words()
    return {code: StaffAsk(desk, words(code), kiosk.clock(), Size(80, 24)) for code in ("en", "es")}


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_each_rule_is_said_in_both_languages(asks: dict[str, StaffAsk], code: str) -> None:
    places = _PLACE.findall(SENTENCES[code])
    wrong = Wrong("idle", code, dict.fromkeys(places, "[b]{x}[/b]"))
    english, spanish = rule_words(asks["en"], wrong), rule_words(asks["es"], wrong)
    assert english == str(wrong) != spanish
    for said in (english, spanish):
        assert said.count("[b]{x}[/b]") == len(places)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (SETTINGS, "school = 'Oak'\nidle = ninety\n", "settings.toml, línea 2: Esta línea no se puede leer."),
        (SETTINGS, "school = 'Oak'\nidle = 'x'\n", "settings.toml, línea 2, idle: Esto no va aquí."),
        (
            SETTINGS,
            "school = 'Oak'\nidel = 90\n",
            "settings.toml, línea 2, idel: Esta clave no se conoce. ¿Quiso decir",
        ),
        (SETTINGS, "school = 'Oak'\nqqqqq = 90\n", "settings.toml, línea 2, qqqqq: Esta clave no se conoce. Quítela."),
        (SETTINGS, "school = 'Oak'\nidle = 1\n", "settings.toml, línea 2, idle: "),
        (CALENDAR, "first_day = 7\n", "calendar.toml, línea 1, first_day: Esto no va aquí."),
    ],
)
def test_a_mistake_is_told_with_its_line(
    asks: dict[str, StaffAsk], tmp_path: Path, name: str, text: str, said: str
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    first = load_school(tmp_path).problems[0]
    assert placed_words(asks["es"], first).startswith(said)
    assert placed_words(asks["en"], first).startswith(f"{name}, line {first.line}")


@pytest.mark.parametrize(("content", "said"), [(b"\xff\xfe\xfa", "no se puede leer"), (b"", "falta o está vacío")])
def test_a_file_that_is_gone_or_no_text_is_told(
    asks: dict[str, StaffAsk], tmp_path: Path, content: bytes, said: str
) -> None:
    (tmp_path / ".last-good").mkdir()
    (tmp_path / ".last-good" / SETTINGS).write_text("school = 'Oak'\n", "utf-8")
    (tmp_path / SETTINGS).write_bytes(content)
    assert said in placed_words(asks["es"], load_school(tmp_path).problems[0])


def test_what_needs_you_today_names_it_in_spanish(tmp_path: Path) -> None:
    kiosk = desk_kiosk(tmp_path)
    desk = kiosk.desk(Who("office"))
    with (tmp_path / SETTINGS).open("a", encoding="utf-8") as file:
        file.write("\nidel = 90\n")
    ask = StaffAsk(desk, kiosk.desk_words()("es"), kiosk.clock(), Size(80, 24))
    (job,) = (each for each in jobs(desk) if each.kind == "school-file")
    assert "Esta clave no se conoce." in job_line(ask, job).words
