"""The help lines and public pages of a region: a state's over its country's, and never none because a file is broken.

A region is named by its ISO 3166-2 code (`US-CT`). Its country's file (`US.toml`) holds what is true everywhere in the
country, its own file adds to it. A region without a file falls back to its country. A file that cannot be read falls
back to the dated copy in `built_in`, since a crisis line must work even when every file is broken.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kiosk.domain.needs import HelpLine, Region
from kiosk.words.shapes import BadContent, read_toml, shaped

LARGE = 3
"""How many numbers stand large."""


def region_of(directory: Path, code: str) -> Region:
    """The region with its country beneath. Never fails: broken files are replaced by the built-in copy."""
    country = _readable(directory, code.partition("-")[0])
    if "-" not in code:
        return _with_large(country)
    state = _readable(directory, code)
    return (
        _with_large(merged(country, state)) if state.lines or state.pages else _with_large(replace(country, code=code))
    )


def read_region(directory: Path, code: str) -> Region:
    """One region's own file. BadContent names the file and key that is wrong."""
    path = directory / f"{code}.toml"
    return shaped({"code": code, **read_toml(path)}, Region, f"regions/{path.name}")


def merged(country: Region, state: Region) -> Region:
    """A state's lines and pages after its country's, large numbers first. A line with the same id takes its place."""
    own = {line.id for line in state.lines}
    lines = (*(line for line in country.lines if line.id not in own), *state.lines)
    return Region(
        code=state.code,
        name=state.name,
        checked=min(country.checked, state.checked),
        lines=tuple(sorted(lines, key=lambda line: not line.big)),
        pages=(*country.pages, *state.pages),
    )


def _readable(directory: Path, code: str) -> Region:
    """A region's file, or the built-in copy where there is none that can be read."""
    from kiosk.words.built_in import built_in_region

    if not (directory / f"{code}.toml").is_file():
        return built_in_region(code)
    try:
        return read_region(directory, code)
    except BadContent:
        return built_in_region(code)


def _with_large(region: Region) -> Region:
    """A region with three large numbers where it has them: lines in order, until there are three."""
    missing = LARGE - sum(line.big for line in region.lines)
    lines: list[HelpLine] = []
    for line in region.lines:
        grows = not line.big and missing > 0
        missing -= grows
        lines.append(replace(line, big=True) if grows else line)
    return replace(region, lines=tuple(lines))
