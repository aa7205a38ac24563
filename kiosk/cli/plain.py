"""`kiosk run --plain`: the same pages line by line, for a screen reader, a `dumb` terminal or a very bad line.

Every choice has a number; a few letters stand for the buttons of the bar. Nothing moves the cursor. What was read
scrolls away: hiding and ending a visit push it off the screen, and the page says what this cannot undo.
"""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from kiosk.cli.typed_lines import Lines, TypedLines
from kiosk.domain.text import clean_text
from kiosk.domain.values import dataclass
from kiosk.pages.parts import Choice, Code, Frame, Page
from kiosk.pages.reader import Ask, Size
from kiosk.pages.route import Act, Go, Route
from kiosk.pages.visit import Visit

if TYPE_CHECKING:
    from kiosk.wiring import Kiosk

WIDEST = 78
NO_BREAK = "\u00a0"
"""Holds a key and its words on one line."""
AWAY = 60
"""Empty lines that push a page off any ordinary terminal."""
PLAIN_SIGNS = str.maketrans("“”‘’·–—›", "\"\"''--->", "¿¡")
"""For a terminal that has only ASCII; accents are then left off."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """What this terminal can show."""

    columns: int = 80
    utf8: bool = True
    codes: bool = True
    """Whether codes are drawn: on a terminal, not into a pipe."""
    colour: bool = True


def read_aloud(kiosk: Kiosk) -> int:
    """Run the plain front end on standard input and output until the input ends. Exit status 0."""
    if not sys.stdin or not sys.stdout:  # started with one of them closed: nobody can read or answer
        return 0
    with kiosk.lobby() as lobby:
        visit = Visit(kiosk.center, kiosk.clock, Size(plain=True), kiosk.chosen_language, lobby.count)
        try:
            PlainKiosk(visit, TypedLines(sys.stdin.fileno()), _print, _this_terminal()).run()
        except BrokenPipeError:  # nobody reads any more: an end like any other, though click would call it a failure
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _this_terminal() -> Terminal:
    utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    dumb = os.environ.get("TERM", "dumb") == "dumb" or "NO_COLOR" in os.environ
    return Terminal(shutil.get_terminal_size().columns, utf8, utf8 and sys.stdout.isatty(), not dumb)


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


class PlainKiosk:
    """Reads pages aloud and takes numbers; the visit decides everything else."""

    def __init__(self, visit: Visit, lines: Lines, write: Callable[[str], None], terminal: Terminal) -> None:
        self._visit = visit
        self._lines = lines
        self._write = write
        self._terminal = terminal
        self._choices: list[Choice] = []
        self._language: Go = Route("language")

    def run(self) -> None:
        """Page after page until the input ends. Ctrl+C does not end it: a lobby has no way out."""
        self._show()
        while True:
            try:
                self._answer(self._lines.next(self._patience()))
            except KeyboardInterrupt:
                self._say_keys()
            except TimeoutError:
                self._ask_still_there()
            except EOFError:
                self._visit.reset()
                return

    # -- what is heard

    def _answer(self, typed: str) -> None:
        """One line: a number, a letter of the bar, or on the search page the words to look for."""
        word = typed.strip()
        go = self._meant(word)
        if go is not None:
            self._follow(go)
        elif not word:
            self._show()
        elif self._visit.route.page == "search":
            self._search(word)
        else:
            self._line(self._ask().words.say("Type the number of a choice."))
            self._say_keys()

    def _meant(self, word: str) -> Go | None:
        letters = dict(self._letters())
        if self._visit.route.page in ("board", "done"):
            return letters[word] if word in ("?", "p") else Route("attract")
        if word.isascii() and word.isdigit() and 1 <= int(word) <= len(self._choices):
            return self._choices[int(word) - 1].go
        return letters.get(word.casefold())

    def _search(self, words: str) -> None:
        self._visit.follow(Act("clear"))
        for sign in clean_text(words):
            self._visit.follow(Act("type", sign))
        self._show()

    def _follow(self, go: Go) -> None:
        self._visit.follow(go)
        if not self._visit.is_under_way:
            self._push_away()
        self._show()

    def _letters(self) -> Iterator[tuple[str, Go]]:
        """The bar and the band as letters, the same on every page."""
        yield "b", Act("back")
        yield "h", Act("home")
        yield "?", Route("help-now")
        yield "p", Route("person-now")
        yield "s", Route("search")
        yield "l", self._language
        yield "x", Act("hide")
        yield "q", Act("done")

    # -- silence

    def _patience(self) -> float | None:
        """Seconds of silence this page allows; the first page and the board wait for ever."""
        if self._visit.route.page == "done":
            return 8.0
        return float(self._visit.quiet_time) if self._visit.is_under_way else None

    def _ask_still_there(self) -> None:
        """Still there? Any line keeps the visit; silence ends it."""
        if self._visit.route.page == "done":
            self._visit.reset()
            self._show()
            return
        wait = self._visit.center.settings.idle_warning
        page = self._visit.still_there(wait)
        self._read(page)
        try:
            typed = self._lines.next(float(wait))
        except TimeoutError:
            self._visit.reset()
            self._push_away()
        else:
            done = typed.strip().casefold() in ("q", str(self._number_of(Act("done"))))
            self._visit.follow(Act("done") if done else Act("more-time"))
        self._show()

    def _number_of(self, go: Go) -> int:
        return next((at for at, choice in enumerate(self._choices, 1) if choice.go == go), 0)

    # -- what is read

    def _show(self) -> None:
        self._visit.center.keep_up()
        self._read(self._visit.page())

    def _read(self, page: Page) -> None:
        """The page from top to bottom, its codes, and the keys."""
        self._choices = []
        frame = page.frame
        self._language = frame.language_go
        self._write("")
        self._line(" - ".join(part for part in (frame.school, frame.center, frame.clock) if part))
        self._line(frame.not_reviewed)
        for part in page.spoken():
            if isinstance(part, str):
                self._line(part)
            else:
                self._choice(part)
        for code in _codes(page):
            self._code(code)
        self._say_keys(frame)

    def _choice(self, choice: Choice) -> None:
        """`3. School clinic. No. 118. OPEN until 4:00 PM. Room 112, this school.`"""
        number = "" if choice.number.isdigit() else choice.number
        said = [choice.label, number, *(choice.state.spoken() if choice.state else ()), choice.place]
        said += [choice.note, choice.detail, self._ask().words.say("Chosen") if choice.selected else ""]
        words = " ".join(part if part[-1] in ".?!" else f"{part}." for part in said if part)
        if choice.off:
            self._line(f"-  {words}")
            return
        self._choices.append(choice)
        self._line(f"{len(self._choices)}. {words}")

    def _code(self, code: Code) -> None:
        """What the code holds, as text where a person can use it; drawn where the terminal can show all of it."""
        from kiosk.domain.qr import matrix

        readable = code.payload if not code.payload.startswith(("BEGIN:", "MECARD:")) else code.small_payload
        if readable:
            self._line(self._ask().words.say("The code says: {text}", text=readable.replace("\n", "; ")))
        drawn = matrix(code.payload)
        if not self._terminal.codes or drawn.size + 8 > self._terminal.columns:
            return
        from kiosk.cli.qr import terminal_rows

        for row in terminal_rows(drawn, colour=self._terminal.colour):
            self._write(row)

    def _say_keys(self, frame: Frame | None = None) -> None:
        """The bar in one paragraph."""
        frame = frame or self._visit.page().frame
        if not self._visit.is_under_way:
            keys = [f"? {frame.help_now}: {frame.help_numbers}", f"p {frame.person}: {frame.person_room}"]
        else:
            keys = [f"b {frame.back}", f"h {frame.home}", f"? {frame.help_now}: {frame.help_numbers}"]
            keys += [f"p {frame.person}: {frame.person_room}", f"s {self._ask().words.say('Search')}"]
            keys += [f"l {frame.languages}"] if frame.languages else []
            keys += [f"x {frame.hide}", f"q {frame.done}"]
        self._line("   ".join(key.replace(" ", NO_BREAK) for key in keys))

    def _ask(self) -> Ask:
        return self._visit.ask()

    def _push_away(self) -> None:
        for _ in range(AWAY):
            self._write("")

    def _line(self, text: str) -> None:
        """A line of words: nothing a terminal obeys, no sign it cannot show, broken at spaces."""
        shown = clean_text(text).replace("\n", " ").replace("\t", " ")
        if not self._terminal.utf8:
            shown = _ascii(shown)
        width = max(20, min(WIDEST, self._terminal.columns - 1))
        if not text:
            return
        for line in textwrap.wrap(shown, width, break_on_hyphens=False) or [""]:
            self._write(line.replace(NO_BREAK, " "))


def _codes(page: Page) -> Iterator[Code]:
    """The codes that stand on a page: the one that is shown, or all of my list."""
    code = getattr(page, "code", None)
    if isinstance(code, Code):
        yield code
    codes = getattr(page, "codes", ())
    yield from (each for each in codes if isinstance(each, Code))


def _ascii(text: str) -> str:
    """The text in ASCII, accents left off: `Clinica` is read; `Cl?nica` is not."""
    from unicodedata import normalize

    return normalize("NFKD", text.translate(PLAIN_SIGNS)).encode("ascii", errors="ignore").decode("ascii")
