"""What text may enter, and how it is compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.text import clean, clean_text, fold

any_text = st.text(st.characters(exclude_categories=[]))
odd_text = st.text(
    st.sampled_from("aée\u0301\u200b\u200c\u200d\u202e\x1b\x9b\r\n\t\x85\u2028 بپ\ufeff\u0300가\u1100\u1161")
)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Food pantry", "Food pantry"),
        ("Despensa de niños", "Despensa de niños"),
        ("nin\u0303os", "niños"),
        ("a\x1b]52;c;aGk=\x07b", "a]52;c;aGk=b"),
        ("a\x9b31mb", "a31mb"),
        ("nul\x00 bell\x07 del\x7f", "nul bell del"),
        ("abc\u202egnp.exe", "abcgnp.exe"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("soft\xadhyphen", "softhyphen"),
        ("hid\U000e0041den", "hidden"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("tab\tstays\n", "tab\tstays\n"),
        ("join\u200der", "joiner"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("[/] [b]Gym[", "[/] [b]Gym["),
    ],
)
def test_a_text_is_kept_without_what_a_terminal_obeys(written: str, kept: str) -> None:
    assert clean_text(written) == kept


@given(st.one_of(any_text, odd_text))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once


@given(st.one_of(any_text, odd_text))
def test_no_control_sign_is_left(text: str) -> None:
    left = set(clean_text(text)) - {"\n", "\t"}
    assert not any(
        ord(sign) < 32 or 127 <= ord(sign) < 160 or sign in "\u202a\u202b\u202d\u202e\u200b" for sign in left
    )


def test_every_string_of_a_tree_is_cleaned_keys_too() -> None:
    tree = {"na\u200bme": {"en": "a\x1bb"}, "list": ["\x00", 3, None, True], "pair": ("x\x07",)}
    assert clean(tree) == {"name": {"en": "ab"}, "list": ["", 3, None, True], "pair": ["x"]}


@pytest.mark.parametrize("typed", ["niñez", "NIÑEZ", "ninez", "Nin\u0303ez"])
def test_accents_and_case_do_not_count(typed: str) -> None:
    assert fold(typed) == "ninez"
