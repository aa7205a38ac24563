"""A visit keeps what one visitor chose, and nothing of it afterwards."""

from __future__ import annotations

from kiosk.services.session import MY_LIST_MOST, Session


def test_a_visit_starts_in_the_schools_first_language() -> None:
    assert Session().language == "en"
    assert Session(first_language="es").language == "es"
    assert Session(first_language="es", language="pt").language == "pt"


def test_a_toggle_turns_on_and_off_again() -> None:
    session = Session()
    session.switch("free")
    session.switch("open-now")
    session.switch("free")
    assert session.toggles == {"open-now"}


def test_my_list_keeps_the_order_and_each_listing_once() -> None:
    session = Session()
    assert session.add("b")
    assert session.add("a")
    assert session.add("b")
    assert session.my_list == ["b", "a"]
    session.remove("b")
    session.remove("not there")
    assert session.my_list == ["a"]


def test_my_list_is_full_at_ten() -> None:
    session = Session()
    added = [session.add(f"listing-{number}") for number in range(MY_LIST_MOST + 1)]
    assert added == [True] * MY_LIST_MOST + [False]
    assert session.add("listing-3"), "one that is there already is no matter"
    assert len(session.my_list) == MY_LIST_MOST


def test_wiping_leaves_a_new_visit_and_empties_what_others_still_hold() -> None:
    session = Session(first_language="es")
    session.language, session.large, session.grade, session.typed, session.extended = "en", True, "3", "dip", True
    session.switch("free")
    session.answers["who"] = "child"
    session.add("food-shelf")
    toggles, answers, my_list = session.toggles, session.answers, session.my_list
    session.wipe()
    assert session == Session(first_language="es")
    assert not toggles and not answers and not my_list
    assert session.toggles is not toggles
    assert session.answers is not answers
    assert session.my_list is not my_list
