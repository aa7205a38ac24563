"""What families open: a count a listing a day, a batch at a time, and never a trace of one visitor."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from kiosk.domain.errors import NotSaved
from kiosk.domain.seat import Seat
from kiosk.pages.route import Act, Route
from kiosk.pages.visit import Visit
from kiosk.services.lobby import Lobby
from kiosk.services.opened import BATCH, MOST, Counter, Opened, OpenedListings
from tests.pages.center import LOBBY, TUESDAY, listing, school_of, visiting
from tests.services.test_presence import Room

NOON = datetime(2026, 11, 24, 12, 4, tzinfo=UTC)
DAY = NOON.date()


class Paper:
    """Counts without files."""

    def __init__(self, *, broken: bool = False) -> None:
        self.kept: dict[date, dict[str, int]] = {}
        self.batches = 0
        self.broken = broken

    def add(self, day: date, counts: Mapping[str, int]) -> None:
        if self.broken:
            raise NotSaved("The disk is full.")
        self.batches += 1
        known = self.kept.setdefault(day, {})
        for id, count in counts.items():
            known[id] = known.get(id, 0) + count

    def on(self, day: date) -> Mapping[str, int]:
        return self.kept.get(day, {})

    def days(self) -> Sequence[date]:
        return sorted(self.kept)


class Clocked:
    """A counter whose clock and timer are moved by hand."""

    def __init__(self, files: Paper) -> None:
        self.now = NOON
        self.due: list[tuple[float, Callable[[], None]]] = []
        self.counter = Counter(files, lambda: self.now, lambda seconds, work: self.due.append((seconds, work)))


def test_a_batch_is_written_at_the_next_quarter_of_an_hour_whoever_opened_what() -> None:
    files = Paper()
    clocked = Clocked(files)
    for id in ("food", "food", "clinic"):
        clocked.counter.note(id)
    assert files.kept == {}
    ((seconds, work),) = clocked.due
    assert NOON.timestamp() + seconds == datetime(2026, 11, 24, 12, 15, tzinfo=UTC).timestamp()
    work()
    assert files.kept == {DAY: {"food": 2, "clinic": 1}}
    clocked.counter.note("food")
    assert len(clocked.due) == 2
    assert 0 < clocked.due[1][0] <= BATCH


def test_an_opening_counts_on_its_own_day_though_it_is_written_on_the_next() -> None:
    files = Paper()
    clocked = Clocked(files)
    clocked.counter.note("food")
    clocked.now += timedelta(days=1)
    clocked.counter.note("food")
    clocked.counter.flush()
    clocked.counter.flush()
    assert files.kept == {DAY: {"food": 1}, DAY + timedelta(days=1): {"food": 1}}
    assert files.batches == 2


def test_what_cannot_be_written_is_thrown_away_and_memory_stays_small() -> None:
    files = Paper(broken=True)
    clocked = Clocked(files)
    for number in range(MOST + 50):
        clocked.counter.note(f"l{number}")
    assert sum(map(len, clocked.counter._waiting.values())) == MOST
    clocked.counter.flush()
    assert clocked.counter._waiting == {}
    files.broken = False
    clocked.counter.flush()
    assert files.kept == {}


def test_staff_read_the_most_opened_first() -> None:
    files = Paper()
    files.add(DAY, {"b": 2, "a": 2, "c": 9})
    files.add(DAY - timedelta(days=3), {"a": 1})
    opened = OpenedListings(files)
    assert opened.on(DAY) == (Opened("c", 9), Opened("a", 2), Opened("b", 2))
    assert list(opened.since(DAY - timedelta(days=2))) == [DAY]
    assert list(opened.since(DAY - timedelta(days=9))) == [DAY - timedelta(days=3), DAY]


def test_a_visit_counts_a_listing_once_however_its_page_is_turned_and_none_that_is_private() -> None:
    counted: list[str] = []
    school = school_of(listing("one"), listing("two"), listing("secret", sensitive=True))
    visit = Visit(school, lambda: TUESDAY, LOBBY, "en", counted.append)
    visit.follow(Route("listing", "one"))
    visit.follow(replace(visit.route, detail="call"))
    visit.follow(replace(visit.route, part=1))
    visit.follow(Route("week", "one"))
    visit.follow(Act("back"))
    assert counted == ["one"]
    visit.follow(Route("listing", "two"))
    visit.follow(Act("home"))
    visit.follow(Route("listing", "secret"))
    visit.follow(Route("listing", "no-such"))
    assert counted == ["one", "two"]


def test_a_visit_that_is_told_to_count_nothing_counts_nothing() -> None:
    visit = visiting()
    visit.follow(Route("listing", "food-shelf"))
    assert visit.route == Route("listing", "food-shelf")


def test_a_lobby_is_seen_while_its_screen_works_and_writes_what_is_left_when_it_closes() -> None:
    files, room = Paper(), Room()
    clocked = Clocked(files)
    with Lobby(room, clocked.counter) as lobby:
        changed = lobby.watching(lambda: True)
        assert room.mine == [], "the first screen waits for nothing"
        assert changed()
        assert changed()
        assert room.mine == [Seat(kind="lobby")]
        assert room.beats == 1
        lobby.count("food")
    assert files.kept == {DAY: {"food": 1}}
    assert room.mine[-1] is None


def test_on_days_that_never_were_nothing_is_counted() -> None:
    room = Room()
    with Lobby(room, None) as lobby:
        lobby.count("food")
        assert not lobby.watching(lambda: False)()
    assert room.mine == [Seat(kind="lobby"), None]
