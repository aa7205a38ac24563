"""A list of results: usable now first, six toggles, and never a dead end."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.listing import CostOption, Listing, Papers
from kiosk.pages.choices import choices_page
from kiosk.pages.fit import cells
from kiosk.pages.reader import Size
from kiosk.pages.results import ResultsPage, results_page
from kiosk.pages.route import Act, Route
from kiosk.pages.rows import NOTE_CELLS
from kiosk.services.session import Session
from kiosk.services.toggles import TOGGLES
from tests.pages.center import EVENING, LOBBY, PLAIN, SMALL, TUESDAY, asking, center, listing, school_of

FOOD = Route("results", "food", "need")


def of(session: Session | None = None, *listings: Listing, size: Size = LOBBY, route: Route = FOOD) -> ResultsPage:
    school = school_of(*listings) if listings else None
    return results_page(asking(route, size=size, session=session, school=school))


def test_what_is_open_now_comes_first() -> None:
    """Open, then by appointment or later, in one column of states."""
    labels = [row.state.label for row in of(size=PLAIN).rows if row.state]
    assert labels[0] == "OPEN"
    assert "OPEN" not in labels[labels.index(next(label for label in labels if label != "OPEN")) :]


def test_the_heading_counts_places_and_open_ones() -> None:
    page = of()
    assert page.title == "Food"
    assert page.subtitle.endswith("are open now.") and page.subtitle[0].isdigit()
    assert page.subtitle_short.endswith("open now")


def test_each_toggle_says_how_many_it_leaves() -> None:
    """The number on a toggle is the number of rows after it is touched, whatever is on already."""
    for on in ([], ["free"], ["open-now", "no-papers"]):
        session = Session(toggles=set(on))
        for toggle, choice in zip(TOGGLES, of(session).toggles, strict=True):
            if toggle in on or toggle == "my-child":
                continue
            after = of(Session(toggles={*on, toggle}), size=PLAIN)
            left = int(choice.note.split()[0])
            assert after.subtitle.startswith(f"{left} place") or left == 0, (on, toggle)


def test_a_toggle_that_is_on_is_chosen() -> None:
    page = of(Session(toggles={"free"}))
    assert [choice.selected for choice in page.toggles] == [toggle == "free" for toggle in TOGGLES]
    assert page.choices is not None and page.choices.note == "(1 is on)"


def test_the_childs_toggle_asks_for_the_grade_once() -> None:
    asks = of().toggles[-1]
    assert (asks.label, asks.go) == ("Child's age", Route("grade"))
    known = of(Session(grade="3", toggles={"my-child"})).toggles[-1]
    assert (known.label, known.go) == ("Grade 3", Act("toggle", "my-child"))


@pytest.mark.parametrize("need", [need.id for need in center().content.needs])
def test_no_toggles_end_in_nothing(need: str) -> None:
    """Every combination: rows, or which toggle to lift and whom to ask."""
    for on in itertools.chain.from_iterable(itertools.combinations(TOGGLES, n) for n in (0, 2, 4, 6)):
        session = Session(toggles=set(on), grade="3" if "my-child" in on else "")
        page = results_page(asking(Route("results", need, "need"), EVENING, session=session))
        if page.rows:
            assert page.empty is None
            continue
        assert page.empty is not None
        assert page.empty.why and page.empty.ask_words and page.empty.person.go == Route("person-now")
        assert bool(page.empty.lift) == bool(on)
        for choice in page.empty.lift:
            assert choice.go == Act("toggles-off") or (isinstance(choice.go, Act) and choice.go.about in on)


def test_an_empty_result_says_what_to_lift_and_what_that_gives() -> None:
    papers = Papers(immigration="not-asked", checked=date(2026, 11, 2))
    closed = listing(
        schedules=(),
        cost_options=(CostOption(amount=0),),
        papers=papers,
    )
    page = of(Session(toggles={"open-now", "free", "no-papers"}), closed)
    assert page.subtitle == "0 places match."
    assert page.empty is not None
    assert page.empty.why == "Nothing here is open now, free, and without papers."
    assert [(choice.label, choice.detail) for choice in page.empty.lift] == [("Turn off “Open now”", "1 place")]
    assert page.empty.lift[0].note == "First: Book room. CALL FIRST hours not known"
    assert page.empty.ask_words == "Parent liaison: Room 104, until 4:00 PM."


def test_a_need_without_listings_offers_a_person() -> None:
    page = of(None, listing(needs=("jobs",)))
    assert page.empty is not None
    assert page.empty.why == "We know of nothing here yet."
    assert page.empty.lift == () and page.empty.ask_words


def test_lists_turn_by_the_size() -> None:
    for size, rows in ((LOBBY, 5), (SMALL, 4), (Size(large=True), 3), (PLAIN, 9)):
        page = of(size=size)
        assert len(page.rows) == rows
        assert page.turning.more is not None and page.turning.before is None
        assert page.turning.where.startswith(f"1 to {rows} of ")
    last = of(route=replace(FOOD, part=99))
    assert last.turning.more is None and last.turning.before is not None


def test_turning_shows_every_listing_once() -> None:
    seen: list[str] = []
    part = 0
    while True:
        page = of(route=replace(FOOD, part=part))
        seen += [row.number for row in page.rows]
        if page.turning.more is None:
            break
        part += 1
    assert len(seen) == len(set(seen)) == len(center().directory.by_need("food"))


def test_rows_fit_their_columns() -> None:
    for language in ("en", "es"):
        for need in center().content.needs:
            page = results_page(asking(Route("results", need.id, "need"), language=language))
            for row in page.rows:
                assert cells(row.note) <= NOTE_CELLS
                assert row.label and row.state and row.place


def test_results_of_a_support_a_right_a_search_and_a_walk() -> None:
    support = of(route=Route("results", "school-based-health-clinic", "support"))
    assert support.title == "School health clinic" and support.rows
    right = of(route=Route("results", "no-home", "right"))
    assert right.title == "Your child's school rights" and right.rows
    found = of(Session(typed="dipers"), route=Route("results", detail="search"))
    assert found.title == "Search: diapers" and found.rows
    walk = of(Session(answers={"who": "child", "age": "5-10", "what": "food"}), route=Route("results", detail="walk"))
    assert walk.title == "What fits you" and walk.rows
    assert any(row.because for row in walk.rows)


def test_what_a_walk_had_to_let_go_is_said() -> None:
    session = Session(answers={"what": "food", "when": "evening", "who": "child", "age": "0-4"})
    page = of(session, listing(), route=Route("results", detail="walk"))
    assert page.rows and page.notes


def test_choices_are_the_same_toggles_in_big_letters() -> None:
    page = choices_page(asking(Route("choices", "food", "need"), TUESDAY, session=Session(toggles={"free"})))
    assert [choice.big for choice in page.toggles] == ["Open now", "Free", "No papers", "At school", "Language", "Age"]
    assert page.show.label.startswith("Show ") and page.show.go == Act("back")
    assert page.all_off.go == Act("toggles-off")


def test_a_name_without_spanish_is_said_to_be_english() -> None:
    page = results_page(asking(FOOD, language="es", school=school_of(listing(name={"en": "Book room"}))))
    assert len(page.notes) == 1
