"""A family that reads Spanish meets no English but what a page owns up to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from gettext import NullTranslations
from typing import get_args

import pytest

from kiosk.pages import site
from kiosk.pages.parts import Choice, Page
from kiosk.pages.reader import Size
from kiosk.pages.route import PageName, Route
from kiosk.words import Words
from kiosk.words.catalog import Catalog
from tests.pages.center import EVENING, LOBBY, PLAIN, SMALL, TUESDAY, WEDNESDAY_SHORT, WEEKEND, asking, center

SAME = {"Pre-K", "ext."}
"""Said alike in Spanish."""
WORDS = re.compile(r"[A-Za-z]{3,}")


def _routes() -> Iterator[Route]:
    for name in get_args(PageName):
        yield Route(name)
    for need in center().content.needs:
        yield Route("needs", need.id)
        yield Route("results", need.id, "need")
        yield Route("choices", need.id, "need")
    for support in center().content.supports:
        yield Route("support", support.id)
        yield Route("code", support.id, "page")
    for card in center().content.rights:
        yield Route("rights", card.id)
    for room in ("104", "Library", "nowhere"):
        yield Route("room", room)
    for kept in center().directory.all():
        for kind in ("", "call", "date", "contact", "directions", "text"):
            yield Route("listing", kept.id, kind)
        yield Route("facts", kept.id)
        yield Route("code", kept.id)
        yield Route("week", kept.id)


class Spy(NullTranslations):
    """Asks the real catalog, and notes each message that it gives back in English."""

    def __init__(self, real: Catalog) -> None:
        super().__init__()
        self.real = real
        self.missing: set[str] = set()

    def _noted(self, message: str, answer: str) -> str:
        if answer == message and WORDS.search(re.sub(r"\{\w+\}", "", message)):
            self.missing.add(message)
        return answer

    def gettext(self, message: str) -> str:
        return self._noted(message, self.real.gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._noted(msgid1 if n == 1 else msgid2, self.real.ngettext(msgid1, msgid2, n))

    def pgettext(self, context: str, message: str) -> str:
        return self._noted(message, self.real.pgettext(context, message))


@pytest.mark.parametrize(
    ("now", "size"),
    [
        (TUESDAY, LOBBY),
        *(
            pytest.param(now, size, marks=pytest.mark.slow)
            for now, size in (
                (TUESDAY, SMALL), (TUESDAY, PLAIN), (WEDNESDAY_SHORT, LOBBY), (EVENING, LOBBY), (WEEKEND, LOBBY)
            )
        ),
    ],
)  # fmt: skip
def test_every_message_of_every_page_is_translated(now: datetime, size: Size) -> None:
    """The catalog is asked for nothing that it gives back in English."""
    real = center().words_for("es")
    spy = Spy(real._catalog)
    words = Words(real.language, real.territory, spy)
    for route in _routes():
        site.page(replace(asking(route, now, size, "es"), words=words))
    assert spy.missing <= SAME


def _told(page: Page) -> Iterator[str]:
    for part in page.spoken():
        if isinstance(part, Choice):
            yield from (part.label, part.note, part.detail)
        else:
            yield part


@pytest.mark.parametrize("size", [LOBBY, SMALL, Size(large=True)])
def test_the_sample_owns_up_where_it_falls_back(size: Size) -> None:
    """A listing's page says once that something is in English, and only then."""
    for kept in center().directory.all():
        page = site.page(asking(Route("listing", kept.id), TUESDAY, size, "es"))
        notes = [text for text in _told(page) if "inglés." in text and text.startswith("Texto")]
        assert len(notes) <= 1, kept.id
