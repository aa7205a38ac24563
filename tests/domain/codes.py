"""An independent reader of codes that are drawn in cells, for tests: cells -> picture -> what a phone reads."""

from __future__ import annotations

from collections.abc import Sequence

import zxingcpp
from PIL import Image

_INKED = {" ": (False, False), "▀": (True, False), "▄": (False, True), "█": (True, True)}
"""Which halves of a cell its sign draws in ink: upper, lower."""
_SCALE = 4
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


def picture(rows: Sequence[str], ink: int = 0, ground: int = 255, around: int = 0) -> Image.Image:
    """Rows of half blocks as a terminal draws them (grey levels), with a margin of the terminal's own ground."""
    cells = [[_INKED[sign] for sign in row] for row in rows]
    size = (len(cells[0]), 2 * len(cells))
    drawn = Image.new("L", size)
    drawn.putdata([ink if cell[half] else ground for row in cells for half in (0, 1) for cell in row])
    large = drawn.resize((size[0] * _SCALE, size[1] * _SCALE), Image.Resampling.NEAREST)
    framed = Image.new("L", (large.width + 80, large.height + 80), around)
    framed.paste(large, (40, 40))
    return framed


def read(drawn: Image.Image) -> str:
    """What a phone reads; empty when it reads nothing. Codes with light and dark exchanged are not accepted."""
    found = zxingcpp.read_barcode(drawn, formats=_QR, try_invert=False)
    return found.bytes.decode() if found else ""
