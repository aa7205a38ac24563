"""What staff are told of a change: short, true, and safe to print."""

from __future__ import annotations

import pytest

from kiosk.domain.kept import Outcome, Question, Saved
from kiosk.services.outcomes import answered, asked, fields, outcome, restored, shown, undone

SAVED = Saved("club", 214, "2-0", "question")


def question(field: str, theirs: object, mine: object, base: object = None) -> Question:
    return Question(id="club", name="Club", field=field, base=base, mine=mine, theirs=theirs, by="joe", at="")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "nothing"),
        ("a\nb\x1b[31m", "“a b[31m”"),
        ("x" * 100, "“" + "x" * 59 + "…”"),
        (15, "15"),
        (True, "true"),
        ({"en": "Así"}, '{"en": "Así"}'),
        (["a"] * 50, "[" + '"a", ' * 11 + '"a"…'),
    ],
)
def test_a_value_is_one_short_line(value: object, said: str) -> None:
    assert shown(value) == said


@pytest.mark.parametrize(
    ("what", "said"),
    [("saved", ""), ("merged", "Both changes are kept."), ("unchanged", "Nothing was changed"), ("question", "waits")],
)
def test_every_outcome_has_its_words(what: Outcome, said: str) -> None:
    told = outcome(Saved("club", 214, "2-0", what))
    assert said in told
    assert bool(told) == (what != "saved")


def test_many_questions_are_counted() -> None:
    told = outcome(SAVED, [question(f"x_{n}", n, n + 1) for n in range(5)])
    assert "x_2 stays 2, and 3 waits; 2 more as a question" in told
    assert "x_3" not in told


def test_a_question_about_the_whole_listing() -> None:
    assert asked(question("", None, {"id": "club"})) == (
        "the whole listing: it stays deleted, and the changed one waits (by joe)"
    )
    assert asked(question("", {"id": "club"}, None)) == "the whole listing: it stays, and its deletion waits (by joe)"
    assert answered(SAVED, [question("", None, {})], "theirs").startswith("Theirs stays for the whole listing.")


def test_the_way_back_is_named() -> None:
    assert undone(Saved("club", None, "2-0", "saved")).startswith("club is as it was")
    assert undone(Saved("club", 214, "2-0", "unchanged")).startswith("Nothing was changed")
    assert restored(1, 7) == "1 listing was taken back. To undo this: kiosk restore 7"
    assert restored(2, None) == "2 listings were taken back."
    assert restored(0, None).startswith("Nothing was changed")


def test_many_fields_are_counted() -> None:
    assert fields(("a", "b")) == "a, b"
    assert fields(tuple("abcdefgh")) == "a, b, c, d, e, f and 2 more"
