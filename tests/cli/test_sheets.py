"""`kiosk export` and `kiosk import` of sheets: nothing lost, nothing guessed in silence, all rows or none."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date, time
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from kiosk.cli.main import main
from kiosk.store import open_store
from tests.cli.conftest import Answer, Ask, shown
from tests.properties import first
from tests.tui.staff.host import desk_kiosk

MARK = b"\xef\xbb\xbf"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A place for a sheet."""
    return tmp_path / "programs.csv"


def listed(data: Path) -> dict[str, object]:
    """Every listing as it is kept."""
    store = open_store(data)
    return {kept.id: store.document(kept) for kept in store.load()}


def take(kiosk: Ask, file: Path, content: bytes | str, *more: str | Path) -> Answer:
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return kiosk("import", file, "--yes", *more)


@pytest.mark.parametrize("suffix", first(["xlsx", "csv"]))
def test_the_whole_sample_goes_out_and_comes_back_the_same(
    tmp_path: Path, suffix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    here, there, file = tmp_path / "here", tmp_path / "there", tmp_path / f"all.{suffix}"
    desk_kiosk(here)
    assert main(["--data", str(here), "export", str(file)]) == 0
    before = listed(here)
    seq = open_store(here).load().seq
    capsys.readouterr()
    assert main(["--data", str(here), "import", str(file), "--yes"]) == 0
    assert "Nothing was changed" in capsys.readouterr().err
    assert open_store(here).load().seq == seq, "a second time nothing changes"
    if suffix == "csv":
        no_revs = file.read_text("utf-8-sig").replace("\r\n", "\n").split("\n")
        assert no_revs[0].startswith("id,rev,number,name.en,")
    there.mkdir()
    for name in ("settings.toml", "calendar.toml"):
        (there / name).write_bytes((here / name).read_bytes())
    assert main(["--data", str(there), "import", str(file), "--yes"]) == 0
    assert listed(there) == before


def test_what_was_changed_in_the_sheet_is_changed_and_the_rest_stays(clinic: Ask, sheet: Path) -> None:
    assert clinic("export", sheet).status == 0
    text = sheet.read_text("utf-8-sig")
    assert "School clinic" in text
    answer = take(clinic, sheet, text.replace("School clinic", "Clinic in Room 112").replace(",5,", ",6,", 1))
    assert answer.status == 0, answer.err
    assert "changed  No. 101  Clinic in Room 112" in answer.err
    assert answer.err.endswith("To undo all of it: kiosk restore 1\n")
    assert clinic("restore", "1").status == 0
    assert shown(clinic)["name"]["en"] == "School clinic"


def test_what_somebody_else_changed_since_is_put_together(clinic: Ask, sheet: Path) -> None:
    assert clinic("export", sheet).status == 0
    assert clinic("set", "101", "url=https://example.org/new", "minutes_needed=7").status == 0
    content = (
        sheet.read_bytes().replace(b"clinic@example.org", b"other@example.org").replace(b"School clinic", b"Clinic")
    )
    answer = take(clinic, sheet, content)
    assert answer.status == 0, answer.err
    now = shown(clinic)
    assert (now["email"], now["url"], now["minutes_needed"]) == ("other@example.org", "https://example.org/new", 7)


def test_a_mark_at_the_beginning_is_in_no_value(kiosk: Ask, data: Path, sheet: Path) -> None:
    """Field case s-bom-header."""
    answer = take(kiosk, sheet, MARK + b"name,phone,postal_code\r\nHomework club,860-555-0112,06000\r\n")
    assert answer.status == 0, answer.err
    (doc,) = listed(data).values()
    assert isinstance(doc, dict)
    assert doc["name"] == {"en": "Homework club"}
    assert doc["phones"] == [{"number": "+18605550112"}]
    assert doc["location"] == {"address": {"postal_code": "06000"}}
    out = sheet.with_name("out.csv")
    assert kiosk("export", out).status == 0
    assert out.read_bytes().startswith(MARK), "the same program then shows accents"


CLUB = "name,byday,opens_at,closes_at,dtstart\n"


def test_one_cell_proves_the_order_of_day_and_month(kiosk: Ask, data: Path, sheet: Path) -> None:
    """Field case s-date-order, first file."""
    rows = "".join(f"Club {day},MO,15:00,16:00,{day}\n" for day in ("11/30/2026", "11/05/2026", "02/03/2027"))
    answer = take(kiosk, sheet, CLUB + rows)
    assert answer.status == 0, answer.err
    assert "are read as" not in answer.err
    assert starts(data) == ["2026-11-05", "2026-11-30", "2027-02-03"]


def starts(data: Path) -> list[str]:
    return sorted(kept.listing.schedules[0].dtstart.isoformat() for kept in open_store(data).load())  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("region", "way", "days"),
    [
        ("US-CT", "month/day/year", ["2027-02-03", "2027-05-06"]),
        ("MX", "day/month/year", ["2027-03-02", "2027-06-05"]),
    ],
)
def test_without_proof_the_order_is_the_countrys_and_is_said(
    kiosk: Ask, data: Path, sheet: Path, region: str, way: str, days: list[str]
) -> None:
    """Field case s-date-order, second file."""
    data.mkdir()
    (data / "settings.toml").write_text(f'school = "Oak"\nzone = "America/New_York"\nregion = "{region}"\n', "utf-8")
    answer = take(kiosk, sheet, f"{CLUB}One,MO,3:15 PM,4 PM,02/03/2027\nTwo,MO,15:00,16:00,05/06/2027\n")
    assert answer.status == 0, answer.err
    assert f"Dates in the column dtstart are read as {way}, as in {region}." in answer.err
    assert starts(data) == days


