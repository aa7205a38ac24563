"""The style sheet: it says what Textual's own says, and its rules share what they have in common."""

from __future__ import annotations

import pytest
from textual.css.stylesheet import Stylesheet, StylesheetParseError

from kiosk.tui.sheet import Sheet

CSS = """
Screen .body Touch:focus, Screen .body Touch { color: red; }
Screen .body Touch { margin: 1 !important; &:hover { width: 4; } }
Screen .foot > Touch { color: $ink; }
"""


def read(sheet: Stylesheet, css: str = CSS) -> Stylesheet:
    sheet.set_variables({"ink": "#102030"})
    sheet.add_source(css)
    return sheet


def selectors_of(sheet: Stylesheet) -> list[object]:
    return [each for rule in sheet.rules for selectors in rule.selector_set for each in selectors.selectors]


def test_it_says_what_textuals_own_says() -> None:
    ours, plain = read(Sheet()), read(Stylesheet())
    assert ours.css == plain.css
    assert selectors_of(ours) == selectors_of(plain)
    assert {name: len(rules) for name, rules in ours.rules_map.items()} == {
        name: len(rules) for name, rules in plain.rules_map.items()
    }
    assert [rule.styles.important for rule in ours.rules] == [rule.styles.important for rule in plain.rules]


def test_what_rules_have_in_common_is_kept_once() -> None:
    sheet = read(Sheet())
    kept = selectors_of(sheet)
    alike = [[each for each in kept if each == other] for other in kept]
    assert max(map(len, alike)) > 2
    assert all(each is group[0] for group in alike for each in group)


def test_another_source_and_another_theme_are_read_too() -> None:
    ours, plain = read(Sheet()), read(Stylesheet())
    for sheet in (ours, plain):
        assert len(sheet.rules) == 4
        sheet.add_source("Touch.more { color: blue; }")
        sheet.set_variables({"ink": "#405060"})
        sheet.reparse()
    assert ours.css == plain.css
    assert "#405060" in ours.css


def test_a_rule_that_is_wrong_is_told() -> None:
    with pytest.raises(StylesheetParseError):
        read(Sheet(), "Touch { color: no-such-color; }").parse()
