"""Who else is at the desk: by account, each once, and who has which listing open."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from kiosk.domain.seat import Seat
from kiosk.services.presence import LOOK, Presence
from kiosk.services.who import Who

NOW = datetime(2026, 11, 24, 20, 5, tzinfo=UTC)


class Room:
    """Seats without files: those of others, and what was written of one's own."""

    def __init__(self, *others: Seat) -> None:
        self.there = list(others)
        self.open: set[str] = set()
        self.mine: list[Seat | None] = []
        self.changes = 0
        self.looks = 0
        self.beats = 0

    token = "mine"

    def is_open(self, token: str) -> bool:
        return token in self.open

    def stamp(self) -> object:
        return self.changes

    def sit(self, seat: Seat) -> None:
        self.mine.append(seat)

    def beat(self) -> None:
        self.beats += 1

    def leave(self) -> None:
        self.mine.append(None)

    def others(self) -> list[Seat]:
        self.looks += 1
        return list(self.there)


class Desk:
    """One desk in that room, with a clock that is moved by hand."""

    def __init__(self, room: Room, who: Who | None = None) -> None:
        self.steady = 0.0
        self.presence = Presence(room, who or Who("mary"), lambda: NOW, lambda: self.steady)


def test_others_are_named_once_each_and_a_lobby_is_nobody() -> None:
    room = Room(Seat(by="office"), Seat(by="joe"), Seat(by="office", listing="x"), Seat(kind="lobby", by="kiosk"))
    desk = Desk(room)
    assert desk.presence.others() == ()
    assert desk.presence.look()
    assert desk.presence.others() == ("joe", "office")


def test_who_has_a_listing_open_and_since_when_first_come_first() -> None:
    early, late = NOW - timedelta(hours=1), NOW
    room = Room(Seat(by="joe", listing="a", since=late), Seat(by="ana", listing="a", since=early), Seat(by="eve"))
    desk = Desk(room)
    desk.presence.look()
    assert [seat.by for seat in desk.presence.writing("a")] == ["ana", "joe"]
    assert desk.presence.writing("b") == desk.presence.writing("") == ()


def test_a_look_is_made_when_the_stamp_differs_or_a_second_went_by() -> None:
    room = Room()
    desk = Desk(room)
    desk.presence.look()
    for _ in range(50):
        assert not desk.presence.look()
    assert (room.looks, room.beats) == (1, 51)
    room.there.append(Seat(by="joe"))
    room.changes += 1
    assert desk.presence.look()
    room.there.clear()  # killed: no stamp tells
    assert not desk.presence.look()
    desk.steady += LOOK
    assert desk.presence.look()
    assert desk.presence.others() == ()


def test_its_own_seat_is_written_only_when_another_listing_is_open() -> None:
    room = Room()
    desk = Desk(room)
    for listing in ("", "", "a", "a", ""):
        desk.presence.at(listing)
    desk.presence.leave()
    desk.presence.leave()
    mine = Seat(by="mary")
    assert room.mine == [mine, Seat(by="mary", listing="a", since=NOW), mine, None]


def test_a_reader_writes_nothing_and_sees_the_others() -> None:
    room = Room(Seat(by="joe"))
    desk = Desk(room, Who("guest", "reader"))
    desk.presence.at("a")
    desk.presence.look()
    desk.presence.leave()
    assert room.mine == []
    assert desk.presence.others() == ("joe",)


def test_a_lobby_that_answers_comes_before_one_that_does_not() -> None:
    room = Room(Seat(kind="lobby", answers=False), Seat(kind="lobby"))
    desk = Desk(room)
    assert desk.presence.lobby() is None
    desk.presence.look()
    lobby = desk.presence.lobby()
    assert lobby is not None
    assert lobby.answers
