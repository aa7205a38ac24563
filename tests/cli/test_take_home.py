"""`kiosk export`, `kiosk import` and `kiosk verify`: listings carried between machines that were edited apart."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.cli.main import main
from kiosk.domain.errors import NotSaved, Refused
from kiosk.store import open_store
from kiosk.store.bundle import unpack
from kiosk.store.bundle_file import read_bundle, write_bundle
from kiosk.store.disk import Disk
from tests.cli.conftest import Answer, Ask, shown

CLINIC = "school-clinic"
Start = Callable[..., "list[Place]"]


@dataclass(frozen=True)
class Place:
    """One machine of several, and its stick."""

    directory: Path
    stick: Path
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str | Path) -> Answer:
        self.capsys.readouterr()
        status = main(["--data", str(self.directory), *map(str, arguments)])
        said = self.capsys.readouterr()
        return Answer(status, said.out, said.err)

    def export(self) -> Path:
        answer = self("export", "--format", "bundle", self.stick)
        assert answer.status == 0, answer.err
        return self.stick

    def take_from(self, other: Place) -> Answer:
        return self("import", other.export(), "--yes", "--by", self.directory.name)

    def state(self) -> object:
        """Everything that must be alike: listings with their revisions, and the open questions."""
        store = open_store(self.directory)
        docs = [(kept.id, kept.rev, store.document(kept)) for kept in sorted(store.load(), key=lambda kept: kept.id)]
        return docs, store.questions()

    def add(self, tmp_path: Path, id: str) -> None:
        file = tmp_path / "new.json"
        file.write_text(f'{{"id": "{id}", "name": {{"en": "The {id}"}}}}', "utf-8")
        assert self("add", file).status == 0


@pytest.fixture
def start(clinic: Ask, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Start:
    """Machines that start from the same school, with the clinic and a club."""
    (tmp_path / "club.json").write_text('{"id": "club", "name": {"en": "Club"}}', "utf-8")
    assert clinic("add", tmp_path / "club.json").status == 0

    def started(*names: str) -> list[Place]:
        for name in names:
            shutil.copytree(data, tmp_path / name)
        return [Place(tmp_path / name, tmp_path / f"{name}.kiosk", capsys) for name in names]

    return started


ORDERS = list(itertools.permutations(itertools.permutations(range(3), 2), 2))
"""Who first takes from whom, then who from whom; the rest follows."""


@pytest.mark.parametrize(
    "order", [pytest.param(each, marks=() if n % 6 == 0 else pytest.mark.slow) for n, each in enumerate(ORDERS)]
)
def test_three_machines_edited_apart_end_alike_in_whatever_order_they_meet(
    start: Start, tmp_path: Path, order: tuple[tuple[int, int], ...]
) -> None:
    all = home, office, lobby = start("home", "office", "lobby")
    assert home("set", "101", "minutes_needed=10", "email=home@example.org").status == 0
    assert office("set", "101", "minutes_needed=20", "url=https://example.org/office").status == 0
    assert lobby("--at", "2026-11-20T09:00", "verify", "101", "--by", "mary").status == 0
    assert lobby("delete", "club").status == 0
    home.add(tmp_path, "chess")
    office.add(tmp_path, "drama")
    rest = [pair for pair in itertools.permutations(range(3), 2) if pair not in order]
    for taker, giver in (*order, *rest) * 2:
        assert all[taker].take_from(all[giver]).status in (0, 4)
    assert home.state() == office.state() == lobby.state()
    clinic = shown(home)
    assert (clinic["email"], clinic["url"]) == ("home@example.org", "https://example.org/office")
    assert clinic["assurer"] == "mary"
    (question,) = open_store(home.directory).questions()
    assert {clinic["minutes_needed"], question.mine} == {10, 20}, "nothing is lost, and nothing else is asked"
    listed = {kept.id: kept.number for kept in open_store(lobby.directory).load()}
    assert set(listed) == {CLINIC, "chess", "drama"}
    assert len(set(listed.values())) == 3
    for place in all:
        assert place("check").status == 0
        again = place.take_from(home)
        assert (again.status, again.out) == (0, "")
        assert again.err == "Nothing was changed: all of it is here already.\n"


def test_an_import_says_what_will_change_then_what_was_taken_and_the_way_back(start: Start, tmp_path: Path) -> None:
    home, office = start("home", "office")
    office.add(tmp_path, "drama")
    assert office("set", "101", "minutes_needed=20").status == 0
    assert office("delete", "club").status == 0
    before = home.state()
    answer = home.take_from(office)
    assert answer.err.splitlines() == [
        "gone     No. 102  Club",
        "new      No. 103  The drama",
        "changed  No. 101  School clinic",
        "         Minutes it takes: 20, was 5",
        "         Families read now: Bring: Permission form, signed by a parent. It takes 5 minutes.",
        "         Then: Bring: Permission form, signed by a parent. It takes 20 minutes.",
        "1 new, 1 changed, 1 gone.",
        "3 listings were taken in.",
        "To undo all of it: kiosk restore 2",
    ]
    assert (answer.status, answer.out) == (0, "")
    assert home("restore", "2").status == 0
    assert [doc for _, _, doc in home.state()[0]] == [doc for _, _, doc in before[0]]  # type: ignore[index]


def test_what_is_said_word_for_word_as_home_office_and_lobby_meet(start: Start, tmp_path: Path) -> None:
    home, office, lobby = start("home", "office", "lobby")
    assert home("set", "101", "minutes_needed=10", "email=home@example.org").status == 0
    assert office("set", "101", "minutes_needed=20", "url=https://example.org/office").status == 0
    assert lobby("--at", "2026-11-20T09:00", "verify", "101", "--by", "mary").status == 0
    assert lobby("delete", "club").status == 0
    home.add(tmp_path, "chess")
    office.add(tmp_path, "drama")
    said = [taker.take_from(giver) for taker, giver in ((home, lobby), (office, home), (lobby, office), (home, office))]
    assert [answer.status for answer in said] == [0, 4, 4, 4]
    assert [answer.err for answer in said] == [HOME_FROM_LOBBY, OFFICE_FROM_HOME, LOBBY_FROM_OFFICE, HOME_AGAIN]
    assert home.state() == office.state() == lobby.state()
    for taker, giver in itertools.permutations((home, office, lobby), 2):
        again = taker.take_from(giver)
        assert (again.status, again.err) == (0, "Nothing was changed: all of it is here already.\n")


HOME_FROM_LOBBY = """\
gone     No. 102  Club
changed  No. 101  School clinic
         Checked: still true
         Families read now: Checked Nov 2
         Then: Checked Nov 20
