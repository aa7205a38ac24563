"""Reads the guide and the help of the desk from `content/guide/`, when somebody first asks for them."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from kiosk.domain.guide import DeskHelp, FieldHelp, GuidePage, ScreenHelp
from kiosk.words.shapes import BadContent, read_toml, shaped

Shape = TypeVar("Shape")


def read_desk_help(directory: Path) -> DeskHelp:
    """The files of one directory: `guide.toml`, `fields.toml`, `screens.toml`."""
    fields = _rows(directory / "fields.toml", "fields", FieldHelp)
    screens = _rows(directory / "screens.toml", "screens", ScreenHelp)
    return DeskHelp(
        _rows(directory / "guide.toml", "pages", GuidePage),
        {each.path: each for each in fields},
        {each.screen: each for each in screens},
    )


def _rows(path: Path, key: str, shape: type[Shape]) -> tuple[Shape, ...]:
    """The rows of a file that is one list."""
    where, tree = f"guide/{path.name}", read_toml(path)
    for unknown in tree.keys() - {key}:
        raise BadContent(where, unknown, "this key is not known here")
    rows = tree.get(key)
    if not isinstance(rows, list):
        raise BadContent(where, key, "this list is missing")
    return tuple(shaped(row, shape, where, f"{key}[{at}]") for at, row in enumerate(rows))
