"""Phone numbers as families dial them."""

from __future__ import annotations

import pytest

from kiosk.domain.errors import Refused
from kiosk.services.phones import Dialled, read, shown


@pytest.mark.parametrize(
    ("number", "extension", "region", "printed"),
    [
        ("+18605550104", "", "US-CT", "860-555-0104"),
        ("+18605550104", "3", "US-CT", "860-555-0104 ext. 3"),
        ("+18605550104", "", "CA", "860-555-0104"),
        ("+18775528247", "", "US", "1-877-552-8247"),
        ("988", "", "US", "988"),
        ("+525512345678", "", "US", "+52 55 1234 5678"),
        ("+18605550104", "", "MX", "+1 860-555-0104"),
        ("+442079460018", "", "GB", "020 7946 0018"),
        ("+1", "", "US", "+1"),
        ("call us", "", "US", "call us"),
    ],
)
def test_a_number_is_printed_as_people_here_write_it(number: str, extension: str, region: str, printed: str) -> None:
    assert shown(number, extension, region) == printed


def test_the_word_for_extension_is_the_readers() -> None:
    assert shown("+18605550104", "3", "US", ext="ramal") == "860-555-0104 ramal 3"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("860-555-0104", Dialled("+18605550104")),
        ("(860) 555 0104 ext. 3", Dialled("+18605550104", "3")),
        ("860.555.0104 x12", Dialled("+18605550104", "12")),
        ("+52 55 1234 5678", Dialled("+525512345678")),
        ("2-1-1", Dialled("211")),
        ("988", Dialled("988")),
        ("741 741", Dialled("741741")),
    ],
)
def test_what_is_typed_is_kept_in_one_form(typed: str, kept: Dialled) -> None:
    assert read(typed, "US-CT") == kept


@pytest.mark.parametrize("typed", ["", "call us", "86", "555-0104", "+1", "12345678901234567890"])
def test_what_nobody_can_call_is_refused_by_name(typed: str) -> None:
    with pytest.raises(Refused, match="Nothing was changed") as refused:
        read(typed)
    assert typed in str(refused.value)
