"""What was said on a day, and what it is worth later."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from kiosk.domain.listing import Places, SignUp
from kiosk.domain.places import Freshness, RoomState, SignUpState, freshness, places_now, sign_up_now
from tests.domain.hours import day, listing

SAID = day("2026-11-20")
FEW = Places(state="few", left=6, said=SAID, good_for_days=7)


@pytest.mark.parametrize(
    ("places", "when", "want"),
    [
        (None, "2026-11-20", None),
        (FEW, "2026-11-20", "few"),
        (FEW, "2026-11-27", "few"),
        (FEW, "2026-11-28", "ask"),
        (FEW, "2026-11-19", "few"),  # said by a clock that runs ahead
        (Places(state="full", said=SAID, good_for_days=0), "2026-11-20", "full"),
        (Places(state="full", said=SAID, good_for_days=0), "2026-11-21", "ask"),
        (Places(state="open"), "2026-11-20", "ask"),  # no day: nobody can tell how old it is
        (Places(state="few", left=0, said=SAID), "2026-11-20", "full"),
        (Places(state="waitlist", left=0, waiting=2, said=SAID), "2026-11-20", "waitlist"),
    ],
)
def test_places_decay(places: Places | None, when: str, want: RoomState | None) -> None:
    assert places_now(replace(listing(), places=places), day(when)) == want


WINDOW = SignUp(opens=day("2026-12-01"), closes=day("2026-12-11"))


@pytest.mark.parametrize(
    ("sign_up", "when", "want"),
    [
        (None, "2026-12-01", "none"),
        (SignUp(), "2026-12-01", "open"),
        (WINDOW, "2026-11-30", "before"),
        (WINDOW, "2026-12-01", "open"),
        (WINDOW, "2026-12-11", "open"),
        (WINDOW, "2026-12-12", "over"),
        (replace(WINDOW, state="full"), "2026-12-05", "full"),
        (replace(WINDOW, state="waitlist"), "2026-12-05", "waitlist"),
        (replace(WINDOW, state="waitlist"), "2026-12-12", "over"),
        (replace(WINDOW, state="full"), "2026-11-30", "before"),
    ],
)
def test_sign_up_window(sign_up: SignUp | None, when: str, want: SignUpState) -> None:
    assert sign_up_now(replace(listing(), sign_up=sign_up), day(when)) == want


@pytest.mark.parametrize("state", ["full", "waitlist"])
def test_places_that_are_gone_count_over_a_sign_up_that_says_open(state: Literal["full", "waitlist"]) -> None:
    club = replace(listing(), sign_up=SignUp(), places=Places(state=state, said=SAID))
    assert sign_up_now(club, day("2026-11-21")) == state
    assert sign_up_now(club, day("2026-12-21")) == "open"


@pytest.mark.parametrize(
    ("checked", "want"),
    [
        (None, "never"),
        ("2026-11-25", "fresh"),
        ("2026-05-29", "fresh"),  # 180 days
        ("2026-05-28", "call-first"),
        ("2025-11-25", "call-first"),  # 365 days
        ("2025-11-24", "old"),
    ],
)
def test_a_check_ages(checked: str | None, want: Freshness) -> None:
    assert freshness(replace(listing(), assured_date=day(checked) if checked else None), day("2026-11-25")) == want
