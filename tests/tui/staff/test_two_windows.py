"""Two windows of one person at the desk: each keeps what is typed in it, whatever becomes of the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.services.drafts import DRAFTS
from kiosk.services.form import Form
from kiosk.services.round import Round
from kiosk.tui.staff.app import StaffApp
from tests.tui.staff.host import LOBBY, SMALL, desk_kiosk, shown, staff_app

OPEN_214 = ("f", *"214", "enter")


def drafts(app: StaffApp) -> dict[str, str]:
    """The English name in each draft that is kept, by the note's name."""
    kept = {}
    for name, note in app.desk.notes.all(DRAFTS):
        doc = note["doc"]
        assert isinstance(doc, dict)
        kept[name] = doc["name"]["en"]
    return kept


def gone(app: StaffApp) -> None:
    """As if its process had been killed: its file says nothing any more, and nothing was tidied."""
    app.desk.presence._seats.leave()


@pytest.mark.slow
@pytest.mark.parametrize("size", [LOBBY, SMALL])
async def test_what_is_typed_in_either_is_kept_and_offered_again(tmp_path: Path, size: tuple[int, int]) -> None:
    one, two = staff_app(tmp_path), staff_app(tmp_path)
    async with one.run_test(size=size) as first, two.run_test(size=size) as second:
        await first.press(*OPEN_214, "1", "enter", *" one", "enter")
        await second.press(*OPEN_214, "1", "enter", *" two", "enter")
        await first.press("up", "enter", *"!", "enter")
        await first.pause()
        await second.pause()
        assert sorted(drafts(one).values()) == ["School food shelf one!", "School food shelf two"]
        gone(one)
        gone(two)
    for expected in ("School food shelf one!", "School food shelf two"):  # one after the other is offered
        app = staff_app(tmp_path)
        async with app.run_test(size=size) as pilot:
            await pilot.press(*OPEN_214)
            await pilot.pause()
            assert expected in "\n".join(shown(app))
            await pilot.press("ctrl+s")
            await pilot.pause()
    kiosk = desk_kiosk(tmp_path)
    assert drafts(app) == {}
    answers = [kiosk.store.get("214").listing.name["en"], *(str(each.mine) for each in kiosk.store.questions())]
    assert sorted(answers) == ["School food shelf one!", "School food shelf two"]


@pytest.mark.slow
async def test_saving_in_one_leaves_the_draft_of_the_other(tmp_path: Path) -> None:
    one, two = staff_app(tmp_path), staff_app(tmp_path)
    async with one.run_test(size=SMALL) as first, two.run_test(size=SMALL) as second:
        await first.press(*OPEN_214, "1", "enter", *" one", "enter")
        await second.press(*OPEN_214, "1", "enter", *" two", "enter", "ctrl+s")
        await second.pause()
        await first.pause()
        assert list(drafts(one).values()) == ["School food shelf one"]
        assert desk_kiosk(tmp_path).store.get("214").listing.name["en"] == "School food shelf two"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "You have this open in another window too, since"), ("es", "también tiene esto abierto en otra ventana")],
)
@pytest.mark.parametrize("size", [LOBBY, SMALL])
async def test_the_form_says_that_another_window_of_ones_own_has_it(
    tmp_path: Path, size: tuple[int, int], language: str, said: str
) -> None:
    one, two = staff_app(tmp_path), staff_app(tmp_path, language=language)
    async with one.run_test(size=size) as first:
        await first.press(*OPEN_214)
        await first.pause()
        one.tick()
        async with two.run_test(size=size) as second:
            await second.press(*OPEN_214)
            await second.pause()
            text = " ".join(" ".join(shown(two)).split())
            assert said in text


def test_a_second_form_of_the_same_window_goes_on_with_its_own_draft(tmp_path: Path) -> None:
    desk = staff_app(tmp_path).desk
    desk.presence.at("")
    form = Form(desk, "food-shelf")
    form.put({"minutes_needed": 7})
    assert Form(desk, "food-shelf").doc["minutes_needed"] == 7
    assert len(desk.notes.names(DRAFTS)) == 1


def test_a_new_listing_in_each_window_is_two_new_listings(tmp_path: Path) -> None:
    desks = [staff_app(tmp_path).desk for _ in range(3)]
    for number, desk in enumerate(desks):
        desk.presence.at("")
        Form(desk, "").put({"name": {"en": f"New {number}"}})
    for number, desk in enumerate(desks):
        assert Form(desk, "").doc["name"] == {"en": f"New {number}"}


def test_each_window_has_a_listing_of_its_own_in_the_round(tmp_path: Path) -> None:
    one, two = (staff_app(tmp_path).desk for _ in range(2))
    for desk in (one, two):
        desk.presence.at("")
    first, second = Round(one), Round(two)
    first.start()
    second.start()
    assert "" != first.current != second.current != ""
    assert second.others() == ("office",)
    assert second.left()[:2] == first.left()[:2] == [first.current, second.current]
    one.presence.leave()  # what its window had is free again
    third = Round(staff_app(tmp_path).desk)
    third.start()
    assert third.current == first.current
