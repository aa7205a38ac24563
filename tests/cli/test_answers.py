"""Long answers: one JSON array however they are written, and nothing of it where they cannot be made."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from kiosk.cli.context import answer_items, json_item
from tests.cli.conftest import Ask


@pytest.mark.parametrize("count", [0, 1, 999, 1000, 1001, 3000])
def test_an_array_in_pieces_is_one_document(capsys: pytest.CaptureFixture[str], count: int) -> None:
    answer_items(json_item({"number": number, "name": "Niños"}) for number in range(count))
    out = capsys.readouterr().out
    assert json.loads(out) == [{"number": number, "name": "Niños"} for number in range(count)]
    assert len(out.splitlines()) == (count + 2 if count else 1)


def test_it_is_written_while_it_is_made(capsys: pytest.CaptureFixture[str]) -> None:
    written: list[int] = []

    def items() -> Iterator[str]:
        for number in range(5000):
            if number == 4999:
                written.append(len(capsys.readouterr().out.splitlines()))
            yield str(number)

    answer_items(items())
    assert written[0] > 3000


def test_what_goes_wrong_on_the_way_leaves_nothing_half_written(clinic: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> str:
        raise ValueError("a listing that cannot be said")

    monkeypatch.setattr("kiosk.cli.listings.json_item", broken)
    answer = clinic("list", "--json")
    assert (answer.status, answer.out) == (70, "")
