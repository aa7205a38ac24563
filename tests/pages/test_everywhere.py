"""Every page that a touch can reach, in both languages and sizes, at every kind of time."""

from __future__ import annotations

from collections import deque
from datetime import datetime

import pytest

from kiosk.pages.facts import FactsPage, facts_page
from kiosk.pages.listing import ListingPage, listing_page
from kiosk.pages.parts import Choice, Code, Page
from kiosk.pages.reader import Ask, Size
from kiosk.pages.route import Act, Go, Route
from tests.pages.center import (
    EVENING,
    LOBBY,
    NO_SCHOOL,
    PLAIN,
    SMALL,
    TUESDAY,
    WEDNESDAY_SHORT,
    WEEKEND,
    asking,
    center,
    choices,
    visiting,
)

TIMES = {
    "school-day": TUESDAY,
    "short-day": WEDNESDAY_SHORT,
    "evening": EVENING,
    "weekend": WEEKEND,
    "no-school": NO_SCHOOL,
}
MOST = 350
"""Pages walked at each time, nearest to Home first; every listing has a test of its own below."""


def _shape(go: Go) -> tuple[str, ...]:
    if isinstance(go, Route):
        if go.page in ("week", "facts", "code"):
            return go.page, go.detail if go.page == "code" else ""
        return go.page, go.about, go.detail, str(go.part)
    return "act", go.kind, go.about, go.detail


def _walk(now: datetime, size: Size, language: str) -> list[tuple[Page, Go]]:
    """Breadth first from Home: each page with the touch that led there, from the visit as it was before it."""
    first = visiting(now, size, language)
    first.follow(Act("start", language))
    seen: set[tuple[str, ...]] = set()
    pages: list[tuple[Page, Go]] = [(first.page(), Act("start", language))]
    bar: tuple[Go, ...] = (Route("help-now"), Route("person-now"), Route("language"))
    waiting: deque[tuple[Go, ...]] = deque((go,) for go in (*bar, *(choice.go for choice in choices(pages[0][0]))))
    while waiting and len(pages) < MOST:
        steps = waiting.popleft()
        if _shape(steps[-1]) in seen:
            continue
        seen.add(_shape(steps[-1]))
        visit = visiting(now, size, language)
        visit.follow(Act("start", language))
        for step in steps:
            visit.follow(step)
        page = visit.page()
        pages.append((page, steps[-1]))
        waiting.extend((*steps, choice.go) for choice in choices(page) if _shape(choice.go) not in seen)
    return pages


def _every_choice(page: Page) -> list[Choice]:
    return [part for part in page.spoken() if isinstance(part, Choice)]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    ("time", "size"),
    [
        ("school-day", LOBBY),
        ("no-school", LOBBY),
        *(
            pytest.param(time, size, marks=pytest.mark.slow)
            for time, size in (
                ("school-day", SMALL), ("school-day", PLAIN), ("evening", LOBBY), ("evening", SMALL),
                ("short-day", LOBBY), ("weekend", LOBBY),
            )
        ),
    ],
)  # fmt: skip
def test_every_page_says_something_and_leads_somewhere(time: str, size: Size, language: str) -> None:
    """No exception, no empty words, no choice without a name, at most one main choice."""
    reached = _walk(TIMES[time], size, language)
    names = {page.route.page for page, _ in reached}
    assert len(reached) > 150
    assert {"listing", "facts", "code", "support", "walk", "results", "room", "call-code"} <= names
    for page, led in reached:
        assert page.title.strip(), (led, page.route)
        assert page.frame.back and page.frame.home and page.frame.done and page.frame.hide
        for choice in _every_choice(page):
            assert choice.label.strip(), (led, page.route, choice)
        assert sum(choice.main for choice in _every_choice(page)) <= 1, page.route
        for part in page.spoken():
            assert not isinstance(part, str) or part.strip(), (page.route, part)


def test_back_returns_from_every_page() -> None:
    """As many touches of Back as touches led away end at Home."""
    visit = visiting()
    visit.follow(Act("start", "en"))
    for step in (
        Route("needs", "basic"),
        Route("results", "food"),
        Route("listing", "food-shelf"),
        Route("facts", "food-shelf"),
    ):
        visit.follow(step)
    seen = [visit.route.page]
    while visit.route.page != "home":
        visit.follow(Act("back"))
        seen.append(visit.route.page)
    assert seen == ["facts", "listing", "results", "needs", "home"]
    visit.follow(Act("back"))
    assert visit.route.page == "home"


@pytest.mark.parametrize(
    ("time", "language"),
    [
        ("school-day", "es"),
        pytest.param("school-day", "en", marks=pytest.mark.slow),
        pytest.param("no-school", "es", marks=pytest.mark.slow),
        pytest.param("no-school", "en", marks=pytest.mark.slow),
    ],
)
def test_every_listing_has_its_page_with_all_its_codes(time: str, language: str) -> None:
    """Each listing says its state, its first step, what to do without a phone, and shows at least one code."""
    for kept in center().directory.all():
        for size in (LOBBY, SMALL):
            ask = asking(Route("listing", kept.id), TIMES[time], size, language)
            page = listing_page(ask)
            assert isinstance(page, ListingPage)
            assert page.state.label and page.step.text and page.no_phone.text
            assert page.code is not None
            assert len(page.codes) <= 4
            assert any(not code.needs_internet for code in _shown(ask, page))
        facts = facts_page(asking(Route("facts", kept.id), TIMES[time], PLAIN, language))
        assert isinstance(facts, FactsPage)
        assert facts.facts and facts.codes


def _shown(ask: Ask, page: ListingPage) -> list[Code]:
    """The codes behind a listing's buttons."""
    kinds = [choice.go.detail for choice in page.codes if isinstance(choice.go, Route)]
    shown = [listing_page(ask.at(Route("listing", page.route.about, kind))) for kind in kinds]
    return [each.code for each in shown if isinstance(each, ListingPage) and each.code is not None]
