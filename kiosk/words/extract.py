"""Brings every language's list of translations up to date with the program: `python -m kiosk.words.extract`.

Collects the English texts from the calls of `say`, `count`, `context` and `told`, writes them into each
`content/locale/<code>/kiosk.po` keeping what is translated, and compiles the `kiosk.mo` beside it. What only the desk
says goes into `desk.po`. Only for who works on the words: nothing of it is imported by the kiosk.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import IO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "say": None,
    "told": None,
    "count": (1, 2),
    "context": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
DESK_PAGES = ("pages/staff/", "domain/problems.py", "school_rules.py")
"""Where the texts stand that only the desk says."""
UNDATED = datetime(2026, 1, 1, tzinfo=UTC)
"""The date in every file's head: the files change with the words only."""


Found = tuple[int, str, tuple[str | None, ...], list[str]]
"""A call: its line, the method's name, its arguments that are texts, and what it says to translators."""


def calls(
    file: IO[bytes], keywords: Mapping[str, object], tags: Collection[str], options: Mapping[str, object]
) -> Iterator[Found]:
    """The calls in one Python file, by its syntax tree: unlike Babel's own reader it sees those within f-strings."""
    source = file.read().decode(str(options.get("encoding", "utf-8")))
    lines = ["", *source.splitlines()]
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in keywords:
            above = lines[node.lineno - 1].strip().removeprefix("# ")
            remarks = [above] if any(above.startswith(tag) for tag in tags) else []
            texts = (arg.value if isinstance(arg, ast.Constant) else None for arg in node.args)
            yield node.lineno, name, tuple(text if isinstance(text, str) else None for text in texts), remarks


def messages(program: Path, *, desk: bool = False) -> Catalog:
    """Every English text that families may read, or that only the desk says, with the files that say it."""
    family = None if not desk else messages(program)
    template = Catalog(project="kiosk", charset="utf-8", fuzzy=False)
    found = extract_from_dir(
        program, method_map=[("**.py", "kiosk.words.extract:calls")], keywords=KEYWORDS, comment_tags=["Translators:"]
    )
    for file, _, message, comments, context in sorted(found, key=lambda each: (each[0], each[1])):
        if file.startswith(DESK_PAGES) != desk or (family and family.get(_id(message), context)):
            continue
        where = [(f"{program.name}/{file}", 0)]
        template.add(message, None, where, auto_comments=comments, context=context)
    return template


def _id(message: str | tuple[str, ...]) -> str:
    return message if isinstance(message, str) else message[0]


def translated(po: Path, code: str) -> Catalog:
    """A language's list of translations as it stands; empty when there is none yet."""
    if not po.is_file():
        return Catalog(locale=code.replace("-", "_"), project="kiosk", charset="utf-8", fuzzy=False)
    with po.open("rb") as file:
        return read_po(file, locale=code.replace("-", "_"))


def brought_up_to_date(catalog: Catalog, template: Catalog) -> Catalog:
    """The translations with the program's texts of today: new ones empty, those no longer said left out."""
    catalog.update(template, no_fuzzy_matching=True, update_header_comment=False)
    catalog.obsolete.clear()
    catalog.creation_date = catalog.revision_date = UNDATED
    catalog.project, catalog.version, catalog.fuzzy = "kiosk", "1", False
    catalog.msgid_bugs_address = catalog.last_translator = catalog.language_team = ""
    return catalog


def compiled(catalog: Catalog) -> bytes:
    """The catalog as the program reads it (`kiosk.mo`)."""
    out = BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def update(program: Path, content: Path) -> list[str]:
    """Brings all languages up to date. Answers with the texts that still lack a translation, each with its file."""
    templates = {"kiosk": messages(program), "desk": messages(program, desk=True)}
    missing = []
    for po in (folder / f"{name}.po" for folder in sorted((content / "locale").iterdir()) for name in templates):
        catalog = brought_up_to_date(translated(po, po.parent.name), templates[po.stem])
        with po.open("wb") as file:
            write_po(file, catalog, width=120, sort_by_file=True, include_lineno=False, include_previous=False)
        po.with_suffix(".mo").write_bytes(compiled(catalog))
        missing += [
            f"{po.parent.name}: {message.id!r}" for message in catalog if message.id and not said(message.string)
        ]
    return missing


def said(string: str | tuple[str, ...] | list[str] | None) -> bool:
    """Whether a translation has words, in every plural form it has."""
    return bool(string) if not isinstance(string, tuple | list) else bool(string) and all(string)


def main() -> None:
    """Updates the checkout this module lies in, and lists what still lacks a translation."""
    program = Path(__file__).resolve().parent.parent
    missing = update(program, program.parent / "content")
    for line in missing:
        print(line, file=sys.stderr)  # noqa: T201 - a command's answer
    sys.exit(1 if missing else 0)


if __name__ == "__main__":
    main()