def test_both_orders_in_one_column_are_named(kiosk: Ask, data: Path, sheet: Path) -> None:
    answer = take(kiosk, sheet, f"{CLUB}One,MO,15:00,16:00,13/03/2027\nTwo,MO,15:00,16:00,03/14/2027\n")
    assert answer.status == 5
    assert "programs.csv, row 3, column dtstart: “03/14/2027” is no day." in answer.err
    assert not (data / "listings.journal").exists()


BAD = """id,name,byday,opens_at,closes_at
3,Three,,,
7,,,,
12,Twelve,,,
3,,MO,8:00,9:00
7,,TU,8:00,9:00
12,,WE,8:00,9:00
"""


def test_a_bad_row_names_itself_and_those_that_hang_on_it(kiosk: Ask, data: Path, sheet: Path) -> None:
    """Field case s-bad-row: rows in the file = rows saved + rows refused."""
    answer = take(kiosk, sheet, BAD)
    assert answer.status == 5
    lines = answer.err.splitlines()
    assert any(line.startswith("programs.csv, row 3 (7), column name: ") for line in lines)
    assert "programs.csv, row 6 (7): Its listing, in row 3, cannot be taken in. Change that row first." in lines
    assert "2 rows of 6 cannot be taken in. Nothing was changed." in answer.err
    assert not (data / "listings.journal").exists()
    mend = sheet.with_name("to-mend.csv")
    answer = take(kiosk, sheet, BAD, "--refused", mend)
    assert answer.status == 0, answer.err
    docs = listed(data)
    assert {(doc["x_source_id"], doc["schedules"][0]["byday"][0]) for doc in docs.values()} == {  # type: ignore[index]
        ("3", "MO"), ("12", "WE"),
    }  # fmt: skip
    assert mend.read_text("utf-8-sig").splitlines() == ["id,name,byday,opens_at,closes_at", "7,,,,", "7,,TU,8:00,9:00"]
    mended = mend.read_text("utf-8-sig").replace("7,,,,", "7,Seven,,,")
    assert take(kiosk, mend, mended).status == 0
    assert len(listed(data)) == 3


def test_problems_as_json(kiosk: Ask, sheet: Path) -> None:
    answer = take(kiosk, sheet, "name,colour,email\nClub,red,nobody\n", "--json")
    assert answer.status == 5
    document = answer.document
    assert isinstance(document, dict)
    assert document["rows"] == 1
    assert {(each["row"], each["column"]) for each in document["problems"]} == {(1, "colour"), (2, "email")}


FORMULAS = ["=1+1", "+1 860", "-2", "@SUM(A1)", "'quoted", '=HYPERLINK("http://x")', "'=already", "\u00f1 - a"]


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_nothing_in_a_sheet_is_a_formula(kiosk: Ask, data: Path, tmp_path: Path, suffix: str) -> None:
    docs = [{"id": f"l{place}", "name": {"en": text}, "x_note": text} for place, text in enumerate(FORMULAS)]
    (tmp_path / "add.json").write_text(json.dumps(docs), "utf-8")
    assert kiosk("add", tmp_path / "add.json").status == 0
    file = tmp_path / f"out.{suffix}"
    assert kiosk("export", file).status == 0
    if suffix == "csv":
        import csv

        for row in csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline="")):
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)
    else:
        page = load_workbook(file).active
        assert page is not None
        assert all(cell.data_type != "f" for row in page.iter_rows() for cell in row)
    before = listed(data)
    assert kiosk("import", file, "--yes").status == 0
    assert listed(data) == before
    assert "Nothing was changed" in kiosk("import", file, "--yes").err


