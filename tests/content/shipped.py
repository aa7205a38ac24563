"""Every text that ships, in every language, and where it stands: content, catalogs and the sample school."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
DEMO = ROOT / "data" / "demo"


@dataclass(frozen=True, slots=True)
class Text:
    """A text in one language: its file, the path of its key there, and what it says."""

    file: str
    key: str
    language: str
    text: str

    @property
    def where(self) -> str:
        """`content/needs.toml needs[3].name`."""
        return f"{self.file} {self.key}"


@dataclass(frozen=True, slots=True)
class Local:
    """A text in all its languages."""

    file: str
    key: str
    texts: dict[str, str]


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages offered."""
    rows = tomllib.loads((CONTENT / "languages.toml").read_text("utf-8"))["languages"]
    return tuple(row["code"] for row in rows)


@cache
def locals_shipped() -> tuple[Local, ...]:
    """Every text of content and the sample, wherever a key leads to a table of languages."""
    files = [*CONTENT.rglob("*.toml"), *DEMO.rglob("*.toml"), *DEMO.rglob("*.json")]
    return tuple(
        local
        for file in sorted(files)
        if file.name not in ("synonyms.toml", "languages.toml")
        for local in _locals(str(file.relative_to(ROOT)), "", _read(file))
    )


@cache
def texts_shipped() -> tuple[Text, ...]:
    """Every text in every language, those of the catalogs too."""
    found = [
        Text(local.file, local.key, language, text)
        for local in locals_shipped()
        for language, text in local.texts.items()
    ]
    return (*found, *_catalogs())


def _read(file: Path) -> object:
    text = file.read_text("utf-8")
    return json.loads(text) if file.suffix == ".json" else tomllib.loads(text)


def _locals(file: str, key: str, value: object) -> Iterator[Local]:
    if isinstance(value, list):
        for place, item in enumerate(value):
            name = item.get("id") if isinstance(item, dict) else None
            yield from _locals(file, f"{key}[{name or place}]", item)
    elif isinstance(value, dict) and value:
        texts = {code: text for code, text in value.items() if code in languages() and isinstance(text, str)}
        if len(texts) == len(value):
            yield Local(file, key, texts)
        else:
            for name, item in value.items():
                yield from _locals(file, f"{key}.{name}".lstrip("."), item)


def _catalogs() -> Iterator[Text]:
    seen: set[tuple[str, str]] = set()
    for file in sorted((CONTENT / "locale").rglob("*.po")):
        language = file.parent.name
        with file.open("rb") as opened:
            catalog = read_po(opened, locale=language)
        for message in catalog:
            if not message.id or not message.string:
                continue
            ids = (message.id,) if isinstance(message.id, str) else message.id
            said = (message.string,) if isinstance(message.string, str) else message.string
            for code, texts in (("en", ids), (language, said)):
                for text in texts:
                    if text and (code, text) not in seen:
                        seen.add((code, text))
                        yield Text(str(file.relative_to(ROOT)), repr(ids[0]), code, text)
