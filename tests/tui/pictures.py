"""The README's pictures: drawn from the screens themselves by `python -m tests.tui.pictures`, as SVG without a font.

A test draws them again and compares, so they cannot go stale.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from kiosk.pages.route import Act, Go, Route
from tests.tui.host import LOBBY, SMALL, kiosk_app
from tests.tui.raster import CELL, Cell, block_of, cells_of

HERE = Path(__file__).parent / "pictures"
PICTURES: dict[str, tuple[tuple[int, int], str, tuple[Go, ...]]] = {
    "home": (LOBBY, "en", (Act("start", "en"),)),
    "listing": (LOBBY, "en", (Act("start", "en"), Route("results", "food", "need"), Route("listing", "food-shelf"))),
    "results-es-80x24": (SMALL, "es", (Act("start", "es"), Route("results", "food", "need"))),
}
"""File name -> size, language, and the touches that lead there."""


async def drawn(name: str) -> str:
    """One picture as the text of an SVG file."""
    size, language, touches = PICTURES[name]
    app = kiosk_app(language=language)
    async with app.run_test(size=size) as pilot:
        for go in touches:
            await app.follow(go)
        await pilot.pause()
        return svg(cells_of(app))


def svg(rows: Sequence[Sequence[Cell]]) -> str:
    """Rows of cells as SVG: grounds and block glyphs as rectangles, words as text of an exact length."""
    width, height = len(rows[0]) * CELL[0], len(rows) * CELL[1]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'font-family="JetBrains Mono, DejaVu Sans Mono, monospace" font-size="13" shape-rendering="crispEdges">'
    ]
    for y, row in enumerate(rows):
        parts += _grounds(y, row)
        parts += _glyphs(y, row)
    return "\n".join((*parts, "</svg>", ""))


def _grounds(y: int, row: Sequence[Cell]) -> Iterator[str]:
    x = 0
    for ground, cells in groupby(row, key=lambda cell: cell[2]):
        length = len(list(cells))
        yield _rectangle(x * CELL[0], y * CELL[1], length * CELL[0], CELL[1], ground)
        x += length


def _glyphs(y: int, row: Sequence[Cell]) -> Iterator[str]:
    x = 0
    for (ink, is_bold, block), cells in groupby(row, key=lambda cell: (cell[1], cell[3], block_of(cell[0]))):
        text = "".join(cell[0] for cell in cells)
        if block is not None:
            left, top, right, bottom = block
            if right - left == 8:
                yield _rectangle(
                    x * CELL[0], y * CELL[1] + top * CELL[1] / 8, len(text) * CELL[0], (bottom - top) * CELL[1] / 8, ink
                )
        for words in [] if block is not None else re.finditer(r"\S+(?: \S+)*", text):
            weight = ' font-weight="bold"' if is_bold else ""
            yield (
                f'<text x="{(x + words.start()) * CELL[0]}" y="{y * CELL[1] + 12}" fill="{_hex(ink)}"{weight} '
                f'textLength="{len(words[0]) * CELL[0]}" lengthAdjust="spacingAndGlyphs">{escape(words[0])}</text>'
            )
        x += len(text)


def _rectangle(x: float, y: float, width: float, height: float, colour: tuple[int, int, int]) -> str:
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="{_hex(colour)}"/>'


def _hex(colour: tuple[int, int, int]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


async def main() -> None:
    """Draw every picture anew."""
    HERE.mkdir(exist_ok=True)
    for name in PICTURES:
        (HERE / f"{name}.svg").write_text(await drawn(name), encoding="utf-8")


if __name__ == "__main__":
    import os

    os.environ |= {"COLORTERM": "truecolor", "TERM": "xterm-256color"}
    os.environ.pop("NO_COLOR", None)
    asyncio.run(main())
