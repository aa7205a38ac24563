"""The plain front end: every journey by numbers alone, on any terminal, and an end that is clean."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterable
from pathlib import Path

import pytest

from kiosk.cli.plain import PlainKiosk, Terminal
from kiosk.cli.typed_lines import TypedLines
from kiosk.pages.visit import Visit
from tests.house.reading import ROOT
from tests.pages.center import PLAIN, TUESDAY, center, visiting

Typed = str | type[TimeoutError] | type[KeyboardInterrupt]
NOTHING = Terminal(codes=False)


class Person:
    """Somebody at the terminal: finds the number before the words they want, and types it."""

    def __init__(self, wants: Iterable[Typed]) -> None:
        self.wants = list(wants)
        self.heard: list[str] = []
        self.page: list[str] = []
        self.patience: list[float | None] = []

    def write(self, line: str) -> None:
        self.heard.append(line)
        self.page.append(line)

    def next(self, seconds: float | None) -> str:
        self.patience.append(seconds)
        page, self.page = self.page, []
        if not self.wants:
            self.page = page
            raise EOFError
        want = self.wants.pop(0)
        if isinstance(want, type):
            raise want
        return want[1:] if want.startswith("=") else _number(page, want)

    @property
    def last(self) -> str:
        """The page that was read last, in one line."""
        return " ".join(self.page)


def _number(page: list[str], want: str) -> str:
    text = " ".join(page)
    pattern = rf"(\d+)\. {re.escape(want)}"
    found = re.search(pattern, text)
    assert found, f"{want!r} is not offered in: {text}"
    return found[1]


def _listen(*wants: Typed, language: str = "en", terminal: Terminal = NOTHING) -> tuple[Person, Visit]:
    person, visit = Person(wants), visiting(TUESDAY, PLAIN, language)
    PlainKiosk(visit, person, person.write, terminal).run()
    return person, visit


def test_from_the_door_to_food_today() -> None:
    """Start, food, the place that is open, its sign-up code."""
    person, _ = _listen("Touch to start", "Food, clothes, home", "Food.", "School food shelf", "Sign up")
    assert "Walk in now. Room 104, until 4." in person.last
    assert "The code says: https://example.org/food" in person.last


def test_from_the_door_to_food_today_in_spanish() -> None:
    """The same by a family that reads Spanish."""
    person, _ = _listen("Toque para empezar", "Comida, ropa, casa", "Comida.", "Despensa de la escuela")
    assert "Entre ya. Salón 104, hasta las 4." in person.last
    assert "https://example.org/food" in person.last


def test_to_a_club_for_grade_3() -> None:
    """After school, clubs, my child's grade, a club with room, its code."""
    person, visit = _listen(
        "Touch to start",
        "After school",
        "Clubs",
        "Child's age",
        "Grade 3",
        "Art and chess club",
    )
    assert visit.session.grade == ""  # the end of the input ended the visit
    assert "Grades: 3 to 5" in person.last
    assert "https://example.org/chess" in person.last


def test_to_the_form_of_the_clinic() -> None:
    """What the form asks and who signs it is read before the code."""
    person, _ = _listen("Touch to start", "Clinic and health", "Check-ups", "School clinic", "The form")
    said = person.last
    assert said.index("Form asks:") < said.index("Who signs:") < said.index("The code says: https://example.org/clinic")
    assert "Any insurance or none." in said


def test_to_counseling_without_saying_it() -> None:
    """Someone to talk to, one to one; then a screen that only says please."""
    person, _ = _listen(
        "Touch to start", "Someone to talk to", "Talk one to one", "Talk with the counselor", "Ask without words"
    )
    assert "Please help me." in person.last
    assert "Talk with the counselor" not in person.last


@pytest.mark.parametrize("support", [support.id for support in center().content.supports])
def test_to_every_support(support: str) -> None:
    """Each of the fifteen: its page, then a listing or a person."""
    found = center().content.support(support)
    assert found is not None
    person, _ = _listen("Touch to start", "How school can help", found.name["en"])
    assert found.what["en"] in person.last
    assert re.search(r"\d+\. (See|Ask)", person.last)


def test_search_takes_words_and_numbers() -> None:
    """On the search page a line is what to look for; a number no choice has is a listing's."""
    person, _ = _listen("Touch to start", "=s", "=dipers", "=214", "School food shelf")
    assert "4 found" in " ".join(person.heard) or "found for “diapers”" in " ".join(person.heard)
    assert "No. 214" in person.last


@pytest.mark.parametrize(("letter", "said"), [("?", "911"), ("p", "Parent liaison"), ("l", "¿Qué le ayudaría hoy?")])
def test_letters_stand_for_the_bar(letter: str, said: str) -> None:
    """Help now, a person now, another language: from every page."""
    person, _ = _listen("Touch to start", f"={letter}")
    assert said in person.last


def test_back_and_home() -> None:
    """`b` goes back one page, `h` goes home."""
    person, _ = _listen("Touch to start", "Food, clothes, home", "Food.", "=b")
    assert "What do you need?" in person.last
    person, _ = _listen("Touch to start", "Food, clothes, home", "Food.", "=h")
    assert "What would help today?" in person.last


