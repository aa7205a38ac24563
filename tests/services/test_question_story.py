"""What is told about a question beside its values: who wrote what when, since when it stood, what was joined."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from kiosk.domain.kept import Edit, Question
from kiosk.services.question_story import Story, story_of
from kiosk.store import Store
from tests.store.faults import QuickDisk
from tests.store.samples import Clock, pantry
from tests.store.test_merging import places


class Scene:
    """One listing, and people who change it a minute apart."""

    def __init__(self, directory: Path) -> None:
        self.clock = Clock()
        self.store = Store(directory, self.clock, QuickDisk())
        self.store.batch([Edit("", "", pantry("p", email="a@x.org"))], "start", "add")

    def set(self, by: str, rev: str = "", **fields: object) -> str:
        self.clock.now += timedelta(minutes=1)
        kept = self.store.get("p")
        doc = self.store.origin("p", rev or kept.rev)
        self.store.batch([Edit("p", rev or kept.rev, {**doc, **fields})], by)
        return self.clock.now.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def question(self) -> Question:
        (found,) = self.store.questions()
        return found

    def story(self) -> Story:
        return story_of(self.store, self.question())


def joined(story: Story) -> set[tuple[str, str]]:
    return {(difference.path, side) for difference, side in story.joined}


def test_who_wrote_theirs_and_since_when_it_was_otherwise(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    before = scene.set("ana", email="b@x.org")
    begun = scene.store.get("p").rev
    theirs = scene.set("joe", email="joe@x.org", url="https://example.org")
    scene.set("liaison", begun, email="mine@x.org", minutes_needed=5)
    story = scene.story()
    assert (story.theirs_by, story.theirs_at, story.before_at) == ("joe", theirs, before)
    assert joined(story) == {("url", "theirs"), ("minutes_needed", "mine")}
    assert scene.question().by == "liaison"


def test_later_changes_of_other_fields_do_not_hide_who_it_was(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    begun = scene.store.get("p").rev
    theirs = scene.set("joe", email="joe@x.org")
    scene.set("mary", minutes_needed=9)
    scene.set("liaison", begun, email="mine@x.org")
    scene.set("mary", minutes_needed=8)
    story = scene.story()
    assert (story.theirs_by, story.theirs_at) == ("joe", theirs)
    assert ("minutes_needed", "theirs") in joined(story)


def test_a_value_that_was_taken_away_is_told_too(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    begun = scene.store.get("p").rev
    scene.set("joe", email=None)
    scene.set("liaison", begun, email="mine@x.org")
    assert scene.question().theirs is None
    assert scene.story().theirs_by == "joe"


def test_two_directories_that_went_apart() -> None:
    with places("home", "office") as (home, office):
        home.set("a", email="home@x.org", url="https://example.org/h")
        office.set("a", email="office@x.org", minutes_needed=4)
        home.take_from(office)
        (question,) = home.store.questions()
        story = story_of(home.store, question)
        assert isinstance(story, Story)
        assert all(difference.path != "email" for difference, _ in story.joined)


def test_a_question_about_the_whole_listing_has_nothing_joined(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    begun = scene.store.get("p").rev
    scene.set("joe", email="joe@x.org")
    scene.store.delete("p", begun, "liaison")
    assert scene.story().joined == ()
