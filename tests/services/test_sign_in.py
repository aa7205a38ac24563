"""Signing in at the lobby: a wrong PIN makes everybody wait longer, and nothing but time or the right one helps."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.services.accounts import Accounts
from kiosk.services.sign_in import LONGEST_WAIT, SignIn, wait_after
from kiosk.services.who import Who
from kiosk.store.notes import Notes
from kiosk.store.people_file import PeopleFile

RIGHT, WRONG = b"482915", b"000001"
MARY = Who("Mary", "liaison")


class Clock:
    """A steady clock that a test moves."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        """Seconds since it started."""
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    """At 0."""
    return Clock()


@pytest.fixture
def door(tmp_path: Path, clock: Clock) -> SignIn:
    """Mary has a PIN."""
    Accounts(PeopleFile(tmp_path)).keep("Mary", Who("ana", "admin"), "ana", pin=RIGHT)
    return again(tmp_path, clock)


def again(data: Path, clock: Clock) -> SignIn:
    """The same door after a restart, or on another screen."""
    return SignIn(lambda: Accounts(PeopleFile(data)), Notes(data), steady=clock)


def test_the_right_pin_opens_and_its_digits_are_wiped(door: SignIn) -> None:
    pin = bytearray(RIGHT)
    assert door.try_pin(pin).who == MARY
    assert pin == b""


def test_without_a_pin_there_is_no_door(tmp_path: Path, clock: Clock) -> None:
    assert not again(tmp_path, clock).is_offered
    Accounts(PeopleFile(tmp_path)).keep("Mary", Who("ana", "admin"), "ana", pin=RIGHT)
    assert again(tmp_path, clock).is_offered


def test_each_wrong_pin_makes_the_wait_longer_up_to_five_minutes(door: SignIn, clock: Clock) -> None:
    waits = []
    for _ in range(10):
        assert door.try_pin(bytearray(WRONG)).who is None
        waits.append(door.wait())
        clock.seconds += door.wait()
    assert waits == [2, 4, 8, 16, 32, 64, 128, 256, 300, 300]
    assert wait_after(10_000) == LONGEST_WAIT
    assert door.try_pin(bytearray(RIGHT)).who == MARY
    assert door.wait() == 0


def test_before_the_wait_is_over_not_even_the_right_one_is_tried(door: SignIn, clock: Clock) -> None:
    door.try_pin(bytearray(WRONG))
    clock.seconds += 1.9
    pin = bytearray(RIGHT)
    tried = door.try_pin(pin)
    assert (tried.who, tried.tried, bytes(pin)) == (None, False, b"")
    assert door.wait() == pytest.approx(0.1)  # it made nothing longer
    clock.seconds += 0.2
    assert door.try_pin(bytearray(RIGHT)).who == MARY


def test_a_restart_forgets_no_wrong_pin(tmp_path: Path, door: SignIn, clock: Clock) -> None:
    for _ in range(4):
        door.try_pin(bytearray(WRONG))
        clock.seconds += door.wait()
    restarted = again(tmp_path, clock)
    assert restarted.wait() == 16
    assert not restarted.try_pin(bytearray(RIGHT)).tried


def test_two_screens_count_together(tmp_path: Path, door: SignIn, clock: Clock) -> None:
    other = again(tmp_path, clock)
    door.try_pin(bytearray(WRONG))
    assert other.wait() == 2
    clock.seconds += 2
    other.try_pin(bytearray(WRONG))
    assert door.wait() == 4
    clock.seconds += 4
    assert door.try_pin(bytearray(RIGHT)).who == MARY
    assert other.wait() == 0


def test_a_wrong_one_is_noted_before_it_is_tried(tmp_path: Path, clock: Clock) -> None:
    """Whoever pulls the plug while a PIN is compared wins nothing."""

    class Stops(Accounts):
        def of_pin(self, pin: bytes) -> Who | None:
            raise KeyboardInterrupt(len(pin))

    door = SignIn(lambda: Stops(PeopleFile(tmp_path)), Notes(tmp_path), steady=clock)
    pin = bytearray(WRONG)
    with pytest.raises(KeyboardInterrupt):
        door.try_pin(pin)
    assert pin == b""
    assert again(tmp_path, clock).wait() == 2


@pytest.mark.parametrize("note", [{"count": -5}, {"count": "many"}, {}, {"count": 3.5}])
def test_a_note_that_is_none_is_no_wait(tmp_path: Path, clock: Clock, note: dict[str, object]) -> None:
    Notes(tmp_path).write("sign-in", "wrong", note)
    assert again(tmp_path, clock).wait() == 0
