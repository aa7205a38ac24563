"""A visit: every act, the way back, and that nothing of it is left."""

from __future__ import annotations

import gc
import sys
from datetime import datetime

import pytest

from kiosk.pages.help_now import HelpNowPage
from kiosk.pages.home import HomePage
from kiosk.pages.listing import ListingPage
from kiosk.pages.parts import Page
from kiosk.pages.results import ResultsPage
from kiosk.pages.route import Act, PageName, Route
from kiosk.pages.still_there import StillTherePage
from kiosk.pages.visit import DEEPEST, TYPED_MOST, Visit
from kiosk.pages.walk import WalkPage
from kiosk.services.session import Session
from tests.pages.center import SMALL, TUESDAY, choices, go, touch, visiting


def started(language: str = "en") -> Visit:
    visit = visiting()
    visit.follow(Act("start", language))
    return visit


def test_it_begins_on_the_first_screen() -> None:
    visit = visiting()
    assert (visit.route.page, visit.is_under_way) == ("attract", False)
    visit.follow(Act("start", "es"))
    assert visit.route == Route("home")
    assert visit.is_under_way
    assert visit.session.language == "es"
    assert isinstance(visit.page(), HomePage)


def test_a_language_that_is_not_offered_changes_nothing() -> None:
    visit = started()
    visit.follow(Act("language", "xx"))
    assert visit.session.language == "en"
    visit.follow(Act("start", "xx"))
    assert visit.session.language == "en"


def test_food_in_three_touches_and_its_code() -> None:
    visit = started()
    for wanted in ("Food", "Food", "School food shelf"):
        touch(visit, wanted)
    page = visit.page()
    assert isinstance(page, ListingPage)
    assert page.code is not None and page.code.payload == "https://example.org/food"


def test_language_switches_in_place() -> None:
    """The page, the answers and the list stay; only the words change."""
    visit = started()
    visit.session.add("food-shelf")
    go(visit, Route("needs", "basic"), Route("results", "food", "need"), Act("toggle", "free"))
    before = visit.page()
    visit.follow(Act("language", "es"))
    after = visit.page()
    assert isinstance(before, ResultsPage) and isinstance(after, ResultsPage)
    assert before.route == after.route
    assert [row.number[-3:] for row in before.rows] == [row.number[-3:] for row in after.rows]
    assert after.title == "Comida" and after.toggles[1].selected
    visit.follow(Act("language"))
    assert visit.session.language == "en"


def test_choosing_on_the_language_page_returns_to_the_page_before() -> None:
    visit = started()
    go(visit, Route("results", "food", "need"), Route("language"), Act("language", "es"))
    assert visit.route == Route("results", "food", "need")


def test_text_size_is_the_visitors() -> None:
    visit = started()
    visit.follow(Act("text-size"))
    assert visit.ask().size.large and visit.page().frame.text_size == "Smaller text"
    visit.follow(Act("text-size"))
    assert not visit.ask().size.large


def test_the_walk_goes_forward_and_back_keeps_the_answers() -> None:
    visit = started()
    touch(visit, "Help me choose")
    touch(visit, "My child")
    touch(visit, "5 to 10")
    page = visit.page()
    assert isinstance(page, WalkPage) and visit.route.about == "what"
    visit.follow(Act("back"))
    again = visit.page()
    assert isinstance(again, WalkPage)
    assert [answer.label for answer in again.answers if answer.selected] == ["5 to 10"]
    assert visit.session.answers == {"who": "child", "age": "5-10"}


def test_every_question_can_be_skipped() -> None:
    visit = started()
    touch(visit, "Help me choose")
    for _ in range(5):
        if visit.route.page == "walk":
            touch(visit, "Skip this question")
    assert visit.route == Route("results", detail="walk")
    page = visit.page()
    assert isinstance(page, ResultsPage) and page.rows


def test_the_grade_turns_its_toggle_on_and_off() -> None:
    visit = started()
    go(visit, Route("results", "after-school", "need"), Route("grade"), Act("grade", "3"))
    assert visit.route.page == "results"
    assert visit.session.grade == "3" and visit.session.toggles == {"my-child"}
    visit.follow(Act("toggle", "my-child"))
    assert visit.session.grade == "" and not visit.session.toggles
    go(visit, Route("grade"), Act("grade", "3"), Route("grade"), Act("grade"))
    assert visit.session.grade == "" and not visit.session.toggles
    go(visit, Act("toggle", "free"), Act("toggles-off"))
    assert not visit.session.toggles


def test_a_toggle_starts_its_list_from_the_top() -> None:
    visit = started()
    go(visit, Route("results", "food", "need", 1), Act("toggle", "free"))
    assert visit.route.part == 0


def test_the_list_takes_adds_and_gives() -> None:
    visit = started()
    go(visit, Act("list-add", "food-shelf"), Act("list-add", "clinic"), Act("list-remove", "food-shelf"))
    assert visit.session.my_list == ["clinic"]
    visit.follow(Act("list-empty"))
    assert visit.session.my_list == []


def test_typing() -> None:
    visit = started()
    visit.follow(Route("search"))
    for sign in "food":
        visit.follow(Act("type", sign))
    visit.follow(Act("erase"))
    assert visit.session.typed == "foo"
    visit.follow(Act("clear"))
    assert visit.session.typed == ""
    for _ in range(TYPED_MOST + 5):
        visit.follow(Act("type", "x"))
    assert len(visit.session.typed) == TYPED_MOST


