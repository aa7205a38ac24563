"""One change taken out, a version put back, neither side taken: each adds a change, and none of them loses one."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.errors import NoSuch
from kiosk.domain.kept import Altered
from kiosk.services.desk import Desk, Who
from kiosk.services.going_back import put_back, take_before, undo_change
from kiosk.services.past import Past
from tests.tui.staff.host import desk_kiosk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_kiosk(tmp_path / "school").desk(Who("ana"))


def change(desk: Desk, **fields: object) -> None:
    kept = desk.records.get("118")
    desk.editing.set(kept.id, {**desk.records.document(kept), **fields}, kept.rev, "joe")


def versions(desk: Desk) -> list[Altered]:
    return list(desk.records.altered(desk.records.get("118").id))


def test_each_version_has_the_listing_before_and_after(desk: Desk) -> None:
    change(desk, email="one@x.org")
    change(desk, email="two@x.org")
    newest, middle, first = versions(desk)
    assert newest.after is not None
    assert newest.before == middle.after
    assert middle.before == first.after
    assert first.before is None
    assert newest.after["email"] == "two@x.org"
    assert [each.version for each in (newest, middle, first)] == list(desk.records.history("118"))


def test_a_change_in_the_middle_is_taken_out_and_what_came_after_stays(desk: Desk) -> None:
    change(desk, email="one@x.org")
    change(desk, minutes_needed=77)
    saved = undo_change(desk, versions(desk)[1], is_newest=False)
    assert saved.outcome == "merged"
    doc = desk.records.document(desk.records.get("118"))
    assert doc["minutes_needed"] == 77
    assert doc["email"] != "one@x.org"
    assert len(versions(desk)) == 4


def test_the_newest_is_undone_and_done_again(desk: Desk) -> None:
    change(desk, email="one@x.org")
    for email in (versions(desk)[0].before, versions(desk)[0].after):
        undo_change(desk, versions(desk)[0], is_newest=True)
        assert email is not None
        assert desk.records.document(desk.records.get("118"))["email"] == email["email"]


def test_the_first_cannot_be_taken_out(desk: Desk) -> None:
    change(desk, email="one@x.org")
    with pytest.raises(NoSuch, match="no listing before"):
        undo_change(desk, versions(desk)[-1], is_newest=False)


def test_a_version_is_put_back_whole_and_keeps_the_number(desk: Desk) -> None:
    first = desk.records.document(desk.records.get("118"))
    change(desk, email="one@x.org", minutes_needed=77)
    change(desk, url="https://example.org/x")
    put_back(desk, versions(desk)[-1])
    assert desk.records.document(desk.records.get("118")) == first
    assert put_back(desk, versions(desk)[-1]).outcome == "unchanged"


def test_a_listing_that_is_deleted_comes_back_as_it_was(desk: Desk) -> None:
    kept = desk.records.get("118")
    before = desk.records.document(kept)
    desk.editing.delete(kept.id, kept.rev, "joe")
    gone, first = desk.records.altered(kept.id)
    with pytest.raises(NoSuch, match="deleted then"):
        put_back(desk, gone)
    put_back(desk, first)
    assert desk.records.document(desk.records.get("118")) == before


def test_neither_side_is_taken(desk: Desk) -> None:
    kept = desk.records.get("118")
    doc = desk.records.document(kept)
    for by in ("joe", "mary"):
        desk.editing.set(kept.id, {**doc, "email": f"{by}@x.org"}, kept.rev, by)
    (question,) = desk.records.questions()
    take_before(desk, question)
    assert desk.records.questions() == []
    assert desk.records.document(desk.records.get("118"))["email"] == doc["email"]


def test_the_past_is_read_once_for_each_change(desk: Desk) -> None:
    past = Past(desk.records, "118")
    first = past.versions()
    assert past.versions() is first
    change(desk, email="one@x.org")
    assert len(past.versions()) == len(first) + 1


def test_a_change_of_another_listing_is_not_in_it(desk: Desk) -> None:
    change(desk, email="one@x.org")
    before = versions(desk)
    kept = desk.records.get("121")
    desk.editing.set(kept.id, {**desk.records.document(kept), "minutes_needed": 3}, kept.rev, "joe")
    assert versions(desk) == before