def test_hiding_pushes_the_page_away_and_leaves_nothing() -> None:
    """The neutral board after more empty lines than a terminal has rows; no key leads back."""
    person, visit = _listen("Touch to start", "Someone to talk to", "=x")
    assert "Tuesday, November 24" in person.last
    assert person.page[:40] == [""] * 40
    assert visit.session.answers == {} and visit.session.typed == ""
    person, _ = _listen("Touch to start", "Someone to talk to", "=x", "=b")
    assert "Need a hand today?" in person.last


def test_done_says_one_sentence_then_starts_anew() -> None:
    """Nothing about you was kept; the first screen comes back after eight seconds."""
    person, _ = _listen("Touch to start", "=q")
    assert "Nothing about you was kept." in person.last
    person, _ = _listen("Touch to start", "=q", TimeoutError)
    assert "Need a hand today?" in person.last
    assert 8.0 in person.patience


def test_silence_asks_before_it_clears() -> None:
    """90 seconds, then the question; any line gives more time, and longer times from then on."""
    person, visit = _listen("Touch to start", "=s", "=food", TimeoutError, "=")
    assert person.patience == [None, 90.0, 90.0, 90.0, 30.0, 180.0]
    assert "found for “food”" in person.last
    person, visit = _listen("Touch to start", "=s", "=food", TimeoutError, TimeoutError)
    assert "Need a hand today?" in person.last
    assert visit.session.typed == ""


def test_the_first_page_waits_for_ever() -> None:
    """Nobody is there: nothing to ask about."""
    person, _ = _listen()
    assert person.patience == [None]


@pytest.mark.parametrize("typed", ["99", "0", "-1", "²", "zz", "�", "\x1b[2J", "x" * 5000, "1 2", "٣"])
def test_what_nobody_understands_is_answered_kindly(typed: str) -> None:
    """No error, no crash, nothing from the input in the output."""
    person, _ = _listen("Touch to start", f"={typed}")
    assert "Type the number of a choice." in person.last
    assert "\x1b" not in "".join(person.heard)


def test_ctrl_c_is_no_way_out() -> None:
    """Only the end of the input ends it."""
    person, _ = _listen("Touch to start", KeyboardInterrupt, "=2")
    assert "What do you need?" in person.last


def test_codes_are_drawn_whole_or_not_at_all() -> None:
    """With their quiet zone where the terminal is wide enough, else only their words."""
    steps = ("Touch to start", "Food, clothes, home", "Food.", "School food shelf")
    wide, _ = _listen(*steps, terminal=Terminal(columns=80, colour=False))
    narrow, _ = _listen(*steps, terminal=Terminal(columns=30, colour=False))
    rows = [row for row in wide.page if row and set(row) <= set(" ▀▄█")]
    assert len({len(row) for row in rows}) == 1 and len(rows) >= 15
    assert not [row for row in narrow.page if row and set(row) <= set(" ▀▄█")]
    assert all(len(row) < 30 for row in narrow.heard)


def test_a_terminal_without_accents_reads_ascii() -> None:
    """Letters keep their base, quotes and dots become plain."""
    person, _ = _listen("Toque para empezar", "Comida, ropa, casa", terminal=Terminal(utf8=False, codes=False))
    heard = "\n".join(person.heard)
    assert heard.isascii()
    assert "Que le ayudaria hoy?" in heard


def _piped(sent: bytes) -> list[str]:
    """What `TypedLines` reads from a pipe."""
    reading, writing = os.pipe()

    def send() -> None:
        os.write(writing, sent)
        os.close(writing)

    sender = threading.Thread(target=send)
    sender.start()
    lines, read = TypedLines(reading), []
    try:
        while True:
            read.append(lines.next(5))
    except EOFError:
        return read
    finally:
        sender.join()
        os.close(reading)


def test_bytes_that_are_no_text_end_nothing() -> None:
    """A bad byte is one bad answer; the lines after it are read."""
    assert _piped(b"1\n\xff\xfe\x80\n2\r\n3") == ["1", "���", "2", "3"]


def test_a_line_without_end_is_forgotten() -> None:
    """Memory does not grow with what nobody asked for."""
    assert _piped(b"x" * 60_000 + b"\n1\n")[-1] == "1"


def test_silence_is_told_apart_from_the_end() -> None:
    """A pipe that says nothing times out; one that is closed ends."""
    reading, writing = os.pipe()
    lines = TypedLines(reading)
    with pytest.raises(TimeoutError):
        lines.next(0.01)
    os.close(writing)
    with pytest.raises(EOFError):
        lines.next(1)
    os.close(reading)


def test_every_page_can_be_left() -> None:
    """Each page ends in the same keys."""
    person, _ = _listen("Touch to start", "Food, clothes, home", "Food.")
    assert "b Back" in person.last and "q I'm done" in person.last


@pytest.mark.parametrize("closed", ["<&-", ">&-", "</dev/null", "| head -c 9"])
def test_ends_that_are_not_there_end_it_cleanly(closed: str, tmp_path: Path) -> None:
    """Standard input closed or empty, standard output closed or no longer read: exit status 0, no traceback."""
    command = f"{sys.executable} -m kiosk run --plain {closed}"
    command = f"( echo 1; echo 2; true ) 2>/dev/null | {command}" if closed.startswith("|") else command
    ran = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=ROOT,
        env={**os.environ, "KIOSK_DATA": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
