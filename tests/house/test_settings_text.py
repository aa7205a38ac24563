"""Single keys set in the text of the settings: nothing else in it changes, and no comment is lost."""

from __future__ import annotations

import tomllib

import pytest

from kiosk.domain.errors import Refused
from kiosk.settings_standing import value_in
from kiosk.settings_template import new_settings
from kiosk.settings_text import with_values

BY_HAND = """\
# Ours. Ask Ana before you change it.
school = "Oak School"  # since 2019
languages = [
  "en",  # most
  "es",  # many
]

# How long.
# idle = 90   # seconds
x_ours = { kept = true }

[office]
room = "1"  # by the door

# The nurse.
[[staff]]
role = { en = "Nurse" }
opens_at = 08:00:00
closes_at = "15:00"

[[staff]]
role = { en = "Liaison" } # Ana
"""


def comments(text: str) -> list[str]:
    """The comments of a text, in order."""
    return [line[line.index("#") :].strip() for line in text.splitlines() if "#" in line]


@pytest.mark.parametrize(
    ("path", "value", "line"),
    [
        ("school", 'Elm "High" School', """school = "Elm \\"High\\" School"  # since 2019"""),
        ("zone", "America/Chicago", 'zone = "America/Chicago"'),
        ("office.room", "2", 'room = "2"  # by the door'),
        ("office.closes_at", "16:30", 'closes_at = "16:30"'),
        ("staff[0].opens_at", "09:00", 'opens_at = "09:00"'),
        ("staff[1].days", ("MO", "TU"), 'days = ["MO", "TU"]'),
        ("tiles", (), "tiles = []"),
        ("attract", ({"en": 'Say "hi"', "es": "¡Hola!"},), """attract = [{en = "Say \\"hi\\"", es = "¡Hola!"}]"""),
        ("languages", ("es", "en"), '  "en",  # most'),
    ],
)
def test_a_key_is_set_and_everything_else_stays(path: str, value: object, line: str) -> None:
    new = with_values(BY_HAND, {path: value})
    assert line in new.splitlines()
    lost = [each for each in comments(BY_HAND) if each not in comments(new)]
    assert lost in ([], ["# many"])  # the one beside what was taken away and put in elsewhere
    before, after = tomllib.loads(BY_HAND), tomllib.loads(new)
    head = path.partition(".")[0].partition("[")[0]
    assert {key: part for key, part in before.items() if key != head} == {
        key: part for key, part in after.items() if key != head
    }
    assert [each for each in BY_HAND.splitlines() if each.startswith("x_")] == ["x_ours = { kept = true }"]


def test_a_key_that_is_commented_out_is_taken_into_use_in_its_place() -> None:
    new = with_values(BY_HAND, {"idle": 45})
    assert "# How long.\nidle = 45   # seconds\nx_ours" in new


def test_every_commented_key_of_a_new_school_is_taken_into_use_where_it_is_explained() -> None:
    text = new_settings(school="Oak", zone="America/New_York", region="US-CT", languages=["en"])
    values = {"theme": "night", "quiet_from": "20:00", "attract": ({"en": "Come in"},), "tiles": ("walk",), "idle": 60}
    new = with_values(text, values)
    assert len(new.splitlines()) == len(text.splitlines())
    for key in values:
        assert f"# {key} =" not in new
        assert value_in(new, key) is not None


def test_windows_line_ends_stay() -> None:
    new = with_values(BY_HAND.replace("\n", "\r\n"), {"idle": 45, "school": "Elm"})
    assert new.count("\r\n") == new.count("\n")


@pytest.mark.parametrize("text", ['school = "Oak', "office = 3\n", 'school = "a"\nschool = "b"\n'])
def test_what_cannot_be_changed_line_by_line_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="Nothing was changed"):
        with_values(text, {"office.room": "2"})


def test_a_value_is_read_as_the_kiosk_reads_it() -> None:
    assert value_in(BY_HAND, "staff[0].opens_at") == "08:00"
    assert value_in(BY_HAND, "staff[0].role") == {"en": "Nurse"}
    assert value_in(BY_HAND, "staff[9].role") is None
    assert value_in(BY_HAND, "office.opens_at") is None
    assert value_in("school = ", "school") is None
