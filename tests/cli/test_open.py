"""`kiosk open`: the listing of the fixtures on its three hard days."""

from __future__ import annotations

from tests.cli.conftest import Ask


def test_open_until_the_concert(clinic: Ask) -> None:
    answer = clinic("--at", "2026-12-16T13:59", "open", "school-clinic", "--json")
    assert (answer.status, answer.err) == (0, "")
    assert answer.document == {
        "id": "school-clinic",
        "at": "2026-12-16T13:59:00-05:00",
        "state": "open",
        "until": "2026-12-16T14:00:00-05:00",
        "next": "2026-12-17T08:00:00-05:00",
        "reason": "Winter concert",
    }


def test_a_minute_later_it_is_closed_with_the_next_opening(clinic: Ask) -> None:
    document = clinic("--at", "2026-12-16T14:00", "open", "101", "--json").document
    assert isinstance(document, dict)
    assert (document["state"], document["until"]) == ("closed", None)
    assert document["next"] == "2026-12-17T08:00:00-05:00"


def test_closed_for_staff_training(clinic: Ask) -> None:
    document = clinic("--at", "2026-12-09T10:00", "open", "school-clinic", "--json").document
    assert isinstance(document, dict)
    assert (document["state"], document["reason"]) == ("closed", "Staff training")
    assert document["next"] == "2026-12-10T08:00:00-05:00"


def test_people_get_a_sentence_in_their_language(clinic: Ask) -> None:
    answer = clinic("--at", "2026-12-16T13:59", "open", "No. 101")
    assert answer.out == "School clinic: OPEN until 2:00 PM (Winter concert)\n"
    spanish = clinic("--lang", "es", "--at", "2026-12-09T10:00", "open", "101").out
    assert "Clínica de la escuela" in spanish
    assert "Capacitación del personal" in spanish


def test_a_moment_with_an_offset_is_the_same_moment(clinic: Ask) -> None:
    document = clinic("--at", "2026-12-16T18:59+00:00", "open", "101", "--json").document
    assert isinstance(document, dict)
    assert document["at"] == "2026-12-16T13:59:00-05:00"
    assert document["state"] == "open"


def test_what_is_no_moment_is_wrong_usage(clinic: Ask) -> None:
    answer = clinic("--at", "tomorrow", "open", "101")
    assert (answer.status, answer.out) == (2, "")
    assert "2026-12-16T13:59" in answer.err


def test_no_such_listing(clinic: Ask) -> None:
    answer = clinic("open", "nothing", "--json")
    assert (answer.status, answer.out) == (3, "")
    assert "nothing" in answer.err
    assert clinic("open", "999").status == 3