def test_turning_a_list_and_another_code_are_no_steps_back() -> None:
    visit = started()
    go(visit, Route("results", "food", "need"), Route("results", "food", "need", 1), Route("listing", "food-shelf"))
    go(visit, Route("listing", "food-shelf", "call"), Act("back"))
    assert visit.route == Route("results", "food", "need", 1)
    visit.follow(Act("back"))
    assert visit.route == Route("home")


def test_an_act_may_open_a_page_after_it() -> None:
    visit = started()
    visit.follow(Act("list-add", "clinic", then=Route("my-list")))
    assert visit.route == Route("my-list") and visit.session.my_list == ["clinic"]


def test_the_way_back_does_not_grow_without_end() -> None:
    visit = started()
    for n in range(DEEPEST * 3):
        visit.follow(Route("listing", "food-shelf" if n % 2 else "clinic"))
    for _ in range(DEEPEST):
        visit.follow(Act("back"))
    assert visit.route == Route("home")


def test_more_time_is_without_limit_and_longer_from_then_on() -> None:
    visit = started()
    assert visit.quiet_time == 90
    for _ in range(20):
        visit.follow(Act("more-time"))
    assert visit.quiet_time == 180
    asked = visit.still_there(30)
    assert isinstance(asked, StillTherePage)
    assert asked.lines[0] == "This screen clears in 30 seconds. That keeps your answers private."
    assert asked.more_time.main


@pytest.mark.parametrize("page", ["help-now", "call-code", "code", "quiet", "room", "photo"])
def test_pages_one_stands_before_with_a_phone_are_unhurried(page: PageName) -> None:
    visit = started()
    visit.follow(Route(page, "food-shelf"))
    assert visit.quiet_time == 180


def test_help_is_reached_from_the_first_screen_and_leads_home() -> None:
    visit = visiting()
    visit.follow(Route("help-now"))
    assert isinstance(visit.page(), HelpNowPage)
    visit.follow(Act("back"))
    assert visit.route == Route("home")


# -- nothing is left


def busy() -> Visit:
    """A visit that has touched everything there is to touch."""
    visit = started("es")
    steps = (
        Route("results", "food", "need"),
        Act("toggle", "free"),
        Act("grade", "3"),
        Act("list-add", "counseling"),
        Act("answer", "who", "child"),
        Route("search"),
        Act("type", "z"),
        Act("text-size"),
        Act("more-time"),
        Route("listing", "counseling"),
    )
    go(visit, *steps)
    return visit


@pytest.mark.parametrize(
    ("way", "page"), [(Act("done"), "done"), (Act("hide"), "board"), (Route("attract"), "attract")]
)
def test_everything_is_forgotten(way: Act | Route, page: str) -> None:
    visit = busy()
    held = (visit.session.toggles, visit.session.answers, visit.session.my_list, visit._trail)
    visit.follow(way)
    assert visit.route.page == page
    assert visit.session == Session(first_language="en")
    assert not any(held[:3]) and all(route.page == page for route in visit._trail)
    assert visit._trail is not held[3] and held[3] == []
    assert visit.ask().size.large is False


def test_nothing_in_memory_knows_what_was_typed() -> None:
    visit = started()
    secret = "qz" + "x" * 30
    visit.follow(Route("search"))
    for sign in secret:
        visit.follow(Act("type", sign))
    visit.page()
    visit.follow(Act("done"))
    gc.collect()
    mine = [secret, locals(), sys._getframe()]
    holders = [each for each in gc.get_objects() if each is not mine and _holds(each, secret)]
    assert [type(each) for each in holders if each is not mine[1]] == []


def _holds(found: object, secret: str) -> bool:
    """Whether a session, a page or any container holds the typed words, as themselves or within a text."""
    if isinstance(found, (Session, Page)):
        return secret in repr(found)
    if isinstance(found, dict):
        found = [*found.keys(), *found.values()]
    return isinstance(found, (list, tuple)) and any(isinstance(each, str) and secret in each for each in found)


def test_there_is_no_way_back_to_what_was_hidden() -> None:
    visit = busy()
    visit.follow(Act("hide"))
    for way in (Act("back"), Act("back"), Act("more-time")):
        visit.follow(way)
        assert visit.route == Route("board")
    visit.follow(Route("attract"))
    assert visit.route == Route("attract")


def test_reset_shows_the_first_page_in_the_schools_language() -> None:
    visit = busy()
    visit.reset()
    assert visit.route == Route("attract") and visit.page().frame.clock.startswith("Tue Nov 24")


def test_every_support_is_within_three_touches_of_home() -> None:
    for support in visiting().center.content.supports:
        visit = started()
        touch(visit, "How school can help")
        touch(visit, support.name["en"])
        assert visit.route == Route("support", support.id)
        assert len(visit._trail) - 1 <= 3
        assert choices(visit.page())


def test_the_small_size_reaches_the_same() -> None:
    clock: list[datetime] = [TUESDAY]
    visit = Visit(visiting().center, lambda: clock[0], SMALL)
    visit.follow(Act("start", "en"))
    touch(visit, "Food")
    touch(visit, "Food")
    touch(visit, "School food shelf")
    assert isinstance(visit.page(), ListingPage)