0 new, 1 changed, 1 gone.
2 listings were taken in.
To undo all of it: kiosk restore 4
"""
OFFICE_FROM_HOME = """\
new      No. 103  The chess
gone     No. 102  Club
changed  No. 104  The drama
         Number: 104, was 103
         Families read now: No. 103
         Families read now: No phone?: Say or show 103 at the desk.
         Families read now: No phone? Say or show 103 at the desk.
         Then: No. 104
         Then: No phone?: Say or show 104 at the desk.
         Then: No phone? Say or show 104 at the desk.
changed  No. 101  School clinic
         Checked: still true
         E-mail: home@example.org, was clinic@example.org
         Minutes it takes: 10, was 20
         Families read now: Checked Nov 2
         Families read now: Bring: Permission form, signed by a parent. It takes 20 minutes.
         Families read now: Email: clinic@example.org
         Then: Checked Nov 20
         Then: Bring: Permission form, signed by a parent. It takes 10 minutes.
         Then: Email: home@example.org
1 new, 2 changed, 1 gone. To choose afterwards: 1.
4 listings were taken in.
The drama had No. 103. It is No. 104 now: change it on paper too.
1 question is left, and nothing is lost: school-clinic. To decide: kiosk questions
To undo all of it: kiosk restore 4
"""
LOBBY_FROM_OFFICE = """\
new      No. 103  The chess
new      No. 104  The drama
changed  No. 101  School clinic
         E-mail: home@example.org, was clinic@example.org
         Minutes it takes: 10, was 5
         Web page: https://example.org/office
         Families read now: Bring: Permission form, signed by a parent. It takes 5 minutes.
         Families read now: Email: clinic@example.org
         Then: Bring: Permission form, signed by a parent. It takes 10 minutes.
         Then: Web page: example.org/office
         Then: Email: home@example.org
2 new, 1 changed, 0 gone. To choose afterwards: 1.
3 listings were taken in.
1 question is left, and nothing is lost: school-clinic. To decide: kiosk questions
To undo all of it: kiosk restore 4
"""
HOME_AGAIN = """\
new      No. 104  The drama
changed  No. 101  School clinic
         Web page: https://example.org/office
         Then: Web page: example.org/office
