"""Content: everything that ships in `content/`, each file read when it is first asked for.

| File | Holds |
|---|---|
| `languages.toml` | `[[languages]]`: a `Language` each, in the order screens show them |
| `needs.toml` | `[[needs]]`: a `Need` each, parents before their children |
| `supports/<id>.toml` | one `Support`, without its `id` |
| `rights/<id>.toml` | one `RightsCard`, without its `id` |
| `parts.toml` | `[[parts]]`: a `CenterPart` each |
| `walk.toml` | `[[questions]]`: a `WalkQuestion` each |
| `synonyms.toml` | `Synonyms` |
| `small_words.toml` | a language -> the words that search passes over |
| `regions/<code>.toml` | one `Region`, without its `code` |
| `pictograms/*.txt` | pixel pictures (`glyphs`) |
| `guide/*.toml` | the desk's guide and its help (`desk_help`) |
| `locale/<code>/kiosk.po` | the interface's own words (`catalog`) |
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kiosk.domain.needs import CenterPart, Language, Need, Region, RightsCard, Support, Synonyms, WalkQuestion
from kiosk.domain.pixels import Glyph
from kiosk.words.glyphs import read_glyphs
from kiosk.words.regions import region_of
from kiosk.words.shapes import BadContent, read_toml, shaped

if TYPE_CHECKING:
    from kiosk.domain.guide import DeskHelp

Shape = TypeVar("Shape")


class Content:
    """The words and pictures that ship, in every language. Each part is read once; BadContent names file and key."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._regions: dict[str, Region] = {}

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The languages offered, in the order screens show them."""
        return self._rows("languages.toml", "languages", Language)

    def language(self, code: str) -> Language | None:
        """An offered language by its code."""
        return next((language for language in self.languages if language.code == code), None)

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """Every need, parents before their children; those without a parent are the tiles of Home."""
        return self._rows("needs.toml", "needs", Need)

    @cached_property
    def _needs_by_id(self) -> Mapping[str, Need]:
        return {need.id: need for need in self.needs}

    def need(self, id: str) -> Need | None:
        """One need."""
        return self._needs_by_id.get(id)

    def needs_under(self, parent: str) -> tuple[Need, ...]:
        """The needs that stand directly under one, in order; under an empty id the tiles of Home."""
        return tuple(need for need in self.needs if need.parent == parent)

    @cached_property
    def parents(self) -> Mapping[str, str]:
        """Each need's parent, empty on Home."""
        return {need.id: need.parent for need in self.needs}

    @cached_property
    def supports(self) -> tuple[Support, ...]:
        """The fifteen school-based supports, in order."""
        return tuple(sorted(self._files("supports", Support), key=lambda support: support.order))

    def support(self, id: str) -> Support | None:
        """One support."""
        return next((support for support in self.supports if support.id == id), None)

    @cached_property
    def rights(self) -> tuple[RightsCard, ...]:
        """The cards families do not know to ask for, in order."""
        return tuple(sorted(self._files("rights", RightsCard), key=lambda card: card.order))

    def right(self, id: str) -> RightsCard | None:
        """One rights card."""
        return next((card for card in self.rights if card.id == id), None)

    @cached_property
    def parts(self) -> tuple[CenterPart, ...]:
        """The seven parts of a family resource center."""
        return self._rows("parts.toml", "parts", CenterPart)

    def part(self, id: str) -> CenterPart | None:
        """One part of a center."""
        return next((part for part in self.parts if part.id == id), None)

    @cached_property
    def walk(self) -> tuple[WalkQuestion, ...]:
        """The questions of the guided walk."""
        return self._rows("walk.toml", "questions", WalkQuestion)

    @property
    def phrases(self) -> Synonyms:
        """What families type, as the file has it: an id -> a language -> phrases. Search asks once; it is not kept."""
        return shaped(read_toml(self.directory / "synonyms.toml"), Synonyms, "synonyms.toml")

    @property
    def synonyms(self) -> Mapping[str, tuple[str, ...]]:
        """What families type, in any language -> the ids of the needs, supports, rights cards and parts it means."""
        meant: dict[str, tuple[str, ...]] = {}
        said = self.phrases
        for group in (said.needs, said.supports, said.rights, said.parts):
            for id, languages in group.items():
                for phrase in (phrase for phrases in languages.values() for phrase in phrases):
                    meant[phrase] = (*meant.get(phrase, ()), id)
        return meant

    @cached_property
    def small_words(self) -> frozenset[str]:
        """Words that say nothing about what a family looks for, in all languages."""
        languages = shaped(
            read_toml(self.directory / "small_words.toml"), dict[str, tuple[str, ...]], "small_words.toml"
        )
        return frozenset(word for words in languages.values() for word in words)

    @cached_property
    def desk_help(self) -> DeskHelp:
        """The liaison's guide, and the help of the desk."""
        from kiosk.words.desk_help import read_desk_help

        return read_desk_help(self.directory / "guide")

    def region(self, code: str) -> Region:
        """The help-now lines and public pages of a region, its country's beneath. Never fails: see `regions`."""
        if code not in self._regions:
            self._regions[code] = region_of(self.directory / "regions", code)
        return self._regions[code]

    @cached_property
    def pictograms(self) -> Mapping[str, Glyph]:
        """The small pictures by name."""
        return read_glyphs(self.directory / "pictograms" / "pictograms.txt")

    @cached_property
    def letters(self) -> Mapping[str, Glyph]:
        """The big letters."""
        return read_glyphs(self.directory / "pictograms" / "letters.txt")

    @cached_property
    def digits(self) -> Mapping[str, Glyph]:
        """The block digits of numbers to call."""
        return read_glyphs(self.directory / "pictograms" / "digits.txt")

    def problems(self) -> tuple[BadContent, ...]:
        """Everything in `content/` that cannot be read, each with its file and key; empty when all is well."""
        from kiosk.words.check import content_problems

        return content_problems(self)

    def _rows(self, name: str, key: str, shape: type[Shape]) -> tuple[Shape, ...]:
        """The rows of a file that is one list."""
        tree = read_toml(self.directory / name)
        for unknown in tree.keys() - {key}:
            raise BadContent(name, unknown, "this key is not known here")
        rows = tree.get(key)
        if not isinstance(rows, list):
            raise BadContent(name, key, "this list is missing")
        return tuple(shaped(row, shape, name, f"{key}[{at}]") for at, row in enumerate(rows))

    def _files(self, folder: str, shape: type[Shape]) -> tuple[Shape, ...]:
        """The values of a folder with one file each, whose name is the id."""
        paths = sorted((self.directory / folder).glob("*.toml"))
        return tuple(shaped({"id": path.stem, **read_toml(path)}, shape, f"{folder}/{path.name}") for path in paths)


def load_content(directory: Path) -> Content:
    """The content of a directory; nothing is read yet."""
    return Content(directory)
