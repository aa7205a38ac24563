"""Pixel pictures as half blocks: every pixel is there, in its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.pixels import big_text, big_width, drawn, enlarged, glyph_of, half_blocks, missing, wrapped

GLYPHS = {
    "A": (".#.", "#.#", "###"),
    "a": ("...", ".##", "###"),
    "É": ("###", "#..", "###"),
    "E": ("##.", "#..", "##."),
    "i": ("#", ".", "#"),
    "'": ("#", ".", "."),
    "space": ("..", "..", ".."),
}


def pixels(rows: tuple[str, ...]) -> list[str]:
    """Half blocks back as rows of pixels."""
    halves = {" ": "..", "▀": "#.", "▄": ".#", "█": "##"}
    return ["".join(halves[cell][half] for cell in row) for row in rows for half in (0, 1)]


@given(
    st.integers(1, 8).flatmap(
        lambda wide: st.lists(st.text("#.", min_size=wide, max_size=wide), min_size=1, max_size=13)
    )
)
def test_every_pixel_is_in_its_place(rows: list[str]) -> None:
    shown = pixels(half_blocks(tuple(rows)))
    assert shown[: len(rows)] == rows
    assert all(set(row) == {"."} for row in shown[len(rows) :])
    assert len(shown) - len(rows) in (0, 1)


def test_larger_pixels_are_squares_of_pixels() -> None:
    assert enlarged(("#.",), 3) == ("###...",) * 3
    assert enlarged(("#.",), 1) == ("#.",)


def test_a_letter_without_a_glyph_falls_back_to_the_bare_one() -> None:
    assert glyph_of("É", GLYPHS) == GLYPHS["É"]
    assert glyph_of("Ê", GLYPHS) == GLYPHS["E"]
    assert glyph_of("á", GLYPHS) == GLYPHS["a"]
    assert glyph_of("e", GLYPHS) == GLYPHS["E"]
    assert glyph_of("ì", GLYPHS) == GLYPHS["i"]
    assert glyph_of("’", GLYPHS) == GLYPHS["'"]
    assert glyph_of(" ", GLYPHS) == glyph_of("\u00a0", GLYPHS) == GLYPHS["space"]
    assert glyph_of("b", GLYPHS) is None


def test_what_cannot_be_drawn_is_named_once() -> None:
    assert missing("AbaÉbc", GLYPHS) == "bc"


def test_a_line_has_a_gap_between_letters() -> None:
    assert drawn("Ai", GLYPHS) == (".#..#", "#.#..", "###.#")
    assert drawn("Ai", GLYPHS, gap=2) == (".#...#", "#.#...", "###..#")


def test_what_has_no_glyph_is_left_out() -> None:
    assert drawn("AbA", GLYPHS) == drawn("AA", GLYPHS)
    assert drawn("b", GLYPHS) == ()
    assert big_text("b", GLYPHS) == big_text("", GLYPHS) == ()
    assert big_width("b", GLYPHS) == 0


@given(st.text("AaÉEi' b", max_size=8), st.integers(1, 3), st.integers(0, 2))
def test_the_width_is_known_before_it_is_drawn(text: str, factor: int, gap: int) -> None:
    rows = big_text(text, GLYPHS, factor, gap)
    assert {len(row) for row in rows} <= {big_width(text, GLYPHS, factor, gap)}
    assert len(rows) in (0, -(-3 * factor // 2))


def test_big_text() -> None:
    assert big_text("Ai", GLYPHS) == ("▄▀▄ ▀", "▀▀▀ ▀")


@given(st.text("AE ", max_size=20), st.integers(3, 30))
def test_lines_are_broken_at_spaces_to_fit(text: str, width: int) -> None:
    lines = wrapped(text, GLYPHS, width)
    assert " ".join(lines).split() == text.split()
    assert all(big_width(line, GLYPHS) <= width or " " not in line for line in lines)