1 new, 1 changed, 0 gone. To choose afterwards: 1.
2 listings were taken in.
1 question is left, and nothing is lost: school-clinic. To decide: kiosk questions
To undo all of it: kiosk restore 5
"""


def test_both_sides_ask_the_same_question_and_one_answer_settles_it(start: Start) -> None:
    home, office = start("home", "office")
    assert home("set", "101", "minutes_needed=10", "--by", "ana").status == 0
    assert office("set", "101", "minutes_needed=20", "--by", "joe").status == 0
    home.export()
    for answer in (home.take_from(office), office("import", home.stick, "--yes")):
        assert answer.status == 4
        assert f"1 question is left, and nothing is lost: {CLINIC}. To decide: kiosk questions\n" in answer.err
    assert home.state() == office.state()
    assert home("questions", "--json").document == office("questions", "--json").document != []
    assert home("questions", "101", "--take", "mine").status == 0
    assert office.take_from(home).status == 0
    assert home.state() == office.state()
    assert office("questions", "--json").document == []


def test_a_number_that_both_gave_is_kept_by_the_first_and_told(start: Start, tmp_path: Path) -> None:
    home, office = start("home", "office")
    home.add(tmp_path, "chess")
    office.add(tmp_path, "drama")
    office.export()
    answers = [office.take_from(home), home("import", office.stick, "--yes")]
    assert home.state() == office.state()
    told = [line for answer in answers for line in answer.err.splitlines() if "on paper" in line]
    assert told == ["The drama had No. 103. It is No. 104 now: change it on paper too."]


def test_without_a_terminal_it_is_only_shown(start: Start, tmp_path: Path) -> None:
    home, office = start("home", "office")
    office.add(tmp_path, "drama")
    assert office("set", "101", "minutes_needed=20").status == 0
    before = home.state()
    answer = home("import", office.export(), "--json")
    assert answer.status == 0
    assert answer.document == [
        {"id": "drama", "number": 103, "change": "new", "fields": ["name", "number"]},
        {"id": CLINIC, "number": 101, "change": "changed", "fields": ["minutes_needed"]},
    ]
    assert answer.err == "Nothing was changed yet. To take it in: the same with --yes\n"
    assert home.state() == before
    assert home.take_from(office).status == 0
    again = home("import", office.stick, "--json")
    assert (again.status, again.document) == (0, [])


@pytest.mark.parametrize(("typed", "is_taken"), [("y\n", True), ("n\n", False)])
def test_at_a_terminal_it_asks(start: Start, typed: str, is_taken: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    home, office = start("home", "office")
    assert office("set", "101", "minutes_needed=20").status == 0
    office.export()
    monkeypatch.setattr("kiosk.cli.take_in.sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: typed.strip())
    answer = home("import", office.stick)
    assert (answer.status, answer.out) == (0, "")
    assert shown(home)["minutes_needed"] == (20 if is_taken else 5)
    assert answer.err.endswith("kiosk restore 2\n" if is_taken else "Nothing was changed.\n")


def test_a_bundle_fills_an_empty_directory(start: Start, kiosk: Ask, data: Path) -> None:
    (home,) = start("home")
    home.export()
    shutil.rmtree(data)
    answer = kiosk("import", home.stick, "--yes")
    assert answer.status == 0
    assert answer.err.endswith("2 new, 0 changed, 0 gone.\n2 listings were taken in.\n")
    assert shown(kiosk) == shown(home)


def test_a_stick_that_was_pulled_out_is_refused_at_any_length(start: Start) -> None:
    home, office = start("home", "office")
    assert office("set", "101", "minutes_needed=20").status == 0
    content = office.export().read_bytes()
    before = home.state(), office.state()
    for length in range(len(content)):
        with pytest.raises(Refused):
            unpack(content[:length])
    for wrong in (b"", content[:40], content[:-1], content.replace(b"Club", b"Klub"), content + b"\n", b"\xff\x00"):
        office.stick.write_bytes(wrong)
        answer = home("import", office.stick, "--yes")
        assert (answer.status, answer.out) == (5, "")
        assert "Nothing was changed." in answer.err
    assert (home.state(), office.state()) == before


@pytest.mark.parametrize("fails", ["create", "write", "sync", "rename"])
def test_a_stick_that_fails_while_it_is_written_keeps_what_was_on_it(start: Start, fails: str) -> None:
    (home,) = start("home")
    before = home.export().read_bytes()
    assert home("set", "101", "minutes_needed=20").status == 0

    class Pulled(Disk):
        """A stick that is pulled out at one step."""

    def pulled(*_: object) -> None:
        raise OSError(5, "Input/output error")

    setattr(Pulled, fails, pulled)
    with pytest.raises(NotSaved, match=r"There is no bundle\. The listings are as they were\."):
        write_bundle(open_store(home.directory), home.directory, home.stick, Pulled())
    assert home.stick.read_bytes() == before
    assert sorted(file.name for file in home.stick.parent.glob("home.kiosk*")) == ["home.kiosk"]


def test_an_export_tells_what_it_holds_and_replaces_the_last_one(start: Start) -> None:
    (home,) = start("home")
    answer = home("export", "--format", "bundle", home.stick, "--json")
    assert (answer.status, answer.document) == (0, {"file": str(home.stick), "listings": 2, "seq": 2})
    assert f"{home.stick} is written, with 2 listings." in answer.err
    assert home("delete", "club").status == 0
    answer = home("export", "--format", "bundle", home.stick, "--json")
    assert (answer.status, answer.document) == (0, {"file": str(home.stick), "listings": 1, "seq": 3})


def test_an_export_falls_on_nothing_but_a_bundle(start: Start, tmp_path: Path) -> None:
    (home,) = start("home")
    essay = tmp_path / "essay.txt"
    essay.write_text("my essay", "utf-8")
    draft = tmp_path / "next.kiosk.tmp"
    draft.write_text("my essay", "utf-8")
    assert home("backup", tmp_path / "all.json").status == 0
    before = {file: file.read_bytes() for file in home.directory.iterdir() if file.is_file()}
    for file in (essay, tmp_path, tmp_path / "next.kiosk", tmp_path / "all.json", *before):
        answer = home("export", "--format", "bundle", file)
        assert (answer.status, answer.out) == (5, ""), file
        assert "There is no bundle." in answer.err
    assert home("export", "--format", "bundle", tmp_path / "no" / "x.kiosk").status == 3
    assert essay.read_text("utf-8") == draft.read_text("utf-8") == "my essay"
    assert {file: file.read_bytes() for file in before} == before
    (tmp_path / "half.kiosk.tmp").write_bytes(b'{"bun')
    assert home("export", "--format", "bundle", tmp_path / "half.kiosk").status == 0, "what was left half written goes"


def test_what_is_no_bundle_is_not_read(start: Start, tmp_path: Path) -> None:
    (home,) = start("home")
    assert home("backup", tmp_path / "all.json").status == 0
    assert home("import", tmp_path / "all.json", "--yes").status == 5
    assert home("import", tmp_path, "--yes").status == 5
    assert home("import", tmp_path / "no.kiosk", "--yes").status == 3
    assert home("import", "/dev/zero", "--yes").status == 5
    with pytest.raises(Refused, match="too large"):
        read_bundle(home.export(), 100)
    for wrong in (("export",), ("export", "--format", "pdf", home.stick), ("import",)):
        answer = home(*wrong)
        assert (answer.status, answer.out, len(answer.err.splitlines())) == (2, "", 1), wrong


def test_lost_listings_are_neither_exported_nor_merged_over(start: Start, tmp_path: Path) -> None:
    home, office = start("home", "office")
    office.export()
    for file in home.directory.glob("listings*"):
        file.unlink()
    before = sorted(home.directory.rglob("*"))
    answer = home("export", "--format", "bundle", tmp_path / "lost.kiosk")
    assert answer.status == 6
    assert "The listings are missing. Restore a backup. There is nothing to take along." in answer.err
    assert not (tmp_path / "lost.kiosk").exists()
    assert home("import", office.stick, "--yes").status == 6
    assert sorted(home.directory.rglob("*")) == before


def test_a_check_is_noted_with_its_day_and_who(clinic: Ask) -> None:
    answer = clinic("--at", "2026-11-20T09:00", "verify", "101", "--by", "mary", "--json")
    assert answer.status == 0
    now = shown(clinic)
    assert (now["assured_date"], now["assurer"]) == ("2026-11-20", "mary")
    assert answer.document == {"id": CLINIC, "rev": now["rev"], "outcome": "saved"}
    again = clinic("--at", "2026-11-20T17:00", "verify", "No. 101", "--by", "mary", "--json")
    assert again.document == {"id": CLINIC, "rev": now["rev"], "outcome": "unchanged"}
    assert clinic("history", "101").out.splitlines()[0].count("mary") == 1
    assert clinic("verify", "999", "--by", "mary").status == 3
    assert clinic("verify", "101", "--by", " ").status == 2


def test_a_check_is_of_the_day_at_school(clinic: Ask, data: Path) -> None:
    (data / "settings.toml").write_text('school = "Oak"\nzone = "Asia/Tokyo"\n', "utf-8")
    assert clinic("--at", "2026-11-20T23:00+00:00", "verify", "101").status == 0
    assert shown(clinic)["assured_date"] == "2026-11-21"
