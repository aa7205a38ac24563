"""What every command shares: the options before it, the kiosk they ask for, and how answers are printed."""

from __future__ import annotations

import gc
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.domain.errors import NoSuch
from kiosk.domain.values import dataclass

if TYPE_CHECKING:
    from kiosk.domain.kept import Kept
    from kiosk.domain.opening import Opening
    from kiosk.pages.parts import Page
    from kiosk.pages.reader import Ask
    from kiosk.pages.route import Route
    from kiosk.wiring import Kiosk
    from kiosk.words import Words

_UNSAFE = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_PIECE = 1000
"""Items of an answer that are written at once."""
json_option = click.option("--json", "as_json", is_flag=True, help="Answer with one JSON document.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options before the command."""

    data: Path | None = None
    at: datetime | None = None
    language: str | None = None

    def arguments(self) -> list[str]:
        """The same options as they stand before a command."""
        given = {"--data": self.data, "--at": self.at and self.at.isoformat(), "--lang": self.language}
        return [part for name, value in given.items() if value for part in (name, str(value))]

    def kiosk(self, ticking: bool = False) -> Kiosk:
        """The kiosk these options ask for. What is wrong in the school's files is told on standard error."""
        from kiosk.wiring import make_kiosk

        try:
            kiosk = make_kiosk(self.data, self.at, self.language, ticking)
        except NoSuch as error:
            raise click.BadParameter(str(error), param_hint="--lang") from error
        if kiosk.is_new:
            tell(f"This is the sample school, now in {kiosk.places.data}. For your own school: kiosk init --help")
        for problem in kiosk.school.problems:
            tell(str(problem))
        if not ticking:  # a lobby that cannot read its listings still shows its help lines
            for told in kiosk.store.told():
                tell(told)
        return kiosk


@contextmanager
def unswept() -> Iterator[None]:
    """While one large answer is made, nothing is searched for that could be thrown away: all is needed to the end."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def tell(words: str) -> None:
    """A message for the person at the terminal; standard output is for answers."""
    click.echo(plain(words), err=True)


def answer(lines: str | Iterator[str]) -> None:
    """Lines of the answer."""
    for line in [lines] if isinstance(lines, str) else lines:
        click.echo(plain(line))


def answer_json(document: object) -> None:
    """The answer as one JSON document, an array with one item a line. Signs that a terminal obeys are escaped."""
    if not isinstance(document, list) or not document:
        click.echo(_json(document, indent=1))
        return
    answer_items(map(json_item, document))


def json_item(value: object) -> str:
    """One item of an array as `answer_items` takes it."""
    return _json(value)


def answer_items(items: Iterable[str]) -> None:
    """The answer as a JSON array with one item a line, however many they are: it is written in pieces.

    What goes wrong with the first item leaves nothing half written; so let all be known before it.
    """
    left = iter(items)
    piece = list(islice(left, _PIECE))
    if not piece:
        click.echo("[]")
        return
    before = "[\n"
    while piece:
        click.echo(before + ",\n".join(piece), nl=False)
        piece, before = list(islice(left, _PIECE)), ",\n"
    click.echo("\n]")


def _json(value: object, indent: int | None = None) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return _UNSAFE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def plain(text: str) -> str:
    """Text without what a terminal would obey, whatever file it came from."""
    from kiosk.domain.text import clean_text

    return clean_text(text)


def found(kiosk: Kiosk, ref: str) -> Kept:
    """The listing with this id or number; `NoSuch` when there is none."""
    return kiosk.store.load().named(ref)


def opening_json(kiosk: Kiosk, opening: Opening) -> dict[str, object]:
    """An opening as JSON: its times are ISO 8601 with offset, or null."""
    words = kiosk.center.words_for(kiosk.language)
    return {
        "state": opening.state,
        "until": _iso(opening.until),
        "next": _iso(opening.next),
        "reason": words.pick(opening.reason) or None,
    }


def asking(kiosk: Kiosk, route: Route) -> Ask:
    """A reader at the command line asking for a page."""
    from kiosk.pages.reader import Ask, Size
    from kiosk.services.session import Session

    session = Session(first_language=kiosk.language)
    return Ask(kiosk.center, words(kiosk), session, kiosk.clock(), route, Size(plain=True))


def words(kiosk: Kiosk) -> Words:
    """The words of the answer's language."""
    return kiosk.center.words_for(kiosk.language)


def read_aloud(page: Page) -> Iterator[str]:
    """A page's sentences, and its choices by name, in reading order."""
    for part in page.spoken():
        yield part if isinstance(part, str) else f"› {part.label}"


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
