"""Which languages one school offers, and the words of each."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from functools import cache

from kiosk.domain.errors import NoSuch, Refused
from kiosk.domain.needs import Language
from kiosk.words.catalog import DESK, Catalog, open_catalog
from kiosk.words.content import Content
from kiosk.words.speech import Words

log = logging.getLogger(__name__)


def offered(content: Content, codes: Iterable[str]) -> tuple[Language, ...]:
    """The languages of a school's settings that ship, in the content's order; all when it names none."""
    wanted = set(codes)
    return tuple(language for language in content.languages if not wanted or language.code in wanted)


def words_for(content: Content, region: str, *, desk: bool = False) -> Callable[[str], Words]:
    """A language code -> its words at a school of this region (ISO 3166-2), each made once.

    With `desk` the words of the staff's desk are among them. A catalog that cannot be read is logged, and English
    stands in for it. NoSuch for a language that does not ship.
    """
    territory = region.partition("-")[0]

    @cache
    def words(code: str) -> Words:
        language = content.language(code)
        if language is None:
            known = ", ".join(each.code for each in content.languages)
            raise NoSuch(f"There is no language {code!r}. Nothing was changed. Choose one of: {known}.")
        return Words(language, territory, _catalog(content, code, desk))

    return words


def _catalog(content: Content, code: str, desk: bool) -> Catalog:
    try:
        catalog = open_catalog(content.directory, code)
        if desk:
            catalog.add_fallback(open_catalog(content.directory, code, DESK))
        return catalog
    except Refused as problem:
        log.warning("%s", problem)
        return Catalog()
