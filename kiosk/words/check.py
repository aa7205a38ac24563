"""Checks everything in `content/`: reads every file, and looks at what only shows when they are seen together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from kiosk.domain.errors import Refused
from kiosk.words.catalog import open_catalog
from kiosk.words.regions import read_region
from kiosk.words.shapes import BadContent

if TYPE_CHECKING:
    from kiosk.domain.needs import Language
    from kiosk.words.content import Content

TERRITORY = "US"
"""Any territory shows whether a language has day and month names of its own."""


def content_problems(content: Content) -> tuple[BadContent, ...]:
    """Everything that is wrong, file by file."""
    return tuple(problem for read in _reads(content) for problem in _tried(read)) + tuple(_loose_ends(content))


def _reads(content: Content) -> Iterator[Callable[[], object]]:
    """One call for each file or folder, that raises when something in it is wrong."""
    yield lambda: content.languages
    yield lambda: content.needs
    yield lambda: content.supports
    yield lambda: content.parts
    yield lambda: content.rights
    yield lambda: content.walk
    yield lambda: content.synonyms
    yield lambda: content.small_words
    yield lambda: content.pictograms
    yield lambda: content.letters
    yield lambda: content.digits
    yield lambda: content.desk_help
    regions = content.directory / "regions"
    for path in sorted(regions.glob("*.toml")):
        yield partial(read_region, regions, path.stem)


def _tried(read: Callable[[], object]) -> Iterable[BadContent]:
    try:
        read()
    except BadContent as problem:
        return [problem]
    return []


def _loose_ends(content: Content) -> Iterator[BadContent]:
    """What each file cannot know alone: names that lead nowhere, languages without dates or translations."""
    if not list(_tried(lambda: content.languages)):
        for language in content.languages:
            yield from _speechless(content, language)
    if not list(_tried(lambda: content.needs)) and not list(_tried(lambda: content.pictograms)):
        for need in content.needs:
            if need.parent and content.need(need.parent) is None:
                yield BadContent("needs.toml", f"{need.id}.parent", f"there is no need {need.parent!r}")
            if need.pictogram and need.pictogram not in content.pictograms:
                yield BadContent("needs.toml", f"{need.id}.pictogram", f"there is no picture {need.pictogram!r}")


def _speechless(content: Content, language: Language) -> Iterator[BadContent]:
    from kiosk.words.locales import locale_of

    try:
        locale_of(language, TERRITORY)
    except Refused as problem:
        yield BadContent("languages.toml", language.code, str(problem))
    try:
        open_catalog(content.directory, language.code)
    except Refused as problem:
        yield BadContent(f"locale/{language.code}/kiosk.mo", "", str(problem))
