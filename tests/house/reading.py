"""The program as its own tests read it: every module's source as a tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@cache
def modules(under: str = "kiosk") -> Sequence[tuple[str, ast.Module]]:
    """Each module under a folder: its path from the checkout, and its syntax tree."""
    return [
        (str(file.relative_to(ROOT)), ast.parse(file.read_text("utf-8")))
        for file in sorted((ROOT / under).rglob("*.py"))
    ]


def name_of(node: ast.AST) -> str:
    """`Content.from_markup` for what is called or decorated; the last two names are enough."""
    if isinstance(node, ast.Attribute):
        before = name_of(node.value).rpartition(".")[2]
        return f"{before}.{node.attr}" if before else node.attr
    return node.id if isinstance(node, ast.Name) else ""


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every import with its line: `textual.widgets.Static`, `os`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
