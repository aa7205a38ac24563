"""The form's values in people's words: what stands in a field, typed again, is the same value."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.pages.reader import Size
from kiosk.pages.staff.form import form_page
from kiosk.pages.staff.form_values import shown_value, typed_value
from kiosk.pages.staff.parts import StaffAsk
from kiosk.services.desk import Who
from kiosk.services.form import Form
from kiosk.services.form_fields import SECTIONS, Field, fields
from tests.pages.center import TUESDAY
from tests.properties import first
from tests.tui.staff.host import desk_kiosk


def asking(directory: Path, language: str = "en") -> StaffAsk:
    """A question at the desk of the sample school."""
    kiosk = desk_kiosk(directory)
    return StaffAsk(kiosk.desk(Who("office", "admin")), kiosk.desk_words()(language), TUESDAY, Size(80, 24))


@pytest.mark.parametrize("language", first(["es", "en"]))
def test_what_stands_there_is_the_same_when_it_is_typed_again(tmp_path: Path, language: str) -> None:
    ask = asking(tmp_path, language)
    read = 0
    for kept in list(ask.desk.records.load())[:60]:
        form = Form(ask.desk, kept.id)
        for section in SECTIONS:
            for field in fields(section, form.doc, ("en", "es")):
                shown = shown_value(ask, form, field)
                if field.kind in ("hours", "choice", "flag") or not shown or "\n" in shown:
                    continue
                kept_value = form.value(field)
                assert typed_value(ask, field, shown) == (None if kept_value == [] else kept_value), (field.path, shown)
                read += 1
    assert read > 500


@pytest.mark.parametrize(
    ("path", "kind", "typed", "value"),
    [
        ("papers.checked", "day", "Nov 2", "2026-11-02"),
        ("sign_up.closes", "day", "18 de diciembre", "2026-12-18"),
        ("sign_up.closes", "day", "12/18/2026", "2026-12-18"),
        ("way_home.late_bus", "time", "5:10 pm", "17:10"),
        ("cost_options[0].amount", "money", "Free", 0),
        ("cost_options[0].amount", "money", "$12.50", 12.5),
        ("phones[0].number", "phone", "(860) 555-0112", "+18605550112"),
        ("papers.asks", "names", "proof of address, an ID", ["address", "id"]),
        ("papers.asks", "names", "None", None),
        ("eligibility.grades", "names", "pre-k, K, 3", ["PK", "K", "3"]),
        ("languages", "names", "English, Español, Haitian Creole", ["en", "es", "ht"]),
        ("places.left", "number", "", None),
    ],
)
def test_people_type_words(tmp_path: Path, path: str, kind: str, typed: str, value: object) -> None:
    assert typed_value(asking(tmp_path), Field(path, kind), typed) == value  # type: ignore[arg-type]  # a kind


@pytest.mark.parametrize(
    ("path", "kind", "typed", "said"),
    [
        ("papers.checked", "day", "soon", "No day was read."),
        ("way_home.late_bus", "time", "5:10", "No time was read. Type it like 5:10 PM."),
        ("cost_options[0].amount", "money", "a little", "No price was read."),
        ("phones[0].number", "phone", "call us", "No phone number was read."),
        ("languages", "names", "Klingon?", "One of these names is not known."),
    ],
)
def test_what_means_nothing_is_kept_and_says_what_to_type(
    tmp_path: Path, path: str, kind: str, typed: str, said: str
) -> None:
    ask = asking(tmp_path)
    form = Form(ask.desk, "food-shelf")
    field = Field(path, kind)  # type: ignore[arg-type]  # a kind
    form.set(field, typed, lambda: typed_value(ask, field, typed))
    assert form.typed == {path: typed}
    page = form_page(ask, form, next(id for id in SECTIONS if field in fields(id, form.doc, ("en", "es"))))
    line = next(line for section in page.sections for line in section.fields if line.field == field)
    assert line.value == typed
    assert line.problem.startswith(said)


@pytest.mark.slow
def test_no_code_is_shown_in_either_language(tmp_path: Path) -> None:
    codes = {
        "school-days",
        "no-school-days",
        "any-day",
        "as-usual",
        "shortened",
        "waitlist",
        "asked",
        "not-asked",
        "active",
    }
    for language in ("en", "es"):
        ask = asking(tmp_path, language)
        for kept in list(ask.desk.records.load())[:40]:
            form = Form(ask.desk, kept.id)
            for section in SECTIONS:
                for line in (each for part in form_page(ask, form, section).sections for each in part.fields):
                    if line.field.kind in ("choice", "hours", "names", "day"):
                        assert line.value not in codes - {"waitlist" if language == "en" else ""}
                        assert "2026-" not in line.value
