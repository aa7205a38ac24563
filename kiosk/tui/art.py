"""Pixel art ready to draw: pictograms, big letters and block digits as rows of half blocks."""

from __future__ import annotations

from kiosk.domain.pixels import Glyphs, big_text, big_width, drawn, half_blocks, wrapped
from kiosk.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Art:
    """The glyphs that ship, and the few ways screens draw them."""

    pictograms: Glyphs
    letters: Glyphs
    digits: Glyphs

    def picture(self, name: str, *, lowered: bool = False) -> tuple[str, ...]:
        """A pictogram, 12 columns by 6 rows; nothing when there is none of that name.

        `lowered` by half a row it takes 7, and stands in the middle of them.
        """
        glyph = self.pictograms.get(name, ())
        air = ("." * len(glyph[0]),) if glyph and lowered else ()
        return half_blocks((*air, *glyph)) if glyph else ()

    def title(self, text: str) -> tuple[str, ...]:
        """A line of big letters, six rows."""
        return big_text(text, self.letters)

    def title_lines(self, text: str, width: int, most: int) -> tuple[tuple[str, ...], ...]:
        """Big letters in up to `most` lines of `width` cells; nothing when they do not fit."""
        lines = wrapped(text, self.letters, width)
        if len(lines) > most or any(big_width(words, self.letters) > width for words in lines):
            return ()
        return tuple(self.title(words) for words in lines)

    def name(self, text: str, width: int) -> tuple[str, ...]:
        """A short name in five rows (the top of a capital's accent is left out); nothing when it does not fit."""
        if not text or big_width(text, self.letters) > width:
            return ()
        return half_blocks(drawn(text, self.letters)[1:])

    def number(self, text: str, width: int, factor: int = 1) -> tuple[str, ...]:
        """Block digits, five rows times `factor`, without the dashes where they do not fit; else nothing."""
        for candidate in (text, text.replace("-", "")):
            if candidate and all(char in self.digits for char in candidate):
                for gap in (2, 1):
                    if big_width(candidate, self.digits, factor, gap) <= width:
                        return big_text(candidate, self.digits, factor, gap)
        return ()