def book(*pages: tuple[str, list[list[object]]]) -> bytes:
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in pages:
        page = made.create_sheet(name)
        for row in rows:
            page.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_workbook_with_hours_on_a_page_of_their_own(kiosk: Ask, tmp_path: Path) -> None:
    services: list[list[object]] = [
        ["id", "name", "room", "zip", "cost", "papers.checked"],
        ["club", "Club", 104, 6000, 12.5, date(2026, 11, 2)],
    ]
    schedules: list[list[object]] = [
        ["id", "byday", "opens_at", "closes_at"],
        ["club", "MO, TU", time(15), "4:30 PM"],
        ["club", "FR", time(8), time(9)],
    ]
    content = book(("services", services), ("schedules", schedules))
    answer = take(kiosk, tmp_path / "book.xlsx", content)
    assert answer.status == 0, answer.err
    doc = shown(kiosk)
    assert [row["byday"] for row in doc["schedules"]] == [["MO", "TU"], ["FR"]]
    assert doc["schedules"][0]["closes_at"] == "16:30"
    assert (doc["location"]["room"], doc["cost_options"][0]["amount"]) == ("104", 12.5)
    assert doc["papers"]["checked"] == "2026-11-02"


def test_hours_as_people_type_them(kiosk: Ask, sheet: Path) -> None:
    answer = take(kiosk, sheet, 'name,hours\nClub,"M-F 8-4, 1st Sat 9-11"\n')
    assert answer.status == 0, answer.err
    assert len(shown(kiosk)["schedules"]) == 2
    answer = take(kiosk, sheet, "name,hours\nOther,now and then\n")
    assert answer.status == 5
    assert "row 2, column hours: “" in answer.err


def test_an_emptied_cell_takes_away_and_a_column_that_is_not_there_does_not(clinic: Ask, sheet: Path) -> None:
    before = shown(clinic)
    answer = take(clinic, sheet, "id,email,minutes_needed\nschool-clinic,,9\n")
    assert answer.status == 0, answer.err
    now = shown(clinic)
    assert "email" not in now
    assert now["minutes_needed"] == 9
    assert now["schedules"] == before["schedules"]


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 300_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b""),
        ("a.csv", b"name\n"),
        ("a.csv", b"\xff\xfe\x00"),
        ("a.csv", b"name\n\x00\n"),
        ("a.csv", b'name\n"open\n' * 3),
        ("a.csv", b"name\n" + b"x\n" * 30_000),
        ("a.csv", b"," * 900 + b"\nx\n"),
        ("a.csv", b"name,name\nA,B\n"),
        ("a.csv", b"name.en\n" + b"[" * 50_000 + b"\n"),
        ("a.csv", b"name,schedules[999999].byday\nA,MO\n"),
        ("a.csv", b"name,needs\nA,no-such-need\n"),
        ("a.xlsx", b"PK\x03\x04 no zip"),
        ("a.xlsx", bomb()),
        ("a.xlsx", b"no workbook"),
    ],
)
def test_a_sheet_that_is_none_changes_nothing(
    kiosk: Ask, data: Path, tmp_path: Path, name: str, content: bytes
) -> None:
    answer = take(kiosk, tmp_path / name, content)
    assert answer.status == 5, answer
    assert "Nothing was changed" in answer.err
    assert not (data / "listings.journal").exists()


def test_words_that_a_terminal_obeys_do_not_come_in(kiosk: Ask, sheet: Path) -> None:
    answer = take(kiosk, sheet, "name,description\n\x1b[2JClub,\u202eevil\n")
    assert answer.status == 0, answer.err
    doc = shown(kiosk)
    assert (doc["name"]["en"], doc["description"]["en"]) == ("[2JClub", "evil")


def test_a_sheet_falls_on_nothing(clinic: Ask, sheet: Path) -> None:
    sheet.write_text("my essay", "utf-8")
    answer = clinic("export", sheet)
    assert answer.status == 5
    assert sheet.read_text("utf-8") == "my essay"
    assert clinic("import", sheet.with_name("none.csv")).status == 3
